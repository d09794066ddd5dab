package site

import (
	"slices"
	"sort"

	"mojaz/internal/corpus"
)

// solid is what stays in one piece in a passage: dates and names. Each list is
// in order and without overlap; a name and a date that meet, nest.
type solid struct {
	dates []corpus.Date
	names []named
	outer []corpus.Span // those that lie in no other
	inner []corpus.Span // those that do
	held  []bool        // whether outer[i] is a date
}

// newSolid gathers the dates and names of p. Left out are spans that do not fit
// the text, names that cross a date or another name, and names in a link that an
// editor set: HTML has no link inside a link, and the editor's counts.
func newSolid(p passage) solid {
	var o solid
	for _, d := range p.Dates {
		if !d.Empty() && d.Valid(len(p.Text)) {
			o.dates = append(o.dates, d)
		}
	}
	taken, end := links(p), 0
	for _, n := range p.Names {
		if n.Empty() || !n.Valid(len(p.Text)) || n.Start < end || touches(taken, n.Span) || o.crosses(n.Span) {
			continue
		}
		end = n.End
		o.names = append(o.names, n)
	}
	o.nest()
	return o
}

// nest fills outer, inner and held.
func (o *solid) nest() {
	i, j := 0, 0
	add := func(s corpus.Span, date bool) {
		if n := len(o.outer); n > 0 && s.Start < o.outer[n-1].End {
			o.inner = append(o.inner, s)
			return
		}
		o.outer, o.held = append(o.outer, s), append(o.held, date)
	}
	for i < len(o.dates) || j < len(o.names) {
		if j == len(o.names) || i < len(o.dates) && before(o.dates[i].Span, o.names[j].Span) {
			add(o.dates[i].Span, true)
			i++
		} else {
			add(o.names[j].Span, false)
			j++
		}
	}
}

// before orders spans by their start, the longer of two first.
func before(a, b corpus.Span) bool {
	return a.Start < b.Start || a.Start == b.Start && a.End > b.End
}

// crosses reports whether s shares words with a date and neither holds the other.
func (o *solid) crosses(s corpus.Span) bool {
	first, last, ok := o.met(s)
	return ok && !(s.Contains(first) && s.Contains(last)) && !first.Contains(s)
}

// met gives the first and the last date that s shares words with: only these
// two can cross the edges of s.
func (o *solid) met(s corpus.Span) (first, last corpus.Span, ok bool) {
	i := sort.Search(len(o.dates), func(i int) bool { return o.dates[i].End > s.Start })
	j := sort.Search(len(o.dates), func(j int) bool { return o.dates[j].Start >= s.End })
	if i >= j {
		return first, last, false
	}
	return o.dates[i].Span, o.dates[j-1].Span, true
}

// linkLevel chooses the level of a link: outside if it holds every date it meets.
func (o *solid) linkLevel(s corpus.Span) level {
	if first, last, ok := o.met(s); ok && !(s.Contains(first) && s.Contains(last)) {
		return levelLinkInside
	}
	return levelLinkOutside
}

// runLevel chooses the level of a run of Latin letters, which crosses nothing
// solid: outside all that it holds, inside all that holds it.
func (o *solid) runLevel(run corpus.Span) level {
	i := sort.Search(len(o.outer), func(i int) bool { return o.outer[i].End > run.Start })
	switch {
	case i == len(o.outer) || o.outer[i].Start >= run.End:
		return levelRunInside
	case run.Contains(o.outer[i]):
		return levelRunOutside
	case !touches(o.inner, run):
		return levelRunInside
	case inside(o.inner, run):
		return levelRunInside
	case o.held[i]:
		return levelRunInDate
	}
	return levelRunInLink
}

// widen makes run hold whatever solid crosses its edge.
func (o *solid) widen(run corpus.Span) corpus.Span {
	return widened(widened(run, o.inner), o.outer)
}

func widened(run corpus.Span, whole []corpus.Span) corpus.Span {
	i := sort.Search(len(whole), func(i int) bool { return whole[i].End > run.Start })
	j := sort.Search(len(whole), func(j int) bool { return whole[j].Start >= run.End })
	if i >= j || whole[i].Contains(run) {
		return run
	}
	return corpus.Span{Start: min(run.Start, whole[i].Start), End: max(run.End, whole[j-1].End)}
}

// links gives the places of the links that an editor set, as spans in order that
// do not overlap.
func links(p passage) []corpus.Span {
	var all, out []corpus.Span
	for _, m := range p.Marks {
		if _, ok := linkTag(m.URL); ok && m.Kind == corpus.MarkLink && !m.Empty() && m.Valid(len(p.Text)) {
			all = append(all, m.Span)
		}
	}
	slices.SortFunc(all, func(a, b corpus.Span) int { return a.Start - b.Start })
	for _, s := range all {
		if n := len(out) - 1; n >= 0 && s.Start < out[n].End {
			out[n].End = max(out[n].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// touches reports whether s shares words with one of spans, which are in order.
func touches(spans []corpus.Span, s corpus.Span) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > s.Start })
	return i < len(spans) && spans[i].Start < s.End
}

// inside reports whether one of spans, which are in order, holds all of s and more.
func inside(spans []corpus.Span, s corpus.Span) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > s.Start })
	return i < len(spans) && spans[i].Contains(s) && spans[i] != s
}
