package extract

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// setType writes the pages to a sheet: lines become paragraphs.
func setType(s *sheet, pages []pdfPage) {
	lay(pages)
	dropHeads(pages)
	t := typesetter{sheet: s, body: bodySize(pages), pitch: pitch(pages)}
	for i := range pages {
		for _, l := range pages[i].lines {
			t.line(&pages[i], l)
		}
		t.turn()
	}
	t.flush()
}

// bodySize gives the height of the letters that most of the text has.
func bodySize(pages []pdfPage) float64 {
	var sizes []float64
	for _, p := range pages {
		for _, l := range p.lines {
			for range l.words {
				sizes = append(sizes, l.size)
			}
		}
	}
	return median(sizes)
}

// pitch gives how far apart most lines are that follow each other.
func pitch(pages []pdfPage) float64 {
	var all []float64
	for _, p := range pages {
		for i := 1; i < len(p.lines); i++ {
			a, b := p.lines[i-1], p.lines[i]
			if d := b.base - a.base; d > 0 && a.over(b.box) > 0 && alike(a.size, b.size) && d < 4*b.size {
				all = append(all, d)
			}
		}
	}
	slices.Sort(all)
	if len(all) == 0 {
		return 0
	}
	return all[len(all)/4] // most, in a text of short paragraphs, part paragraphs
}

// alike reports whether two heights are of letters of one size.
func alike(a, b float64) bool { return math.Abs(a-b) <= 0.12*max(a, b) }

// typesetter joins lines to paragraphs.
type typesetter struct {
	sheet       *sheet
	body, pitch float64
	now         []string // the lines of the paragraph that is open
	last        *pdfLine // its last line
	page        *pdfPage // of last
	turned      bool     // a page ended behind last
}

// line adds a line of a page.
func (t *typesetter) line(p *pdfPage, l *pdfLine) {
	if l.row {
		t.flush()
		t.sheet.row(l.cols)
		return
	}
	if t.last == nil || !t.joins(p, l) {
		t.flush()
	}
	t.now = append(t.now, l.text)
	t.last, t.page, t.turned = l, p, false
}

func (t *typesetter) turn() { t.turned = true }

// joins reports whether a line goes on with the paragraph that is open:
// it has the same letters, follows closely, begins no item, and the line above it
// had no room for its first word.
func (t *typesetter) joins(p *pdfPage, l *pdfLine) bool {
	if !alike(t.last.size, l.size) || bullet(l.text) {
		return false
	}
	if t.turned || l.bottom < t.last.top && t.last.over(l.box) <= 0 { // another page, another column
		return t.last.size < headline*t.body && !ended(t.last.text) && full(t.page, t.last, l) && !indented(p, l)
	}
	d := l.base - t.last.base
	if d <= 0 || d > 1.2*t.pitch && d > 1.2*l.size || t.last.over(l.box) < 0.3*min(t.last.width(), l.width()) {
		return false
	}
	return t.last.size >= headline*t.body || full(p, t.last, l) && !indented(p, l)
}

// headline is how much higher than those of the text the letters of a heading
// are.
const headline = 1.15

// ended reports whether a line ends a sentence.
func ended(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "\"'\u00bb\u201d) "))
	return strings.ContainsRune(".!?\u061f\u2026:", r)
}

// full reports whether the first word of the next line had no place in a line.
func full(p *pdfPage, l, next *pdfLine) bool {
	first := next.words[0]
	if l.rtl {
		first = next.words[len(next.words)-1]
	}
	left, right := column(p, l)
	room := right - l.right
	if l.rtl {
		room = l.left - left
	}
	return room <= first.width()+0.25*l.size
}

// indented reports whether a line begins further in than its column does.
func indented(p *pdfPage, l *pdfLine) bool {
	left, right := column(p, l)
	in := l.left - left
	if l.rtl {
		in = right - l.right
	}
	return in > 0.5*l.size && in < 5*l.size
}

// columnLines is how many lines above and below one tell how wide its column is.
const columnLines = 60

// column gives the edges of the column in which a line stands: those of the
// lines of its letters that stand above or below it. The widest one alone may be
// a title over several columns.
func column(p *pdfPage, l *pdfLine) (left, right float64) {
	var same []*pdfLine
	wide := l
	for _, o := range p.lines[max(0, l.n-columnLines):min(len(p.lines), l.n+columnLines)] {
		if alike(o.size, l.size) && !o.row && o.over(l.box) > 0.5*min(o.width(), l.width()) {
			if same = append(same, o); o.width() > wide.width() {
				wide = o
			}
		}
	}
	left, right = l.left, l.right
	for _, o := range same {
		if len(same) < 4 || o != wide {
			left, right = min(left, o.left), max(right, o.right)
		}
	}
	return left, right
}

// bullets are marks that stand before items only.
const bullets = "•●○▪■□◦·\u2023\uf0b7\uf0a7"

// bullet reports whether a line begins an item of a list: with a mark, or with a
// number and a mark.
func bullet(line string) bool {
	if first, _ := utf8.DecodeRuneInString(line); strings.ContainsRune(bullets, first) {
		return true
	}
	word, rest, ok := strings.Cut(line, " ")
	if !ok || rest == "" {
		return false
	}
	if strings.Contains("*-–—", word) {
		return true
	}
	number := strings.TrimRight(arabic.Digits(strings.TrimLeft(word, "(")), ".-)/")
	return number != "" && len(number) <= 2 && len(number) < len(word) && strings.Trim(number, "0123456789") == ""
}

// flush ends the paragraph.
func (t *typesetter) flush() {
	if len(t.now) > 0 {
		text := join(t.now)
		first, n := utf8.DecodeRuneInString(text)
		switch size := t.last.size; {
		case strings.ContainsRune(bullets, first):
			t.sheet.item(text[n:])
		case size >= 1.5*t.body && len(t.now) <= 4:
			t.sheet.heading(1, text)
		case size >= headline*t.body && len(t.now) <= 3:
			t.sheet.heading(2, text)
		default:
			t.sheet.paragraph(text)
		}
	}
	t.now, t.last = nil, nil
}

// join joins the lines of a paragraph. A Latin word that a hyphen parts at the
// end of a line is one word; Arabic words are not parted.
func join(lines []string) string {
	text := lines[0]
	for _, l := range lines[1:] {
		before := strings.TrimRight(text, "-\u2010")
		last, _ := utf8.DecodeLastRuneInString(before)
		first, _ := utf8.DecodeRuneInString(l)
		if before != text && unicode.Is(unicode.Latin, last) && unicode.IsLower(first) && unicode.Is(unicode.Latin, first) {
			text = before + l
		} else {
			text += " " + l
		}
	}
	return text
}
