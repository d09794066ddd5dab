package score

import (
	"slices"
	"unicode"
)

// keptRoles are the block roles that keep text.
var keptRoles = map[string]bool{"body": true, "heading": true, "lede": true, "pullquote": true}

// scoreBody compares the kept lines with the gold's body lines, plain and
// weighted by their characters. Neutral and blank lines do not count.
func scoreBody(d *Doc, s *Sheet) {
	kept := d.keptRunes()
	var lines, chars tally
	for i, ln := range d.Source.Lines {
		ink := d.Source.inked(ln)
		if ink == 0 || slices.Contains(d.Gold.NeutralLines, i+1) {
			continue
		}
		covered := 0
		for at := ln.Start; at < ln.End; at++ {
			covered += oneIf(kept[at] && !unicode.IsSpace(d.Source.Runes[at]))
		}
		got, want := 2*covered >= ink, slices.Contains(d.Gold.BodyLines, i+1)
		lines.add(got, want, 1)
		chars.add(got, want, ink)
	}
	lines.put(s, "body.lines")
	chars.put(s, "body.chars")
}

// keptRunes marks the code points that the kept blocks cover.
func (d *Doc) keptRunes() []bool {
	kept := make([]bool, len(d.Source.Runes))
	for _, a := range d.Anns {
		if a.Body.Type != "Block" || !a.Anchored || !keptRoles[a.Body.Role] {
			continue
		}
		for at := a.Span.Start; at < a.Span.End; at++ {
			kept[at] = true
		}
	}
	return kept
}

// tally counts yes answers given, wanted and right.
type tally struct{ right, pred, gold int }

// add records one answer of the given weight.
func (t *tally) add(got, want bool, weight int) {
	t.right += weight * oneIf(got && want)
	t.pred += weight * oneIf(got)
	t.gold += weight * oneIf(want)
}

// put records the tally as precision and recall.
func (t *tally) put(s *Sheet, name string) { s.prf(name, t.right, t.pred, t.gold) }

// scoreMeta compares the Document annotation with the gold record. A document
// without one answers null to everything.
func scoreMeta(d *Doc, s *Sheet) {
	var got Body
	for _, a := range d.Anns {
		if a.Body.Type == "Document" {
			got = a.Body
			break
		}
	}
	want := d.Gold.Meta
	s.accIf("meta.title", foldTitle(got.Title) == foldTitle(want.Title))
	s.accIf("meta.publisher", foldTitle(got.Publisher) == foldTitle(want.Publisher))
	s.accIf("meta.author", foldTitle(got.Author) == foldTitle(want.Author))
	s.accIf("meta.published", sameEDTF(got.Published, want.Published, want.PublishedAlt))
	s.accIf("meta.yearmonth", yearMonth(got.Published) == yearMonth(want.Published))
}

// scoreSummary compares the first k summary points with the k key sentences.
func scoreSummary(d *Doc, s *Sheet) {
	points := d.preds("Summary")
	slices.SortStableFunc(points, byRank)
	points = points[:min(len(points), len(d.Gold.KeySentences))]
	good, found := 0, map[int]bool{}
	for _, p := range points {
		hit := false
		for i, k := range d.Gold.KeySentences {
			if p.Anchored && k.Span.Touches(p.Span) {
				hit, found[i] = true, true
			}
		}
		good += oneIf(hit)
	}
	s.add("summary.at_k", kindPRF, float64(good), float64(len(points)),
		float64(len(found)), float64(len(d.Gold.KeySentences)))
}

// byRank puts the best summary point first.
func byRank(a, b *Ann) int {
	switch {
	case a.Body.Rank < b.Body.Rank:
		return -1
	case a.Body.Rank > b.Body.Rank:
		return 1
	}
	return 0
}
