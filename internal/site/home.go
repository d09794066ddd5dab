package site

import "mojaz/internal/corpus"

// newestShown is how many briefings the first page lists.
const newestShown = 8

// Home is the first page.
type Home struct {
	Base
	Pages     []DossierCard  // every dossier, in the order configured
	Newest    []BriefingCard // the latest briefings of all dossiers, the latest first
	Briefings Number         // how many there are in all
}

// DossierCard is a dossier as the first page shows it.
type DossierCard struct {
	Title        string
	Summary      string // its description, "" if it has none
	RelPermalink string
	Briefings    Number
	First, Last  Day // the earliest and the latest publication
}

func (s *site) home() *Home {
	h := &Home{Base: s.base("home", homePath, nil)}
	h.Title, h.Description = shown(s.in.Config.Title), shown(s.in.Config.Description)
	n := 0
	for i := range s.in.Dossiers {
		d := &s.in.Dossiers[i]
		n += len(d.Briefings)
		h.Pages = append(h.Pages, s.dossierCard(homePath, d))
		for j := range d.Briefings {
			h.Newest = append(h.Newest, s.card(homePath, d, &d.Briefings[j]))
		}
		newestFirst(h.Newest)
		h.Newest = h.Newest[:min(len(h.Newest), newestShown)]
	}
	h.Briefings = s.number(n)
	return h
}

func (s *site) dossierCard(from string, d *corpus.Dossier) DossierCard {
	c := DossierCard{
		Title: dossierTitle(d), Summary: shown(d.Overview.Description),
		RelPermalink: link(from, dossierPath(d.Overview.Dossier)),
		Briefings:    s.number(len(d.Briefings)),
	}
	c.First, c.Last = s.reach(d)
	return c
}

// reach gives the earliest and the latest date of publication in d.
func (s *site) reach(d *corpus.Dossier) (first, last Day) {
	early := ""
	for i := range d.Briefings {
		if p := d.Briefings[i].Published; p != "" && (early == "" || later(early, p) == early) {
			early = p
		}
	}
	return s.day(early), s.day(newest(d.Briefings))
}
