package site

import (
	"cmp"
	"slices"
	"strings"
)

// edge is where an element begins or ends.
type edge struct {
	at    int
	index int // of the element
	begin bool
}

// weave writes text, as write escapes it, with its elements around it. Of several elements of one
// level that meet, the first to begin holds; what is cut by a lower level is
// closed and opened again. It takes time in proportion to text and edges.
func weave(b *strings.Builder, text string, elements []element, write escaper) {
	w := weaver{elements: elements, ended: make([]bool, len(elements))}
	for i := range w.now {
		w.now[i] = none
	}
	at := 0
	for _, e := range edges(elements) {
		if e.at > at {
			w.shape(b)
			write(b, text[at:e.at])
			at = e.at
		}
		w.pass(e)
	}
	w.shape(b)
	write(b, text[at:])
}

// edges lists where elements begin and end, in order. At one place ends come
// before beginnings, and the longer element begins first.
func edges(elements []element) []edge {
	es := make([]edge, 0, 2*len(elements))
	for i, e := range elements {
		es = append(es, edge{e.Start, i, true}, edge{e.End, i, false})
	}
	slices.SortFunc(es, func(a, b edge) int {
		if a.at != b.at {
			return cmp.Compare(a.at, b.at)
		}
		if a.begin != b.begin {
			if a.begin {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(elements[b.index].End, elements[a.index].End), cmp.Compare(a.index, b.index))
	})
	return es
}

const none = -1

// weaver knows which elements hold at a place (wait, now) and which are open in
// what has been written (open).
type weaver struct {
	elements []element
	ended    []bool
	wait     [levels][]int // begun, in order; those ended are dropped when they come first
	now      [levels]int   // open in the HTML, by level; none where there is none
}

// pass takes account of an edge.
func (w *weaver) pass(e edge) {
	l := w.elements[e.index].level
	if e.begin {
		w.wait[l] = append(w.wait[l], e.index)
		return
	}
	w.ended[e.index] = true
	for len(w.wait[l]) > 0 && w.ended[w.wait[l][0]] {
		w.wait[l] = w.wait[l][1:]
	}
}

// shape closes and opens elements until those open are those that hold.
func (w *weaver) shape(b *strings.Builder) {
	first := level(0)
	for first < levels && w.now[first] == w.holds(first) {
		first++
	}
	for l := levels - 1; l >= first; l-- {
		if w.now[l] != none {
			b.WriteString(w.close(l))
		}
	}
	for l := first; l < levels; l++ {
		if w.now[l] = w.holds(l); w.now[l] != none {
			b.WriteString(w.elements[w.now[l]].open)
		}
	}
}

// holds gives the element of a level that holds at this place.
func (w *weaver) holds(l level) int {
	// A link inside a link is not HTML: the outer one holds.
	if len(w.wait[l]) == 0 || l == levelLinkInside && len(w.wait[levelLinkOutside]) > 0 {
		return none
	}
	return w.wait[l][0]
}

// close gives the end tag of the element open at a level.
func (w *weaver) close(l level) string {
	if l != levelDate {
		return closing[l]
	}
	if strings.HasPrefix(w.elements[w.now[l]].open, "<time") {
		return "</time>"
	}
	return "</span>"
}
