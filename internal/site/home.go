package site

import (
	"slices"

	"mojaz/internal/corpus"
)

// newestShown is how many briefings the first page lists.
const newestShown = 8

// Home is the first page.
type Home struct {
	Base
	Pages     []DossierCard  // every dossier, in the order configured
	Newest    []BriefingCard // the latest briefings of all dossiers, the latest first
	Briefings Number         // how many there are in all
	AsOf      Day            // the latest publication, or the day configured
}

// DossierCard is a dossier as the first page shows it.
type DossierCard struct {
	Title        string
	Summary      string // its description, "" if it has none
	RelPermalink string
	Briefings    Number
	First, Last  Day // the earliest and the latest publication
	// State is the state of affairs in one sentence, nil if the summary has none.
	State *KeyPoint
	AsOf  Day // the day that it is told up to
	// News is what its latest briefings changed, nil if that is nothing.
	News *News
	// Map is its phases as a small picture, nil if there is nothing to draw.
	Map *SmallMap
}

func (s *site) home() *Home {
	h := &Home{Base: s.base("home", homePath, nil), AsOf: s.day(s.asOf)}
	h.Title, h.Description = shown(s.in.Config.Title), shown(s.in.Config.Description)
	n := 0
	var all []FrontBriefing
	for _, f := range s.fronts() {
		n += f.Briefings
		h.Pages = append(h.Pages, f.Card)
		all = append(all, f.Newest...)
	}
	// Those without a date come last. Of one day's, the one that stands first in the
	// input comes first.
	slices.SortStableFunc(all, func(a, b FrontBriefing) int { return newerFirst(a.Published, b.Published) })
	for _, b := range all[:min(len(all), newestShown)] {
		h.Newest = append(h.Newest, b.Card)
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
	r := s.register(d)
	c.State, c.AsOf, c.Map = s.state(from, r), s.day(r.asOf(s)), s.smallMap(from, r)
	c.News = s.latest(from, r)
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
