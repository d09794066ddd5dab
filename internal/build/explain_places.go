package build

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// places tells where a byte of a text stands: the line, parted at "\n", and the
// column in code points, both from 1. Long lines cost no more than short ones.
type places struct {
	text  string
	lines []int // where each line begins
	runes []int // code points before byte i*pace
}

// pace is how many bytes lie between two places whose count is kept.
const pace = 512

func newPlaces(text string) places {
	p := places{text: text, lines: []int{0}}
	n := 0
	for i := range len(text) {
		if i%pace == 0 {
			p.runes = append(p.runes, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
		if text[i] == '\n' {
			p.lines = append(p.lines, i+1)
		}
	}
	p.runes = append(p.runes, n) // for a place at the very end
	return p
}

// line gives the index in lines of the line that byte at stands in.
func (p places) line(at int) int {
	return sort.Search(len(p.lines), func(i int) bool { return p.lines[i] > at }) - 1
}

// at gives "line:col" of byte at.
func (p places) at(at int) string {
	line := p.line(at)
	return fmt.Sprintf("%d:%d", line+1, p.before(at)-p.before(p.lines[line])+1)
}

// before counts the code points before byte at.
func (p places) before(at int) int {
	n := p.runes[at/pace]
	for i := at / pace * pace; i < at; i++ {
		if utf8.RuneStart(p.text[i]) {
			n++
		}
	}
	return n
}
