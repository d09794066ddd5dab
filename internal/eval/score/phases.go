package score

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// phase is a phase of the gold or of the export. Lines are its evidence, as
// "source:line"; Maybe are lines that earn and cost nothing.
type phase struct {
	ID, Start, End string
	Lines, Maybe   map[string]bool
	Optional       bool
}

// phasePair is a gold phase aligned with a predicted one.
type phasePair struct {
	gold, pred *phase
	score      float64
}

// scorePhases aligns the phases and scores the alignment, the bounds that the
// gold states, and the evidence lines of the aligned phases.
func scorePhases(c *Corpus, s *Sheet) {
	golds, preds := c.goldPhases(), c.predPhases()
	pairs := alignPhases(golds, preds)
	nPred, nGold, right := len(preds), 0, 0
	for _, g := range golds {
		nGold += oneIf(!g.Optional)
	}
	var start, end, lines tally
	for _, p := range pairs {
		if p.gold.Optional {
			nPred--
			continue
		}
		right++
		start.bound(p.gold.Start, p.pred.Start, true)
		end.bound(p.gold.End, p.pred.End, false)
		for l := range p.pred.Lines {
			lines.add(p.gold.Lines[l] || !p.gold.Maybe[l], p.gold.Lines[l], 1)
		}
		lines.gold += len(p.gold.Lines) - p.sharedLines()
	}
	s.prf("phases.align", right, nPred, nGold)
	s.acc("phases.start", start.right, start.gold)
	s.acc("phases.end", end.right, end.gold)
	lines.put(s, "phases.evidence")
}

// bound records one bound, unless the gold does not know it.
func (t *tally) bound(gold, pred string, start bool) {
	if gold != "" {
		t.add(withinMonth(gold, pred, start), true, 1)
	}
}

// goldPhases lists the phases of the cross gold and, as optional ones, those
// that only documents name. Evidence is the cross gold's and the documents'.
func (c *Corpus) goldPhases() []*phase {
	var out []*phase
	byID := map[string]*phase{}
	add := func(p *phase) {
		p.Lines, p.Maybe = map[string]bool{}, map[string]bool{}
		byID[p.ID] = p
		out = append(out, p)
	}
	for _, g := range c.Cross.Phases {
		p := &phase{ID: g.ID, Start: stated(g.Start, g.StartInferred), End: stated(g.End, g.EndInferred)}
		add(p)
		for _, e := range g.Evidence {
			p.Lines[lineKey(e.Source, e.Line)] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.Cross.DocumentPhases)) {
		add(&phase{ID: id, Optional: true})
	}
	for _, d := range c.Docs {
		d.addEvents(byID)
	}
	return out
}

// addEvents adds a document's events to the phases.
func (d *Doc) addEvents(byID map[string]*phase) {
	for _, e := range d.Gold.PhaseEvents {
		key := lineKey(d.Source.Name, e.Line)
		if p := byID[e.Phase]; p != nil {
			p.Lines[key] = true
		}
		for _, alt := range e.PhaseAlt {
			if p := byID[alt]; p != nil {
				p.Maybe[key] = true
			}
		}
	}
}

// stated is a bound, or "" when the annotator inferred it.
func stated(bound string, inferred bool) string {
	if inferred {
		return ""
	}
	return bound
}

// lineKey names a line of a source.
func lineKey(source string, line int) string { return fmt.Sprintf("%s:%d", source, line) }

// predPhases groups the export's evidence by phase.
func (c *Corpus) predPhases() []*phase {
	var out []*phase
	byID := map[string]*phase{}
	for _, d := range c.Docs {
		for _, a := range d.preds("PhaseEvidence") {
			p := byID[a.Body.Phase]
			if p == nil {
				p = &phase{ID: a.Body.Phase, Lines: map[string]bool{}}
				byID[p.ID] = p
				out = append(out, p)
			}
			p.Start, p.End = cmp.Or(p.Start, a.Body.Start), cmp.Or(p.End, a.Body.End)
			p.cite(d, a)
		}
	}
	return out
}

// cite adds the lines of an annotation; a dangling one is a wrong line.
func (p *phase) cite(d *Doc, a *Ann) {
	if !a.Anchored {
		p.Lines["dangling "+a.ID] = true
		return
	}
	for _, l := range d.Source.LinesOf(a.Span) {
		p.Lines[lineKey(d.Source.Name, l)] = true
	}
}

// alignPhases pairs phases one to one, greedily by the Jaccard index of their
// evidence lines plus the IoU of their intervals. Pairs share a line.
func alignPhases(golds, preds []*phase) []phasePair {
	var all []phasePair
	for _, g := range golds {
		for _, p := range preds {
			pair := phasePair{gold: g, pred: p}
			if j := pair.jaccard(); j > 0 {
				pair.score = j + intervalIoU(g, p)
				all = append(all, pair)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b phasePair) int { return cmp.Compare(b.score, a.score) })
	var out []phasePair
	taken := map[*phase]bool{}
	for _, p := range all {
		if !taken[p.gold] && !taken[p.pred] {
			taken[p.gold], taken[p.pred] = true, true
			out = append(out, p)
		}
	}
	return out
}

// sharedLines counts the evidence lines that both phases have.
func (p phasePair) sharedLines() int {
	n := 0
	for l := range p.pred.Lines {
		n += oneIf(p.gold.Lines[l])
	}
	return n
}

// jaccard compares the evidence lines, those that do not count left out.
func (p phasePair) jaccard() float64 {
	shared, extra := p.sharedLines(), 0
	for l := range p.pred.Lines {
		extra += oneIf(!p.gold.Lines[l] && !p.gold.Maybe[l])
	}
	return ratio(float64(shared), float64(len(p.gold.Lines)+extra))
}

// intervalIoU compares the months of two phases; 0 when one has no bounds.
func intervalIoU(a, b *phase) float64 {
	x, ok := a.interval()
	y, ok2 := b.interval()
	if !ok || !ok2 {
		return 0
	}
	return x.IoU(y)
}

// interval is the months of a phase; a missing bound takes the other one.
func (p *phase) interval() (Span, bool) {
	first, last, ok := months(cmp.Or(p.Start, p.End))
	_, last2, ok2 := months(cmp.Or(p.End, p.Start))
	return Span{first, max(last, last2) + 1}, ok && ok2
}
