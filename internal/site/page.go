package site

import (
	"slices"
	"sync"

	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
	"mojaz/internal/search"
)

// Page is one page of the site before it is rendered.
type Page struct {
	Path string // from the site's own folder: "iraq-coalition/briefings/000-6c3114.html"
	// Kind names the template, as in [Base].
	Kind string

	model func() any
}

// Model makes the page's view model: *Home, *Dossier, *Briefings, *Phases,
// *Changes, *Agreement, *Timeline, *Quantities, *Entities, *Entity, *Briefing,
// *Source, *Search, *Terms, *About or *NotFound. It is made anew on each call, so
// that a site's models need not be in memory together, and may be called from
// several goroutines.
func (p Page) Model() any { return p.model() }

// Pages lists the pages of a site: the first page, then each dossier with its
// briefings and their sources, then the rest. in must not change afterwards.
func Pages(in Input) []Page {
	s := newSite(in)
	return slices.Concat(s.firstPages(), Part{s}.Pages(), s.lastPages())
}

// firstPages lists the pages that come before those of dossiers.
func (s *site) firstPages() []Page {
	return []Page{{homePath, "home", func() any { return s.home() }}}
}

// dossierPages lists the pages of a dossier with its briefings and their sources.
func (s *site) dossierPages(d *corpus.Dossier) []Page {
	pages := []Page{{dossierPath(d.Overview.Dossier), "dossier", func() any { return s.dossier(d) }}}
	pages = append(pages, s.relatedPages(s.register(d))...)
	for j := range d.Briefings {
		pages = append(pages, s.briefingPages(d, j)...)
	}
	return pages
}

// lastPages lists the pages that come after those of dossiers.
func (s *site) lastPages() []Page {
	pages := []Page{{searchPath, "search", func() any { return s.search() }}}
	for n := 1; n <= s.termPages(); n++ {
		pages = append(pages, Page{pagePath(termsPath, n), "terms", func() any { return s.terms(n) }})
	}
	return append(pages,
		Page{aboutPath, "about", func() any { return s.about() }},
		Page{notFoundPath, "notfound", func() any { return s.notFound() }})
}

// briefingPages lists the page of briefing j of d and that of its source, if
// there is one.
func (s *site) briefingPages(d *corpus.Dossier, j int) []Page {
	k := keyOf(&d.Briefings[j])
	pages := []Page{{briefingPath(k), "briefing", func() any { return s.briefing(d, j) }}}
	if _, ok := s.in.Documents[k]; ok {
		pages = append(pages, Page{sourcePath(k), "source", func() any { return s.source(d, j) }})
	}
	return pages
}

// relatedPages lists the pages of what a dossier's briefings say together: those
// that have something to show.
func (s *site) relatedPages(r *register) []Page {
	var pages []Page
	name := r.Overview.Dossier
	if all := len(r.Briefings); all > briefingsShown {
		for n := 1; n <= pagesOf(all, briefingsPaged); n++ {
			pages = append(pages, Page{pagePath(briefingsPath(name), n), "briefings", func() any { return s.briefingList(r.Dossier, n) }})
		}
	}
	for n := 1; n <= r.phasePages(); n++ {
		pages = append(pages, Page{pagePath(phasesPath(name), n), "phases", func() any { return s.phases(r, n) }})
	}
	if r.hasAgreement() {
		pages = append(pages, Page{agreementPath(name, ""), "agreement", func() any { return s.agreement(r, "", 1) }})
	}
	for _, kind := range ledgerOrder {
		all := len(r.ledger[kind])
		for n := 1; all > relationsShown && n <= pagesOf(all, relationsPaged); n++ {
			pages = append(pages, Page{pagePath(agreementPath(name, kind), n), "agreement", func() any { return s.agreement(r, kind, n) }})
		}
	}
	for n := 1; len(r.times) > 0 && n <= pagesOf(len(r.times), timelinePaged); n++ {
		pages = append(pages, Page{pagePath(timelinePath(name), n), "timeline", func() any { return s.timeline(r, n) }})
	}
	for n := 1; len(r.news) > 0 && n <= pagesOf(len(r.news), editionsPaged); n++ {
		pages = append(pages, Page{pagePath(changesPath(name), n), "changes", func() any { return s.changes(r, n) }})
	}
	for n := 1; len(r.counts) > 0 && n <= pagesOf(len(r.counts), quantitiesPaged); n++ {
		pages = append(pages, Page{pagePath(quantitiesPath(name), n), "figures", func() any { return s.quantities(r, n) }})
	}
	if len(r.cast.people) == 0 {
		return pages
	}
	for n := 1; n <= pagesOf(len(r.cast.people), entitiesPaged); n++ {
		pages = append(pages, Page{pagePath(entitiesPath(name), n), "entities", func() any { return s.entityList(r, n) }})
	}
	for _, e := range r.cast.people {
		pages = append(pages, Page{entityPath(name, string(e.ID)), "entity", func() any { return s.entityPage(r, r.namings[e.ID]) }})
	}
	return pages
}

// site is the input with what several pages need of it.
type site struct {
	in        Input
	style     calendar.Style
	asOf      string                 // EDTF
	registers map[string]*register   // by dossier
	letters   func() []search.Letter // the index of terms, made once
	fronts    func() []Front         // of all dossiers, made once
}

// register gives what the pages of a dossier look up in it.
func (s *site) register(d *corpus.Dossier) *register { return s.registers[d.Overview.Dossier] }

func newSite(in Input) *site {
	s := &site{in: in, style: calendar.Style{Digits: in.Config.Digits, Months: in.Config.Months}}
	if s.style.Digits == "" {
		s.style.Digits = "arab"
	}
	if s.style.Months == "" {
		s.style.Months = "both"
	}
	s.asOf = in.Config.AsOf
	s.registers = map[string]*register{}
	for i := range in.Dossiers {
		s.registers[in.Dossiers[i].Overview.Dossier] = newRegister(&in.Dossiers[i])
		if in.Config.AsOf == "" {
			s.asOf = later(s.asOf, newest(in.Dossiers[i].Briefings))
		}
	}
	s.fronts = sync.OnceValue(func() (all []Front) {
		for i := range in.Dossiers {
			all = append(all, s.front(&in.Dossiers[i]))
		}
		return all
	})
	s.letters = sync.OnceValue(func() []search.Letter { return search.Terms(s.searched()) })
	return s
}

// newest gives the latest date of publication among bs, "" if none has one.
func newest(bs []corpus.Briefing) string {
	day := ""
	for i := range bs {
		day = later(day, bs[i].Published)
	}
	return day
}

// later gives the later of two EDTF dates; an empty one is earlier than any.
func later(a, b string) string {
	if a == "" || b != "" && calendar.Compare(a, b) < 0 {
		return b
	}
	return a
}
