package site

import "unicode/utf8"

// pointsStep is how many bytes apart the counts of codePoints stand.
const pointsStep = 64

// codePoints turns byte offsets of one text into code point offsets. It counts
// once; a look-up then costs at most pointsStep bytes.
type codePoints struct {
	text string
	at   []int // code points that begin before byte i*pointsStep
}

func newCodePoints(text string) codePoints {
	c := codePoints{text, make([]int, 0, len(text)/pointsStep+1)}
	n := 0
	for i := range len(text) {
		if i%pointsStep == 0 {
			c.at = append(c.at, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return c
}

// offset gives how many code points begin before byte i, which is on a rune
// boundary of the text or at its end.
func (c codePoints) offset(i int) int {
	if len(c.at) == 0 {
		return 0
	}
	block := min(i/pointsStep, len(c.at)-1)
	n := c.at[block]
	for j := block * pointsStep; j < i; j++ {
		if utf8.RuneStart(c.text[j]) {
			n++
		}
	}
	return n
}
