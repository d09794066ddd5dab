package summarize

import (
	_ "embed"
	"math"
	"slices"
	"sync"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

//go:embed data/function.txt
var functionFile string

// functionWords say nothing of what a text is about; folded.
var functionWords = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range arabic.List(functionFile) {
		out[arabic.Fold(w)] = true
	}
	return out
})

// vocabulary numbers the terms of one document or affair in the order in which
// they come, so that sentences are compared as sorted numbers.
type vocabulary struct {
	ids    map[string]int
	spread []int // in how many sentences each term stands
}

func newVocabulary() *vocabulary { return &vocabulary{ids: map[string]int{}} }

// terms gives the terms of a passage, each once and sorted, and how many words
// it has. A term is the stem of a word that is no function word, or a number.
func (v *vocabulary) terms(passage string) (terms []int, words int) {
	for _, t := range arabic.Tokens(passage) {
		if t.Kind == arabic.Punct {
			continue
		}
		words++
		w := arabic.Fold(t.Of(passage))
		if t.Kind == arabic.Word {
			if utf8.RuneCountInString(w) < 2 || functionWords()[w] {
				continue
			}
			w = arabic.Stem(w)
		}
		terms = append(terms, v.id(w))
	}
	slices.Sort(terms)
	return slices.Compact(terms), words
}

func (v *vocabulary) id(term string) int {
	id, ok := v.ids[term]
	if !ok {
		id = len(v.spread)
		v.ids[term] = id
		v.spread = append(v.spread, 0)
	}
	return id
}

// count notes that a sentence of these terms is one of those compared.
func (v *vocabulary) count(terms []int) {
	for _, t := range terms {
		v.spread[t]++
	}
}

// common counts what two sorted lists of terms share.
func common(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// share is the part of terms that stands in others; 0 for no terms.
func share(terms, others []int) float64 {
	if len(terms) == 0 {
		return 0
	}
	return float64(common(terms, others)) / float64(len(terms))
}

// alike tells how much of the shorter of two passages the longer one says: 0
// for nothing, 1 for all of it.
func alike(a, b []int) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	return share(a, b)
}

// centralities gives for each list of terms how much of it the other lists
// speak of too, from 0 to 1: the cosine of the sentence with the sum of all
// sentences, itself left out, as a centroid summary has it (Radev et al. 2004);
// divided by the greatest. A word that stands in few sentences weighs less,
// for what only one sentence says cannot be central.
func (v *vocabulary) centralities(lists [][]int) []float64 {
	out := make([]float64, len(lists))
	norm := 0.0
	for _, n := range v.spread {
		norm += float64(n * n)
	}
	greatest := 0.0
	for i, terms := range lists {
		sum := 0.0
		for _, t := range terms {
			sum += float64(v.spread[t] - 1)
		}
		if len(terms) > 0 && norm > 0 {
			out[i] = sum / math.Sqrt(float64(len(terms))*norm)
		}
		greatest = max(greatest, out[i])
	}
	for i := range out {
		if greatest > 0 {
			out[i] /= greatest
		}
	}
	return out
}
