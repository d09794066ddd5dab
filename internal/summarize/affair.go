package summarize

import (
	"cmp"
	"slices"
	"sort"

	"mojaz/internal/corpus"
)

// The most points of each kind that the summary of an affair has, however many
// documents it is made of.
const (
	maxPhases   = 5
	maxDisputes = 3
	// fewPoints is how many points a summary has at least, if the documents have
	// so much to say.
	fewPoints = 5
	// maxBeside is how many passages stand beside a point: all, unless a dossier
	// is very large; then the newest.
	maxBeside = 24
)

// KeyPoints gives the summary of an affair: its latest state, its main phases in
// time order, and its strongest disagreements. It reads all other fields of a.
//
// Each point is a sentence that can be read alone, and no two say the same. Its
// support are the sentences that are evidence of the same with the same date,
// and those that a relation says corroborate it: one a document, by publication.
// A phase of which no sentence can be read alone has no point. Where there are
// few phases, what the newest documents have to say stands among them.
func KeyPoints(a corpus.Affair) []corpus.KeyPoint[corpus.Ref] {
	s := newStory(&a)
	var out []corpus.KeyPoint[corpus.Ref]
	if p, ok := s.state(); ok {
		out = append(out, p)
	}
	disputes := s.disputes() // before the phases, which have more sentences to choose from
	phases := s.phases()
	return slices.Concat(out, s.fill(phases, fewPoints-len(out)-len(disputes)), disputes)
}

// story is what is known of an affair while its points are chosen.
type story struct {
	*corpus.Affair
	order     map[corpus.DocID]int
	sentences map[int][]candidate // by document, of those that were asked for
	words     *vocabulary         // of the points
	taken     map[place]bool
	said      [][]int        // terms of the points
	told      map[place]bool // evidence of the phases that have points
	links     links
}

// place is a sentence of an affair: a document's index and the sentence's start.
type place struct{ doc, start int }

func newStory(a *corpus.Affair) *story {
	s := &story{
		Affair: a, order: map[corpus.DocID]int{}, sentences: map[int][]candidate{},
		words: newVocabulary(), taken: map[place]bool{}, told: map[place]bool{},
	}
	for i, d := range a.Documents {
		s.order[d.ID] = i
	}
	s.links = s.link()
	return s
}

// read gives the sentences of a document with their scores.
func (s *story) read(doc int) []candidate {
	cs, ok := s.sentences[doc]
	if !ok {
		v := newVocabulary()
		cs = candidates(s.Documents[doc], v)
		score(s.Documents[doc], v, cs)
		s.sentences[doc] = cs
	}
	return cs
}

// place finds the sentence in which a passage begins; a lede counts as one. ok is
// false for a heading.
func (s *story) place(at corpus.Ref) (p place, ok bool) {
	doc, ok := s.order[at.Doc]
	if !ok {
		return p, false
	}
	blocks := s.Documents[doc].Blocks
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].End > at.Start })
	if i == len(blocks) || blocks[i].Start > at.Start {
		return p, false
	}
	switch b := blocks[i]; b.Role {
	case corpus.RoleLede:
		return place{doc, b.Start}, true
	case corpus.RoleBody:
		k := sort.Search(len(b.Sentences), func(k int) bool { return b.Sentences[k].End > at.Start })
		if k < len(b.Sentences) {
			return place{doc, b.Sentences[k].Start}, true
		}
	}
	return p, false
}

// sentence gives the sentence in which a passage begins; ok is false for what
// cannot be a point: a heading, an item of a list.
func (s *story) sentence(at corpus.Ref) (c candidate, p place, ok bool) {
	if p, ok = s.place(at); !ok {
		return c, p, false
	}
	cs := s.read(p.doc)
	i := sort.Search(len(cs), func(i int) bool { return cs[i].sentence.Start >= p.start })
	if i == len(cs) || cs[i].sentence.Start != p.start {
		return c, p, false
	}
	return cs[i], p, true
}

// passage is what stands as support or against: the sentence of at, or at itself
// where that is not in a sentence.
func (s *story) passage(at corpus.Ref) (corpus.Ref, place) {
	if c, p, ok := s.sentence(at); ok {
		return corpus.Ref{Doc: at.Doc, Span: c.shown}, p
	}
	return at, place{s.order[at.Doc], at.Start}
}

// take makes a sentence a point, unless it is one or says the same as one.
func (s *story) take(c candidate, p place) bool {
	terms, _ := s.words.terms(c.shown.Of(s.Documents[p.doc].Text))
	if s.taken[p] || slices.ContainsFunc(s.said, func(said []int) bool { return alike(said, terms) >= same }) {
		return false
	}
	s.taken[p] = true
	s.said = append(s.said, terms)
	return true
}

// choice is a sentence that could be a point.
type choice struct {
	candidate
	place
	worth float64
}

// best takes the first of the choices, by worth, that can be a point.
func (s *story) best(choices []choice) (choice, bool) {
	slices.SortStableFunc(choices, func(a, b choice) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(b.doc, a.doc), cmp.Compare(a.start, b.start))
	})
	for _, c := range choices {
		if c.alone && s.take(c.candidate, c.place) {
			return c, true
		}
	}
	return choice{}, false
}

// ref is the sentence as it is shown.
func (s *story) ref(c choice) corpus.Ref {
	return corpus.Ref{Doc: s.Documents[c.doc].ID, Span: c.shown}
}

// beside gives the sentences of passages, without those of the documents in but,
// one a document, by publication.
func (s *story) beside(passages []corpus.Ref, but ...int) []corpus.Ref {
	type found struct {
		place
		at corpus.Ref
	}
	var all []found
	for _, at := range passages {
		if _, ok := s.order[at.Doc]; ok {
			at, p := s.passage(at)
			all = append(all, found{p, at})
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Or(a.doc-b.doc, a.start-b.start) })
	var out []corpus.Ref
	last := -1
	for _, f := range all {
		if f.doc != last && !slices.Contains(but, f.doc) {
			out, last = append(out, f.at), f.doc
		}
	}
	return out[max(0, len(out)-maxBeside):]
}
