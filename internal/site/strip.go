package site

import (
	"fmt"
	"strconv"
)

// Strip draws when the briefings of a dossier were published, on one axis of
// time that runs as the page does: from right to left on an Arabic one. Places
// are shares of its length, "37.5%", from the left edge, as SVG wants them.
type Strip struct {
	Years  []StripYear
	Months []string // where a month begins, if the axis is not too long for that
	Marks  []StripMark
}

// StripYear is the beginning of a year on a Strip, or of the axis in a year that
// fills it.
type StripYear struct {
	At   string // "37.5%"
	Text string // "٢٠٢٥"
}

// StripMark is a briefing on a Strip.
type StripMark struct {
	// At is where its date begins, seen from the left, and Width how long it is:
	// "0.00%" for a day, more for a month or a year.
	At, Width string
	ID        string // of the briefing
	Date      Day
	Inferred  bool
}

// monthsDrawn is how many years an axis may have for its months to be marked.
const monthsDrawn = 4

// axis is a stretch of time in years, drawn from one side to the other.
type axis struct {
	first, last float64
	backwards   bool // from right to left
}

// strip draws the cards that have a plain date; nil if they do not fill a
// stretch of time.
func (s *site) strip(cards []BriefingCard) *Strip {
	var a axis
	found := false
	for i := range cards {
		if from, to, ok := extent(cards[i].Date.Datetime); ok {
			if !found {
				a.first, a.last, found = from, to, true
			}
			a.first, a.last = min(a.first, from), max(a.last, to)
		}
	}
	if a.first == a.last {
		return nil
	}
	a.backwards = s.in.Config.backwards()
	// A margin keeps the marks at both ends whole.
	margin := (a.last - a.first) / 20
	a.first, a.last = a.first-margin, a.last+margin
	v := &Strip{Years: s.years(a), Months: a.months()}
	for i := range cards {
		c := &cards[i]
		if from, to, ok := extent(c.Date.Datetime); ok {
			at, width := a.place(from, to)
			v.Marks = append(v.Marks, StripMark{at, width, c.ID, c.Date, c.Inferred})
		}
	}
	return v
}

// place gives where a stretch of time lies on the axis.
func (a axis) place(from, to float64) (at, width string) {
	share := 100 / (a.last - a.first)
	left := from - a.first
	if a.backwards {
		left = a.last - to
	}
	return percent(left * share), percent((to - from) * share)
}

func percent(f float64) string { return fmt.Sprintf("%.2f%%", f) }

// years marks the years that begin on the axis, eight at most.
func (s *site) years(a axis) []StripYear {
	var out []StripYear
	step := max(1, int(a.last-a.first)/8)
	for y := int(a.first) + 1; float64(y) < a.last; y += step {
		at, _ := a.place(float64(y), float64(y))
		out = append(out, StripYear{at, s.digits(strconv.Itoa(y))})
	}
	if out == nil {
		edge := a.first + (a.last-a.first)/20
		at, _ := a.place(edge, edge)
		out = []StripYear{{at, s.digits(strconv.Itoa(int(edge)))}}
	}
	return out
}

// months marks the months that begin on the axis, but for the first of a year.
func (a axis) months() []string {
	var out []string
	if a.last-a.first > monthsDrawn {
		return nil
	}
	for m := int(a.first*12) + 1; float64(m) < a.last*12; m++ {
		if m%12 != 0 {
			at, _ := a.place(float64(m)/12, float64(m)/12)
			out = append(out, at)
		}
	}
	return out
}

// extent gives the beginning and the end of a plain date in years: "2025-07" is
// 2025.5 to 2025.58. A day has no length.
func extent(date string) (from, to float64, ok bool) {
	if date == "" {
		return 0, 0, false
	}
	part := func(a, b int) float64 { n, _ := strconv.Atoi(date[a:b]); return float64(n) }
	switch from = part(0, 4); len(date) {
	case 4:
		return from, from + 1, true
	case 7:
		from += (part(5, 7) - 1) / 12
		return from, from + 1.0/12, true
	}
	from += (part(5, 7)-1)/12 + (part(8, 10)-1)/372
	return from, from, true
}
