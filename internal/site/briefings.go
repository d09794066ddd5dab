package site

import "mojaz/internal/corpus"

// briefingsShown is how many briefings the page of a dossier lists,
// briefingsPaged how many a page of their own list does.
const (
	briefingsShown = 40
	briefingsPaged = 120
)

// Briefings is a page of the list of a dossier's briefings, of which there are too
// many for the dossier's own page.
type Briefings struct {
	Base
	Dossier Link           // to the dossier's page
	Pages   []BriefingCard // the earliest first
	Count   Number         // how many there are in all
	Pager   []Link         // nil if there is one page
}

// briefingList makes page n, counted from 1, of the list.
func (s *site) briefingList(d *corpus.Dossier, n int) *Briefings {
	first := briefingsPath(d.Overview.Dossier)
	path := pagePath(first, n)
	v := &Briefings{
		Base:    s.base("briefings", path, d),
		Dossier: dossierLink(path, d),
		Count:   s.number(len(d.Briefings)),
		Pager:   s.pager(first, n, pagesOf(len(d.Briefings), briefingsPaged)),
	}
	v.Description = dossierTitle(d)
	for i := range part(d.Briefings, n, briefingsPaged) {
		v.Pages = append(v.Pages, s.card(path, d, &d.Briefings[(n-1)*briefingsPaged+i]))
	}
	return v
}
