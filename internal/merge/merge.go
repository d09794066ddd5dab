// Package merge turns three versions of a file (what the program wrote last,
// that as a person edited it, and what the program writes now) into one.
package merge

import (
	"strings"

	diff "github.com/aymanbagabas/go-udiff"
)

// Result is a merged file.
type Result struct {
	Text string
	// Conflicts are the places where both sides changed the same lines, in
	// order. They stand in Text between markers; see [Edited].
	Conflicts []Conflict
}

// Conflict is a place of Result.Text with both sides between markers.
type Conflict struct {
	First, Last int // lines of the two outer markers, from 1
}

// The markers of a conflict, each at the start of a line of its own. The words
// behind them tell a person which side is which.
const (
	startMarker  = "<<<<<<< "
	middleMarker = "======="
	endMarker    = ">>>>>>> "

	editedLabel = "edited"
	freshLabel  = "generated"
)

// Three merges line by line, as diff3 does (Khanna, Kunal and Pierce, A Formal
// Investigation of Diff3, 2007): what only one side changed is taken, what both
// changed alike is taken once, and where they changed the same lines in
// different ways both stand between markers, the edited side first. Lines that
// merely touch are no conflict, but two insertions at one place are. No line
// that a person typed is ever left out.
func Three(base, edited, fresh string) Result {
	switch {
	case edited == base || edited == fresh:
		return Result{Text: fresh}
	case fresh == base:
		return Result{Text: edited}
	}
	m := merger{base: base, ours: diff.Lines(base, edited), theirs: diff.Lines(base, fresh)}
	for m.next() {
	}
	m.write(m.base[m.at:])
	return Result{m.out.String(), m.conflicts}
}

// merger walks the edits of both sides in the order of the base.
type merger struct {
	base         string
	ours, theirs []diff.Edit // sorted, apart, at line boundaries; those still to come
	at           int         // everything of the base before it is done
	out          strings.Builder
	lines        int // line ends written
	conflicts    []Conflict
}

// next takes the next edit, with all of the other side that it runs into, and
// is false when there is none left.
func (m *merger) next() bool {
	switch {
	case len(m.ours) == 0 && len(m.theirs) == 0:
		return false
	case len(m.ours) == 0:
		m.apply(&m.theirs)
	case len(m.theirs) == 0:
		m.apply(&m.ours)
	case clash(m.ours[0], m.theirs[0]):
		m.meet()
	case before(m.ours[0], m.theirs[0]):
		m.apply(&m.ours)
	default:
		m.apply(&m.theirs)
	}
	return true
}

// clash reports whether two edits are about the same lines, or insert at one
// place.
func clash(a, b diff.Edit) bool {
	return a.Start < b.End && b.Start < a.End || a == b || a.Start == a.End && b.Start == b.End && a.Start == b.Start
}

// before reports whether a, which does not clash with b, comes first: an
// insertion comes before a change of the line that it is put before.
func before(a, b diff.Edit) bool {
	if a.Start == b.Start {
		return a.End < b.End
	}
	return a.Start < b.Start
}

// apply takes the first edit of one side.
func (m *merger) apply(side *[]diff.Edit) {
	e := (*side)[0]
	*side = (*side)[1:]
	m.write(m.base[m.at:e.Start])
	m.write(e.New)
	m.at = e.End
}

// meet takes the first edit of each side, and all that clash with what is
// taken already, as one change of one stretch of the base.
func (m *merger) meet() {
	start, end := min(m.ours[0].Start, m.theirs[0].Start), max(m.ours[0].End, m.theirs[0].End)
	nOurs, nTheirs := 1, 1
	for grown := true; grown; {
		grown = false
		whole := diff.Edit{Start: start, End: end}
		if nOurs < len(m.ours) && clash(whole, m.ours[nOurs]) {
			end, grown = max(end, m.ours[nOurs].End), true
			nOurs++
		} else if nTheirs < len(m.theirs) && clash(whole, m.theirs[nTheirs]) {
			end, grown = max(end, m.theirs[nTheirs].End), true
			nTheirs++
		}
	}
	m.write(m.base[m.at:start])
	old := m.base[start:end]
	ours, theirs := m.side(start, end, m.ours[:nOurs]), m.side(start, end, m.theirs[:nTheirs])
	m.ours, m.theirs, m.at = m.ours[nOurs:], m.theirs[nTheirs:], end
	switch {
	case ours == theirs || theirs == old:
		m.write(ours)
	case ours == old:
		m.write(theirs)
	default:
		m.conflict(ours, theirs)
	}
}

// side gives the base from start to end with edits put in.
func (m *merger) side(start, end int, edits []diff.Edit) string {
	var b strings.Builder
	for _, e := range edits {
		b.WriteString(m.base[start:e.Start])
		b.WriteString(e.New)
		start = e.End
	}
	b.WriteString(m.base[start:end])
	return b.String()
}

// conflict writes both sides between markers, each marker on its own line.
func (m *merger) conflict(ours, theirs string) {
	m.endLine()
	c := Conflict{First: m.lines + 1}
	m.write(startMarker + editedLabel + "\n" + ours)
	m.endLine()
	m.write(middleMarker + "\n" + theirs)
	m.endLine()
	c.Last = m.lines + 1
	m.write(endMarker + freshLabel + "\n")
	m.conflicts = append(m.conflicts, c)
}

// write writes whole lines. The last line of a side may have no end; what the
// other side puts after it begins a line all the same.
func (m *merger) write(s string) {
	if s != "" {
		m.endLine()
	}
	m.out.WriteString(s)
	m.lines += strings.Count(s, "\n")
}

// endLine ends the last line if it is not ended.
func (m *merger) endLine() {
	if n := m.out.Len(); n > 0 && m.out.String()[n-1] != '\n' {
		m.out.WriteString("\n")
		m.lines++
	}
}
