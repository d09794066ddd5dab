package search

import (
	"iter"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// Term gives the form of a word or a number under which it is indexed and looked
// up, and in which two spellings of it are equal; "" for what is never looked
// up. assets/js/search/words.js has the same function, and testdata/equal.txt
// the cases that hold for both.
func Term(token string) string {
	f := strings.ReplaceAll(arabic.Fold(token), " ", "") // a ligature may be of several words
	if f == "" {
		return ""
	}
	if '0' <= f[0] && f[0] <= '9' {
		return plainNumber.Replace(f)
	}
	for _, r := range f {
		if r > 0xFFFF || r == utf8.RuneError { // the browser would sort it elsewhere
			return ""
		}
	}
	return shipped().stem(f)
}

// plainNumber takes the marks between thousands out of a number and writes its
// decimal mark as a full stop.
var plainNumber = strings.NewReplacer(",", "", string(arabic.Thousands), "", string(arabic.Comma), "", string(arabic.Decimal), ".")

// words gives the words and numbers of a text in order.
func words(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, t := range arabic.Tokens(text) {
			if t.Kind != arabic.Punct && !yield(t.Of(text)) {
				return
			}
		}
	}
}
