package site

import (
	"slices"

	"mojaz/internal/corpus"
)

// register is a dossier with what its pages look up in each other's briefings.
// It is made once and only read afterwards.
type register struct {
	*corpus.Dossier
	cast      *cast
	briefings map[corpus.DocID]*noted
	listed    []*someone // that have a page, by type, then by name
	namings   map[corpus.EntityID]*naming
	ledger    ledger
	ledgerAt  map[string]int // the place of a relation among those of its kind, by id
	phasePage []int          // the page of each phase, counted from 1
	times     []datedWords   // what the timeline holds
	counts    [][]counted    // what the page of figures holds
	news      []edition      // what each date changed, the latest first
}

// noted is a briefing with what stands in its paragraphs.
type noted struct {
	*corpus.Briefing
	place      int // in Dossier.Briefings
	names      map[string]corpus.Name
	paragraphs map[string]*corpus.Paragraph // by id
	quotes     map[string][]*corpus.Quote   // by the paragraph that holds them
	related    map[string][]side            // by the paragraph that they speak of
}

// side is a relation as one of its two passages sees it.
type side struct {
	*corpus.Relation[corpus.Passage]
	id    string // of the relation, unique in its dossier
	later bool   // the passage is A
}

// own gives the passage that sees the relation, other the one that it sees.
func (s side) own() corpus.Passage {
	if s.later {
		return s.A
	}
	return s.B
}

func (s side) other() corpus.Passage {
	if s.later {
		return s.B
	}
	return s.A
}

func newRegister(d *corpus.Dossier) *register {
	r := &register{
		Dossier: d, cast: newCast(d), briefings: map[corpus.DocID]*noted{},
	}
	for i := range d.Briefings {
		b := &d.Briefings[i]
		r.briefings[b.ID] = newNoted(b, i)
	}
	for i := range d.Briefings {
		for j := range d.Briefings[i].Relations {
			r.relate(&d.Briefings[i].Relations[j], relationID(&d.Briefings[i], j))
		}
	}
	r.phasePage, r.listed = paged(d.Phases), listed(r.cast.people)
	r.namings, r.ledger, r.ledgerAt = r.count(), newLedger(r), map[string]int{}
	for _, kind := range ledgerOrder {
		for i, x := range r.ledger[kind] {
			r.ledgerAt[x.id] = i
		}
	}
	r.times, r.counts, r.news = r.dated(), r.series(), r.changelog()
	return r
}

func newNoted(b *corpus.Briefing, place int) *noted {
	n := &noted{
		Briefing: b, place: place, names: map[string]corpus.Name{}, paragraphs: map[string]*corpus.Paragraph{},
		quotes: map[string][]*corpus.Quote{}, related: map[string][]side{},
	}
	for _, name := range b.Names {
		if _, twice := n.names[name.Name]; !twice {
			n.names[name.Name] = name
		}
	}
	for i := range b.Paragraphs {
		n.paragraphs[b.Paragraphs[i].ID] = &b.Paragraphs[i]
	}
	for i := range b.Quotes {
		n.quotes[b.Quotes[i].Cite] = append(n.quotes[b.Quotes[i].Cite], &b.Quotes[i])
	}
	return n
}

// relate files a relation under both its passages, if both are there.
func (r *register) relate(rel *corpus.Relation[corpus.Passage], id string) {
	if !r.holds(rel.A) || !r.holds(rel.B) || !slices.Contains(ledgerOrder, rel.Kind) {
		return
	}
	a, b := r.briefings[rel.A.Doc], r.briefings[rel.B.Doc]
	a.related[rel.A.Cite] = append(a.related[rel.A.Cite], side{rel, id, true})
	b.related[rel.B.Cite] = append(b.related[rel.B.Cite], side{rel, id, false})
}

// holds reports whether the words of a passage stand in the paragraph that it
// cites. What does not hold is shown nowhere: content/ has a problem there.
func (r *register) holds(p corpus.Passage) bool {
	b := r.briefings[p.Doc]
	if b == nil || b.paragraphs[p.Cite] == nil {
		return false
	}
	_, ok := find(b.paragraphs[p.Cite].Text, p.Text)
	return ok
}

// who gives the id of what a name means, and its entity if one knows it; see
// cast.who. A dossier that is not there knows nobody.
func (r *register) who(n corpus.Name) (id string, e *someone, ok bool) {
	if r == nil {
		return "", nil, true
	}
	return r.cast.who(n)
}
