package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// A frequent word of the texts, with the space before it, is written as a code:
// one small letter for the most frequent, else a lead and a second character.
// Arabic takes two bytes a letter and ten letters a word, so this halves what a
// result costs, before compression and after it.
const (
	codeSingles = "abcdefghijklmnopqrstuvwxyz"
	codeLeads   = "ABCDEFGHIJKLMNOPQRSTUVWXYZ#$*+;=@^{|}~!"
	codeSeconds = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	codeWords   = len(codeSingles) + len(codeLeads)*len(codeSeconds)

	codeQuote  = "`" // around characters that would read as codes; twice, itself
	codeNoGap  = '_' // before the code of a word without a space before it
	codeFewest = 6   // occurrences that pay for a word's place in the list
)

// vocabulary is the list of words that texts are written with.
type vocabulary struct {
	seen  map[string]int
	words []string
	codes map[string]string
}

func newVocabulary() *vocabulary {
	return &vocabulary{seen: map[string]int{}, codes: map[string]string{}}
}

// count notes a word of the texts.
func (v *vocabulary) count(word string) {
	if len(word) >= 2*letter {
		v.seen[word]++
	}
}

// choose takes the words that save most.
func (v *vocabulary) choose() {
	var often []string
	gain := map[string]int{}
	for w, n := range v.seen {
		if n >= codeFewest && arabicWord(w) {
			often = append(often, w)
			gain[w] = n * (utf8.RuneCountInString(w) - 1)
		}
	}
	v.seen = nil
	slices.SortFunc(often, func(a, b string) int { return cmp.Or(cmp.Compare(gain[b], gain[a]), cmp.Compare(a, b)) })
	v.words = often[:min(len(often), codeWords)]
	slices.Sort(v.words[min(len(v.words), len(codeSingles)):]) // neighbours alike compress
	for i, w := range v.words {
		v.codes[w] = code(i)
	}
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

// code gives the code of word i.
func code(i int) string {
	if i < len(codeSingles) {
		return codeSingles[i : i+1]
	}
	i -= len(codeSingles)
	return string([]byte{codeLeads[i/len(codeSeconds)], codeSeconds[i%len(codeSeconds)]})
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
	for s != "" {
		n := strings.IndexFunc(s, looksCoded)
		if n < 0 {
			b.WriteString(s)
			return
		}
		b.WriteString(s[:n])
		s = s[n:]
		if s[0] == codeQuote[0] {
			b.WriteString(codeQuote + codeQuote)
			s = s[1:]
			continue
		}
		end := strings.IndexFunc(s, func(r rune) bool { return !looksCoded(r) || r == rune(codeQuote[0]) })
		if end < 0 {
			end = len(s)
		}
		b.WriteString(codeQuote + s[:end] + codeQuote)
		s = s[end:]
	}
}

// looksCoded reports whether r means something else than itself in a coded text.
func looksCoded(r rune) bool {
	return 'a' <= r && r <= 'z' || strings.ContainsRune(codeLeads, r) || r == codeNoGap || r == rune(codeQuote[0])
}
