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
	if plainLetters(token) == len(token) {
		return shipped().stem(fold(token))
	}
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

// fold is [arabic.Fold]. Words of plain letters, as nearly all are, need less.
func fold(word string) string {
	if plainLetters(word) < len(word) {
		return arabic.Fold(word)
	}
	for i := 0; i < len(word); i += letter {
		if folded[word[i]&1][word[i+1]&0x3F] != 0 {
			return foldPlain(word)
		}
	}
	return word
}

func foldPlain(word string) string {
	b := []byte(word)
	for i := 0; i < len(b); i += letter {
		if to := folded[b[i]&1][b[i+1]&0x3F]; to != 0 {
			b[i], b[i+1] = byte(to>>8), byte(to)
		}
	}
	return string(b)
}

// folded has the two bytes of what a plain letter becomes, by the last bit of its
// first byte and the last six of its second; 0 for those that stay.
var folded = func() (out [2][64]uint16) {
	for r := '\u0621'; r <= '\u064A'; r++ {
		from, to := string(r), arabic.Fold(string(r))
		if plainLetters(from) == letter && to != from {
			out[from[0]&1][from[1]&0x3F] = uint16(to[0])<<8 | uint16(to[1])
		}
	}
	return out
}()
