package phase

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"mojaz/internal/corpus"
)

// most is the number of phases that a map of n documents has at most: a reader
// can follow a dozen, and twice as many where an affair is large.
func most(n int) int {
	return min(24, 9+int(4.2*math.Log2(float64(1+n))))
}

// few is how many clusters a map of n documents keeps down to lowWeight, for
// where little is told, little counts.
func few(n int) int { return min(14, 8+n/3) }

// A cluster of less salience than minWeight is a passing mention, see few.
const (
	minWeight = 0.45
	lowWeight = 0.2

	// spare is how many more are chosen, for those that turn out to have no label.
	spare = 8
)

// choose gives the clusters that may be in a map, the first ones first, some
// more than it shows. It takes the heaviest one after the other, where one that tells of a
// time of which none taken so far tells weighs more, and so does one that lies
// ahead: the coverage of time that timeline summarisation asks for.
func choose(clusters []*cluster, docs int, now days) []*cluster {
	var left, out []*cluster
	for _, c := range clusters {
		c.weight = c.salience()
		switch {
		case c.item: // a source took the trouble to list it
			c.weight *= 2
		case c.when.known && c.when.from > now.to:
			c.weight *= 1.4
		}
		if c.weight >= lowWeight && c.matters() {
			left = append(left, c)
		}
	}
	slices.SortStableFunc(left, func(a, b *cluster) int { return cmp.Compare(b.weight, a.weight) })
	left = left[:min(len(left), 4*most(docs))]
	for len(out) < most(docs)+spare && len(left) > 0 {
		best, heaviest := 0, 0.0
		for i, c := range left {
			if w := c.weight * c.news(out); w > heaviest {
				best, heaviest = i, w
			}
		}
		if left[best].weight < minWeight && len(out) >= few(docs)+spare {
			break
		}
		out = append(out, left[best])
		left = slices.Delete(left, best, best+1)
	}
	return out
}

// news is how much a cluster adds to those taken: more where it is far from all
// of them in time, less where one of them says much the same.
func (c *cluster) news(taken []*cluster) float64 {
	far, like := true, 0.0
	for _, t := range taken {
		if c.when.known == t.when.known && (!c.when.known || c.when.gap(t.when) < 90) {
			far = false
			like = max(like, similarity(c.sum, t.sum))
		}
	}
	if far {
		return 1.5
	}
	return 1 - 0.4*like
}

// salience is how much the affair speaks of a cluster: for each document the
// root of what its facts weigh, times how central they are.
func (c *cluster) salience() float64 {
	perDoc, central, lead := map[int]float64{}, 0.0, 1.0
	for _, f := range c.facts {
		perDoc[f.doc] += f.weight()
		central = max(central, f.central*f.weight())
		if f.lead {
			lead = 1.4
		}
	}
	sum := 0.0
	for _, d := range slices.Sorted(maps.Keys(perDoc)) {
		sum += math.Sqrt(perDoc[d])
	}
	w := sum * (0.1 + central) * lead
	if c.key != "" || c.item {
		w *= 1.6
	}
	if c.when.known {
		w *= 1.3
	}
	return w
}

// weight is how much one fact counts: words less than deeds, and a date or a
// name without a claim less than a claim.
func (f *fact) weight() float64 {
	switch {
	case f.all("saying"), f.all("announce") && (!f.dated() || f.when.overlaps(f.told)):
		return 0.4
	case f.date.Rel == "" && f.when.length() > 300 && f.dated(): // «انتخابات 2014»
		return 0.4
	case len(f.classes) == 0 && f.key == "" && !f.item:
		return 0.5
	}
	return 1
}

// documents counts the documents that hold facts of the cluster.
func (c *cluster) documents() int {
	seen := map[int]bool{}
	for _, f := range c.facts {
		seen[f.doc] = true
	}
	return len(seen)
}

// matters reports whether a cluster is more than a passing mention: it has a
// date, a list of scenarios or several documents name it, voices contradict each
// other about it, or it is the news that a document leads with, and is
// not told beside it.
func (c *cluster) matters() bool {
	if len(c.groups) == 0 && c.key == "" && !c.item {
		return c.documents() > 1 && !c.copied() || slices.ContainsFunc(c.facts, func(f *fact) bool { return f.lead && f.dated() })
	}
	if c.item || c.when.known || c.documents() > 1 && !c.copied() {
		return true
	}
	if len(c.statusSides()) > 1 {
		return true
	}
	return slices.ContainsFunc(c.facts, func(f *fact) bool {
		return f.lead && !f.aside && (f.status == corpus.StatusDone || f.status == corpus.StatusPostponed)
	})
}

// copied reports whether all facts have the same words, as where one text was
// printed twice.
func (c *cluster) copied() bool {
	return !slices.ContainsFunc(c.facts, func(f *fact) bool {
		return f.Len() != c.facts[0].Len() || !slices.Equal(f.plain, c.facts[0].plain)
	})
}
