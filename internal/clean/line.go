package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// line is a line of ink while it is judged, or several that a hard wrap parted
// and that are judged as one.
type line struct {
	corpus.Span
	text   string   // as it stands
	parts  int      // lines of ink it is made of
	gap    bool     // a blank line stands before it
	mark   string   // the list mark it begins with, or ""
	words  []string // its words and numbers, folded
	norm   string   // words, joined by blanks
	hint   hint
	hits   int  // phrases of furniture in it
	phrase bool // it is such a phrase from end to end

	content float64 // how much it looks like text of the article, in log odds
	role    corpus.Role
	why     reason
	subhead bool // stands below a list of other articles and belongs to the text below it
}

// reason says what a line was recognised as, where that is known.
type reason string

const (
	asRelated reason = "related" // opens or belongs to a list of other articles
	asTail    reason = "tail"    // says that the article is over
	asCredit  reason = "credit"  // of a photo
	asLabel   reason = "label"   // a section or a kind of article
	asDate    reason = "date"
	asByline  reason = "byline"
	asSummary reason = "summary" // opens an editorial summary
	asPhrase  reason = "phrase"  // other furniture
)

// cutLines cuts text at its line ends and joins what a hard wrap parted. hints
// may be nil, else it has one for each line of ink.
func cutLines(text string, hints []hint) []line {
	var out []line
	gap := false
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		if end == start {
			gap = true
		} else {
			l := line{Span: corpus.Span{Start: start, End: end}, parts: 1, gap: gap}
			if len(out) < len(hints) {
				l.hint = hints[len(out)]
			}
			out = append(out, l)
			gap = false
		}
		start = end + 1
	}
	out = joinWraps(text, out)
	for i := range out {
		out[i].fill(text)
	}
	return out
}

// lineEnd gives the offset of the line end at or after from, or of the text's.
func lineEnd(text string, from int) int {
	if i := strings.IndexByte(text[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(text)
}

// fill sets what follows from the line's words.
func (l *line) fill(text string) {
	l.text = l.Of(text)
	l.mark = listMark(l.text)
	l.words = wordsOf(l.text)
	l.norm = strings.Join(l.words, " ")
}

// n is the number of words and numbers in the line.
func (l *line) n() int { return len(l.words) }

// wordsOf gives the words and numbers of s, folded.
func wordsOf(s string) []string {
	return strings.FieldsFunc(arabic.Fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// norm gives the words of s, folded and joined by single blanks: the form in
// which lines and phrases are compared.
func norm(s string) string { return strings.Join(wordsOf(s), " ") }

// listMark gives the mark of a list item with which s begins: "- ", "• ",
// "3. ", "■ "; "" for none.
func listMark(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("-–—•*·▪■●◾◼►▶♦◆○‣⁃", r):
		if strings.HasPrefix(s[n:], " ") || r > 0x2000 && len(s) > n {
			return s[:n]
		}
	case '0' <= r && r <= '9' || 0x660 <= r && r <= 0x669:
		return numberMark(s)
	}
	return ""
}

// numberMark gives a mark such as "1." or "٢-" or "3)".
func numberMark(s string) string {
	digits := 0
	for i, r := range s {
		switch {
		case unicode.IsDigit(r) && digits < 2:
			digits++
		case strings.ContainsRune(".)-", r) && strings.HasPrefix(s[i+1:], " "):
			return s[:i+1]
		default:
			return ""
		}
	}
	return ""
}

// joinWraps makes one line of each run that a hard wrap parted.
func joinWraps(text string, lines []line) []line {
	var out []line
	for i := 0; i < len(lines); {
		n := wrapped(text, lines[i:])
		l := lines[i]
		l.End, l.parts = lines[i+n-1].End, n
		out = append(out, l)
		i += n
	}
	return out
}

const (
	minWrap = 45  // columns; shorter lines are not a wrapped text
	maxWrap = 130 // longer lines are paragraphs
)

// wrapped gives the number of lines, from the first on, that a wrap at some
// column parted: no blank line between them, none but the last ends a sentence
// and has room left for the first word of the next. It is 1 for a line that
// stands for itself. A full stop at a line's end ends the run, although by
// chance it may stand in the middle of a paragraph; the rest is then judged by
// itself. Wrong for a list of three or more headlines of the same length to
// within a word.
func wrapped(text string, lines []line) int {
	if len(lines) < 3 || lines[1].gap || lines[2].gap {
		return 1
	}
	width := 0
	for i, l := range lines[:min(len(lines), 12)] {
		if i > 0 && l.gap {
			break
		}
		width = max(width, columns(l.Of(text)))
	}
	if width < minWrap || width > maxWrap {
		return 1
	}
	n := 1
	for n < len(lines) && !lines[n].gap && !endsWithStop(lines[n-1].Of(text)) && fullTo(width, lines[n-1].Of(text), lines[n].Of(text)) {
		n++
	}
	if n > 1 && isFurniture(lines[n-1].Of(text)) {
		n--
	}
	if n < 3 || 3*opened(text, lines[1:n]) >= n-1 {
		return 1
	}
	return n
}

// opened counts the lines that begin as sentences of a report do. Where many
// do, short paragraphs happen to be of one length.
func opened(text string, lines []line) int {
	n := 0
	for _, l := range lines {
		n += b2i(opensSentence(wordsOf(l.Of(text))))
	}
	return n
}

// isFurniture reports whether a line's words are in the lists of furniture.
func isFurniture(s string) bool {
	l := line{words: wordsOf(s)}
	l.norm = strings.Join(l.words, " ")
	kind, _, _ := furniture.find(&l)
	return kind != "" && l.n() <= 8
}

// fullTo reports whether the first word of next would not have fitted behind
// line, with some columns forgiven for marks that take no room.
func fullTo(width int, line, next string) bool {
	word, _, _ := strings.Cut(next, " ")
	return columns(line)+1+columns(word) > width-2 && listMark(next) == ""
}

// columns is the number of characters of s that take room.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsMark(r) {
			n++
		}
	}
	return n
}
