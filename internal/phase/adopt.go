package phase

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// adopt gives phases the facts that lie in none but speak of one: background
// told again, what is said of an event without its date. They are evidence, and
// have no say in the label, the bounds or the disputes, which rest on the facts
// that made the cluster.
func adopt(facts []fact, clusters []*cluster) {
	held := map[*fact]bool{}
	norms := make([]float64, len(clusters))
	for i, c := range clusters {
		norms[i] = c.plain.norm()
		for _, f := range c.facts {
			held[f] = true
		}
	}
	for i := range facts {
		f := &facts[i]
		if held[f] || len(f.groups) == 0 {
			continue
		}
		var best *cluster
		most := 0.0
		for i, c := range clusters {
			if asked := c.asksOf(f); asked < 1 {
				if s := dot(c.plain, f.plain) / norms[i]; s >= max(asked, most) && common(c.plain, f.plain) >= 2 {
					best, most = c, s
				}
			}
		}
		if best != nil {
			best.more = append(best.more, f)
		}
	}
}

// What a fact must share with a phase to be evidence of it: so much of its words,
// and about half of it where both are of one class and told at about the same
// time.
const (
	mentionOther = 0.42
	mentionSame  = 0.4
	mentionNear  = 0.22
)

// asksOf gives the similarity that is needed for a fact that lies in no phase to
// be evidence of the cluster, 1 if it cannot be.
func (c *cluster) asksOf(f *fact) float64 {
	switch {
	case c.item || f.item || f.key != "" && f.key != c.key || c.over(f):
		return 1
	case f.dated() && c.when.known && c.when.gap(f.when) > nearby:
		return 1
	case !intersect(c.groups, f.groups):
		return mentionOther
	case c.told(f):
		return mentionNear
	}
	return mentionSame
}

// nearby is how many days after an event it is still told as news.
const nearby = 31

// told reports whether f was published when the cluster was news.
func (c *cluster) told(f *fact) bool {
	when := c.when
	if !when.known {
		when = c.facts[0].told
	}
	return f.told.known && when.known && when.gap(f.told) <= nearby
}

// evidence gives what each passage says, one a place: of clauses that lie in
// one another the outermost.
func evidence(c *cluster) []corpus.Stand[corpus.Ref] {
	facts := slices.Concat(c.facts, c.more)
	slices.SortStableFunc(facts, func(f, g *fact) int {
		return cmp.Or(f.doc-g.doc, f.Start-g.Start, g.End-f.End)
	})
	var out []corpus.Stand[corpus.Ref]
	for _, f := range facts {
		s := corpus.Stand[corpus.Ref]{At: f.Ref, Status: f.status, When: f.date.Value, Speaker: f.speaker}
		if n := len(out); n > 0 && out[n-1].At.Doc == f.Doc && out[n-1].At.Contains(f.Span) {
			out[n-1].When = cmp.Or(out[n-1].When, s.When)
			continue
		}
		out = append(out, s)
	}
	return out
}
