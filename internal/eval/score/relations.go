package score

import "fmt"

// scoreRelations scores the recall of the strong gold pairs, with and without
// their type, and lists the predicted pairs that match no gold pair.
func scoreRelations(c *Corpus, e *Export, r *Result) {
	var preds []*Ann
	for _, a := range e.Anns {
		if a.Body.Type == "Relation" {
			preds = append(preds, a)
		}
	}
	strong, paired, typed := 0, 0, 0
	for _, g := range c.Cross.Relations {
		if g.Strength != "strong" {
			continue
		}
		strong++
		anyPair, sameType := g.found(preds)
		paired += oneIf(anyPair)
		typed += oneIf(sameType)
	}
	r.Total.acc("relations.pair", paired, strong)
	r.Total.acc("relations.typed", typed, strong)
	for _, p := range preds {
		if !c.hasPair(p) {
			r.NewRelations = append(r.NewRelations, c.describe(p))
		}
	}
	r.Total.add("relations.unlisted", kindInfo, float64(len(r.NewRelations)), float64(len(preds)), 0, 0)
}

// found reports whether some prediction is the pair, and whether one also has
// its type.
func (g *GoldRelation) found(preds []*Ann) (anyPair, sameType bool) {
	for _, p := range preds {
		if g.matches(p) {
			anyPair = true
			sameType = sameType || p.Body.Relation == g.Type
		}
	}
	return anyPair, sameType
}

// matches reports whether p joins the two places, in either order.
func (g *GoldRelation) matches(p *Ann) bool {
	if !p.Anchored {
		return false
	}
	return g.A.at(p.Source, p.Span) && g.B.at(p.With, p.WithSpan) ||
		g.B.at(p.Source, p.Span) && g.A.at(p.With, p.WithSpan)
}

// at reports whether a span of a source touches the place.
func (p *Place) at(source string, sp Span) bool {
	return p.Source == source && p.Span.Touches(sp)
}

// hasPair reports whether p is a pair of the gold, strong or weak.
func (c *Corpus) hasPair(p *Ann) bool {
	for i := range c.Cross.Relations {
		if c.Cross.Relations[i].matches(p) {
			return true
		}
	}
	return false
}

// describe shows a predicted relation for reading.
func (c *Corpus) describe(p *Ann) string {
	return fmt.Sprintf("%s: %s | %s (%s)", p.Body.Relation,
		c.quote(p.Source, p.Span), c.quote(p.With, p.WithSpan), p.Body.About)
}

// quote shows a place: its line and the beginning of its text.
func (c *Corpus) quote(source string, sp Span) string {
	d := c.byName[source]
	if d == nil || !d.Source.Holds(sp) {
		return source + ":dangling"
	}
	line := 0
	if lines := d.Source.LinesOf(sp); len(lines) > 0 {
		line = lines[0]
	}
	sp.End = min(sp.End, sp.Start+70)
	return fmt.Sprintf("%s:%d «%s»", source, line, d.Source.Text(sp))
}
