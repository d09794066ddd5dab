package site

import (
	"html/template"
	"strconv"

	"mojaz/internal/corpus"
)

// Dossier is the page of one affair.
type Dossier struct {
	Base
	Summary     string         // its description, "" if it has none
	Pages       []BriefingCard // its briefings, the earliest first
	Briefings   Number         // how many
	Outlets     Number         // how many publishers are named
	Counts      Counts         // what its briefings hold
	AsOf        Day            // the latest publication, or the day configured
	First, Last Day            // the earliest and the latest publication
	// Strip draws when the briefings were published; nil if fewer than two have
	// a date.
	Strip    *Strip
	Sections []Section // what an editor added
}

// Section is a part that an editor added to a dossier or a briefing.
type Section struct {
	ID      string // "section-1"
	Title   string
	Content template.HTML
}

func (s *site) dossier(d *corpus.Dossier) *Dossier {
	path := dossierPath(d.Overview.Dossier)
	v := &Dossier{
		Base:    s.base("dossier", path, d),
		Summary: shown(d.Overview.Description), Briefings: s.number(len(d.Briefings)),
		Counts: s.counts(d), AsOf: s.day(s.in.Config.AsOf), Sections: s.sections(d.Overview.Sections),
	}
	v.Title, v.Description = dossierTitle(d), shown(d.Overview.Description)
	if v.AsOf.Value == "" {
		v.AsOf = s.day(newest(d.Briefings))
	}
	v.First, v.Last = s.reach(d)
	outlets := map[string]bool{}
	for i := range d.Briefings {
		b := &d.Briefings[i]
		v.Pages = append(v.Pages, s.card(path, d, b))
		if b.Publisher != "" {
			outlets[b.Publisher] = true
		}
	}
	v.Outlets = s.number(len(outlets))
	v.Strip = s.strip(v.Pages)
	return v
}

func (s *site) sections(in []corpus.Section) []Section {
	var out []Section
	for i, sec := range in {
		v := Section{ID: "section-" + strconv.Itoa(i+1), Title: shown(sec.Title)}
		if s.in.HTML != nil {
			v.Content = template.HTML(s.in.HTML(sec.Markdown))
		} else {
			v.Content = "<pre>" + s.plain(sec.Markdown) + "</pre>"
		}
		out = append(out, v)
	}
	return out
}
