package extract

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// lay makes lines of what stands on the pages, each in logical order, in the order
// of reading.
func lay(pages []pdfPage) {
	w := writing{seen: seen(pages), stretch: stretchOf(pages), rtl: rightToLeft(allText(pages))}
	var b brackets
	for i := range pages {
		p := &pages[i]
		p.lines = whole(p.lines)
		var lines []*pdfLine
		for _, c := range columns(p.lines, w.rtl) {
			lines = append(lines, rows(c)...)
		}
		p.lines = lines
		p.tables()
		for _, l := range p.lines {
			l.set(w)
			if w.right(l.text) {
				b.count(l.text)
			}
		}
	}
	for _, p := range pages {
		for _, l := range p.lines {
			l.finish(b.wrong > 0 && w.right(l.text))
		}
	}
}

// allText gives what stands on the first pages, for a look at its letters.
func allText(pages []pdfPage) string {
	var b strings.Builder
	for _, p := range pages {
		for _, l := range p.lines {
			for _, w := range l.words {
				if b.WriteString(w.text); b.Len() > 1<<20 {
					return b.String()
				}
			}
		}
	}
	return b.String()
}

// nearLines is how many lines before it a piece of a line may belong to.
const nearLines = 200

// whole mends lines that the reader of the page took to pieces, as it does at a
// mark that a font draws apart from its letter. Marks without a letter go; pieces
// no farther apart than words are one line.
func whole(lines []*pdfLine) []*pdfLine {
	var out []*pdfLine
	for _, l := range lines {
		l.words = slices.DeleteFunc(l.words, func(w pdfWord) bool { return onlyMarks(w.text) })
		if len(l.words) == 0 {
			continue
		}
		l.fit()
		near := out[max(0, len(out)-nearLines):]
		if i := slices.IndexFunc(near, func(o *pdfLine) bool { return o.touches(l) }); i >= 0 {
			near[i].take(l)
			continue
		}
		out = append(out, l)
	}
	for _, l := range out {
		l.fit()
	}
	return out
}

// onlyMarks reports whether a word is marks without a letter.
func onlyMarks(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.Is(unicode.Mn, r) && r != '\u00a0' }) < 0
}

// take makes the words of another line those of this one; fit must follow.
func (l *pdfLine) take(o *pdfLine) {
	l.words = append(l.words, o.words...)
	l.box = l.around(o.box)
}

// fit makes the box of a line that of its words, by the height of most of them.
func (l *pdfLine) fit() {
	var heights, bases []float64
	l.box = l.words[0].box
	for _, w := range l.words {
		heights, bases = append(heights, w.height()), append(bases, w.bottom)
		l.box = l.around(w.box)
	}
	l.size, l.base = median(heights), median(bases)
}

// touches reports whether two lines are pieces of one: on one level, of letters of
// one size, and no farther apart than words.
func (l *pdfLine) touches(o *pdfLine) bool {
	gap := -l.over(o.box)
	return alike(l.size, o.size) && l.level(o.box) && gap < 0.35*l.size && gap > -0.5*min(l.width(), o.width()) &&
		math.Abs(l.base-o.base) < 0.4*l.size
}

// rows puts the lines of a column in order and joins those that stand on one
// level: the cells of a table, or a line whose words are far apart.
func rows(lines []*pdfLine) []*pdfLine {
	slices.SortStableFunc(lines, func(a, b *pdfLine) int { return cmp.Compare(a.base, b.base) })
	var out []*pdfLine
	for _, l := range lines {
		if n := len(out) - 1; n >= 0 && out[n].level(l.box) {
			out[n].take(l)
			out[n].row = true
			continue
		}
		out = append(out, l)
	}
	for _, l := range out {
		l.fit()
	}
	return out
}

// tables settles which lines are rows of a table: two at least, one below the
// other. One line in pieces is a line.
func (p *pdfPage) tables() {
	rows := make([]bool, len(p.lines)+2)
	for i, l := range p.lines {
		rows[i+1] = l.row
	}
	for i := range p.lines {
		p.lines[i].row = rows[i+1] && (rows[i] || rows[i+2])
	}
}
