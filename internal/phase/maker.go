package phase

import (
	"cmp"
	"math"
	"slices"
)

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
	tried    int // how often something was held against a cluster: what time grows with
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
	// rareTerms is how many terms of a fact lead to candidates beside its classes:
	// its rarest.
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
	rare, places := m.leads(f), months(f.when)
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

// leads gives the terms under which a fact is sought: those that weigh most, and
// its classes, which weigh little where an affair is full of them.
func (m *maker) leads(f *fact) []int32 {
	y := slices.Clone(f.vec)
	slices.SortStableFunc(y, func(a, b term) int { return cmp.Compare(b.w, a.w) })
	var out []int32
	for _, t := range y[:min(rareTerms, len(y))] {
		out = append(out, t.id)
	}
	for _, g := range f.groups {
		if id := m.v.id("class " + g); !slices.Contains(out, id) {
			out = append(out, id)
		}
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
	rare := m.leads(f)
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
		m.tried++
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

// merge joins clusters that grew apart: the younger into the older one that it
// fits, where their dates meet in one month or neither has any.
func (m *maker) merge() {
	for n, c := range m.clusters {
		best, most := -1, 0.0
		probe := &fact{when: c.when, vec: c.sum, groups: c.groups}
		for _, k := range slices.Concat(m.candidates(probe), m.candidates(&fact{vec: c.plain, groups: c.groups})) {
			if k >= n || m.clusters[k] == nil {
				continue
			}
			m.tried++
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
