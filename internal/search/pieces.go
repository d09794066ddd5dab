package search

import (
	"cmp"
	"iter"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// What has no code as a whole is spelled in pieces: letters, and two and three
// of them that often stand together.
const (
	codePieces   = 1000 // of more than one letter at most
	longestPiece = 3

	pieceEnd   = ""   // of a word
	pieceOther = "\t" // a letter follows, as the 16 bits of UTF-16
)

// sampled is how many words newPieces counts the pieces of, at least half as many.
const sampled = 40_000

// newPieces gives the code of the pieces with which words are spelled so often.
func newPieces(words []counted) *prefixCode {
	known := &prefixCode{codes: map[string]bitCode{}}
	for _, p := range frequentPieces(words) {
		known.codes[p] = bitCode{}
	}
	counts := map[string]int{pieceEnd: 1, pieceOther: 1}
	for p := range known.codes {
		counts[p] = 1
	}
	step := 1 + len(words)/sampled
	for i := 0; i < len(words); i += step {
		word := words[i]
		for p := range known.pieces(word.symbol) {
			if _, ok := known.codes[p]; !ok {
				p = pieceOther
			}
			counts[p] += word.count
		}
		counts[pieceEnd] += word.count
	}
	return codeOf(counts)
}

// pieces gives the pieces of a word: of what is left, the longest that has a code, or
// one letter.
func (c *prefixCode) pieces(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s != "" {
			n := max(c.longest(s), 1)
			for n < len(s) && !utf8.RuneStart(s[n]) {
				n++
			}
			if !yield(s[:n]) {
				return
			}
			s = s[n:]
		}
	}
}

// spell writes a word in pieces.
func (c *prefixCode) spell(w *bitWriter, s string) {
	for p := range c.pieces(s) {
		if code, ok := c.codes[p]; ok {
			w.code(code)
			continue
		}
		for _, half := range utf16.Encode([]rune(p)) {
			w.code(c.codes[pieceOther])
			w.put(uint64(half), 16)
		}
	}
	w.code(c.codes[pieceEnd])
}

// longest gives how many bytes the longest piece has with which s begins, 0 for
// none.
func (c *prefixCode) longest(s string) int {
	var ends [longestPiece]int
	n, at := 0, 0
	for n < longestPiece && at < len(s) {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
		ends[n] = at
		n++
	}
	for ; n > 0; n-- {
		if _, ok := c.codes[s[:ends[n-1]]]; ok {
			return ends[n-1]
		}
	}
	return 0
}

// The alphabet of which longer pieces are made: the most frequent letters, by
// their places in it; none has the first.
const (
	alphabetBits = 6
	alphabetSize = 1 << alphabetBits
)

// frequentPieces gives the letters, and the longer pieces that save most.
func frequentPieces(words []counted) (out []string) {
	once := map[rune]int{}
	for _, w := range words {
		for _, r := range w.symbol {
			if r >= ' ' {
				once[r] += w.count
			}
		}
	}
	alphabet := make([]rune, 0, len(once))
	for r, n := range once {
		if n >= codeFewest {
			alphabet = append(alphabet, r)
		}
	}
	slices.SortFunc(alphabet, func(a, b rune) int { return cmp.Or(cmp.Compare(once[b], once[a]), cmp.Compare(a, b)) })
	for _, r := range alphabet {
		out = append(out, string(r))
	}
	alphabet = append([]rune{0}, alphabet[:min(len(alphabet), alphabetSize-1)]...)
	seen := together(words, alphabet)
	keys := make([]int, 0, len(seen)/16)
	for key, n := range seen {
		if n >= codeFewest {
			keys = append(keys, key)
		}
	}
	gain := func(key int) int {
		if key >= alphabetSize*alphabetSize {
			return 2 * seen[key]
		}
		return seen[key]
	}
	slices.SortFunc(keys, func(a, b int) int { return cmp.Or(cmp.Compare(gain(b), gain(a)), cmp.Compare(a, b)) })
	for _, key := range keys[:min(len(keys), codePieces)] {
		piece := ""
		for ; key > 0; key /= alphabetSize {
			piece = string(alphabet[key%alphabetSize]) + piece
		}
		out = append(out, piece)
	}
	return out
}

// together counts how often two and three letters of an alphabet stand together, by
// their places as digits of one number.
func together(words []counted, alphabet []rune) []int {
	var near [0x800]int // the places of letters of up to two bytes; others are in no piece
	for i, r := range alphabet {
		if int(r) < len(near) {
			near[r] = i
		}
	}
	seen := make([]int, 1<<(longestPiece*alphabetBits))
	for _, w := range words {
		one, two := 0, 0 // the letter before, and the two before; 0 for none
		for _, r := range w.symbol {
			p := 0
			if int(r) < len(near) {
				p = near[r]
			}
			if p == 0 {
				one, two = 0, 0
				continue
			}
			if two > 0 {
				seen[two<<alphabetBits|p] += w.count
			}
			if two = 0; one > 0 {
				two = one<<alphabetBits | p
				seen[two] += w.count
			}
			one = p
		}
	}
	return seen
}
