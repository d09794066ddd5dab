package search

import (
	"cmp"
	"slices"
)

// longestCode is how many bits a code has at most.
const longestCode = 24

// prefixCode is a canonical Huffman code: symbols in the order of their codes, of
// which the browser needs no more than how many have each length.
type prefixCode struct {
	symbols []string
	lengths []int // how many symbols have a code of so many bits, from 1 on
	codes   map[string]bitCode
}

type bitCode struct {
	bits   uint64
	length uint8
}

// counted is a symbol with how often it is written.
type counted struct {
	symbol string
	count  int
}

// newPrefixCode gives the code that is shortest for symbols so frequent. Symbols
// of one length are in their own order, so that neighbours are alike.
func newPrefixCode(all []counted) *prefixCode {
	slices.SortFunc(all, func(a, b counted) int { return cmp.Or(cmp.Compare(a.count, b.count), cmp.Compare(a.symbol, b.symbol)) })
	depths := codeLengths(all)
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(depths[a], depths[b]), cmp.Compare(all[a].symbol, all[b].symbol))
	})
	c := &prefixCode{codes: make(map[string]bitCode, len(all))}
	var next uint64
	last := 0
	for _, i := range order {
		next <<= depths[i] - last
		last = depths[i]
		for len(c.lengths) < last {
			c.lengths = append(c.lengths, 0)
		}
		c.lengths[last-1]++
		c.symbols = append(c.symbols, all[i].symbol)
		c.codes[all[i].symbol] = bitCode{next, uint8(last)}
		next++
	}
	return c
}

// codeLengths gives the length of the code of each symbol, which come the rarest
// first. Where a code would be too long, the rare ones count for more.
func codeLengths(all []counted) []int {
	counts := make([]int, len(all))
	for i, s := range all {
		counts[i] = max(1, s.count)
	}
	for {
		depths := huffman(counts)
		if slices.Max(depths) <= longestCode {
			return depths
		}
		for i := range counts {
			counts[i] = counts[i]/2 + 1
		}
	}
}

// huffman gives the depths of leaves of so great weights, the least first, by two
// queues: of leaves, and of trees as they are joined.
func huffman(weights []int) []int {
	n := len(weights)
	if n == 1 {
		return []int{1}
	}
	weight := append(make([]int, 0, 2*n), weights...)
	parent := make([]int, 2*n-1)
	leaf, tree := 0, n
	least := func() int {
		if tree >= len(weight) || leaf < n && weight[leaf] <= weight[tree] {
			leaf++
			return leaf - 1
		}
		tree++
		return tree - 1
	}
	for len(weight) < 2*n-1 {
		a, b := least(), least()
		parent[a], parent[b] = len(weight), len(weight)
		weight = append(weight, weight[a]+weight[b])
	}
	depths := make([]int, 2*n-1)
	for i := 2*n - 3; i >= 0; i-- {
		depths[i] = depths[parent[i]] + 1
	}
	return depths[:n]
}
