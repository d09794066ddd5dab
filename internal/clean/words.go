package clean

import (
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// functionWords say nothing of what a text is about.
var functionWords = readSet("function.txt")

// functionAsWritten holds them unfolded: folded, «على» is the name «علي».
var functionAsWritten = func() map[string]bool {
	out := map[string]bool{}
	for _, e := range entries("function.txt") {
		out[e] = true
	}
	return out
}()

// openers are the words with which a sentence of a report goes on.
var openers = readSet("openers.txt")

// readSet reads a data file as a set of folded entries.
func readSet(name string) map[string]bool {
	out := map[string]bool{}
	for _, e := range entries(name) {
		out[norm(e)] = true
	}
	return out
}

// opensSentence reports whether words begin as a sentence of a report does.
func opensSentence(words []string) bool {
	for n := min(3, len(words)); n > 0; n-- {
		if openers[strings.Join(words[:n], " ")] {
			return true
		}
	}
	return false
}

// wawWords begin with waw but not with «and».
var wawWords = readSet("wawwords.txt")

// goesOn reports whether words begin as a sentence does that goes on from the
// one before it: with an opener, or with «and» on its first word. Wrong for a
// name or a noun in waw that data/wawwords.txt does not know.
func goesOn(words []string) bool {
	if opensSentence(words) {
		return true
	}
	return len(words) > 0 && strings.HasPrefix(words[0], "و") && len(words[0]) >= 8 && !wawWords[words[0]]
}

// topics gives the stems of the words that say what a text is about, without
// repetition, in order.
func topics(words []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, w := range words {
		if functionWords[w] || utf8.RuneCountInString(w) < 3 {
			continue
		}
		if s := arabic.Stem(w); !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// share is the part of list that is in set, 0 for an empty list.
func share(list []string, set map[string]int) float64 {
	if len(list) == 0 {
		return 0
	}
	n := 0
	for _, s := range list {
		n += b2i(set[s] > 0)
	}
	return float64(n) / float64(len(list))
}
