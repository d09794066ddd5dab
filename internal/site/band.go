package site

import (
	"mojaz/internal/corpus"
)

// Band draws a phase on the axis of its map. Places are shares of its length,
// "37.50%", from the left edge, as SVG wants them; a picture that runs the other
// way is the mirrored one.
type Band struct {
	// Shape is "span" for a stretch of time, "event" for a moment, "none" for a
	// phase that nobody dates.
	Shape string
	// At is the left edge of a span, or the middle of an event, and Width its
	// length.
	At, Width string
	// Soft is the ends that are not known exactly, and Open those without a date.
	Soft, Open []BandEnd
	Ticks      []BandTick // rival dates
}

// BandEnd is one end of a band.
type BandEnd struct {
	Side      string // "left" or "right"
	At, Width string // of what is uncertain; an open end has no Width
}

// BandTick is a date that a source gives a phase and others do not.
type BandTick struct {
	At    string
	About string // "start" or "end"
	Date  Day
}

// The least and the most of a band that is drawn soft, and the length of a band
// of which only one end is known, as shares of the axis.
const (
	leastSoft = 0.012
	mostSoft  = 0.4 // of the band itself
	stub      = 0.07
	eventMost = 0.008 // an event that is shorter is drawn as a mark
)

// reachOf is the moments between which a phase is drawn.
type reachOf struct {
	start, end         bound
	openStart, openEnd bool
}

// reach gives the bounds of a phase that somebody dates. Of one that goes on the
// end is now, of one that is planned and has no start, the start is.
func reach(p *corpus.Phase[corpus.Passage]) (r reachOf, ok bool) {
	r.start, r.end = startOf(p.Start, p.StartInferred), endOf(p.End, p.EndInferred)
	r.openStart, r.openEnd = !r.start.known, !r.end.known
	return r, r.start.known || r.end.known
}

// band draws p on the axis; now is the moment from which past and planned are
// judged.
func (a mapAxis) band(p *corpus.Phase[corpus.Passage], now bound) Band {
	r, ok := reach(p)
	if !ok {
		return Band{Shape: "none"}
	}
	from, to := a.place(r.start.first), a.place(r.end.last)
	switch {
	case r.openEnd:
		to = min(1, a.place(r.start.last)+stub)
		if p.Kind == corpus.PhaseCurrent && now.known {
			to = max(to, a.place(now.last))
		}
	case r.openStart:
		from = max(0, a.place(r.end.first)-stub)
	}
	to = max(from, to)
	b := Band{Shape: "span", Width: percent(100 * (to - from))}
	if to-from < eventMost {
		b.Shape, b.At = "event", percent(100*a.side((from+to)/2))
		return b
	}
	b.At = percent(100 * min(a.side(from), a.side(to)))
	a.ends(&b, r, from, to)
	return b
}

// ends sets which ends of a band that reaches from one place to another are soft
// or open.
func (a mapAxis) ends(b *Band, r reachOf, from, to float64) {
	early, late := "left", "right"
	if a.backwards {
		early, late = late, early
	}
	add := func(side string, edge, inner float64, is bound, open bool) {
		if open {
			b.Open = append(b.Open, BandEnd{Side: side, At: percent(100 * a.side(edge))})
			return
		}
		width := max(inner-edge, edge-inner)
		if is.soft {
			width = max(width, leastSoft*2)
		}
		if width < leastSoft {
			return
		}
		width = min(width, mostSoft*(to-from))
		inner = edge + width
		if edge == to {
			inner = edge - width
		}
		left := min(a.side(edge), a.side(inner))
		b.Soft = append(b.Soft, BandEnd{side, percent(100 * left), percent(100 * width)})
	}
	add(early, from, a.place(r.start.last), r.start, r.openStart)
	add(late, to, a.place(r.end.first), r.end, r.openEnd)
}

// ticks draws the dates that sources give a phase besides those of its band.
func (s *site) ticks(a mapAxis, p *corpus.Phase[corpus.Passage]) []BandTick {
	var out []BandTick
	seen := map[string]bool{}
	for _, d := range p.Disputes {
		for _, side := range d.Sides {
			at, ok := rival(d.About, side.Value)
			if !ok || seen[string(d.About)+side.Value] {
				continue
			}
			seen[string(d.About)+side.Value] = true
			out = append(out, BandTick{percent(100 * a.side(a.place(at))), string(d.About), s.day(side.Value)})
		}
	}
	return out
}

// rival gives the moment of one side of a dispute about a date.
func rival(about corpus.DisputeKind, value string) (at float64, ok bool) {
	switch about {
	case corpus.DisputeStart:
		b := startOf(value, false)
		return b.first + dayLength/2, b.known
	case corpus.DisputeEnd:
		b := endOf(value, false)
		return b.last - dayLength/2, b.known
	}
	return 0, false
}
