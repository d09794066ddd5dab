package phase

import (
	"time"

	"mojaz/internal/calendar"
)

// days is a stretch of time: the first and the last day that an EDTF value can
// mean, counted from 1970. The zero days is no time at all.
type days struct {
	from, to int
	known    bool
}

// Bounds of a value that is open at one end.
const (
	dawn = -1 << 20
	dusk = 1 << 20
)

// parseDays gives the days of an EDTF value; unknown days for a length and for
// what is not valid.
func parseDays(edtf string) days {
	first, last, ok := calendar.Bounds(edtf)
	if !ok {
		return days{}
	}
	d := days{from: dawn, to: dusk, known: true}
	if n, ok := dayNumber(first); ok {
		d.from = n
	}
	if n, ok := dayNumber(last); ok {
		d.to = n
	}
	return d
}

// dayNumber counts the day YYYY-MM-DD from 1970.
func dayNumber(s string) (int, bool) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, false
	}
	return int(t.Unix() / 86400), true
}

// length is the number of days.
func (d days) length() int { return d.to - d.from + 1 }

// open reports whether one end is not known.
func (d days) open() bool { return d.from == dawn || d.to == dusk }

// gap is the number of days between d and e, 0 where they meet.
func (d days) gap(e days) int { return max(0, d.from-e.to, e.from-d.to) }

// overlaps reports whether d and e share a day.
func (d days) overlaps(e days) bool { return d.known && e.known && d.gap(e) == 0 }

// meet is what d and e share; they overlap.
func (d days) meet(e days) days {
	return days{max(d.from, e.from), min(d.to, e.to), true}
}

// join is the shortest stretch that holds d and e.
func (d days) join(e days) days {
	return days{min(d.from, e.from), max(d.to, e.to), true}
}

// month gives the EDTF month of a day: a report tells no more of when it was.
func month(day int) string {
	return time.Unix(int64(day)*86400, 0).UTC().Format("2006-01")
}
