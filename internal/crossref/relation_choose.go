package crossref

import (
	"cmp"
	"slices"
)

// How many relations a reader is shown.
const (
	perPassage  = 7 // of one sentence
	perDocument = 4 // of one sentence with the sentences of one other document
)

// choose keeps the strongest relations: of two passages one for each pair of parts
// that do not overlap, of each passage a few, and of each part of it one by each rule
// with what one speaker says in another document.
func (r *relater) choose(found []finding) []finding {
	slices.SortFunc(found, func(x, y finding) int {
		return cmp.Or(cmp.Compare(y.strength, x.strength), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b),
			cmp.Compare(x.ua.span.Start, y.ua.span.Start), cmp.Compare(x.ub.span.Start, y.ub.span.Start), cmp.Compare(x.rule, y.rule))
	})
	held := map[int][]finding{} // by passage
	var out []finding
	for _, f := range found {
		if r.room(held[f.a], f, f.a) && r.room(held[f.b], f, f.b) {
			held[f.a] = append(held[f.a], f)
			held[f.b] = append(held[f.b], f)
			out = append(out, f)
		}
	}
	return out
}

// room reports whether a passage that has relations can have one more.
func (r *relater) room(has []finding, f finding, passage int) bool {
	other := f.a + f.b - passage
	same := 0
	for _, h := range has {
		if h.a == f.a && h.b == f.b && (h.ua.span.Overlaps(f.ua.span) || h.ub.span.Overlaps(f.ub.span)) {
			return false
		}
		if had := h.a + h.b - passage; r.passages[had].doc == r.passages[other].doc {
			repeats := h.rule == f.rule && h.part(had).speaker() == f.part(other).speaker()
			if same++; repeats && h.part(passage).span.Overlaps(f.part(passage).span) {
				return false
			}
		}
	}
	return len(has) < perPassage && same < perDocument
}

// part gives what a finding compares of one of its passages.
func (f finding) part(passage int) *unit {
	if f.a == passage {
		return f.ua
	}
	return f.ub
}

// speaker gives who says what a unit says, "" for the page's own voice.
func (u *unit) speaker() string {
	if u.claim != nil {
		return u.claim.SpeakerName
	}
	return u.voice
}
