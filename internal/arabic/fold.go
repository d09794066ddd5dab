package arabic

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold gives the form of s in which spellings of one word are equal: no vowel
// marks, tatweel or invisible characters, one alef, yeh for alef maksura, heh
// for teh marbuta, the seat alone for hamza on a seat, Arabic letters for
// their Persian and Urdu kin, ASCII digits, Latin letters in lower case and
// without accents, presentation forms resolved. It is idempotent. Offsets into
// the result say nothing about s.
//
// A lone hamza stays. Two words that differ only in what is dropped become
// one: «على» and «علي» do.
func Fold(s string) string {
	i := foldedPrefix(s)
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	rest := s[i:]
	if !plain(rest) {
		rest = norm.NFKD.String(strings.ToValidUTF8(rest, "\uFFFD"))
	}
	for _, r := range rest {
		if r = foldRune(r); r >= 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldedPrefix gives the length of the part of s, from its start, that is its
// own folded form. A rune outside ASCII and the Arabic block ends it.
func foldedPrefix(s string) int {
	for i, r := range s {
		if !plainRune(r) || foldRune(r) != r {
			return i
		}
	}
	return len(s)
}

// plain reports whether foldRune alone, without decomposition, folds s.
func plain(s string) bool {
	for _, r := range s {
		if !plainRune(r) {
			return false
		}
	}
	return true
}

// plainRune reports whether r is ASCII or of the Arabic block and either does
// not decompose or is a letter that foldRune knows with its hamza.
func plainRune(r rune) bool {
	return r < 0x80 || 0x600 <= r && r < 0x675 || 0x678 < r && r < 0x6C0 || r == HehGoal ||
		0x6C3 <= r && r < 0x6D3 || 0x6D4 <= r && r < 0x700
}

// foldRune folds one rune, already decomposed or plain; -1 drops it.
func foldRune(r rune) rune {
	if uint32(r) < uint32(len(foldTable)) {
		return rune(foldTable[r])
	}
	return foldAny(r)
}

// foldTable is foldAny of the runes up to the end of the Arabic block, of which
// nearly every text consists: everything in the program folds.
var foldTable = func() (table [0x700]int16) {
	for r := range table {
		table[r] = int16(foldAny(rune(r)))
	}
	return table
}()

// foldAny folds any rune.
func foldAny(r rune) rune {
	if r < 0x80 {
		switch {
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case r < 0x20 || r == 0x7F:
			return visible(r)
		}
		return r
	}
	switch r {
	case AlefMadda, AlefHamza, AlefHamzaLow, AlefWasla:
		return Alef
	case WawHamza:
		return Waw
	case YehHamza, AlefMaksura, FarsiYeh, YehBarree:
		return Yeh
	case TehMarbuta, TehMarbutaUr, HehDoachashme, HehGoal, Ae:
		return Heh
	case Keheh, SwashKaf:
		return Kaf
	case Tatweel:
		return -1
	}
	switch {
	case isDigit(r):
		return asciiDigit(r)
	case isMark(r):
		return -1
	}
	return visible(unicode.ToLower(r))
}

// visible drops r when it is invisible.
func visible(r rune) rune {
	if Invisible(r) {
		return -1
	}
	return r
}
