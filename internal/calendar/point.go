package calendar

import (
	"fmt"
	"strings"
	"time"
)

// grain is how fine a point in time is known.
type grain int

const (
	noGrain grain = iota
	yearGrain
	monthGrain
	dayGrain
)

// point is a year, a month or a day of the Gregorian calendar; m and d are 0
// where they are not known. The zero point is unknown.
type point struct {
	y, m, d int
	masked  int // last digits of y that are not known: 1 a decade, 2 a century
	approx  bool
	unsure  bool
}

func (p point) grain() grain {
	switch {
	case p.y == 0:
		return noGrain
	case p.m == 0:
		return yearGrain
	case p.d == 0:
		return monthGrain
	}
	return dayGrain
}

// String gives the EDTF of p.
func (p point) String() string {
	s := fmt.Sprintf("%04d", p.y)
	s = s[:4-p.masked] + strings.Repeat("X", p.masked)
	if p.m > 0 {
		s += fmt.Sprintf("-%02d", p.m)
	}
	if p.d > 0 {
		s += fmt.Sprintf("-%02d", p.d)
	}
	switch {
	case p.approx:
		s += "~"
	case p.unsure:
		s += "?"
	}
	return s
}

// cut gives p no finer than g.
func (p point) cut(g grain) point {
	if g < dayGrain {
		p.d = 0
	}
	if g < monthGrain {
		p.m = 0
	}
	return p
}

// first is the first day of p.
func (p point) first() point {
	return point{y: p.y, m: max(p.m, 1), d: max(p.d, 1)}
}

// last is the last day of p.
func (p point) last() point {
	switch {
	case p.masked > 0:
		p.y += []int{0, 9, 99}[p.masked]
		fallthrough
	case p.m == 0:
		return point{y: p.y, m: 12, d: 31}
	case p.d == 0:
		return point{y: p.y, m: p.m, d: daysIn(p.y, p.m)}
	}
	return point{y: p.y, m: p.m, d: p.d}
}

// before compares days.
func (p point) before(q point) bool {
	if p.y != q.y {
		return p.y < q.y
	}
	if p.m != q.m {
		return p.m < q.m
	}
	return p.d < q.d
}

// add moves p by years, months and days, at its own grain. A day that the new
// month lacks becomes its last.
func (p point) add(years, months, days int) point {
	p.y += years
	if p.m > 0 {
		n := p.y*12 + p.m - 1 + months
		p.y, p.m = n/12, n%12+1
	}
	if p.d > 0 {
		p.d = min(p.d, daysIn(p.y, p.m))
		t := time.Date(p.y, time.Month(p.m), p.d+days, 0, 0, 0, 0, time.UTC)
		p.y, p.m, p.d = t.Year(), int(t.Month()), t.Day()
	}
	return p
}

// weekday is 1 for Monday to 7 for Sunday. p must be a day.
func (p point) weekday() int {
	w := int(time.Date(p.y, time.Month(p.m), p.d, 0, 0, 0, 0, time.UTC).Weekday())
	return (w+6)%7 + 1
}

// daysTo is how many days q is after p. Both must be days.
func (p point) daysTo(q point) int {
	a := time.Date(p.y, time.Month(p.m), p.d, 0, 0, 0, 0, time.UTC)
	b := time.Date(q.y, time.Month(q.m), q.d, 0, 0, 0, 0, time.UTC)
	return int((b.Unix() - a.Unix()) / 86400)
}

// known reports whether p is a point that EDTF can write.
func (p point) known() bool { return 0 < p.y && p.y <= 9999 }

// exists reports whether there is such a month and day.
func (p point) exists() bool {
	return p.known() && p.m <= 12 && (p.d == 0 || p.d <= daysIn(p.y, p.m))
}

func daysIn(y, m int) int {
	return time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// span is what an expression means: from one point to another, both included.
// The zero span is unknown.
type span struct {
	from, to         point
	openFrom, openTo bool
	length           string // ISO 8601, of a span with no place in time
}

// at is the span of one point.
func at(p point) span { return span{from: p, to: p} }

// between is the span from p to q, or unknown where q is before p.
func between(p, q point) span {
	if !p.exists() || !q.exists() || q.last().before(p.first()) {
		return span{}
	}
	return span{from: p, to: q}
}

// single gives the point of a span that has one.
func (s span) single() (point, bool) {
	return s.from, s.length == "" && !s.openFrom && !s.openTo && s.from == s.to && s.from.exists()
}

// approximate marks both ends of s as such.
func (s span) approximate() span {
	s.from.approx, s.to.approx = true, true
	if s.length != "" && !strings.HasSuffix(s.length, "~") {
		s.length += "~"
	}
	return s
}

// String gives the EDTF of s, "" when it is unknown.
func (s span) String() string {
	if s.length != "" {
		return s.length
	}
	if !s.openFrom && !s.from.exists() || !s.openTo && !s.to.exists() {
		return ""
	}
	switch {
	case s.openFrom && s.openTo:
		return ""
	case s.openFrom:
		return "../" + s.to.String()
	case s.openTo:
		return s.from.String() + "/.."
	case s.from == s.to:
		return s.from.String()
	}
	return s.from.String() + "/" + s.to.String()
}
