package extract

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// A page shows a line of Arabic from right to left and the numbers and Latin
// words in it from left to right (Unicode Standard Annex 9). What comes from the
// page in the order of the eye is put into that of the tongue here: the inverse
// of what a typesetter did. The rules are those for text behind Arabic letters:
// a comma, a stop, a colon or a slash between digits belongs to the number, a
// hyphen and a sign of per cent do not.

//go:embed data/frequent.txt
var frequentFile string

// frequent are words that every page of Arabic has and that are no words when
// they are read backwards.
var frequent = func() map[string]bool {
	out := map[string]bool{}
	for _, w := range arabic.List(frequentFile) {
		out[w] = true
	}
	return out
}()

// glyphs cuts a string into letters with the marks on them. On a page marks
// follow their letter in either direction.
func glyphs(s string) []string {
	var out []string
	for _, r := range s {
		if n := len(out); n > 0 && unicode.Is(unicode.Mn, r) {
			out[n-1] += string(r)
			continue
		}
		out = append(out, string(r))
	}
	return out
}

// backwards gives a string from its last letter to its first.
func backwards(s string) string {
	g := glyphs(s)
	slices.Reverse(g)
	return strings.Join(g, "")
}

// seen reports whether the words of a file stand in the order in which they are
// seen, and are to be turned round: whether more of the frequent words are read
// backwards than forwards.
func seen(pages []pdfPage) bool {
	forwards := 0
	for _, p := range pages {
		for _, l := range p.lines {
			for _, w := range l.words {
				forwards += b2i(frequent[typed(w.text)]) - b2i(frequent[typed(backwards(w.text))])
			}
		}
	}
	return forwards < 0
}

// rightToLeft reports whether a line is read from the right: it has more Arabic
// letters than Latin ones.
func rightToLeft(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r):
		case isArabic(r):
			n++
		default:
			n--
		}
	}
	return n > 0
}

func isArabic(r rune) bool {
	return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) || presented(r)
}

// The directions of letters.
const (
	neutral = iota
	digit
	latin
	arab
)

func directionOf(glyph string) int {
	switch r, _ := utf8.DecodeRuneInString(glyph); {
	case unicode.IsDigit(r):
		return digit
	case isArabic(r):
		return arab
	case unicode.IsLetter(r):
		return latin
	}
	return neutral
}

// tongue puts a line that is read from right to left, and was seen from left to
// right, into logical order. Of its own result it makes what was seen.
func tongue(line string) string {
	g := glyphs(line)
	slices.Reverse(g)
	for i := 0; i < len(g); {
		end := ltrEnd(g, i)
		if end > i {
			slices.Reverse(g[i:end])
		}
		i = max(i+1, end)
	}
	return strings.Join(g, "")
}

// ltrEnd gives the end of the run that is read from left to right and begins at
// glyph i, or i when none does.
func ltrEnd(g []string, i int) int {
	if d := directionOf(g[i]); d != digit && d != latin {
		return i
	}
	end, latins := i+1, directionOf(g[i]) == latin
	for j := i + 1; j < len(g); j++ {
		switch d := directionOf(g[j]); {
		case d == arab:
			return end
		case d == neutral:
		case d == digit && end == j, d == latin && end == j:
			end, latins = j+1, latins || d == latin
		case d == latin || latins:
			end, latins = j+1, true
		case j == end+1 && strings.Contains(numberMarks, g[end]):
			end = j + 1
		default:
			return end
		}
	}
	return end
}

// numberMarks are those that belong to the number which they stand in.
const numberMarks = ".,:/\u066b\u066c"

// pairs are marks of which a page shows the mirror image in a line from right to
// left.
var pairs = strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[", "{", "}", "}", "{", "\u00ab", "\u00bb", "\u00bb", "\u00ab")

// brackets counts the brackets that close before they open, less those that are
// in order, over line after line.
type brackets struct {
	open  bool
	wrong int
}

func (b *brackets) count(line string) {
	for _, r := range line {
		switch r {
		case '(', '\u00ab', '[':
			b.open = true
		case ')', '\u00bb', ']':
			b.wrong += 1 - 2*b2i(b.open)
			b.open = false
		}
	}
}
