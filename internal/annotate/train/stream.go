package main

import (
	"cmp"
	"slices"
)

// neighbour is a word beside another, and how often it is there.
type neighbour struct{ word, n int32 }

// stream is raw text as numbers of words, frequent words first. The last
// number stands for all rare words and for the ends of sentences.
type stream struct {
	words      []string
	count      []int32
	next, prev [][]neighbour // by word, sorted by neighbour
}

// newStream counts sentences of words. Words that occur less than min times
// are rare.
func newStream(sentences [][]string, min int) *stream {
	st := &stream{words: frequent(sentences, min)}
	number := make(map[string]int32, len(st.words))
	for i, w := range st.words {
		number[w] = int32(i)
	}
	rare := int32(len(st.words))
	st.words = append(st.words, "")
	st.count = make([]int32, len(st.words))
	pairs := map[[2]int32]int32{}
	for _, s := range sentences {
		prev := rare
		for _, w := range append(slices.Clip(s), "") {
			this, ok := number[w]
			if !ok {
				this = rare
			}
			st.count[this]++
			pairs[[2]int32{prev, this}]++
			prev = this
		}
	}
	st.link(pairs)
	return st
}

// frequent gives the words that occur min times or more, the most frequent
// first.
func frequent(sentences [][]string, min int) []string {
	count := map[string]int{}
	for _, s := range sentences {
		for _, w := range s {
			count[w]++
		}
	}
	var out []string
	for w, n := range count {
		if n >= min {
			out = append(out, w)
		}
	}
	slices.SortFunc(out, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	return out
}

// link notes the neighbours of each word.
func (st *stream) link(pairs map[[2]int32]int32) {
	st.next = make([][]neighbour, len(st.words))
	st.prev = make([][]neighbour, len(st.words))
	for p, n := range pairs {
		st.next[p[0]] = append(st.next[p[0]], neighbour{p[1], n})
		st.prev[p[1]] = append(st.prev[p[1]], neighbour{p[0], n})
	}
	byWord := func(a, b neighbour) int { return cmp.Compare(a.word, b.word) }
	for i := range st.words {
		slices.SortFunc(st.next[i], byWord)
		slices.SortFunc(st.prev[i], byWord)
	}
}
