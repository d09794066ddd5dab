package summarize

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mojaz/internal/corpus"
)

// What makes a sentence the one that tells the latest state, beside its score:
// it says that something is done or goes on, updates what others said, and
// tells of a phase of the map.
const (
	stateHappens = 0.6
	stateNews    = 0.5
	stateMapped  = 0.4
)

// state chooses the sentence of the newest documents that tells best where the
// affair stands: one that a phase or a relation ties to the rest of it. If the
// last third of the documents has none, any sentence of the newest does.
func (s *story) state() (corpus.KeyPoint[corpus.Ref], bool) {
	n := len(s.Documents)
	for last := n; last > 0 && last > n-max(newestDocs, n/3); last = s.newest(last) {
		if p, ok := s.latest(s.newest(last), last, true); ok {
			return p, true
		}
	}
	for last := n; last > 0; last = s.newest(last) {
		if p, ok := s.latest(s.newest(last), last, false); ok {
			return p, true
		}
	}
	return corpus.KeyPoint[corpus.Ref]{}, false
}

// latest chooses the sentence that tells the state best in some documents.
func (s *story) latest(first, last int, tied bool) (corpus.KeyPoint[corpus.Ref], bool) {
	var choices []choice
	for doc := first; doc < last; doc++ {
		for _, c := range s.read(doc) {
			p := place{doc, c.sentence.Start}
			if tied && !s.links.tied(p) {
				continue
			}
			worth := c.matter + stateHappens*one(s.links.happens[p]) + stateNews*one(s.links.news[p]) + stateMapped*one(s.links.phase[p] != "")
			choices = append(choices, choice{c, p, worth})
		}
	}
	c, ok := s.best(choices)
	if !ok {
		return corpus.KeyPoint[corpus.Ref]{}, false
	}
	return corpus.KeyPoint[corpus.Ref]{
		Kind: corpus.PointState, At: s.ref(c), Support: s.beside(s.links.confirming(c.place), c.doc), Phase: s.links.phase[c.place],
	}, true
}

// phases gives a point for each of the main phases, in time order.
func (s *story) phases() []corpus.KeyPoint[corpus.Ref] {
	order := make([]int, len(s.Phases))
	weight := make([]float64, len(s.Phases))
	for i := range s.Phases {
		order[i], weight[i] = i, s.weight(i)
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(weight[j], weight[i]) })
	points := map[int]corpus.KeyPoint[corpus.Ref]{}
	for _, i := range order {
		if len(points) == maxPhases {
			break
		}
		if p, ok := s.phase(&s.Phases[i]); ok {
			points[i] = p
		}
	}
	var out []corpus.KeyPoint[corpus.Ref]
	for i := range s.Phases {
		if p, ok := points[i]; ok {
			out = append(out, p)
		}
	}
	return out
}

// weight tells how much a phase matters: by the documents and passages that
// speak of it, whether they disagree, whether it has a date, and whether it goes
// on or is to come, most if the day on which it begins is known: that is what a reader
// waits for. Of the past the nearer counts more; of what only may come, less.
func (s *story) weight(i int) float64 {
	p := &s.Phases[i]
	docs, told := map[corpus.DocID]bool{}, map[place]bool{}
	for _, e := range p.Evidence {
		docs[e.At.Doc] = true
		if at, ok := s.place(e.At); ok {
			told[at] = true
		}
	}
	w := float64(len(docs)) + 0.25*float64(min(len(told), 6)) + 0.5*one(len(p.Disputes) > 0) +
		0.5*one(p.Start != "" || p.End != "") + 2*one(p.Pinned) + 0.5*float64(i)/float64(len(s.Phases))
	switch p.Kind {
	case corpus.PhaseCurrent, corpus.PhasePlanned:
		w += 0.5 + one(p.Kind == corpus.PhasePlanned && p.Start != "" && p.Start > s.newestDay())
	case corpus.PhaseScenario:
		w--
	case corpus.PhasePast:
		last, err := strconv.Atoi(year(ending(cmp.Or(p.End, p.Start))))
		first, err2 := strconv.Atoi(year(s.Documents[0].Meta.Published))
		w -= 2 * one(err == nil && err2 == nil && last <= first-memory)
	}
	return w
}

// newestDay gives when the newest document was published.
func (s *story) newestDay() string { return s.Documents[len(s.Documents)-1].Meta.Published }

// phase chooses the sentence that tells best of a phase: one that has its words
// and a date, later rather than earlier, not overtaken, confirmed by others.
func (s *story) phase(ph *corpus.Phase[corpus.Ref]) (corpus.KeyPoint[corpus.Ref], bool) {
	if s.known(ph) {
		return corpus.KeyPoint[corpus.Ref]{}, false
	}
	label, _ := s.words.terms(ph.Label)
	said := map[place]corpus.Stand[corpus.Ref]{}
	var choices []choice
	for _, e := range ph.Evidence {
		c, p, ok := s.sentence(e.At)
		if !ok {
			continue
		}
		if said[p].When == "" {
			said[p] = e
		}
		terms, _ := s.words.terms(c.shown.Of(s.Documents[p.doc].Text))
		worth := c.matter + 1.5*share(label, terms) + 0.5*one(e.When != "") + 0.5*part(len(s.links.agree[p]), 2) -
			0.5*one(s.links.overtaken[p]) + 0.3*part(p.doc, max(1, len(s.Documents)-1))
		choices = append(choices, choice{c, p, worth})
	}
	c, ok := s.best(choices)
	if !ok {
		return corpus.KeyPoint[corpus.Ref]{}, false
	}
	var told []corpus.Ref // of the phase, in the sentence chosen
	for _, e := range ph.Evidence {
		if p, ok := s.place(e.At); ok {
			s.told[p] = true
			if p == c.place {
				told = append(told, e.At)
			}
		}
	}
	support := s.links.confirming(c.place, told...)
	for _, e := range ph.Evidence {
		if agree(said[c.place], e) {
			support = append(support, e.At)
		}
	}
	return corpus.KeyPoint[corpus.Ref]{
		Kind: corpus.PointPhase, At: s.ref(c), Support: s.beside(support, c.doc), Phase: ph.ID,
	}, true
}

// known reports whether most sentences that are evidence of a phase are evidence
// of one that has its point already: it would be told by the same words.
func (s *story) known(ph *corpus.Phase[corpus.Ref]) bool {
	all, known := 0, 0
	for _, e := range ph.Evidence {
		if p, ok := s.place(e.At); ok {
			all++
			if s.told[p] {
				known++
			}
		}
	}
	return 2*known > all
}

// agree reports whether two passages say the same of a phase: the same date, or
// where one has none the same status. Nobody agrees with who denies.
func agree(a, b corpus.Stand[corpus.Ref]) bool {
	denied := corpus.StatusDenied
	if a.When == "" || b.When == "" || a.Status == denied || b.Status == denied {
		return a.Status == b.Status
	}
	return compatible(a.When, b.When)
}

// compatible reports whether two EDTF dates can be the same, one told more
// closely than the other.
func compatible(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }

// fill adds the best sentences of documents to the points of phases until there
// are n: of documents that have no point yet, the newest first. Each stands where
// its day of publication puts it among the phases.
func (s *story) fill(phases []corpus.KeyPoint[corpus.Ref], n int) []corpus.KeyPoint[corpus.Ref] {
	when := map[string]string{}
	for _, ph := range s.Phases {
		when[ph.ID] = cmp.Or(ph.Start, ph.End, "9")
	}
	out := slices.Clone(phases)
	spoken := map[int]bool{}
	for p := range s.taken {
		spoken[p.doc] = true
	}
	for doc := len(s.Documents) - 1; doc >= 0 && len(out) < n; doc-- {
		if spoken[doc] {
			continue
		}
		var choices []choice
		for _, c := range s.read(doc) {
			p := place{doc, c.sentence.Start}
			choices = append(choices, choice{c, p, c.score + one(s.links.tied(p))})
		}
		c, ok := s.best(choices)
		if !ok {
			continue
		}
		p := corpus.KeyPoint[corpus.Ref]{Kind: corpus.PointPhase, At: s.ref(c), Support: s.beside(s.links.confirming(c.place), c.doc)}
		published := s.Documents[doc].Meta.Published
		i := slices.IndexFunc(out, func(q corpus.KeyPoint[corpus.Ref]) bool {
			return published <= cmp.Or(when[q.Phase], s.Documents[s.order[q.At.Doc]].Meta.Published)
		})
		if i < 0 {
			i = len(out)
		}
		out = slices.Insert(out, i, p)
	}
	return out
}
