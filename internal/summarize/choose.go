package summarize

import (
	"cmp"
	"slices"
)

// How the points of a document are chosen.
const (
	// pool is how many of the best candidates are compared with each other for
	// each point: more would cost time and change nothing.
	pool = 64
	// sameness is how much of a score the likeness to what is said already can
	// cost.
	sameness = 0.3
	// same is the likeness from which two passages say the same.
	same = 0.7
)

// choose takes up to n candidates, each time the one that is best and says what
// those before it do not (maximal marginal relevance, Carbonell and Goldstein
// 1998).
func choose(all []candidate, n int) []candidate {
	open := standing(all)
	slices.SortStableFunc(open, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	open = open[:min(len(open), max(pool, n))]
	said := make([]float64, len(open)) // likeness to the nearest that was chosen
	var out []candidate
	for len(out) < n {
		best, most := -1, 0.0
		for i, c := range open {
			if said[i] >= same {
				continue
			}
			if s := c.score - sameness*said[i]; best < 0 || s > most {
				best, most = i, s
			}
		}
		if best < 0 {
			break
		}
		chosen := open[best]
		said[best] = 2
		out = append(out, chosen)
		for i, c := range open {
			if said[i] < same {
				said[i] = max(said[i], alike(c.terms, chosen.terms))
			}
		}
	}
	return out
}

// standing gives the candidates that can be read alone; the first of all, if
// none can.
func standing(all []candidate) []candidate {
	var out []candidate
	for _, c := range all {
		if c.alone {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return slices.Clone(all[:min(1, len(all))])
	}
	return out
}
