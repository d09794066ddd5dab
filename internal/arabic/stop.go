package arabic

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// stops reports whether full stops can end a sentence where they stand.
func (c *cutter) stops(m mark) bool {
	switch {
	case m.dots == 2:
		return strings.TrimSpace(c.s[m.end:min(len(c.s), m.end+8)]) == ""
	case m.dots > 2:
		return c.words >= 4
	}
	word, before := lastWord(c.s[c.start:m.start])
	if isDigitWord(word) { // "1." and "- 12." number an item
		return c.words > 1 || utf8.RuneCountInString(word) > 2
	}
	letters := 0
	for _, r := range Fold(word) {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters == 1 {
		return m.end < len(c.s) && isEra(word) && endsInDigit(before)
	}
	return !abbreviations()[word]
}

// lastWord gives the word or number that s ends in, up to 16 characters of it,
// and what stands before it.
func lastWord(s string) (word, before string) {
	i, runes := len(s), 0
	for i > 0 && runes < 16 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) && !isDigit(r) && !isMark(r) && r != Tatweel && !Invisible(r) {
			break
		}
		// 2003م is two: the era does not belong to the year.
		if i < len(s) && isDigit(r) != isDigitWord(s[i:]) {
			break
		}
		i, runes = i-n, runes+1
	}
	return s[i:], s[:i]
}

// isDigitWord reports whether s begins with a digit.
func isDigitWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isDigit(r)
}

// isEra reports whether word is م or ه, as after a year.
func isEra(word string) bool {
	f := Fold(word)
	return f == "م" || f == "ه"
}

func endsInDigit(s string) bool {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		if r != ' ' && r != '\u00a0' {
			return isDigit(r)
		}
		s = s[:len(s)-n]
	}
	return false
}

var abbreviations = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, e := range entries("abbreviations.txt") {
		m[e] = true
	}
	return m
})
