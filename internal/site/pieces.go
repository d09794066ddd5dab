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
// behind a blank if there is one near, and never inside a date or name or before a
// mark that combines with the letter before it.
func pieces(text string, whole []corpus.Span) []element {
	if len(text) <= longText {
		return nil
	}
	var out []element
	for at := 0; at < len(text); {
		end := cut(text, at+pieceText, whole)
		out = append(out, element{corpus.Span{Start: at, End: end}, levelPiece, `<span class="piece">`})
		at = end
	}
	return out
}

// cut gives a place at or after at, which may be beyond the end, to cut text but
// for the spans that stay whole.
func cut(text string, at int, whole []corpus.Span) int {
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
	i := sort.Search(len(whole), func(i int) bool { return whole[i].End > at })
	if i < len(whole) && whole[i].Start < at {
		return whole[i].End
	}
	return at
}
