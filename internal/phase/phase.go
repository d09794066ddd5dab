package phase

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// Map gives the phases of an affair in time order: those with a date by their
// first day, then those without one. It reads a.Documents, a.Assertions,
// a.Relations and a.AsOf.
func Map(a corpus.Affair) []corpus.Phase[corpus.Ref] {
	a.Documents = slices.Clone(a.Documents)
	slices.SortStableFunc(a.Documents, func(x, y corpus.Document) int {
		return cmp.Or(cmp.Compare(x.Meta.Published, y.Meta.Published), cmp.Compare(x.ID, y.ID))
	})
	v := newVocabulary(a.Documents)
	facts := allFacts(&a, v)
	weigh(&a, v, facts)
	clusters := choose(gather(v, facts).clusters, len(a.Documents), parseDays(a.AsOf))
	phases := write(&a, v, facts, clusters)
	contradict(&a, phases)
	return phases
}

// gather joins facts to clusters: first those of explicit phases, then those with a date,
// the finest dates first, then the rest.
func gather(v *vocabulary, facts []fact) *maker {
	m := newMaker(v)
	for pass := range 4 {
		for i := range facts {
			if f := &facts[i]; f.pass() == pass {
				m.place(f, f.alone())
			}
		}
	}
	m.merge()
	return m
}

// pass is when a fact is placed.
func (f *fact) pass() int {
	switch {
	case f.key != "" || f.item:
		return 0
	case !f.alone():
		return 3
	case f.dated() && f.when.length() <= 45:
		return 1
	case f.dated():
		return 2
	}
	return 3
}

// alone reports whether a fact can begin a cluster: it claims something, and its
// date is more than part of a name («انتخابات 2014»); or it tells of a day.
func (f *fact) alone() bool {
	if f.dated() && f.date.Rel == "" && f.when.length() > 300 {
		return false
	}
	return len(f.classes) > 0 || f.key != "" || f.item || f.dated() && f.when.length() <= 3
}

// allFacts makes the facts of an affair, by document and place.
func allFacts(a *corpus.Affair, v *vocabulary) []fact {
	var out []fact
	for d, as := range byDocument(a) {
		doc := &a.Documents[d]
		facts := assertionFacts(doc, d, as)
		facts = nameFacts(doc, d, facts)
		facts = scenarioFacts(doc, d, facts)
		facts = append(facts, looseFacts(doc, d, facts)...)
		sortFacts(facts)
		asides(doc, facts)
		out = append(out, facts...)
	}
	return out
}

// byDocument parts the assertions by document.
func byDocument(a *corpus.Affair) [][]corpus.Assertion {
	out := make([][]corpus.Assertion, len(a.Documents))
	at := map[corpus.DocID]int{}
	for i := range a.Documents {
		at[a.Documents[i].ID] = i
	}
	for _, x := range a.Assertions {
		if d, ok := at[x.Doc]; ok {
			out[d] = append(out[d], x)
		}
	}
	for _, as := range out {
		slices.SortStableFunc(as, func(a, b corpus.Assertion) int { return a.Start - b.Start })
	}
	return out
}
