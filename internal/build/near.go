package build

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

const (
	// shingleWords is the number of words in a shingle.
	shingleWords = 5
	// nearlySame is the share of shingles that two documents have in common from
	// which they are one text: that is all of an article but its corrections.
	nearlySame = 0.8
	// sketchSize is how many of its smallest shingles stand for a document when
	// others that resemble it are looked for. Two that share 80 % of all miss
	// each other once in hundreds of thousands of pairs.
	sketchSize = 8
	// crowded is how many documents with one shingle are compared at most: it is
	// then a phrase that all pages of an outlet have.
	crowded = 64
)

// shelf holds texts and finds those that nearly say the same, by the words that
// stand together in both (Broder, On the Resemblance and Containment of
// Documents, 1997). It is wrong about texts that are made of one form, such as
// weather reports: their words are the same and their meaning is not.
type shelf struct {
	names    []string
	shingles [][]uint64       // of each text, sorted
	by       map[uint64][]int // texts by each shingle of their sketches
}

// add puts a document on the shelf and gives the one that is most like it, ""
// if none is, and the share of shingles that the two have in common.
func (s *shelf) add(doc corpus.Document) (nearest string, share float64) {
	own := shingles(words(doc))
	if len(own) == 0 {
		return "", 0
	}
	sketch := own[:min(sketchSize, len(own))]
	for _, h := range sketch {
		for _, i := range s.by[h] {
			if j := jaccard(own, s.shingles[i]); j >= nearlySame && j > share {
				nearest, share = s.names[i], j
			}
		}
	}
	if s.by == nil {
		s.by = map[uint64][]int{}
	}
	for _, h := range sketch {
		if len(s.by[h]) < crowded {
			s.by[h] = append(s.by[h], len(s.names))
		}
	}
	s.names, s.shingles = append(s.names, doc.Path), append(s.shingles, own)
	return nearest, share
}

// words gives the words of the lines of a document that are kept, folded.
func words(doc corpus.Document) []string {
	var out []string
	for _, l := range doc.Lines {
		switch l.Role {
		case corpus.RoleTitle, corpus.RoleMeta, corpus.RoleBoilerplate:
			continue
		}
		out = append(out, strings.FieldsFunc(arabic.Fold(doc.Text[l.Start:l.End]), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsNumber(r)
		})...)
	}
	return out
}

// shingles hashes every run of five words, or all words where there are fewer:
// sorted, each once.
func shingles(words []string) []uint64 {
	if len(words) == 0 {
		return nil
	}
	var out []uint64
	for i := range max(1, len(words)-shingleWords+1) {
		h := fnv.New64a()
		for _, w := range words[i:min(i+shingleWords, len(words))] {
			h.Write([]byte(w))
			h.Write([]byte{' '})
		}
		out = append(out, h.Sum64())
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// jaccard gives how many of the elements of two sorted sets are in both, as a
// share of those in either.
func jaccard(a, b []uint64) float64 {
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			both, i, j = both+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
