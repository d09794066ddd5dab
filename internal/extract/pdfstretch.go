package extract

import (
	"strings"
	"unicode"
)

// stretchOf gives the digit that the strokes which stretch words are read as, 0 if
// there is none: some fonts do not say what these strokes are. Then one digit
// stands inside many words, and hardly any other does.
func stretchOf(pages []pdfPage) rune {
	var count [10]int
	all := 0
	for _, p := range pages {
		for _, l := range p.lines {
			for _, w := range l.words {
				if d := inside(w.text); d != 0 {
					count[d-'0']++
					all++
				}
			}
		}
	}
	for d, n := range count {
		if n >= 3 && 4*n > 3*all {
			return rune('0' + d)
		}
	}
	return 0
}

// inside gives the one digit that stands, once or more often, between Arabic
// letters of a word; 0 if none does.
func inside(word string) (d rune) {
	rs := []rune(word)
	for i := 1; i+1 < len(rs); i++ {
		if r := rs[i]; '0' <= r && r <= '9' {
			if d != 0 && d != r {
				return 0
			}
			d = r
		}
	}
	if d == 0 || unstretched(word, d) == word {
		return 0
	}
	return d
}

// unstretched takes a digit out of a word where it stands between Arabic letters.
func unstretched(word string, d rune) string {
	if d == 0 || !strings.ContainsRune(word, d) {
		return word
	}
	rs := []rune(word)
	letter := func(i int) bool {
		return i >= 0 && i < len(rs) && (isArabic(rs[i]) || unicode.Is(unicode.Mn, rs[i]))
	}
	var out []rune
	for i := 0; i < len(rs); i++ {
		end := i
		for end < len(rs) && rs[end] == d {
			end++
		}
		if end > i && letter(i-1) && letter(end) {
			i = end
		}
		out = append(out, rs[i])
	}
	return string(out)
}
