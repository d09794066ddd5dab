package crossref

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// Relations gives the pairs of passages that confirm, contradict, update or
// elaborate each other. It reads a.Documents, a.Cast and a.Assertions.
//
// Sentences that share rare words, an event's date or a figure are found through
// an index and compared clause by clause with the rules of [Rules]; of each pair of
// sentences the strongest relation stands, of two that would show the same words the
// stronger, and of each sentence the strongest few.
func Relations(a corpus.Affair) []corpus.Relation[corpus.Ref] {
	r := newRelater(&a)
	var found []finding
	for i := range r.passages {
		for _, k := range r.candidates(i) {
			found = append(found, r.compare(k, i)...)
		}
		found = append(found, r.inside(i)...)
		found = append(found, r.answered(i)...)
	}
	out := make([]corpus.Relation[corpus.Ref], 0, len(found))
	told := map[[2]int][]corpus.Relation[corpus.Ref]{} // of two passages, the strongest first
	for _, f := range r.choose(found) {
		x, at := r.relation(f), [2]int{f.a, f.b}
		if !slices.ContainsFunc(told[at], func(y corpus.Relation[corpus.Ref]) bool { return x.A.Overlaps(y.A.Span) && x.B.Overlaps(y.B.Span) }) {
			out, told[at] = append(out, x), append(told[at], x)
		}
	}
	order := map[corpus.DocID]int{}
	for i, doc := range a.Documents {
		order[doc.ID] = i
	}
	slices.SortFunc(out, func(x, y corpus.Relation[corpus.Ref]) int {
		return cmp.Or(cmp.Compare(order[x.A.Doc], order[y.A.Doc]), cmp.Compare(x.A.Start, y.A.Start),
			cmp.Compare(order[x.B.Doc], order[y.B.Doc]), cmp.Compare(x.B.Start, y.B.Start), cmp.Compare(x.Rule, y.Rule))
	})
	return out
}

// relater holds what is known of an affair while its passages are compared.
type relater struct {
	affair   *corpus.Affair
	words    *termReader
	passages []passage
	index    relationIndex
	// published is the day on which each document was, "" if not known.
	published []string
	gaps      gaps
	units     map[string]int // how many figures each unit has
}

// newRelater reads the passages of an affair.
func newRelater(a *corpus.Affair) *relater {
	words := newTermReader(a)
	r := &relater{affair: a, words: words, passages: passages(a, words), index: relationIndex{}, gaps: gaps{}, units: map[string]int{}}
	for i := range a.Documents {
		day, _ := firstDay(a.Documents[i].Meta.Published)
		r.published = append(r.published, day)
		for _, f := range a.Documents[i].Figures {
			r.units[words.counted(f.Unit)]++
		}
	}
	return r
}
