package arabic

import (
	"fmt"
	"hash/fnv"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// latin maps letters to their Latin ones. "-" stands for none.
var latin = sync.OnceValue(func() map[rune]string {
	m := map[rune]string{}
	for _, e := range entries("latin.txt") {
		f := fields(e, 2)
		r, _ := utf8.DecodeRuneInString(f[0])
		m[r] = strings.Trim(f[1], "-")
	}
	return m
})

// short holds the Latin forms of the vowel marks that are worth writing.
var short = map[rune]string{'\u064E': "a", '\u064F': "u", '\u0650': "i"}

// Slug gives a name for s that can stand in a URL and a file name: Latin
// letters, digits and single hyphens, [a-z0-9-], never empty. Arabic is
// transliterated letter by letter («العراق» is al-araq), so a short vowel is
// there only when s writes it. A script that has no Latin form here gives "x-"
// and a hash, and what Windows keeps for its devices gets an "x-" («CON» is x-con).
// Two different strings can have the same slug.
func Slug(s string) string {
	composed := norm.NFKC.String(s)
	var b strings.Builder
	end := 0 // of the last token written
	for _, t := range Tokens(composed) {
		if t.Kind == Punct {
			continue
		}
		w := romanize(t.Of(composed))
		if w != "" && b.Len() > 0 && t.Start > end {
			b.WriteByte('-')
		}
		b.WriteString(w)
		end = t.End
	}
	if b.Len() == 0 {
		h := fnv.New32a()
		h.Write([]byte(s))
		return fmt.Sprintf("x-%08x", h.Sum32())
	}
	if device.MatchString(b.String()) {
		return "x-" + b.String()
	}
	return b.String()
}

// device matches the slugs that no file can have on Windows, whatever its ending:
// "con", "com1".
var device = regexp.MustCompile(`^(con|prn|aux|nul|(com|lpt)[0-9])$`)

// romanize gives the Latin form of one word or number, [a-z0-9-], "" when it
// has none.
func romanize(word string) string {
	var rs []rune
	for _, r := range word {
		if isInk(r) && r != Tatweel {
			rs = append(rs, unicode.ToLower(asciiDigit(r)))
		}
	}
	var b strings.Builder
	if len(rs) > 3 && rs[0] == Alef && rs[1] == Lam {
		b.WriteString("al-")
		rs = rs[2:]
	}
	for i, r := range rs {
		b.WriteString(romanLetter(rs, i, r))
	}
	return strings.Trim(b.String(), "-")
}

// romanLetter gives the Latin form of rs[i].
func romanLetter(rs []rune, i int, r rune) string {
	if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
		return string(r)
	}
	switch r {
	case Waw:
		return glide(rs, i, "w", "u")
	case Yeh, FarsiYeh:
		if i > 0 && rs[i-1] == YehHamza {
			return "" // its seat has said i
		}
		return glide(rs, i, "y", "i")
	}
	if v, ok := short[r]; ok {
		return v
	}
	if l, ok := latin()[r]; ok {
		return l
	}
	// An accented Latin letter is its base: \u00e9 is e and a mark.
	if base, _ := utf8.DecodeRuneInString(norm.NFKD.String(string(r))); 'a' <= base && base <= 'z' {
		return string(base)
	}
	return ""
}

// glide chooses between the consonant and the vowel that waw and yeh can be:
// a consonant at the start of a word and next to an alef, a vowel elsewhere.
// Wrong for a diphthong: «يوم» is yum.
func glide(rs []rune, i int, consonant, vowel string) string {
	if i == 0 || rs[i-1] == Alef || i+1 < len(rs) && (rs[i+1] == Alef || rs[i+1] == TehMarbuta) {
		return consonant
	}
	return vowel
}
