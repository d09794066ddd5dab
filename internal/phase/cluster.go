package phase

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// cluster is facts that speak of one thing: a phase, if it weighs enough.
type cluster struct {
	facts  []*fact
	more   []*fact // evidence only, see adopt
	sum    vector  // of the facts' vectors
	norm   float64
	plain  vector   // of those without time
	groups []string // of the facts, sorted
	when   days     // that its dates share; of what goes on, from the first to the last
	long   bool     // goes on or recurs
	key    string   // explicit phase, "" if none
	ends   bool     // holds a fact that says when it ends
	starts bool     // … when it starts
	item   bool     // a scenario
	weight float64

	bounds   bounds
	disputed bool // its dates rival one another
}

// add puts a fact into the cluster.
func (c *cluster) add(f *fact) {
	c.facts = append(c.facts, f)
	c.sum, c.plain = c.sum.plus(f.vec), c.plain.plus(f.plain)
	c.norm = c.sum.norm()
	c.groups = slices.Concat(c.groups, f.groups)
	slices.Sort(c.groups)
	c.groups = slices.Compact(c.groups)
	c.long = c.long || f.any("long")
	c.item = c.item || f.item
	c.key = cmp.Or(c.key, f.key)
	c.ends = c.ends || f.dated() && f.role == ends
	c.starts = c.starts || f.dated() && f.role == starts
	switch {
	case !f.dated():
	case !c.when.known:
		c.when = f.when
	case c.when.overlaps(f.when) && !c.long:
		c.when = c.when.meet(f.when)
	case c.long || c.key != "":
		c.when = c.when.join(f.when)
	}
}

// fit tells how well f fits the cluster: 0 if it does not belong there. What is
// asked of their words depends on how their times agree: little where both name
// one month, much where only a year or no date at all speaks for them.
func (c *cluster) fit(f *fact) float64 {
	if c.key == "" && f.key == "" && f.dated() && c.when.known && c.asked(f) > 1 {
		return 0
	}
	same := c.like(f.vec)
	if !f.dated() && c.when.known && c.beside(f) {
		same = similarity(c.plain, f.plain)
	}
	if c.key != "" && c.key == f.key {
		if c.when.known && f.dated() && c.when.gap(f.when) > 540 && same < 0.3 {
			return 0
		}
		return 2 + same
	}
	if c.key != "" && f.key != "" || c.item || f.item {
		return 0
	}
	switch {
	case c.over(f):
		return 0
	case !f.dated() && (c.when.known && c.reports(f) || c.repeats(f)):
		return 1 + same
	case same <= c.asked(f):
		return 0
	}
	return same
}

// beside reports whether the cluster holds another clause of the sentence of f,
// and not only that something is announced there: what stands around both is the
// same then, and tells nothing.
func (c *cluster) beside(f *fact) bool {
	return slices.ContainsFunc(c.facts[:min(len(c.facts), manyFacts)], func(g *fact) bool {
		return g.doc == f.doc && g.sentence == f.sentence && !g.all("speech")
	})
}

// like is the similarity of the cluster and a vector of length 1.
func (c *cluster) like(x vector) float64 {
	if c.norm == 0 {
		return 0
	}
	return dot(c.sum, x) / c.norm
}

// intersect reports whether two short lists have an entry in common.
func intersect(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// sameTime is how many days apart facts without a date can be published and
// still speak of one thing.
const sameTime = 400

// asked gives the similarity that is needed for f to belong to the cluster.
func (c *cluster) asked(f *fact) float64 {
	shares := intersect(c.groups, f.groups)
	if !f.dated() && !c.when.known && c.facts[0].told.gap(f.told) > sameTime {
		return 2
	}
	if !f.dated() || !c.when.known {
		return pick(shares, 0.3, 0.45)
	}
	if c.apart(f) {
		return 0.6
	}
	gap, grain := c.when.gap(f.when), max(c.when.length(), f.when.length())
	switch {
	case gap == 0 && grain <= 3:
		return pick(shares, 0.1, 0.25)
	case gap == 0 && grain <= 45 && len(f.classes) == 0:
		return 0.2
	case gap == 0 && grain <= 45:
		return pick(shares, 0.14, 0.3)
	case gap == 0:
		return pick(shares, 0.22, 0.4)
	case gap <= 45 && c.long && shares:
		return 0.25
	case gap <= 200 && shares && c.ends == (f.role == ends):
		return 0.5
	}
	return 2
}

// repeats reports whether a fact without a date says again what the cluster
// says: of what has no date in nearly the same words, of what goes on at the time
// of writing in words of which two more than the event are the same.
func (c *cluster) repeats(f *fact) bool {
	going := c.when.known && c.long && f.any("long") && f.status == corpus.StatusOngoing && f.told.gap(c.when) <= 45
	if c.when.known && !going || !c.when.known && c.facts[0].told.gap(f.told) > sameTime {
		return false
	}
	return slices.ContainsFunc(c.facts[:min(len(c.facts), manyFacts)], func(g *fact) bool {
		return g.shares(f) && (going && common(f.plain, g.plain) >= 3 || !c.when.known && alike(f.plain, g.plain))
	})
}

// reports reports whether a fact without a date tells what became of the
// cluster's plan: that it was put off or carried out, in nearly the words of the
// plan, or that it ended, when its end had come.
func (c *cluster) reports(f *fact) bool {
	done := f.status == corpus.StatusDone
	if f.status != corpus.StatusPostponed && !done || f.told.gap(c.when) > 400 {
		return false
	}
	for _, g := range c.facts[:min(len(c.facts), manyFacts)] {
		if !g.dated() || g.status == corpus.StatusDone || !g.shares(f) || g.doc == f.doc {
			continue
		}
		n := common(f.plain, g.plain)
		over := done && g.role == ends && f.any("end") && g.when.to <= f.told.to
		if alike(f.plain, g.plain) || over && n >= 4 && 5*n >= 2*min(len(f.plain), len(g.plain)) {
			return true
		}
	}
	return false
}

// over reports whether a fact without a date speaks at a time at which the
// cluster was long over, as of what lies ahead or goes on, or of what is done
// before it began.
func (c *cluster) over(f *fact) bool {
	if f.dated() || !c.when.known || !f.told.known {
		return false
	}
	if f.status == corpus.StatusDone {
		return c.when.from > f.told.to+31
	}
	return c.when.to < f.told.from-120
}

// apart reports whether one speaks of a beginning and the other of an end.
func (c *cluster) apart(f *fact) bool {
	return f.role == starts && c.ends && !c.starts || f.role == ends && c.starts && !c.ends
}

// pick gives a if ok, else b.
func pick(ok bool, a, b float64) float64 {
	if ok {
		return a
	}
	return b
}
