package extract

import (
	"strings"

	"mojaz/internal/arabic"
)

// dropHeads takes what stands at the head and foot of every page out of the
// text: lines in the margins that come again on other pages but for their
// numbers, and the numbers of pages.
func dropHeads(pages []pdfPage) {
	seen := map[mark]int{} // how often
	for i := range pages {
		for _, l := range pages[i].lines {
			if pages[i].margin(l) {
				seen[markOf(l, 0)]++
			}
		}
	}
	for i := range pages {
		p := &pages[i]
		kept := p.lines[:0]
		for _, l := range p.lines {
			if p.margin(l) && (again(seen, l, len(pages)) || pageNumber(l.text)) {
				continue
			}
			kept = append(kept, l)
		}
		p.lines = kept
		for n, l := range p.lines {
			l.n = n
		}
	}
}

// marginShare is how much of a page, at its top and at its bottom, heads and
// feet take at most.
const marginShare = 0.13

// margin reports whether a line stands where heads and feet do.
func (p *pdfPage) margin(l *pdfLine) bool {
	return l.bottom < marginShare*p.height || l.top > (1-marginShare)*p.height
}

// pattern gives the words of a line with its numbers left open.
func pattern(line string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '#'
		}
		return r
	}, arabic.Digits(line))
}

// mark tells lines with the same words at the same height, in steps of four
// points.
type mark struct {
	pattern string
	top     int
}

func markOf(l *pdfLine, steps int) mark { return mark{pattern(l.text), int(l.top/4) + steps} }

// again reports whether a line comes on a third of the pages at least, and on two,
// at the same height.
func again(seen map[mark]int, l *pdfLine, pages int) bool {
	n := seen[markOf(l, -1)] + seen[markOf(l, 0)] + seen[markOf(l, 1)]
	return n >= 2 && 3*n >= pages
}

// pageNumber reports whether a line is the number of a page: "12", "- 12 -",
// "12/40", "صفحة 12 من 40", "Page 12 of 40".
func pageNumber(line string) bool {
	numbers := 0
	for _, w := range strings.FieldsFunc(arabic.Fold(arabic.Digits(line)), func(r rune) bool { return strings.ContainsRune(" -–—/|()[].", r) }) {
		switch {
		case strings.Trim(w, "0123456789") == "" && len(w) <= 4:
			numbers++
		case w != "صفحه" && w != "الصفحه" && w != "ص" && w != "من" && w != "page" && w != "of" && w != "p":
			return false
		}
	}
	return numbers == 1 || numbers == 2
}
