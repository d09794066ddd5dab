package phase

import (
	"slices"

	"mojaz/internal/corpus"
)

// manyFacts is how many facts of a cluster one is held against singly.
const manyFacts = 24

// kin tells how well d fits the cluster as a whole, 0 if it does not.
func (c *cluster) kin(d *cluster) float64 {
	if c.key != "" && d.key != "" || c.item || d.item {
		return 0
	}
	if c.when.known != d.when.known {
		return c.retold(d)
	}
	if c.rivals(d) {
		return similarity(c.plain, d.plain)
	}
	same := similarity(c.sum, d.sum)
	shares := intersect(c.groups, d.groups)
	asked := 2.0
	switch grain := max(c.when.length(), d.when.length()); {
	case !c.when.known:
		asked = pick(shares, 0.4, 0.55)
	case c.ends != d.ends && c.starts != d.starts:
	case c.when.overlaps(d.when) && grain <= 3:
		asked = pick(shares, 0.15, 0.25)
	case c.when.overlaps(d.when) && grain <= 45:
		asked = pick(shares, 0.2, 0.4)
		if c.key != "" && c.ends && d.ends && shares {
			asked = 0.05
		}
	case c.when.overlaps(d.when):
		asked = pick(shares, 0.25, 0.45)
	case c.long && d.long && shares && c.when.gap(d.when) <= 31:
		asked = 0.2
	}
	if same > asked {
		return same
	}
	return 0
}

// retold tells how well c and d fit of which only one has a date: both tell of
// the same event as done, the one without a date when the other was news. Less is
// asked of the lede of the document that dates it further down.
func (c *cluster) retold(d *cluster) float64 {
	if d.when.known {
		c, d = d, c
	}
	if !intersect(c.groups, d.groups) || !c.tells(corpus.StatusDone) || d.lastStatus(days{}) != corpus.StatusDone ||
		slices.ContainsFunc(d.facts, func(f *fact) bool { return !c.told(f) || c.over(f) }) {
		return 0
	}
	within := slices.ContainsFunc(d.facts, func(f *fact) bool { return c.facts[0].doc == f.doc && f.lead && !c.beside(f) })
	same := similarity(c.plain, d.plain)
	if same > pick(within, 0.15, 0.3) && common(c.plain, d.plain) >= 3 {
		return same
	}
	return 0
}

// rivals reports whether c and d speak of the same thing although they differ in
// when it is: plans with rival dates («في 17 ديسمبر», «في مارس المقبل»), or a plan
// and what came of it. They must be nearly the same in words and class, and no
// further apart than a delay may be; what recurs every month looks the same, so
// a plan and a report far apart need somebody who tells of the delay.
func (c *cluster) rivals(d *cluster) bool {
	if !c.when.known || !d.when.known || c.when.gap(d.when) > 370 {
		return false
	}
	delay := c.tells(corpus.StatusPostponed) || d.tells(corpus.StatusPostponed)
	for _, f := range c.facts[:min(len(c.facts), manyFacts)] {
		for _, g := range d.facts[:min(len(d.facts), manyFacts)] {
			if f.rivals(g, delay) {
				return true
			}
		}
	}
	return false
}

// tells reports whether a fact of the cluster has a status.
func (c *cluster) tells(s corpus.Status) bool {
	return slices.ContainsFunc(c.facts, func(f *fact) bool { return f.status == s })
}

// rivals reports whether f and g, of different documents, date the same plan, or
// one tells what came of the other.
func (f *fact) rivals(g *fact, delay bool) bool {
	if f.doc == g.doc || !f.dated() || !g.dated() || (f.role == starts) != (g.role == starts) {
		return false
	}
	gap, most := f.when.gap(g.when), 0
	switch plan, other := f.ahead(), g.ahead(); {
	case plan && other:
		most = 200
	case plan != other && delay:
		most = 370
	case plan != other:
		most = 31
	}
	if most == 0 || gap > most || !f.shares(g) {
		return false
	}
	n := common(f.plain, g.plain)
	return alike(f.plain, g.plain) || gap == 0 && n >= 4 && 2*n >= min(len(f.plain), len(g.plain))
}

// ahead reports whether a fact speaks of what lies ahead of it.
func (f *fact) ahead() bool {
	return f.status == corpus.StatusPlanned || f.status == corpus.StatusExpected || f.status == corpus.StatusPostponed
}

// alike reports whether most terms of the shorter of two clauses stand in the
// other one, whatever they weigh: the words of what an affair is about weigh
// little, and are what its rival plans share.
func alike(x, y vector) bool {
	n := common(x, y)
	least := min(len(x), len(y))
	return n >= 3 && 10*n >= 7*least || n >= 4 && 10*n >= 6*least
}

// common is the number of terms that x and y share.
func common(x, y vector) int {
	n, i, j := 0, 0, 0
	for i < len(x) && j < len(y) {
		switch {
		case x[i].id < y[j].id:
			i++
		case x[i].id > y[j].id:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
