package segment

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// wrap is what is known of the width of a text: width is the length of its
// full lines in characters, or 0 when it is not hard-wrapped.
type wrap struct {
	text  string
	width int
}

// The signs of a hard wrap.
const (
	minPairs  = 2   // of neighbouring lines of which the first breaks off
	minWidth  = 25  // characters
	maxWidth  = 140 // characters; a longer line is a paragraph
	breakOffs = 50  // per cent of neighbouring lines that break off, at least
	fullLines = 80  // per cent of those that could not have held another word
)

// measure decides whether a text is hard-wrapped. It looks at neighbouring
// body lines, without a blank line between them. In wrapped text most break
// off within a sentence, and where one breaks off, the first word of the next
// would not have fitted.
//
// It is wrong for verse and for lists without dashes whose lines happen to be
// of one length, and it misses a text that was wrapped at two widths.
func measure(text string, lines []corpus.Line) wrap {
	w := wrap{text: text}
	var pairs, broken [][2]corpus.Line
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if a.Role != corpus.RoleBody || b.Role != corpus.RoleBody || !adjacent(text, a, b) || listItem(b.Of(text)) {
			continue
		}
		pairs = append(pairs, [2]corpus.Line{a, b})
		if !finished(a.Of(text)) {
			broken = append(broken, pairs[len(pairs)-1])
		}
	}
	if len(broken) < minPairs || len(broken)*100 < len(pairs)*breakOffs {
		return w
	}
	width := usualWidth(text, broken)
	if width < minWidth || width > maxWidth {
		return w
	}
	w.width = width
	full := 0
	for _, p := range broken {
		if w.full(p[0], p[1]) {
			full++
		}
	}
	if full*100 < len(broken)*fullLines {
		w.width = 0
	}
	return w
}

// usualWidth is the length that all but the longest tenth of the lines keep
// to: a long address must not pass for the width.
func usualWidth(text string, pairs [][2]corpus.Line) int {
	var lengths []int
	for _, p := range pairs {
		lengths = append(lengths, length(p[0].Of(text)))
	}
	slices.Sort(lengths)
	return lengths[(len(lengths)-1)*9/10]
}

// full reports whether a had no room for the first word of b, by a tenth.
func (w wrap) full(a, b corpus.Line) bool {
	word, _, _ := strings.Cut(b.Of(w.text), " ")
	return (length(a.Of(w.text))+1+length(word))*10 >= w.width*9
}

// joins reports whether b goes on with the paragraph of a: in hard-wrapped
// text, on the next line, in the same role, and not as a new item of a list. A
// heading goes on with nothing. A line that ends a sentence and had room for
// more ends its paragraph; another role than body goes on only within a
// sentence.
func (w wrap) joins(a, b corpus.Line) bool {
	if w.width == 0 || a.Role != b.Role || a.Role == corpus.RoleHeading || !adjacent(w.text, a, b) || listItem(b.Of(w.text)) {
		return false
	}
	if !finished(a.Of(w.text)) {
		return w.full(a, b)
	}
	return a.Role == corpus.RoleBody && w.full(a, b)
}

// finished reports whether a line ends as a sentence or a clause that opens
// something does: with an end mark or a colon, closing marks aside.
func finished(line string) bool {
	line = strings.TrimRightFunc(line, func(r rune) bool {
		return unicode.IsSpace(r) || arabic.Invisible(r) || strings.ContainsRune("\"”“»«)]'’", r)
	})
	r, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?:؟…۔", r)
}

// listItem reports whether a line begins with the mark or the number of an
// item: "- ", "• ", "12. ", "٣) ".
func listItem(line string) bool {
	r, n := utf8.DecodeRuneInString(line)
	if strings.ContainsRune("-*•■●▪–—", r) {
		return true
	}
	for i := 0; i < 3 && unicode.IsDigit(r); i++ {
		line = line[n:]
		if r, n = utf8.DecodeRuneInString(line); strings.ContainsRune(".)-", r) {
			return true
		}
	}
	return false
}

// length counts the characters of a line that take up room.
func length(line string) int {
	n := 0
	for _, r := range line {
		if !unicode.Is(unicode.Mn, r) && !arabic.Invisible(r) {
			n++
		}
	}
	return n
}
