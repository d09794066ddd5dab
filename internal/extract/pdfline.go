package extract

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// writing is how a file is written: whether its words stand as they are seen, the
// digit that its strokes are read as, and whether most of it is read from the
// right.
type writing struct {
	seen    bool
	stretch rune
	rtl     bool
}

// right reports whether a line is read from the right: in a text that is, every
// line with an Arabic letter.
func (w writing) right(s string) bool {
	return rightToLeft(s) || w.rtl && strings.ContainsFunc(s, isArabic)
}

// set puts the words of a line in order. Its cells are those of a row of a table.
func (l *pdfLine) set(wr writing) {
	slices.SortStableFunc(l.words, func(a, b pdfWord) int { return cmp.Compare(a.left, b.left) })
	for i := range l.words {
		w := &l.words[i]
		if !wr.seen && wr.right(w.text) {
			w.text = tongue(w.text)
		}
	}
	usual := l.usualGap()
	var cells []string
	var now strings.Builder
	for i, w := range l.words {
		if i > 0 {
			switch gap := w.left - l.words[i-1].right; {
			case l.row && gap > max(cellGap*l.size, 1.8*usual):
				cells = append(cells, now.String())
				now.Reset()
			case !glued(l.words[i-1], w, usual, l.size):
				now.WriteByte(' ')
			}
		}
		now.WriteString(w.text)
	}
	cells = append(cells, now.String())
	if wr.right(strings.Join(cells, " ")) || l.row && wr.rtl {
		slices.Reverse(cells)
	}
	for i, c := range cells {
		if wr.right(c) {
			cells[i] = tongue(unstretched(c, wr.stretch))
		}
	}
	l.rtl = wr.right(strings.Join(cells, " "))
	l.cols, l.text = cells, strings.Join(cells, " ")
}

// The gaps between words, as shares of the height of their letters.
const (
	cellGap = 0.3  // from which on a row has another cell
	noGap   = 0.04 // up to which two words are one: letters of two fonts
)

// usualGap gives the gap between most words of a line, 0 where few are told; of a
// row, that between words of a cell.
func (l *pdfLine) usualGap() float64 {
	var gaps []float64
	for i := 1; i < len(l.words); i++ {
		if gap := l.words[i].left - l.words[i-1].right; gap > noGap*l.size {
			gaps = append(gaps, gap)
		}
	}
	switch {
	case len(gaps) < 4:
		return 0
	case l.row:
		slices.Sort(gaps)
		return gaps[len(gaps)/4]
	}
	return median(gaps)
}

// glued reports whether two words beside each other are one in truth. The reader
// of the page parts a word behind a mark on one of its letters, mostly by less
// than words are apart; the word to the right comes first where that happens. A
// doubled vowel ends words, so behind it more is asked for; a letter alone, but
// for "and", is no word.
func glued(left, right pdfWord, usual, size float64) bool {
	gap := right.left - left.right
	before, after := glyphs(right.text), glyphs(left.text)
	last := []rune(before[0])
	switch {
	case gap <= noGap*size:
		return true
	case len(last) == 1:
		return false
	case '\u064b' <= last[1] && last[1] <= '\u064d':
		return gap < 0.55*usual
	case len(before) == 1 && last[0] != waw, len(after) == 1 && isArabic([]rune(after[0])[0]) && []rune(after[0])[0] != waw:
		return gap < min(1.3*usual, 0.3*size)
	}
	return gap < 0.85*usual
}

const waw = '\u0648'

// median gives the middle one of some numbers, 0 of none.
func median(all []float64) float64 {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Clone(all)
	slices.Sort(sorted)
	return sorted[len(sorted)/2]
}

// finish makes the line's text final: letters as they are typed, brackets as they
// are read.
func (l *pdfLine) finish(mirror bool) {
	for i, c := range l.cols {
		if mirror && strings.ContainsFunc(c, isArabic) {
			c = pairs.Replace(c)
		}
		l.cols[i] = lost.ReplaceAllString(mended(oneLine(c)), "${1}")
	}
	l.text = strings.Join(l.cols, " ")
}

// lost matches a mark that stands on no letter: behind a full stop.
var lost = regexp.MustCompile(`(^|[^\p{L}\p{M}])\p{Mn}+`)

// Fonts draw some letters as one, and say them in logical order where all others
// are in the order of the eye. What that makes is put right where it is no word.
var (
	// "\u0627\u0647\u0644\u0644": the name of God
	divine = strings.NewReplacer("\u0627\u0647\u0644\u0644", "\u0627\u0644\u0644\u0647")
	// an alef, then any alef and a lam: the article before a word with an alef
	twoAlefs = regexp.MustCompile("\u0627([\u0627\u0623\u0625\u0622])\u0644")
	// the article alone, or behind "and": no
	bareArticle = regexp.MustCompile(`(^|[^\p{L}\p{M}])(\x{0648}?)\x{0627}\x{0644}($|[^\p{L}\p{M}])`)
)

// mended puts ligatures right. A word that both ways are words of stays wrong.
func mended(s string) string {
	s = twoAlefs.ReplaceAllString(divine.Replace(s), "\u0627\u0644${1}")
	return bareArticle.ReplaceAllString(s, "${1}${2}\u0644\u0627${3}")
}
