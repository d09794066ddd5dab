package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// Texts are written with fewer bytes than their letters take in UTF-8, before
// compression and after it: an Arabic letter is an ASCII one, and a frequent word
// with the space before it is one character, its code. What would be read as
// either is quoted.
const (
	codeLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqr" // see asLetter
	codeSingles = "#$*+;=@^{|}~!"                                // for the most frequent words
	codeWords   = len(codeSingles) + (0x600 - 0xC0) + (0x800 - 0x700)

	codeQuote  = '`' // around characters that would read as codes; twice, itself
	codeNoGap  = '_' // before the code of a word without a space before it
	codeFewest = 6   // occurrences that pay for a word's place in the list
)

// vocabulary is the list of words that texts are written with.
type vocabulary struct {
	words []string
	codes map[string]string
}

// newVocabulary takes the words that save most.
func newVocabulary(forms map[string]*form) *vocabulary {
	var often []string
	gain := map[string]int{}
	for w, f := range forms {
		if f.seen >= codeFewest && len(w) >= 2*letter && arabicWord(w) {
			often = append(often, w)
			gain[w] = f.seen * (utf8.RuneCountInString(w) - 1)
		}
	}
	slices.SortFunc(often, func(a, b string) int { return cmp.Or(cmp.Compare(gain[b], gain[a]), cmp.Compare(a, b)) })
	v := &vocabulary{words: often[:min(len(often), codeWords)], codes: map[string]string{}}
	slices.Sort(v.words[min(len(v.words), len(codeSingles)):]) // neighbours alike compress
	for i, w := range v.words {
		v.codes[w] = code(i)
	}
	return v
}

// arabicWord reports whether a token is of letters that need no care.
func arabicWord(w string) bool {
	for _, r := range w {
		if r < '\u0621' || r > '\u0652' {
			return false
		}
	}
	return true
}

// code gives the code of word i: a mark, or a character of two bytes that is not
// of the Arabic block.
func code(i int) string {
	if i < len(codeSingles) {
		return codeSingles[i : i+1]
	}
	r := rune(0xC0 + i - len(codeSingles))
	if r >= 0x600 {
		r += 0x100
	}
	return string(r)
}

// encode writes a text of one line.
func (v *vocabulary) encode(text string) string {
	text = oneLine.Replace(text)
	var b strings.Builder
	b.Grow(len(text) / 2)
	at := 0
	for _, t := range arabic.Tokens(text) {
		c, ok := v.codes[t.Of(text)]
		if !ok {
			continue
		}
		if gap := text[at:t.Start]; strings.HasSuffix(gap, " ") {
			literal(&b, gap[:len(gap)-1])
		} else {
			literal(&b, gap)
			b.WriteByte(codeNoGap)
		}
		b.WriteString(c)
		at = t.End
	}
	literal(&b, text[at:])
	return b.String()
}

// oneLine keeps a text from looking like several.
var oneLine = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

// literal writes what has no code, and quotes what could be taken for one.
func literal(b *strings.Builder, s string) {
	quoted := false
	for _, r := range s {
		coded := looksCoded(r)
		if coded != quoted {
			b.WriteByte(codeQuote)
			quoted = coded
		}
		switch i := asLetter(r); {
		case r == codeQuote:
			b.WriteString("``")
		case i >= 0:
			b.WriteByte(codeLetters[i])
		default:
			b.WriteRune(r)
		}
	}
	if quoted {
		b.WriteByte(codeQuote)
	}
}

// looksCoded reports whether r means something else than itself in a coded text.
func looksCoded(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || 0xC0 <= r && r < 0x600 || 0x700 <= r && r < 0x800 ||
		strings.ContainsRune(codeSingles, r) || r == codeNoGap
}

// asLetter gives the place of an Arabic letter or vowel mark in codeLetters, -1 for
// what is none.
func asLetter(r rune) int {
	switch {
	case '\u0621' <= r && r <= '\u063A':
		return int(r - '\u0621')
	case '\u0641' <= r && r <= '\u0652':
		return int(r-'\u0641') + 26
	}
	return -1
}
