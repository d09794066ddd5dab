package main

import "math/bits"

// exchange puts the words of a stream into k clusters so that a bigram model
// of the clusters explains the text best: the exchange algorithm of Martin,
// Ney and Liermann, "Algorithms for bigram and trigram word clustering" (1998).
// Each word in turn moves to the cluster that raises the likelihood most. It
// counts in whole numbers only, so that the result is the same everywhere.
type exchange struct {
	st      *stream
	k       int
	cluster []int32 // by word
	// pair[a*k+b] is how often a word of a stands before one of b; turned has
	// rows and columns exchanged.
	pair, turned []int32
	first, last  []int64 // by cluster: how often it is first or last of a pair
	nlogn        []int64 // n*log2(n), see log2

	// Of the word that is being moved: how often each cluster stands behind
	// and before it, and which do at all.
	after, before sight
	gains         []int64
}

// sight is the clusters beside a word.
type sight struct {
	n    []int32 // by cluster
	seen []int32 // clusters for which n is not zero
}

// clusterPasses is how often every word is visited; after that few still move.
const clusterPasses = 8

// cluster gives the number of each word's cluster, 0 to k-1.
func (st *stream) cluster(k int) []int32 {
	e := newExchange(st, k)
	for range clusterPasses {
		for w := range st.words {
			e.visit(int32(w))
		}
	}
	return e.cluster
}

// newExchange deals the words out in turn, the most frequent first.
func newExchange(st *stream, k int) *exchange {
	e := &exchange{
		st: st, k: k, cluster: make([]int32, len(st.words)),
		pair: make([]int32, k*k), turned: make([]int32, k*k),
		first: make([]int64, k), last: make([]int64, k), gains: make([]int64, k),
		after: sight{n: make([]int32, k)}, before: sight{n: make([]int32, k)},
	}
	total := 0
	for w := range st.words {
		e.cluster[w] = int32(w % k)
		total += int(st.count[w])
	}
	for w, next := range st.next {
		for _, b := range next {
			e.addPair(e.cluster[w], e.cluster[b.word], b.n)
		}
	}
	e.nlogn = make([]int64, total+2)
	for n := range e.nlogn {
		e.nlogn[n] = int64(n) * log2(uint64(n))
	}
	return e
}

// log2 gives 2^12 times the binary logarithm of n, rounded down, by repeated
// squaring; 0 for 0.
func log2(n uint64) int64 {
	if n < 2 {
		return 0
	}
	whole := bits.Len64(n) - 1
	x := n << (63 - whole) >> 32 // n/2^whole, with 31 bits behind the point
	out := int64(whole)
	for range 12 {
		x = x * x >> 31
		out <<= 1
		if x >= 1<<32 {
			x, out = x>>1, out|1
		}
	}
	return out
}

func (e *exchange) addPair(a, b, n int32) {
	e.pair[int(a)*e.k+int(b)] += n
	e.turned[int(b)*e.k+int(a)] += n
	e.first[a] += int64(n)
	e.last[b] += int64(n)
}

// visit moves a word to the best cluster.
func (e *exchange) visit(w int32) {
	e.after.look(e, w, e.st.next[w])
	e.before.look(e, w, e.st.prev[w])
	best := e.cluster[w]
	e.shift(best, -1)
	e.weigh()
	for c, g := range e.gains {
		if g > e.gains[best] {
			best = int32(c)
		}
	}
	e.shift(best, 1)
	e.cluster[w] = best
}

// look counts the clusters of a word's neighbours. A word that follows itself
// is passed over, and counts to the cluster that it began in: a small error,
// for few words do.
func (s *sight) look(e *exchange, w int32, neighbours []neighbour) {
	for _, c := range s.seen {
		s.n[c] = 0
	}
	s.seen = s.seen[:0]
	for _, b := range neighbours {
		if b.word == w {
			continue
		}
		c := e.cluster[b.word]
		if s.n[c] == 0 {
			s.seen = append(s.seen, c)
		}
		s.n[c] += b.n
	}
}

// shift puts the word that is being moved into cluster c, or takes it out.
func (e *exchange) shift(c, by int32) {
	for _, d := range e.after.seen {
		e.addPair(c, d, by*e.after.n[d])
	}
	for _, d := range e.before.seen {
		e.addPair(d, c, by*e.before.n[d])
	}
}

// weigh computes what the likelihood gains when the word that is being moved
// joins each cluster.
func (e *exchange) weigh() {
	f, gains := e.nlogn, e.gains
	clear(gains)
	follow := gain(gains, f, e.after, e.turned)
	precede := gain(gains, f, e.before, e.pair)
	for c := range gains {
		gains[c] -= f[e.first[c]+follow] - f[e.first[c]] + f[e.last[c]+precede] - f[e.last[c]]
	}
}

// gain adds the terms of one side to gains. Row d of table holds, for every
// cluster, its pairs with d. The result is how many neighbours there are.
func gain(gains, f []int64, s sight, table []int32) (total int64) {
	k := len(gains)
	for _, d := range s.seen {
		x := s.n[d]
		total += int64(x)
		for c, n := range table[int(d)*k:][:k] {
			gains[c] += f[n+x] - f[n]
		}
	}
	return total
}
