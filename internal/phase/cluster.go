package phase

import (
	"cmp"
	"math"
	"slices"

	"mojaz/internal/corpus"
)

// cluster is facts that speak of one thing: a phase, if it weighs enough.
type cluster struct {
	facts  []*fact
	sum    vector // of the facts' vectors
	plain  vector // of those without time
	when   days   // that its dates share; of what goes on, from the first to the last
	long   bool   // goes on or recurs
	key    string // explicit phase, "" if none
	ends   bool   // holds a fact that says when it ends
	starts bool   // … when it starts
	item   bool   // a scenario
	weight float64
}

// add puts a fact into the cluster.
func (c *cluster) add(f *fact) {
	c.facts = append(c.facts, f)
	c.sum, c.plain = c.sum.plus(f.vec), c.plain.plus(f.plain)
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

// maker forms clusters of facts, one fact at a time. Candidates come from an
// index from month and term to clusters, so a fact is never held against all of
// them; see maxPosted.
type maker struct {
	v        *vocabulary
	clusters []*cluster
	named    map[string][]int
	posted   map[posting][]int
}

// posting is a place of the index: a term and the month, or the years, in which
// it is said to happen; undated stands for no time.
type posting struct {
	month int
	term  int32
}

const (
	// undated is the month of facts without a date.
	undated = math.MinInt32
	// maxPosted is how many clusters one place of the index holds. Places that
	// hold more are of words that everybody uses, and tell nothing.
	maxPosted = 48
	// rareTerms is how many terms of a fact lead to candidates: its rarest.
	rareTerms = 12
)

// newMaker makes a maker without clusters.
func newMaker(v *vocabulary) *maker {
	return &maker{v: v, named: map[string][]int{}, posted: map[posting][]int{}}
}

// months gives the places in time under which a fact is indexed and sought: the
// months it touches and their neighbours; years for what is longer than two.
func months(d days) []int {
	if !d.known || d.open() {
		return []int{undated}
	}
	if d.length() > 800 {
		return nil
	}
	var out []int
	for m := (d.from - 31) / 31; m <= (d.to+31)/31; m++ {
		out = append(out, m)
	}
	return out
}

// candidates gives the clusters that a fact may belong to, oldest first.
func (m *maker) candidates(f *fact) []int {
	var out []int
	if f.key != "" {
		out = append(out, m.named[f.key]...)
	}
	for _, month := range months(f.when) {
		for _, id := range m.rarest(f.vec) {
			out = append(out, m.posted[posting{month, id}]...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// rarest gives the terms of a vector that weigh most.
func (m *maker) rarest(x vector) []int32 {
	y := slices.Clone(x)
	slices.SortStableFunc(y, func(a, b term) int { return cmp.Compare(b.w, a.w) })
	var out []int32
	for _, t := range y[:min(rareTerms, len(y))] {
		out = append(out, t.id)
	}
	return out
}

// post enters cluster n in the index under the terms of f.
func (m *maker) post(n int, f *fact) {
	if f.key != "" && !slices.Contains(m.named[f.key], n) {
		m.named[f.key] = append(m.named[f.key], n)
	}
	places := months(f.when)
	if f.dated() {
		places = append(places, undated)
	}
	for _, month := range places {
		for _, id := range m.rarest(f.vec) {
			p := posting{month, id}
			if l := m.posted[p]; len(l) < maxPosted && !slices.Contains(l, n) {
				m.posted[p] = append(l, n)
			}
		}
	}
}

// place puts f into the cluster that it fits best, or into a new one if alone
// allows it; it reports whether it found a place.
func (m *maker) place(f *fact, alone bool) bool {
	best, most := -1, 0.0
	for _, n := range m.candidates(f) {
		if s := m.clusters[n].fit(f); s > most {
			best, most = n, s
		}
	}
	if best < 0 {
		if !alone {
			return false
		}
		best = len(m.clusters)
		m.clusters = append(m.clusters, &cluster{})
	}
	m.clusters[best].add(f)
	m.post(best, f)
	return true
}

// fit tells how well f fits the cluster: 0 if it does not belong there. What is
// asked of their words depends on how their times agree: little where both name
// one month, much where only a year or no date at all speaks for them.
func (c *cluster) fit(f *fact) float64 {
	same := similarity(c.sum, f.vec)
	if c.key != "" && c.key == f.key {
		if c.when.known && f.dated() && c.when.gap(f.when) > 540 && same < 0.3 {
			return 0
		}
		return 2 + same
	}
	if c.key != "" && f.key != "" || c.item || f.item {
		return 0
	}
	if same <= c.asked(f) || c.over(f) {
		return 0
	}
	return same
}

// asked gives the similarity that is needed for f to belong to the cluster.
func (c *cluster) asked(f *fact) float64 {
	shares := slices.ContainsFunc(c.facts, func(g *fact) bool { return g.shares(f) })
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

// merge joins clusters that grew apart: the younger into the older one that it
// fits, where their dates meet in one month or neither has any.
func (m *maker) merge() {
	for n, c := range m.clusters {
		best, most := -1, 0.0
		probe := &fact{when: c.when, vec: c.sum}
		for _, k := range slices.Concat(m.candidates(probe), m.candidates(&fact{vec: c.plain})) {
			if k >= n || m.clusters[k] == nil {
				continue
			}
			if s := m.clusters[k].kin(c); s > most {
				best, most = k, s
			}
		}
		if best < 0 {
			continue
		}
		for _, f := range c.facts {
			m.clusters[best].add(f)
			m.post(best, f)
		}
		m.clusters[n] = nil
	}
	m.clusters = slices.DeleteFunc(m.clusters, func(c *cluster) bool { return c == nil })
}

// kin tells how well d fits the cluster as a whole, 0 if it does not.
func (c *cluster) kin(d *cluster) float64 {
	if c.key != "" && d.key != "" || c.item || d.item || c.when.known != d.when.known {
		return 0
	}
	if c.rivals(d) {
		return similarity(c.plain, d.plain)
	}
	same := similarity(c.sum, d.sum)
	shares := slices.ContainsFunc(d.facts, func(f *fact) bool {
		return slices.ContainsFunc(c.facts, func(g *fact) bool { return g.shares(f) })
	})
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

// rivals reports whether c and d are plans for the same thing that differ in
// when it is to be: «في 17 ديسمبر», «في مارس المقبل». They must be nearly the
// same in words and class, and not further apart than a delay may be.
func (c *cluster) rivals(d *cluster) bool {
	if !c.when.known || !d.when.known || c.when.gap(d.when) > 200 {
		return false
	}
	planned := func(f *fact) bool {
		return f.dated() && (f.status == corpus.StatusPlanned || f.status == corpus.StatusExpected || f.status == corpus.StatusPostponed)
	}
	for _, f := range c.facts {
		for _, g := range d.facts {
			if planned(f) && planned(g) && f.doc != g.doc && (f.role == starts) == (g.role == starts) && f.shares(g) && alike(f.plain, g.plain) {
				return true
			}
		}
	}
	return false
}

// alike reports whether most terms of the shorter of two clauses stand in the
// other one, whatever they weigh: the words of what an affair is about weigh
// little, and are what its rival plans share.
func alike(x, y vector) bool {
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
	return n >= 3 && 10*n >= 7*min(len(x), len(y))
}
