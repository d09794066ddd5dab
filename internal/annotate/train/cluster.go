package main

import (
	"cmp"
	"math/bits"
	"slices"
)

// bigram is a pair of neighbouring words and how often it occurs.
type bigram struct{ word, n int32 }

// stream is raw text as numbers of words, frequent words first: word 0 is the
// most frequent.
type stream struct {
	words []string
	count []int32
	next  [][]bigram // by word: what follows it
	prev  [][]bigram // by word: what stands before it
}

// newStream counts sentences of words. Words rarer than min are one word, "".
func newStream(sentences [][]string, min int) *stream {
	count := map[string]int32{}
	for _, s := range sentences {
		for _, w := range s {
			count[w]++
		}
	}
	st := &stream{}
	for w, n := range count {
		if int(n) >= min {
			st.words = append(st.words, w)
		}
	}
	slices.SortFunc(st.words, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	st.words = append(st.words, "") // rare words, and the ends of sentences
	number := map[string]int32{}
	for i, w := range st.words {
		number[w] = int32(i)
	}
	rare := int32(len(st.words) - 1)
	st.count = make([]int32, len(st.words))
	pairs := map[[2]int32]int32{}
	for _, s := range sentences {
		prev := rare
		for i := 0; i <= len(s); i++ {
			this := rare
			if i < len(s) {
				if n, ok := number[s[i]]; ok {
					this = n
				}
			}
			st.count[this]++
			pairs[[2]int32{prev, this}]++
			prev = this
		}
	}
	st.next = make([][]bigram, len(st.words))
	st.prev = make([][]bigram, len(st.words))
	for p, n := range pairs {
		st.next[p[0]] = append(st.next[p[0]], bigram{p[1], n})
		st.prev[p[1]] = append(st.prev[p[1]], bigram{p[0], n})
	}
	for i := range st.words {
		byWord := func(a, b bigram) int { return cmp.Compare(a.word, b.word) }
		slices.SortFunc(st.next[i], byWord)
		slices.SortFunc(st.prev[i], byWord)
	}
	return st
}

// exchange parts the words of st into k classes so that a bigram model of the
// classes explains the text best: the exchange algorithm of Martin, Ney and
// Liermann, "Algorithms for bigram and trigram word clustering" (1998). Each
// word in turn moves to the class that raises the likelihood most. Whole
// numbers only, so the result is the same everywhere.
type exchange struct {
	st     *stream
	k      int
	class  []int32
	pair   []int32 // pair[a*k+b]: how often a word of a stands before one of b
	turned []int32 // pair, rows and columns exchanged
	gains  []int64
	right  []int64 // first of a pair
	left   []int64 // second of a pair
	f      []int64 // n*log2(n)

	nextOf, prevOf []int32 // counts of the classes beside the word looked at
	seenN, seenP   []int32
}

func newExchange(st *stream, k int) *exchange {
	e := &exchange{st: st, k: k, class: make([]int32, len(st.words)), pair: make([]int32, k*k), turned: make([]int32, k*k), gains: make([]int64, k),
		right: make([]int64, k), left: make([]int64, k),
		nextOf: make([]int32, k), prevOf: make([]int32, k)}
	total := int64(0)
	for w := range st.words {
		e.class[w] = int32(w % k)
		total += int64(st.count[w])
	}
	for w, next := range st.next {
		for _, b := range next {
			c1, c2 := e.class[w], e.class[b.word]
			e.pair[int(c1)*k+int(c2)] += b.n
			e.turned[int(c2)*k+int(c1)] += b.n
			e.right[c1] += int64(b.n)
			e.left[c2] += int64(b.n)
		}
	}
	e.f = make([]int64, total+2)
	for n := range e.f {
		e.f[n] = int64(n) * log2(uint64(n))
	}
	return e
}

// log2 gives 2^12 times the binary logarithm of n, by repeated squaring; 0 for
// 0 and 1.
func log2(n uint64) int64 {
	if n < 2 {
		return 0
	}
	whole := bits.Len64(n) - 1
	x := n << (63 - whole) >> 32 // in [2^31, 2^32)
	out := int64(whole)
	for range 12 {
		x = x * x >> 31
		out <<= 1
		if x >= 1<<32 {
			x >>= 1
			out |= 1
		}
	}
	return out
}

// pass visits every word once and reports how many moved.
func (e *exchange) pass() int {
	moved := 0
	for w := range e.st.words {
		if e.visit(int32(w)) {
			moved++
		}
	}
	return moved
}

func (e *exchange) visit(w int32) bool {
	e.look(w)
	from := e.class[w]
	e.shift(from, -1)
	gains := e.weigh()
	best := from
	for c, g := range gains {
		if g > gains[best] {
			best = int32(c)
		}
	}
	e.shift(best, 1)
	e.class[w] = best
	return best != from
}

// look counts the classes beside w. Pairs of w with itself are left to the
// class that w is in: a small error for the few words that follow themselves.
func (e *exchange) look(w int32) {
	for _, c := range e.seenN {
		e.nextOf[c] = 0
	}
	for _, c := range e.seenP {
		e.prevOf[c] = 0
	}
	e.seenN, e.seenP = e.seenN[:0], e.seenP[:0]
	for _, b := range e.st.next[w] {
		if b.word == w {
			continue
		}
		c := e.class[b.word]
		if e.nextOf[c] == 0 {
			e.seenN = append(e.seenN, c)
		}
		e.nextOf[c] += b.n
	}
	for _, b := range e.st.prev[w] {
		if b.word == w {
			continue
		}
		c := e.class[b.word]
		if e.prevOf[c] == 0 {
			e.seenP = append(e.seenP, c)
		}
		e.prevOf[c] += b.n
	}
}

// shift adds the pairs of the word looked at to class c, or takes them out.
func (e *exchange) shift(c int32, by int32) {
	for _, d := range e.seenN {
		n := by * e.nextOf[d]
		e.pair[int(c)*e.k+int(d)] += n
		e.turned[int(d)*e.k+int(c)] += n
		e.right[c] += int64(n)
		e.left[d] += int64(n)
	}
	for _, d := range e.seenP {
		n := by * e.prevOf[d]
		e.pair[int(d)*e.k+int(c)] += n
		e.turned[int(c)*e.k+int(d)] += n
		e.right[d] += int64(n)
		e.left[c] += int64(n)
	}
}

// weigh gives, for each class, what the likelihood gains when the word looked
// at joins it.
func (e *exchange) weigh() []int64 {
	k, f, gains := e.k, e.f, e.gains
	clear(gains)
	nn, pp := int64(0), int64(0)
	for _, d := range e.seenN {
		x := e.nextOf[d]
		nn += int64(x)
		for c, n := range e.turned[int(d)*k:][:k] {
			gains[c] += f[n+x] - f[n]
		}
	}
	for _, d := range e.seenP {
		x := e.prevOf[d]
		pp += int64(x)
		for c, n := range e.pair[int(d)*k:][:k] {
			gains[c] += f[n+x] - f[n]
		}
	}
	for c := range gains {
		gains[c] -= f[e.right[c]+nn] - f[e.right[c]] + f[e.left[c]+pp] - f[e.left[c]]
	}
	return gains
}
