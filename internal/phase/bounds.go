package phase

import (
	"cmp"
	"slices"
	"strings"

	"mojaz/internal/corpus"
)

// bounds are when a phase begins and ends: EDTF, "" where not known.
type bounds struct {
	start, end                 string
	startInferred, endInferred bool
}

// vote counts the documents that give a value.
type vote struct {
	value string
	when  days
	docs  map[int]bool
}

// boundsOf works out when a cluster begins and ends. Each bound is the value
// that most documents give or agree with, the finer one where as many do. What
// goes on lasts from the first to the last date. Where no date is given, what is
// reported as done is taken to have happened when it was first reported.
func boundsOf(a *corpus.Affair, c *cluster) bounds {
	var b bounds
	start, end, point := c.votes(starts), c.votes(ends), c.votes(at)
	b.start, b.end = winner(start), winner(end)
	for _, f := range c.facts {
		if f.role == ends && f.since != "" && b.start == "" {
			b.start = f.since
		}
		if f.dated() && f.role == spans && (c.long || len(point)+len(end) == 0) {
			from, to := edges(f.date.Value)
			if b.start == "" {
				b.start = from
			}
			if b.end == "" {
				b.end = to
			}
		}
	}
	switch {
	case len(point) == 0:
	case c.long && c.key == "":
		first, last := point[0].value, point[0].value
		for _, v := range point {
			if v.when.from < parseDays(first).from {
				first = v.value
			}
			if v.when.to > parseDays(last).to {
				last = v.value
			}
		}
		b.start, b.end = cmp.Or(b.start, first), cmp.Or(b.end, last)
	case b.start == "" && b.end == "":
		b.start = winner(point)
		b.end = b.start
	case b.start == "" && c.key == "":
		end := parseDays(b.end)
		if p := parseDays(winner(point)); p.length() <= 45 && p.overlaps(end) {
			b.start = winner(point)
			if p.length() < end.length() {
				b.end = b.start
			}
		}
	}
	b.start, b.end = edge(b.start, 0), edge(b.end, 1)
	if b.start == "" && c.ended(b.end) {
		b.start = b.end
	}
	if b.start == "" && b.end == "" {
		b = reported(a, c)
	}
	return b.ordered()
}

// ended reports whether a cluster without a name, or of a thing that has no length, tells of no more than that something ended on
// a day or in a month, and that it did: the end is then all that happened.
func (c *cluster) ended(end string) bool {
	when := parseDays(end)
	return (c.key == "" || c.moment()) && when.known && when.length() <= 45 && !slices.ContainsFunc(c.facts, func(f *fact) bool {
		till := f.date.Rel == corpus.RelBy || f.date.Rel == corpus.RelUntil || f.date.Rel == corpus.RelBefore
		return f.dated() && (f.role != ends || till || f.status != corpus.StatusDone)
	})
}

// ordered drops a start that lies behind the end.
func (b bounds) ordered() bounds {
	if b.start != "" && b.end != "" && parseDays(b.start).from > parseDays(b.end).to {
		b.start, b.startInferred = "", false
	}
	return b
}

// reported dates a phase without dates by its reports: what was done or put off
// by the first of them, what went on by the first and the last, once that is long
// ago; and so what was planned or denied so long ago that it is no future now.
func reported(a *corpus.Affair, c *cluster) bounds {
	done, going, told := days{}, days{}, days{}
	for _, f := range c.facts {
		if !f.told.known || f.told.open() {
			continue
		}
		if !told.known {
			told = f.told
		}
		told = told.join(f.told)
		switch f.status {
		case corpus.StatusDone, corpus.StatusPostponed:
			if !done.known || f.told.from < done.from {
				done = f.told
			}
		case corpus.StatusOngoing:
			if !going.known {
				going = f.told
			}
			going = going.join(f.told)
		}
	}
	b := bounds{startInferred: true, endInferred: true}
	switch now := parseDays(a.AsOf); {
	case done.known:
		b.start, b.end = month(done.from), month(done.from)
	case going.known && now.from-going.to > stale && !c.tells(corpus.StatusPlanned) && !c.tells(corpus.StatusDenied):
		b.start, b.end = month(going.from), month(going.to)
	case told.known && !c.item && now.from-told.to > sameTime:
		b.start, b.end = month(told.from), month(told.to)
	default:
		return bounds{}
	}
	return b
}

// votes gathers the dates of one role by value: those of what is reported as
// done, if there are any, else those of plans, else those that were put off.
func (c *cluster) votes(r role) []vote {
	sure := 0
	for _, f := range c.facts {
		if f.dated() && f.role == r {
			sure = max(sure, sureness(f.status))
		}
	}
	var out []vote
	for _, f := range c.facts {
		if !f.dated() || f.role != r || sureness(f.status) < sure {
			continue
		}
		i := slices.IndexFunc(out, func(v vote) bool { return v.value == f.date.Value })
		if i < 0 {
			out = append(out, vote{f.date.Value, f.when, map[int]bool{}})
			i = len(out) - 1
		}
		out[i].docs[f.doc] = true
	}
	return out
}

// sureness orders what a date is given for.
func sureness(s corpus.Status) int {
	switch s {
	case corpus.StatusDone:
		return 2
	case corpus.StatusPostponed:
		return 0
	}
	return 1
}

// winner gives the value with which most documents agree: they give it, or one
// that holds it («2025» agrees with «سبتمبر 2025»). Of those with as many, the
// finest wins, then the one given first.
func winner(votes []vote) string {
	best, most := -1, 0
	for i, v := range votes {
		docs := map[int]bool{}
		for _, w := range votes {
			if w.when.from <= v.when.from && v.when.to <= w.when.to {
				for d := range w.docs {
					docs[d] = true
				}
			}
		}
		n := len(docs)
		if n > most || n == most && best >= 0 && v.when.length() < votes[best].when.length() {
			best, most = i, n
		}
	}
	if best < 0 {
		return ""
	}
	return votes[best].value
}

// edge gives one end of an interval, and any other value as it is.
func edge(edtf string, n int) string {
	if from, to := edges(edtf); to != "" {
		return [2]string{from, to}[n]
	}
	return edtf
}

// edges gives both ends of an interval.
func edges(edtf string) (from, to string) {
	from, to, _ = strings.Cut(edtf, "/")
	return from, to
}
