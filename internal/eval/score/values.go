package score

import (
	"encoding/json"
	"slices"
)

// scoreDates scores the spans, the values, and the relations of the dates of
// which the value is right.
func scoreDates(d *Doc, s *Sheet) {
	golds := d.Gold.allDates()
	m := match(spans(golds, func(g GoldDate) goldSpan { return goldSpan{g.Span, g.Optional} }),
		d.preds("Date"), touching)
	valueOK := func(h Hit) bool {
		g := golds[h.Gold]
		return sameEDTF(h.Pred.value(), g.Value, g.ValueAlt)
	}
	relationOK := func(h Hit) bool {
		g := golds[h.Gold]
		return valueOK(h) && oneOf(h.Pred.Body.Relation, g.Relation, g.RelationAlt)
	}
	values := m.count(valueOK)
	m.put(s, "dates.detect", len(m.Hits))
	m.put(s, "dates.value", values)
	s.acc("dates.relation", m.count(relationOK), values)
}

// scoreFigures scores the spans and the values of the figures.
func scoreFigures(d *Doc, s *Sheet) {
	golds := d.Gold.allFigures()
	m := match(spans(golds, func(g GoldFigure) goldSpan { return goldSpan{g.Span, g.Optional} }),
		d.preds("Figure"), touching)
	m.put(s, "figures.detect", len(m.Hits))
	m.put(s, "figures.value", m.count(func(h Hit) bool { return golds[h.Gold].accepts(h.Pred.Body.Value) }))
}

// accepts reports whether got is the figure's value or one of its alternatives.
func (g *GoldFigure) accepts(got json.RawMessage) bool {
	lo, hi, ok := bounds(got)
	if !ok {
		return false
	}
	return slices.ContainsFunc(append([]json.RawMessage{g.Value}, g.ValueAlt...), func(want json.RawMessage) bool {
		a, b, ok := bounds(want)
		return ok && a == lo && b == hi
	})
}

// bounds reads a number or [min,max].
func bounds(raw json.RawMessage) (lo, hi float64, ok bool) {
	if json.Unmarshal(raw, &lo) == nil {
		return lo, lo, true
	}
	var pair []float64
	if json.Unmarshal(raw, &pair) != nil || len(pair) != 2 {
		return 0, 0, false
	}
	return pair[0], pair[1], true
}

// oneOf reports whether got is want or one of alt.
func oneOf(got, want string, alt []string) bool {
	return got == want || slices.Contains(alt, got)
}

// spans maps gold items to their spans.
func spans[T any](items []T, span func(T) goldSpan) []goldSpan {
	out := make([]goldSpan, len(items))
	for i, it := range items {
		out[i] = span(it)
	}
	return out
}
