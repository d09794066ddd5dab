package site

import (
	"slices"

	"mojaz/internal/corpus"
	"mojaz/internal/feed"
	"mojaz/internal/search"
)

// Part is some dossiers of a site, with what their pages look up in each other.
// A site may be made of one part for each dossier, one after another, and of a
// [Whole]: then no more than a dossier and the fronts of the others are in
// memory. A part is a function of its input alone.
type Part struct{ s *site }

// NewPart makes a part of the dossiers of in, which must not change afterwards.
func NewPart(in Input) Part { return Part{newSite(in)} }

// Pages lists the pages of the dossiers, in their order.
func (p Part) Pages() []Page {
	var pages []Page
	for i := range p.s.in.Dossiers {
		pages = append(pages, p.s.dossierPages(&p.s.in.Dossiers[i])...)
	}
	return pages
}

// Files gives what other programs read of each dossier: its record, tables,
// feeds and calendar.
func (p Part) Files() ([]File, error) {
	feeds, err := p.s.dossierFeeds()
	if err != nil {
		return nil, err
	}
	tables, err := p.s.tables()
	return slices.Concat(p.s.records(), feeds, tables), err
}

// Annotations gives the lines of data/annotations.jsonl that tell of the
// dossiers.
func (p Part) Annotations() []byte { return Annotations(p.s.in) }

// Previews lists the pictures of the dossiers.
func (p Part) Previews() []Preview { return p.s.previews() }

// Front is what the pages of a whole site show of one dossier, and what is
// searched. It holds plain values, so that it can be kept in place of the dossier.
type Front struct {
	Card      DossierCard     // for the first page
	Newest    []FrontBriefing // the latest, for the first page
	Sources   SourceList      // for the page about the site
	Items     []feed.Item     // the latest, for the site's feeds
	Briefings int             // how many there are
	Published string          // EDTF: the latest date of publication, "" if none is known
	Places    []FrontPlace    // all pages, in their order
	Searched  []search.Part   // its briefings in their order
}

// FrontBriefing is a briefing as the first page shows it.
type FrontBriefing struct {
	Published string // EDTF
	Card      BriefingCard
}

// FrontPlace is a page with the date of publication of what it shows, "" if it
// shows more than a briefing.
type FrontPlace struct{ Path, Published string }

// Fronts gives the front of each dossier.
func (p Part) Fronts() []Front { return p.s.fronts() }

// front gathers what the pages of the whole site show of d.
func (s *site) front(d *corpus.Dossier) Front {
	f := Front{
		Card: s.dossierCard(homePath, d), Sources: s.sourceList(d),
		Briefings: len(d.Briefings), Published: newest(d.Briefings),
	}
	published := map[string]string{}
	searched := make([]search.Document, len(d.Briefings))
	for i := range d.Briefings {
		b := &d.Briefings[i]
		published[briefingPath(keyOf(b))] = b.Published
		searched[i] = s.searchDocument(d, b)
	}
	f.Searched = search.ReadAll(searched)
	for _, b := range newestBriefings(d, newestShown) {
		f.Newest = append(f.Newest, FrontBriefing{b.Published, s.card(homePath, d, b)})
	}
	f.Items = s.feedItems(dataFolder+atomName, newestBriefings(d, feedItems))
	for _, p := range s.dossierPages(d) {
		f.Places = append(f.Places, FrontPlace{p.Path, published[p.Path]})
	}
	return f
}

// Whole is what a site has beside its dossiers.
type Whole struct{ s *site }

// NewWhole makes the rest of a site whose dossiers have these fronts, in the
// order shown. Of in it needs Config, Problems and Version.
func NewWhole(in Input, fronts []Front) Whole {
	in.Dossiers, in.Documents, in.Anchors = nil, nil, nil
	s := newSite(in)
	s.fronts = func() []Front { return fronts }
	for _, f := range fronts {
		if in.Config.AsOf == "" {
			s.asOf = later(s.asOf, f.Published)
		}
	}
	return Whole{s}
}

// Pages lists the pages that come before those of the dossiers, and after them.
func (w Whole) Pages() (first, last []Page) { return w.s.firstPages(), w.s.lastPages() }

// Files gives the site's feeds, the list of its pages for search engines, and the
// search index.
func (w Whole) Files() ([]File, error) {
	feeds, err := w.s.siteFeeds()
	return slices.Concat(feeds, w.s.siteMap(), w.s.searchIndex()), err
}

// SearchIndex gives the index over the documents of fronts alone, for a copy of
// some dossiers.
func SearchIndex(fronts ...Front) []File {
	s := &site{fronts: func() []Front { return fronts }}
	return s.searchIndex()
}
