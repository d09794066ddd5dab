package summarize

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// quarrel is a disagreement: sides that answer one question differently.
type quarrel struct {
	sides  [][]corpus.Ref // by answer; of as many, that which comes first stands last
	more   []corpus.Ref   // what stands against the last side alone
	phase  string
	weight float64
}

// disputes gives the strongest disagreements: those of the phase map, and the
// contradictions that are no part of it.
func (s *story) disputes() []corpus.KeyPoint[corpus.Ref] {
	quarrels := append(s.mapped(), s.contradictions()...)
	slices.SortStableFunc(quarrels, func(a, b quarrel) int { return cmp.Compare(b.weight, a.weight) })
	var out []corpus.KeyPoint[corpus.Ref]
	for _, q := range quarrels {
		if len(out) == maxDisputes {
			break
		}
		if p, ok := s.dispute(q); ok && !slices.ContainsFunc(out, func(o corpus.KeyPoint[corpus.Ref]) bool { return mirrors(o, p) }) {
			out = append(out, p)
		}
	}
	return out
}

// mirrors reports whether two disagreements are one, told from either side.
func mirrors(a, b corpus.KeyPoint[corpus.Ref]) bool {
	return slices.Contains(a.Against, b.At) && slices.Contains(b.Against, a.At)
}

// mapped lists the disputes of the phases. Sides whose dates can be the same are
// one.
func (s *story) mapped() []quarrel {
	var out []quarrel
	for i := range s.Phases {
		for _, d := range s.Phases[i].Disputes {
			q := quarrel{phase: s.Phases[i].ID, weight: s.weight(i) / 2}
			var values []string
			docs := map[corpus.DocID]bool{}
			for _, side := range d.Sides {
				docs[side.At.Doc] = true
				k := slices.IndexFunc(values, func(v string) bool { return compatible(v, side.Value) })
				if k < 0 {
					k = len(values)
					values, q.sides = append(values, side.Value), append(q.sides, nil)
				}
				q.sides[k] = append(q.sides[k], side.At)
			}
			if q.weight += float64(len(docs)); len(q.sides) > 1 {
				out = append(out, q)
			}
		}
	}
	return out
}

// contradictions lists the relations that contradict. Those of one sentence are
// one; of those against one, that counts which tells most. An item of a list contradicts nothing: it
// is often one of several ways in which things may go; nor does one voice
// contradict itself in one document. Two documents count more than two voices in
// one, and more that is confirmed or told of a phase.
func (s *story) contradictions() []quarrel {
	var out []quarrel
	of, against := map[place]int{}, map[place]int{}
	for _, r := range s.Relations {
		if r.Kind != corpus.Contradicts {
			continue
		}
		said, a, okA := s.sentence(r.A)
		_, b, okB := s.sentence(r.B)
		if !okA || !okB || a == b || a.doc == b.doc && s.links.voice[a] == s.links.voice[b] {
			continue
		}
		if k, ok := of[a]; ok {
			out[k].more = append(out[k].more, r.B)
			out[k].weight += 0.5
			continue
		}
		if k, ok := against[b]; ok {
			out[k].weight += 0.5
			if was, _, _ := s.sentence(out[k].sides[1][0]); len(out[k].more) == 0 && said.matter > was.matter {
				out[k].sides[1][0] = r.A
			}
			continue
		}
		of[a], against[b] = len(out), len(out)
		out = append(out, quarrel{
			sides: [][]corpus.Ref{{r.B}, {r.A}},
			phase: cmp.Or(s.links.phase[a], s.links.phase[b]),
			weight: 1 + one(a.doc != b.doc) + 0.5*one(s.links.phase[a] != "") + 0.5*one(s.links.phase[b] != "") +
				0.25*part(len(s.links.agree[a])+len(s.links.agree[b]), 4),
		})
	}
	return out
}

// dispute makes a point of a quarrel: the side that most speak for stands
// first, the later of two. Its sentence must stand alone; those against it need
// not, for they stand beside it.
func (s *story) dispute(q quarrel) (corpus.KeyPoint[corpus.Ref], bool) {
	order := make([]int, len(q.sides))
	for i := range order {
		order[i] = len(order) - 1 - i
	}
	slices.SortStableFunc(order, func(i, j int) int { return len(q.sides[j]) - len(q.sides[i]) })
	for _, k := range order {
		against := q.against(k)
		c, ok := s.speaker(q.sides[k], against)
		if !ok {
			continue
		}
		point := corpus.KeyPoint[corpus.Ref]{Kind: corpus.PointDispute, At: s.ref(c), Phase: q.phase}
		point.Support = s.beside(append(slices.Clone(q.sides[k]), s.links.confirming(c.place, q.sides[k]...)...), c.doc)
		point.Against = s.others(c, against)
		return point, true
	}
	return corpus.KeyPoint[corpus.Ref]{}, false
}

// against gives what stands against a side.
func (q *quarrel) against(k int) []corpus.Ref {
	var out []corpus.Ref
	for i, side := range q.sides {
		if i != k {
			out = append(out, side...)
		}
	}
	if k == len(q.sides)-1 {
		out = append(out, q.more...)
	}
	return out
}

// speaker takes the sentence of a side that tells its answer best. One that is
// itself all that stands against it cannot.
func (s *story) speaker(side, against []corpus.Ref) (choice, bool) {
	var choices []choice
	for _, at := range side {
		c, p, ok := s.sentence(at)
		if !ok {
			continue
		}
		voice := choice{c, p, c.matter + part(p.doc, max(1, len(s.Documents)-1))}
		if len(s.others(voice, against)) > 0 {
			choices = append(choices, voice)
		}
	}
	return s.best(choices)
}

// others gives the sentences of what stands against a choice, one a document;
// of its own document too, but not itself.
func (s *story) others(c choice, against []corpus.Ref) []corpus.Ref {
	var other []corpus.Ref
	for _, at := range against {
		if _, p := s.passage(at); p != c.place {
			other = append(other, at)
		}
	}
	return s.beside(other)
}
