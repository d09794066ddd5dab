package phase

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// contradictions are the rules of relations that make a dispute of a phase, and
// what it is about. The names are those of crossref.Rules.
var contradictions = map[string]corpus.DisputeKind{
	"denied":           corpus.DisputeStatus,
	"opposed":          corpus.DisputeStatus,
	"postponed-or-not": corpus.DisputeStatus,
	"rival-date":       corpus.DisputeEnd,
}

// contradict adds to phases the disputes that follow from relations: where one
// passage of a contradiction is evidence of a phase, what both say of it are
// sides. A phase whose disputes of that kind show one of the passages already
// keeps it as it is. It is wrong where a sentence that is evidence says two
// things, and the other one is contradicted.
func contradict(a *corpus.Affair, phases []corpus.Phase[corpus.Ref]) {
	said := newSaid(a)
	holders := map[corpus.DocID][]int{} // phases with evidence there
	for i, p := range phases {
		for _, s := range p.Evidence {
			if h := holders[s.At.Doc]; len(h) == 0 || h[len(h)-1] != i {
				holders[s.At.Doc] = append(h, i)
			}
		}
	}
	for _, r := range a.Relations {
		kind, ok := contradictions[r.Rule]
		if !ok || r.Kind != corpus.Contradicts {
			continue
		}
		sides := []corpus.Side[corpus.Ref]{said.side(kind, r.B), said.side(kind, r.A)}
		moved := kind != corpus.DisputeStatus && (said.putsOff(r.A) || said.putsOff(r.B)) // a delay gives a new date
		if moved || sides[0].Value == "" || sides[1].Value == "" || sides[0].Value == sides[1].Value {
			continue
		}
		if i := holder(phases, holders, r); i >= 0 {
			addSides(&phases[i], kind, sides)
		}
	}
}

// holder gives the phase that rests on most of the two passages, -1 if none
// does.
func holder(phases []corpus.Phase[corpus.Ref], holders map[corpus.DocID][]int, r corpus.Relation[corpus.Ref]) int {
	best, most := -1, 0
	for _, i := range slices.Concat(holders[r.A.Doc], holders[r.B.Doc]) {
		n := 0
		for _, s := range phases[i].Evidence {
			for _, at := range []corpus.Ref{r.A, r.B} {
				if s.At.Doc == at.Doc && s.At.Overlaps(at.Span) {
					n++
				}
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

// addSides adds a dispute, or its sides to the one of that kind that is there, unless
// that or another dispute about a date shows one of them: an election begins and ends
// in one.
func addSides(p *corpus.Phase[corpus.Ref], kind corpus.DisputeKind, sides []corpus.Side[corpus.Ref]) {
	for _, d := range p.Disputes {
		if (d.About == corpus.DisputeStatus) == (kind == corpus.DisputeStatus) && shows(d, sides) {
			return
		}
	}
	n := slices.IndexFunc(p.Disputes, func(d corpus.Dispute[corpus.Ref]) bool { return d.About == kind })
	if n < 0 {
		p.Disputes = append(p.Disputes, corpus.Dispute[corpus.Ref]{About: kind, Sides: sides})
		return
	}
	p.Disputes[n].Sides = append(p.Disputes[n].Sides, sides...)
}

// shows reports whether a dispute has one of the passages of sides.
func shows(d corpus.Dispute[corpus.Ref], sides []corpus.Side[corpus.Ref]) bool {
	return slices.ContainsFunc(d.Sides, func(s corpus.Side[corpus.Ref]) bool {
		return slices.ContainsFunc(sides, func(t corpus.Side[corpus.Ref]) bool { return s.At.Doc == t.At.Doc && s.At.Overlaps(t.At.Span) })
	})
}

// said finds what a passage asserts.
type said map[corpus.DocID][]corpus.Assertion // by place

func newSaid(a *corpus.Affair) said {
	out := said{}
	for _, x := range a.Assertions {
		out[x.Doc] = append(out[x.Doc], x)
	}
	for _, as := range out {
		slices.SortStableFunc(as, func(x, y corpus.Assertion) int { return cmp.Compare(x.Trigger.Start, y.Trigger.Start) })
	}
	return out
}

// side gives a passage with its answer: of a dispute about a date the first date
// asserted in it, of one about status the status that says most, "" if it
// asserts none.
func (s said) side(kind corpus.DisputeKind, at corpus.Ref) corpus.Side[corpus.Ref] {
	out := corpus.Side[corpus.Ref]{At: at}
	strongest := -1
	for _, x := range s.in(at) {
		if kind != corpus.DisputeStatus {
			if len(x.Dates) > 0 {
				out.Value = cmp.Or(out.Value, x.Dates[0].Value)
			}
		} else if n := slices.Index(strengths, x.Status); n > strongest {
			strongest, out.Value = n, string(x.Status)
		}
	}
	return out
}

// in gives the assertions of which the trigger stands in a passage.
func (s said) in(at corpus.Ref) []corpus.Assertion {
	all := s[at.Doc]
	place := func(x corpus.Assertion, start int) int { return cmp.Compare(x.Trigger.Start, start) }
	first, _ := slices.BinarySearchFunc(all, at.Start, place)
	end, _ := slices.BinarySearchFunc(all, at.End, place)
	return all[first:max(first, end)]
}

// putsOff reports whether a sentence of a passage asserts a delay.
func (s said) putsOff(at corpus.Ref) bool {
	return slices.ContainsFunc(s[at.Doc], func(x corpus.Assertion) bool {
		return x.Sentence.Overlaps(at.Span) && (x.Status == corpus.StatusPostponed || x.Event == "postpone")
	})
}

// strengths orders statuses by how much they say against others, the strongest
// last.
var strengths = []corpus.Status{
	corpus.StatusExpected, corpus.StatusPlanned, corpus.StatusOngoing, corpus.StatusDone, corpus.StatusPostponed, corpus.StatusDenied,
}
