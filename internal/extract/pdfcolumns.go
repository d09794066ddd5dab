package extract

import (
	"cmp"
	"slices"
)

const (
	// gutter is the gap that parts two columns, as a share of the height of their
	// letters, at least.
	gutter = 0.5
	// maxBeside and maxPairs bound how many lines that stand beside each other are
	// looked at.
	maxBeside, maxPairs = 50, 20_000
)

// columns parts the lines of a page into parts to be read one after the other.
// Where lines of running text stand beside each other, along a stripe that few
// cross, the lines that do cross it part the page into bands, and each band is
// read column by column, from the right if rtl. The cells of a table stand beside
// each other as well, but hold fewer words.
func columns(lines []*pdfLine, rtl bool) [][]*pdfLine {
	lines = slices.Clone(lines)
	slices.SortStableFunc(lines, func(a, b *pdfLine) int { return cmp.Compare(a.top, b.top) })
	at, ok := stripe(lines)
	if !ok {
		return [][]*pdfLine{lines}
	}
	var out [][]*pdfLine
	var left, right, across []*pdfLine
	end := func() {
		first, second := left, right
		if rtl {
			first, second = right, left
		}
		for _, c := range [][]*pdfLine{first, second} {
			if len(c) > 0 {
				out = append(out, columns(c, rtl)...)
			}
		}
		left, right = nil, nil
	}
	for _, l := range lines {
		switch {
		case l.right <= at:
			left = append(left, l)
		case l.left >= at:
			right = append(right, l)
		default:
			end()
			across = append(across, l)
			continue
		}
		if len(across) > 0 {
			out = append(out, across)
			across = nil
		}
	}
	end()
	if len(across) > 0 {
		out = append(out, across)
	}
	return out
}

// gap is a space between two lines that stand beside each other.
type gap struct{ left, right float64 }

// stripe finds where a page is parted from top to bottom: the place that most of
// the gaps between lines beside each other have in common.
func stripe(lines []*pdfLine) (at float64, ok bool) {
	gaps, words := gapsOf(lines)
	if len(gaps) < 2 || words < proseWords*2*len(gaps) {
		return 0, false
	}
	most := 0
	for _, g := range gaps[:min(len(gaps), 500)] {
		x, n := (g.left+g.right)/2, 0
		for _, o := range gaps {
			n += b2i(o.left < x && x < o.right)
		}
		if n > most {
			most, at = n, x
		}
	}
	crossing := 0
	for _, l := range lines {
		crossing += b2i(l.left < at && at < l.right)
	}
	return at, most >= 2 && 2*most > len(gaps) && crossing <= len(lines)/2
}

// proseWords is how many words a line of running text has in a narrow column, at
// least; cells of tables have fewer.
const proseWords = 4

// gapsOf lists the gaps between lines that stand beside each other, next to each
// other, and counts the words of those lines. lines are sorted from the top.
func gapsOf(lines []*pdfLine) (gaps []gap, words int) {
	for i, l := range lines {
		for _, o := range lines[i+1 : min(len(lines), i+1+maxBeside)] {
			if o.top >= l.bottom || len(gaps) > maxPairs {
				break
			}
			if min(l.bottom, o.bottom)-max(l.top, o.top) < 0.3*min(l.height(), o.height()) {
				continue
			}
			g := gap{min(l.right, o.right), max(l.left, o.left)}
			if g.right-g.left >= gutter*l.size {
				gaps = append(gaps, g)
				words += len(l.words) + len(o.words)
			}
		}
	}
	return gaps, words
}
