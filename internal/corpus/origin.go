package corpus

import "sort"

// Run says that N bytes of a document's Text, from Text on, are the N bytes of
// its Raw from Raw on, byte for byte.
type Run struct{ Text, Raw, N int }

// Origin maps Document.Text back to Document.Raw. Runs are sorted, do not
// overlap, and rise on both sides; bytes of Text in no run were supplied by
// the program (a joined line break), bytes of Raw in no run were dropped.
type Origin []Run

// Raw gives the smallest range of Raw that holds everything s covers in Text.
// ok is false when s covers no byte that came from Raw.
func (o Origin) Raw(s Span) (raw Span, ok bool) {
	i := sort.Search(len(o), func(i int) bool { return o[i].Text+o[i].N > s.Start })
	for ; i < len(o) && o[i].Text < s.End; i++ {
		r := o[i]
		from := max(s.Start, r.Text) - r.Text + r.Raw
		to := min(s.End, r.Text+r.N) - r.Text + r.Raw
		if from >= to {
			continue
		}
		if !ok {
			raw.Start = from
		}
		raw.End, ok = to, true
	}
	return raw, ok
}
