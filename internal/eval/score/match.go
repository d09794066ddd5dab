package score

import (
	"cmp"
	"slices"
)

// goldSpan is a place in the gold; optional ones earn and cost nothing.
type goldSpan struct {
	Span
	Optional bool
}

// Hit is a required gold item, by its index, with the prediction matched to it.
type Hit struct {
	Gold int
	Pred *Ann
}

// Matching is the result of a one-to-one matching in one document.
type Matching struct {
	Twin     []*Ann // for each gold item its prediction, or nil
	Spurious []*Ann // predictions matched to nothing
	Hits     []Hit  // the matched required gold items
	Pred     int    // predictions that count: all but those matched to optional gold
	Gold     int    // required gold items
}

// touching is the overlap rule of dates, mentions and figures.
func touching(gold, pred Span) bool { return gold.Touches(pred) }

// quoting is the overlap rule of statements: half of the union, or four fifths
// of the gold.
func quoting(gold, pred Span) bool {
	o := gold.Overlap(pred)
	return gold.IoU(pred) >= 0.5 || 5*o >= 4*gold.Len()
}

// match pairs gold and predicted spans greedily, the best IoU first, among the
// pairs that the rule allows.
func match(golds []goldSpan, preds []*Ann, rule func(gold, pred Span) bool) *Matching {
	twin := make([]*Ann, len(golds))
	taken := map[*Ann]bool{}
	for _, c := range candidates(golds, preds, rule) {
		if twin[c.Gold] == nil && !taken[c.Pred] {
			twin[c.Gold] = c.Pred
			taken[c.Pred] = true
		}
	}
	m := &Matching{Twin: twin}
	for _, p := range preds {
		if !taken[p] {
			m.Spurious = append(m.Spurious, p)
		}
	}
	m.tally(golds)
	return m
}

// candidates lists the allowed pairs, the best first.
func candidates(golds []goldSpan, preds []*Ann, rule func(gold, pred Span) bool) []Hit {
	var out []Hit
	for i, g := range golds {
		for _, p := range preds {
			if p.Anchored && rule(g.Span, p.Span) {
				out = append(out, Hit{i, p})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Hit) int {
		return cmp.Compare(golds[b.Gold].IoU(b.Pred.Span), golds[a.Gold].IoU(a.Pred.Span))
	})
	return out
}

// tally fills in the counts of required items.
func (m *Matching) tally(golds []goldSpan) {
	m.Pred = len(m.Spurious)
	for i, g := range golds {
		if g.Optional {
			continue
		}
		m.Gold++
		if m.Twin[i] != nil {
			m.Pred++
			m.Hits = append(m.Hits, Hit{i, m.Twin[i]})
		}
	}
}

// count is the number of hits for which ok holds.
func (m *Matching) count(ok func(h Hit) bool) int {
	n := 0
	for _, h := range m.Hits {
		n += oneIf(ok(h))
	}
	return n
}

// put records how many hits are right as precision and recall.
func (m *Matching) put(s *Sheet, name string, right int) {
	s.prf(name, right, m.Pred, m.Gold)
}
