package phase

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// write makes phases of clusters and puts them in order.
func write(a *corpus.Affair, v *vocabulary, facts []fact, clusters []*cluster) []corpus.Phase[corpus.Ref] {
	now := parseDays(a.AsOf)
	out := make([]corpus.Phase[corpus.Ref], 0, len(clusters))
	var kept []*cluster
	taken := map[string]bool{}
	for _, c := range clusters {
		c.sort()
		b, disputes := boundsOf(a, c), disputes(c)
		c.bounds = b
		c.disputed = slices.ContainsFunc(disputes, func(d corpus.Dispute[corpus.Ref]) bool { return d.About != corpus.DisputeStatus })
		label, ok := label(a, v, c, taken)
		if !ok || len(kept) == most(len(a.Documents)) || len(kept) >= few(len(a.Documents)) && c.weight < minWeight {
			continue
		}
		kept, taken[label] = append(kept, c), true
		out = append(out, corpus.Phase[corpus.Ref]{
			Label: label, Start: b.start, End: b.end,
			StartInferred: b.startInferred, EndInferred: b.endInferred,
			Disputes: disputes, Rule: c.rule(),
		})
	}
	adopt(facts, kept)
	follow(kept, out)
	for i, c := range kept {
		out[i].Evidence = evidence(c)
		out[i].Kind = kindOf(c, out[i].Start, out[i].End, now)
	}
	order(out)
	name(out)
	return out
}

// rule names what made a cluster a phase.
func (c *cluster) rule() string {
	switch {
	case c.item:
		return "scenario"
	case c.key != "":
		return "named"
	case c.when.known:
		return "dated"
	}
	return "reported"
}

// sort puts the facts in order of publication and place.
func (c *cluster) sort() {
	slices.SortStableFunc(c.facts, func(f, g *fact) int {
		return cmp.Or(f.doc-g.doc, f.Start-g.Start, g.End-f.End)
	})
}

// follow gives a numbered phase without a start the end of the one before it. A batch or
// a round comes when it comes.
func follow(clusters []*cluster, phases []corpus.Phase[corpus.Ref]) {
	for i, c := range clusters {
		for j, before := range clusters {
			if phases[i].Start == "" && phases[j].End != "" && !c.moment() && c.follows(before) &&
				(phases[i].End == "" || parseDays(phases[j].End).to <= parseDays(phases[i].End).to) {
				phases[i].Start, phases[i].StartInferred = phases[j].End, true
			}
		}
	}
}

// moment reports whether a cluster is a thing of a row that has no length: «الدفعة الثانية».
func (c *cluster) moment() bool {
	head, _, _ := strings.Cut(c.key, " ")
	return names()["moment"][head]
}

// follows reports whether c is numbered next after d.
func (c *cluster) follows(d *cluster) bool {
	var head, other string
	var n, m int
	_, err := fmt.Sscan(c.key, &head, &n)
	_, err2 := fmt.Sscan(d.key, &other, &m)
	return err == nil && err2 == nil && head == other && n == m+1
}

// order sorts phases by their first day, then by their last; one that has only
// an end stands there, those without a date come last, as they are ranked.
func order(phases []corpus.Phase[corpus.Ref]) {
	slices.SortStableFunc(phases, func(p, q corpus.Phase[corpus.Ref]) int {
		x, y := parseDays(cmp.Or(p.Start, p.End)), parseDays(cmp.Or(q.Start, q.End))
		if !x.known || !y.known {
			return compareBool(y.known, x.known)
		}
		return cmp.Or(cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to),
			cmp.Compare(parseDays(cmp.Or(p.End, p.Start)).to, parseDays(cmp.Or(q.End, q.Start)).to))
	})
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// maxSlug is the length of an id, unless it needs a number.
const maxSlug = 50

// name gives every phase its id: its label in Latin letters, cut between words.
func name(phases []corpus.Phase[corpus.Ref]) {
	taken := map[string]bool{}
	for i := range phases {
		slug := arabic.Slug(phases[i].Label)
		if len(slug) > maxSlug {
			cut := slug[:maxSlug+1]
			if n := strings.LastIndexByte(cut, '-'); n > 0 {
				slug = cut[:n]
			} else {
				slug = cut[:maxSlug]
			}
		}
		id := slug
		for n := 2; taken[id]; n++ {
			id = fmt.Sprint(slug, "-", n)
		}
		taken[id] = true
		phases[i].ID = id
	}
}
