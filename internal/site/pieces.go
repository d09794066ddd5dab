package site

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/corpus"
)

// A browser lays out a paragraph in more than proportional time: a line of a
// megabyte stops it for minutes. A text longer than longText bytes is therefore
// shown in pieces of about pieceText bytes, each a block of its own that is laid
// out when it comes into view.
const (
	longText  = 16 << 10
	pieceText = 4 << 10
)

// pieces gives the elements that cut a long text, nil for any other. A cut falls
// behind a blank if there is one near, and never inside a date or before a mark
// that combines with the letter before it.
func pieces(text string, dates []corpus.Date) []element {
	if len(text) <= longText {
		return nil
	}
	var out []element
	for at := 0; at < len(text); {
		end := cut(text, at+pieceText, dates)
		out = append(out, element{corpus.Span{Start: at, End: end}, levelPiece, `<span class="piece">`})
		at = end
	}
	return out
}

// cut gives a place at or after at, which may be beyond the end, to cut text.
func cut(text string, at int, dates []corpus.Date) int {
	if at >= len(text) {
		return len(text)
	}
	if i := strings.IndexByte(text[at:min(len(text), at+pieceText/4)], ' '); i >= 0 {
		at += i + 1
	}
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if utf8.RuneStart(text[at]) && !unicode.Is(unicode.Mn, r) {
			break
		}
		at += size
	}
	i := sort.Search(len(dates), func(i int) bool { return dates[i].End > at })
	if i < len(dates) && dates[i].Start < at {
		return dates[i].End
	}
	return at
}
