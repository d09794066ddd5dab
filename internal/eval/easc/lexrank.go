package easc

import (
	"cmp"
	"math"
	"slices"
)

// The settings of LexRank (Erkan and Radev 2004), in the form with a threshold:
// here it does better than the one without.
const (
	threshold = 0.1
	damping   = 0.85
	rounds    = 50
)

// lexRank orders sentences by their weight in the graph of their likeness:
// cosine of the words, each weighed by how few sentences of the article have
// it.
func lexRank(a *article) []int {
	vectors := weigh(a.words)
	likeness := make([][]float64, len(vectors))
	for i := range vectors {
		var near []int
		for j := range vectors {
			if i == j || cosine(vectors[i], vectors[j]) >= threshold {
				near = append(near, j)
			}
		}
		likeness[i] = make([]float64, len(vectors))
		for _, j := range near {
			likeness[i][j] = 1 / float64(len(near))
		}
	}
	rank := spread(likeness)
	order := lead(a)
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(rank[j], rank[i]) })
	return order
}

// spread gives the stationary weights of a row-stochastic matrix.
func spread(m [][]float64) []float64 {
	n := len(m)
	rank := slices.Repeat([]float64{1 / float64(n)}, n)
	for range rounds {
		next := slices.Repeat([]float64{(1 - damping) / float64(n)}, n)
		for i := range n {
			for j := range n {
				next[j] += damping * rank[i] * m[i][j]
			}
		}
		rank = next
	}
	return rank
}

// weight is a word of a sentence and its weight.
type weight struct {
	word string
	w    float64
}

// weigh gives each sentence its words, sorted, weighed by how often the
// sentence has them and how few others do.
func weigh(sentences [][]string) [][]weight {
	in := map[string]int{}
	for _, s := range sentences {
		for _, w := range slices.Compact(slices.Sorted(slices.Values(s))) {
			in[w]++
		}
	}
	out := make([][]weight, len(sentences))
	for i, s := range sentences {
		for _, w := range slices.Sorted(slices.Values(s)) {
			if k := len(out[i]); k > 0 && out[i][k-1].word == w {
				out[i][k-1].w++
				continue
			}
			out[i] = append(out[i], weight{w, 1})
		}
		for k := range out[i] {
			out[i][k].w *= math.Log(1 + float64(len(sentences))/float64(in[out[i][k].word]))
		}
	}
	return out
}

// cosine compares two sentences.
func cosine(a, b []weight) float64 {
	var dot, aa, bb float64
	for _, x := range a {
		aa += x.w * x.w
	}
	for _, y := range b {
		bb += y.w * y.w
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i].word, b[j].word) {
		case -1:
			i++
		case 1:
			j++
		default:
			dot += a[i].w * b[j].w
			i, j = i+1, j+1
		}
	}
	if aa == 0 || bb == 0 {
		return 0
	}
	return dot / math.Sqrt(aa*bb)
}
