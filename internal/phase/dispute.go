package phase

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// disputes gives the questions about a cluster that its facts answer
// differently: when it begins or ends, and how far it has come. A disagreement
// about scope is never found: to tell «the forces leave» from «the mission ends»
// takes more than words in common, and a wrong one accuses a source.
func disputes(c *cluster) []corpus.Dispute[corpus.Ref] {
	var out []corpus.Dispute[corpus.Ref]
	for _, about := range [...]struct {
		kind corpus.DisputeKind
		of   func(f *fact) bool
	}{
		{corpus.DisputeStart, func(f *fact) bool { return f.role == starts || f.role == at && !c.ends }},
		{corpus.DisputeEnd, func(f *fact) bool { return f.role == ends || f.role == at && c.ends }},
	} {
		if sides := c.dateSides(about.of); len(sides) > 1 {
			out = append(out, corpus.Dispute[corpus.Ref]{About: about.kind, Sides: sides})
		}
	}
	if sides := c.statusSides(); len(sides) > 1 {
		out = append(out, corpus.Dispute[corpus.Ref]{About: corpus.DisputeStatus, Sides: sides})
	}
	return out
}

// dateSides gives the dates of one bound that cannot all hold, the first passage
// for each. Plans rival plans and reports rival reports; that it came otherwise
// than planned is no disagreement, nor is a date that a delay moved.
func (c *cluster) dateSides(of func(*fact) bool) []corpus.Side[corpus.Ref] {
	var best []*fact
	facts := c.facts[:min(len(c.facts), manySides)]
	for _, done := range [...]bool{false, true} {
		var sides []*fact
		for _, f := range finestFirst(facts) {
			if !f.dated() || !of(f) || f.any("postpone") || (f.status == corpus.StatusDone) != done || f.denies() {
				continue
			}
			if (done || c.long) && !slices.ContainsFunc(facts, func(g *fact) bool { return g.twin(f) }) {
				continue
			}
			same := func(g *fact) bool { return g.when.gap(f.when) <= slack(f, g) }
			moved := func(g *fact) bool { return g.voice() == f.voice() || c.delayed(g, f) }
			if !slices.ContainsFunc(sides, same) && !slices.ContainsFunc(sides, moved) {
				sides = append(sides, f)
			}
		}
		if len(sides) > len(best) {
			best = sides
		}
	}
	slices.SortStableFunc(best, func(f, g *fact) int { return cmp.Or(f.doc-g.doc, f.Start-g.Start) })
	return asSides(best, func(f *fact) string { return f.date.Value })
}

// finestFirst orders facts by how exact their dates are, so that «في ديسمبر»
// agrees with the days that others name and parts none of them.
func finestFirst(facts []*fact) []*fact {
	out := slices.Clone(facts)
	slices.SortStableFunc(out, func(f, g *fact) int { return f.when.length() - g.when.length() })
	return out
}

// slack is by how many days two dates may miss each other and still mean the
// same: «about the end of the month» and its last day.
func slack(f, g *fact) int {
	if f.status == corpus.StatusDone { // a report of «today» is often printed again tomorrow
		return 3
	}
	if min(f.when.length(), g.when.length()) >= 7 {
		return 7
	}
	return 0
}

// voice is who speaks: a speaker of a document, or the document itself.
func (f *fact) voice() string { return string(f.Doc) + " " + f.speaker }

// twin reports whether f and g date the same single event: they say nearly the
// same words of it, in different documents.
func (f *fact) twin(g *fact) bool {
	return f.doc != g.doc && f.dated() && f.shares(g) && alike(f.plain, g.plain) && f.status == g.status
}

// delayed reports whether the cluster tells of a delay between the days on which
// f and g were published.
func (c *cluster) delayed(f, g *fact) bool {
	if f.told.from > g.told.from {
		f, g = g, f
	}
	return slices.ContainsFunc(c.facts, func(p *fact) bool {
		return p.status == corpus.StatusPostponed && f.told.from <= p.told.from && p.told.from <= g.told.from
	})
}

// statusSides gives statuses of the same thing that different voices assert at
// about the same time, and that cannot hold together: denied against any other,
// put off against planned or under way. That a plan was carried out later is no
// disagreement.
//
// Of several such pairs the first one of reports is given, and one of plans only
// where there is no other: to deny a plan may only say that its time has not come.
func (c *cluster) statusSides() []corpus.Side[corpus.Ref] {
	var best []*fact
	facts := c.facts[:min(len(c.facts), manySides)]
	for i, f := range facts {
		for _, g := range facts[i+1:] {
			plan := f.ahead() || g.ahead()
			if best != nil && plan || !f.disputes(g) || c.long && !f.denies() && !g.denies() {
				continue
			}
			best = []*fact{f, g}
			if !plan {
				return asSides(best, statusValue)
			}
		}
	}
	return asSides(best, statusValue)
}

// manySides is how many facts of a cluster are held against one another.
const manySides = 100

// statusValue is the value of a side in a dispute about status.
func statusValue(f *fact) string { return string(f.status) }

// denies reports whether a fact says that something is not so.
func (f *fact) denies() bool { return f.status == corpus.StatusDenied }

// statusWindow is how many days apart two statuses still speak of one state.
const statusWindow = 60

// disputes reports whether f and g, the later one, give statuses that cannot
// both hold.
func (f *fact) disputes(g *fact) bool {
	if f.voice() == g.voice() || !f.firm() || !g.firm() || f.told.gap(g.told) > statusWindow || !f.shares(g) || !alike(f.plain, g.plain) {
		return false
	}
	if 4*common(f.plain, g.plain) < 3*min(len(f.plain), len(g.plain)) {
		return false // «identified the attacker», «will not name the attacker»
	}
	if f.dated() && g.dated() && !f.when.overlaps(g.when) {
		return false
	}
	open := func(s corpus.Status) bool { return s == corpus.StatusPlanned || s == corpus.StatusOngoing }
	switch {
	case f.denies() || g.denies():
		return f.status != g.status && (open(f.status) || open(g.status) || f.status == corpus.StatusDone || g.status == corpus.StatusDone)
	case f.status == corpus.StatusPostponed:
		return open(g.status)
	case g.status == corpus.StatusPostponed:
		return open(f.status) && f.told == g.told
	}
	return false
}

// firm reports whether a fact asserts or denies, and is no half denial («لا
// يستبعد»).
func (f *fact) firm() bool {
	return f.polarity == corpus.Asserts || f.polarity == corpus.Denies
}

// asSides makes sides of facts.
func asSides(facts []*fact, value func(*fact) string) []corpus.Side[corpus.Ref] {
	out := make([]corpus.Side[corpus.Ref], 0, len(facts))
	for _, f := range facts {
		out = append(out, corpus.Side[corpus.Ref]{At: f.Ref, Value: value(f)})
	}
	return out
}
