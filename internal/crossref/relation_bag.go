package crossref

import (
	"cmp"
	"slices"
)

// bag is the terms of a stretch of text, sorted and single, with what each weighs
// there.
type bag struct {
	terms   []term
	weights []float64
	total   float64
}

// bag gives the terms of a sentence that keep accepts. A term that mostly follows
// the one before it is part of a fixed phrase, and weighs the less for it: «مجلس
// نواب الشعب» is hardly more than «مجلس».
func (r *termReader) bag(placed []placedTerm, keep func(placedTerm) bool) bag {
	type weighed struct {
		term   term
		weight float64
	}
	var all []weighed
	for i, p := range placed {
		if !keep(p) {
			continue
		}
		w := r.weights[p.term]
		if i > 0 && keep(placed[i-1]) {
			w *= 1 - r.follows(placed[i-1].term, p.term)
		}
		all = append(all, weighed{p.term, w})
	}
	slices.SortFunc(all, func(x, y weighed) int {
		return cmp.Or(cmp.Compare(x.term, y.term), cmp.Compare(y.weight, x.weight))
	})
	all = slices.CompactFunc(all, func(x, y weighed) bool { return x.term == y.term })
	b := bag{terms: make([]term, len(all)), weights: make([]float64, len(all))}
	for i, w := range all {
		b.terms[i], b.weights[i] = w.term, w.weight
		b.total += w.weight
	}
	return b
}

// shared gives the weight of the terms that two bags share, each at the lesser of
// its weights, and how many there are.
func (b bag) shared(c bag) (weight float64, n int) {
	for i, k := 0, 0; i < len(b.terms) && k < len(c.terms); {
		switch {
		case b.terms[i] < c.terms[k]:
			i++
		case b.terms[i] > c.terms[k]:
			k++
		default:
			weight, n = weight+min(b.weights[i], c.weights[k]), n+1
			i, k = i+1, k+1
		}
	}
	return weight, n
}

// has reports whether a term is in the bag.
func (b bag) has(t term) bool {
	_, ok := slices.BinarySearch(b.terms, t)
	return ok
}

// hasBag reports whether one of all holds the terms of b.
func hasBag(all []bag, b bag) bool {
	return slices.ContainsFunc(all, func(x bag) bool { return slices.Equal(x.terms, b.terms) })
}
