package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mojaz/internal/corpus"
)

// NameGroup is what a briefing names of one type.
type NameGroup struct {
	// Type is "PER", "ORG", "GPE", "LOC", "FAC", "EVENT" or "MISC".
	Type  string
	Names []Name // at least one, as the text first names them
}

// Name is somebody or something that a briefing names: an entry of its list of
// names.
type Name struct {
	ID   string // of the entry's element: "name-qys-al-mhmdawi"
	Name string // the fullest name
	// RelPermalink leads to the page of the one who is meant, "" if there is none.
	RelPermalink string
	Role         string // title or office, in the text's own words, "" if none
	// Cites lead to the paragraphs that name it, in order.
	Cites []Cite
	// Statements counts what it says in this briefing, and Said leads there: ""
	// if it says nothing.
	Statements Number
	Said       string
}

// Counts says how much was found in a briefing or a dossier.
type Counts struct {
	Statements Number
	Figures    Number
	Names      Number // how many are named, each counted once
}

// entryID begins the id of an entry's element.
const entryID = "name-"

// index is what one briefing names, by name.
type index struct {
	names map[string]*entry
	order []*entry // as the briefing lists them
}

// entry is a name with what the page of the briefing needs of it.
type entry struct {
	corpus.Name
	entity string // its id within the dossier
	page   string // leads to its own page, "" if it has none
	id     string // of its element
	cites  []string
	said   int
}

// index gathers what b names, where, and who speaks how often. What an editor has
// taken out of the dossier's entities is left out.
func (s *site) index(b *corpus.Briefing) *index {
	x := &index{names: map[string]*entry{}}
	r, taken := s.registers[b.Dossier], map[string]bool{}
	for _, n := range b.Names {
		if x.names[n.Name] != nil || n.Name == "" {
			continue
		}
		id, _, ok := r.who(n)
		if !ok {
			continue
		}
		e := &entry{Name: n, entity: id, page: s.entityLink(briefingPath(keyOf(b)), r, n)}
		e.id = entryID + e.entity
		// Two spellings of one name in one briefing have an entry each.
		for i := 2; taken[e.id]; i++ {
			e.id = entryID + e.entity + "-" + strconv.Itoa(i)
		}
		taken[e.id] = true
		x.names[n.Name], x.order = e, append(x.order, e)
	}
	for i := range b.Paragraphs {
		for _, l := range b.Paragraphs[i].Links {
			e, id := x.names[l.Name], b.Paragraphs[i].ID
			if e != nil && (len(e.cites) == 0 || e.cites[len(e.cites)-1] != id) {
				e.cites = append(e.cites, id)
			}
		}
	}
	for _, q := range b.Quotes {
		if e := x.speaker(q); e != nil {
			e.said++
		}
	}
	return x
}

// speaker gives the entry of the one who speaks, nil if the speaker has none. A
// document or group that the text calls by a name of its own has one, too.
func (x *index) speaker(q corpus.Quote) *entry {
	if q.Kind == corpus.SpeakerAuthor {
		return nil
	}
	return x.names[q.Speaker]
}

// named lists the names in p that lead to a page of their own, or else to an
// entry.
func (x *index) named(p *corpus.Paragraph) []named {
	var out []named
	for _, l := range p.Links {
		e := x.names[l.Name]
		if e == nil || l.Empty() || !l.Valid(len(p.Text)) {
			continue
		}
		n := named{Span: l.Span, href: cmp.Or(e.page, "#"+e.id)}
		if l.Of(p.Text) != e.Name.Name {
			n.full = e.Name.Name
		}
		out = append(out, n)
	}
	return out
}

// names lists what x holds by type, people first. What no paragraph names and
// nobody quotes is left out.
func (s *site) names(x *index) []NameGroup {
	var out []NameGroup
	for _, e := range x.listed() {
		if n := len(out); n == 0 || out[n-1].Type != string(e.Type) {
			out = append(out, NameGroup{Type: string(e.Type)})
		}
		g := &out[len(out)-1]
		g.Names = append(g.Names, s.name(e))
	}
	return out
}

func (s *site) name(e *entry) Name {
	n := Name{ID: e.id, Name: shown(e.Name.Name), RelPermalink: e.page, Role: shown(e.Role), Statements: s.number(e.said)}
	for _, id := range e.cites {
		n.Cites = append(n.Cites, s.cite("", id))
	}
	if e.said > 0 {
		n.Said = "#" + speakerID(e)
	}
	return n
}

// listed gives the entries that are shown, in their order.
func (x *index) listed() []*entry {
	out := slices.DeleteFunc(slices.Clone(x.order), func(e *entry) bool {
		return len(e.cites) == 0 && e.said == 0
	})
	slices.SortStableFunc(out, func(a, b *entry) int {
		return cmp.Or(rank(a.Type)-rank(b.Type), strings.Compare(string(a.Type), string(b.Type)))
	})
	return out
}

// counts adds up what the briefings of d hold.
func (s *site) counts(d *corpus.Dossier) Counts {
	statements, figures, named := 0, 0, map[string]bool{}
	for i := range d.Briefings {
		b := &d.Briefings[i]
		statements += len(b.Quotes)
		figures += len(b.Quantities)
		for _, e := range s.index(b).listed() {
			named[e.entity] = true
		}
	}
	return Counts{s.number(statements), s.number(figures), s.number(len(named))}
}
