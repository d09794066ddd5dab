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

// maker forms clusters of facts, one fact at a time. Candidates come from an
// index from month and term to clusters, so a fact is never held against all of
// them; see maxPosted.
type maker struct {
	v        *vocabulary
	clusters []*cluster
	named    map[string][]int
	posted   map[posting][]int
	found    []finding // by cluster
	searches int
}

// finding is how a search found a cluster: which search it was, the last of its
// terms that led there, and how many did.
type finding struct{ search, term, terms int }

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
	maxPosted = 32
	// rareTerms is how many terms of a fact lead to candidates: its rarest.
	rareTerms = 10
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

// candidates gives the clusters that a fact may belong to: those of its name,
// and those to which two of its rarest terms lead.
func (m *maker) candidates(f *fact) []int {
	m.searches++
	out := slices.Clone(m.named[f.key])
	rare, places := m.rarest(f.vec), months(f.when)
	asked := min(2, len(rare))
	for i, id := range rare {
		for _, month := range places {
			for _, n := range m.posted[posting{month, id}] {
				at := &m.found[n]
				if at.search != m.searches {
					*at = finding{m.searches, -1, 0}
				}
				if at.term != i {
					at.term, at.terms = i, at.terms+1
					if at.terms == asked {
						out = append(out, n)
					}
				}
			}
		}
	}
	return out
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
	rare := m.rarest(f.vec)
	for _, month := range places {
		for _, id := range rare {
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
		if s := m.clusters[n].fit(f); s > most || s == most && n < best {
			best, most = n, s
		}
	}
	if best < 0 {
		if !alone {
			return false
		}
		best = len(m.clusters)
		m.clusters, m.found = append(m.clusters, &cluster{}), append(m.found, finding{})
	}
	m.clusters[best].add(f)
	m.post(best, f)
	return true
}

// fit tells how well f fits the cluster: 0 if it does not belong there. What is
// asked of their words depends on how their times agree: little where both name
// one month, much where only a year or no date at all speaks for them.
func (c *cluster) fit(f *fact) float64 {
	if c.key == "" && f.key == "" && f.dated() && c.when.known && c.asked(f) > 1 {
		return 0
	}
	same := c.like(f.vec)
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
	case !f.dated() && c.when.known && c.reports(f):
		return 1 + same
	case same <= c.asked(f):
		return 0
	}
	return same
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

// asked gives the similarity that is needed for f to belong to the cluster.
func (c *cluster) asked(f *fact) float64 {
	shares := intersect(c.groups, f.groups)
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

// manyFacts is how many facts of a cluster one is held against singly.
const manyFacts = 24

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
			if s := m.clusters[k].kin(c); s > most || s == most && k < best {
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
