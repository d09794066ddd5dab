package markdown

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// A thread is a date, a name or a mark that is woven into a paragraph's text.
type thread struct {
	corpus.Span
	rank int // at the same place the lower rank stands outside
	mark corpus.Mark
	date *corpus.Date
	name string
}

// The ranks of threads; that of a date is 0.
const rankOfName = 1

var rankOf = map[corpus.MarkKind]int{
	corpus.MarkLink: 2, corpus.MarkStrong: 3, corpus.MarkEmphasis: 4, corpus.MarkCode: 5,
}

// untangle gives the dates, names and marks of p that can be written, outermost
// first: inside the text, not empty, and each either inside another or apart
// from it. A name that crosses a date is dropped, and so is one that shares
// words with a link; a mark that crosses any other thread is cut in two.
func untangle(p corpus.Paragraph) []thread {
	dates := dateThreads(p)
	marks := markThreads(p)
	names := nameThreads(p, dates, links(marks))
	var out []thread
	for _, m := range marks {
		for _, piece := range split(m, dates) {
			out = append(out, split(piece, names)...)
		}
	}
	return nest(append(append(out, dates...), names...))
}

// dateThreads gives the dates of p that can be written, in order.
func dateThreads(p corpus.Paragraph) []thread {
	var out []thread
	for _, d := range p.Dates {
		if fits(d.Span, p.Text, out) && writable(d) {
			out = append(out, thread{Span: d.Span, date: &d})
		}
	}
	return out
}

// nameThreads gives the names of p that can be written, in order: none crosses
// one of dates or touches one of links.
func nameThreads(p corpus.Paragraph, dates, links []thread) []thread {
	var out []thread
	for _, l := range p.Links {
		t := thread{Span: l.Span, rank: rankOfName, name: l.Name}
		if fits(l.Span, p.Text, out) && nameable(l.Name) && len(split(t, dates)) == 1 && len(over(l.Span, links)) == 0 {
			out = append(out, t)
		}
	}
	return out
}

// markThreads gives the marks of p that are of a known kind.
func markThreads(p corpus.Paragraph) []thread {
	var out []thread
	for _, m := range p.Marks {
		known := rankOf[m.Kind] > 0 && (m.Kind != corpus.MarkLink || safeURL(m.URL))
		if m.Valid(len(p.Text)) && !m.Empty() && known {
			out = append(out, thread{Span: m.Span, rank: rankOf[m.Kind], mark: m})
		}
	}
	return out
}

// fits reports whether s holds a part of a text and lies after all of threads.
func fits(s corpus.Span, text string, threads []thread) bool {
	apart := len(threads) == 0 || threads[len(threads)-1].End <= s.Start
	return s.Valid(len(text)) && !s.Empty() && apart
}

// links gives the words that marks lead somewhere, in order and apart.
func links(marks []thread) []thread {
	var out []thread
	for _, m := range marks {
		if m.mark.Kind == corpus.MarkLink {
			out = append(out, m)
		}
	}
	slices.SortStableFunc(out, outerFirst)
	n := 0
	for _, m := range out {
		if n > 0 && m.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, m.End)
			continue
		}
		out[n] = m
		n++
	}
	return out[:n]
}

// over gives those of threads, which are in order and apart, that share words
// with s.
func over(s corpus.Span, threads []thread) []thread {
	i, _ := slices.BinarySearchFunc(threads, s.Start, func(t thread, at int) int { return cmp.Compare(t.End, at+1) })
	n := i
	for n < len(threads) && threads[n].Start < s.End {
		n++
	}
	return threads[i:n]
}

// split cuts a thread at the ends of the other ones that it crosses. These are
// in order and apart.
func split(t thread, others []thread) []thread {
	var out []thread
	for _, d := range over(t.Span, others) {
		at := 0
		switch {
		case d.Start < t.Start && d.End < t.End:
			at = d.End
		case t.Start < d.Start && t.End < d.End:
			at = d.Start
		default:
			continue
		}
		head := t
		head.End, t.Start = at, at
		out = append(out, head)
	}
	return append(out, t)
}

// nest sorts threads, cuts those that cross, and drops what is there twice and
// links within links.
func nest(in []thread) []thread {
	slices.SortStableFunc(in, outerFirst)
	var out, open []thread
	for len(in) > 0 {
		t := in[0]
		in = in[1:]
		for len(open) > 0 && open[len(open)-1].End <= t.Start {
			open = open[:len(open)-1]
		}
		if len(open) > 0 && open[len(open)-1].End < t.End {
			rest := t
			t.End = open[len(open)-1].End
			rest.Start = t.End
			i, _ := slices.BinarySearchFunc(in, rest, outerFirst)
			in = slices.Insert(in, i, rest)
		}
		if !redundant(t, open) {
			out, open = append(out, t), append(open, t)
		}
	}
	return out
}

// redundant reports whether t adds nothing to the threads around it.
func redundant(t thread, open []thread) bool {
	for _, o := range open {
		if o.rank == t.rank && (t.rank == rankOf[corpus.MarkLink] || o.Span == t.Span) {
			return true
		}
	}
	return false
}

func outerFirst(a, b thread) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.rank, b.rank),
		cmp.Compare(a.mark.URL, b.mark.URL))
}

// marksOf gives the marks among threads, in the order in which Parse gives them.
func marksOf(threads []thread) []corpus.Mark {
	var out []corpus.Mark
	for _, t := range threads {
		if t.mark.Kind != "" {
			t.mark.Span = t.Span
			out = append(out, t.mark)
		}
	}
	sortMarks(out)
	return out
}

// datesOf gives the dates among threads.
func datesOf(threads []thread) []corpus.Date {
	var out []corpus.Date
	for _, t := range threads {
		if t.date != nil {
			out = append(out, *t.date)
		}
	}
	return out
}

// linksOf gives the names among threads.
func linksOf(threads []thread) []corpus.Link {
	var out []corpus.Link
	for _, t := range threads {
		if t.name != "" {
			out = append(out, corpus.Link{Span: t.Span, Name: t.name})
		}
	}
	return out
}

// sortMarks orders marks by place, the outer before the inner.
func sortMarks(marks []corpus.Mark) {
	slices.SortStableFunc(marks, func(a, b corpus.Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(rankOf[a.Kind], rankOf[b.Kind]))
	})
}
