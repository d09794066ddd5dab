package site

import (
	"sort"
	"strconv"
	"unicode"

	"mojaz/internal/corpus"
)

// trail leads from the words of a briefing to the lines of its source. A nil
// trail leads nowhere.
type trail struct {
	doc    corpus.Document
	anchor Anchor // may be nil
	starts []int  // where each line of doc.Raw begins
}

// trail makes the trail of b, nil if its document is not known.
func (s *site) trail(b *corpus.Briefing) *trail {
	doc, ok := s.in.Documents[keyOf(b)]
	if !ok {
		return nil
	}
	t := &trail{doc: doc, anchor: s.in.Anchors[keyOf(b)], starts: []int{0}}
	for i := range len(doc.Raw) {
		if doc.Raw[i] == '\n' {
			t.starts = append(t.starts, i+1)
		}
	}
	return t
}

// lineID names a line's element on the page of the source.
func lineID(n int) string { return "l" + strconv.Itoa(n) }

// inked counts the lines of the document's text that are not blank.
func (t *trail) inked() int {
	if t == nil {
		return 0
	}
	return len(t.doc.Lines)
}

// kept counts the lines of the document's text that ps rest on; without an
// anchor, those of a kept role.
func (t *trail) kept(ps []corpus.Paragraph) int {
	lines := map[int]bool{}
	if t != nil && t.anchor == nil {
		for n, l := range t.doc.Lines {
			if l.Role.Kept() {
				lines[n] = true
			}
		}
	}
	for i := range ps {
		at, ok := t.place(&ps[i])
		if !ok {
			continue
		}
		all := t.doc.Lines
		n := sort.Search(len(all), func(n int) bool { return all[n].End > at.Start })
		for ; n < len(all) && all[n].Start < at.End; n++ {
			lines[n] = true
		}
	}
	return len(lines)
}

// place gives the span of Document.Text that p rests on.
func (t *trail) place(p *corpus.Paragraph) (corpus.Span, bool) {
	if t == nil || t.anchor == nil {
		return corpus.Span{}, false
	}
	at, ok := t.anchor.Text(p.ID, corpus.Span{Start: 0, End: len(p.Text)})
	return at, ok && at.Valid(len(t.doc.Text)) && !at.Empty()
}

// lines lists the lines of Raw, counted from 1, that p rests on, in order.
func (t *trail) lines(p *corpus.Paragraph) []int {
	at, ok := t.place(p)
	if !ok {
		return nil
	}
	var out []int
	for _, s := range t.pieces(at) {
		for n := t.line(s.Start); n <= len(t.starts) && t.starts[n-1] < s.End; n++ {
			part := corpus.Span{Start: max(s.Start, t.starts[n-1]), End: min(s.End, t.end(n))}
			if part.Empty() || len(out) > 0 && out[len(out)-1] == n || !inky(part.Of(t.doc.Raw)) {
				continue
			}
			out = append(out, n)
		}
	}
	return out
}

// line gives the number of the line that holds byte at of Raw.
func (t *trail) line(at int) int { return sort.SearchInts(t.starts, at+1) }

// end gives where line n of Raw ends, before its line end.
func (t *trail) end(n int) int {
	if n < len(t.starts) {
		return t.starts[n] - 1
	}
	return len(t.doc.Raw)
}

// pieces gives the parts of Raw that hold what at covers of Text, in order.
func (t *trail) pieces(at corpus.Span) []corpus.Span {
	o := t.doc.Origin
	i := sort.Search(len(o), func(i int) bool { return o[i].Text+o[i].N > at.Start })
	var out []corpus.Span
	for ; i < len(o) && o[i].Text < at.End; i++ {
		from, to := max(at.Start, o[i].Text), min(at.End, o[i].Text+o[i].N)
		if from < to {
			out = append(out, corpus.Span{Start: from, End: to}.Shift(o[i].Raw-o[i].Text))
		}
	}
	return out
}

// inky reports whether s holds anything but white space and invisible marks.
func inky(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) && !unicode.IsControl(r) {
			return true
		}
	}
	return false
}
