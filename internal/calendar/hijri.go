package calendar

import (
	"time"

	"github.com/hablullah/go-hijri"
)

// The years for which the Umm al-Qura calendar is tabulated; outside them the
// arithmetic calendar serves.
const (
	firstUmmAlQura = 1357
	lastUmmAlQura  = 1499
)

// hijriSpan gives the Gregorian days of a Hijri year, month or day.
func (d partial) hijriSpan(s *scene) span {
	if d.y == 0 {
		d.y = d.hijriYear(s)
	}
	if d.y < 1 || d.y > 1600 {
		return span{}
	}
	switch {
	case d.m == 0:
		return between(hijriDay(d.y, 1, 1), hijriDay(d.y+1, 1, 1).add(0, 0, -1))
	case d.d == 0:
		return between(hijriDay(d.y, d.m, 1), hijriMonthEnd(d.y, d.m))
	}
	day := hijriDay(d.y, d.m, d.d)
	if hijriMonthEnd(d.y, d.m).before(day) {
		return span{}
	}
	return at(day)
}

// hijriYear is the Hijri year of a month or day that comes without one: the
// nearest one, or as a word says. 0 when it cannot be told.
func (d partial) hijriYear(s *scene) int {
	if s.now.m == 0 || s.event {
		return 0
	}
	now := toHijri(point{y: s.now.y, m: s.now.m, d: max(s.now.d, 15)})
	switch d.place {
	case thisPlace:
		return now.y
	case nextPlace:
		return d.nextYear(now, false)
	case lastPlace, previousPlace:
		return d.lastYear(now, false)
	}
	if away := d.m - now.m; s.ahead() || 0 <= away && away <= 2 {
		return d.nextYear(now, true)
	}
	return d.lastYear(now, true)
}

// toHijri gives the Hijri year, month and day of a Gregorian day.
func toHijri(p point) point {
	t := time.Date(p.y, time.Month(p.m), p.d, 12, 0, 0, 0, time.UTC)
	if h, err := hijri.CreateUmmAlQuraDate(t); err == nil && 1937 < p.y && p.y < 2077 {
		return point{y: int(h.Year), m: int(h.Month), d: int(h.Day)}
	}
	h, err := hijri.CreateHijriDate(t, hijri.Default)
	if err != nil {
		return point{}
	}
	return point{y: int(h.Year), m: int(h.Month), d: int(h.Day)}
}

// hijriDay gives the Gregorian day of a Hijri one.
func hijriDay(y, m, d int) point {
	var t time.Time
	if firstUmmAlQura <= y && y <= lastUmmAlQura {
		t = hijri.UmmAlQuraDate{Year: int64(y), Month: int64(m), Day: int64(d)}.ToGregorian()
	} else {
		t = hijri.HijriDate{Year: int64(y), Month: int64(m), Day: int64(d)}.ToGregorian()
	}
	return point{y: t.Year(), m: int(t.Month()), d: t.Day()}
}

// hijriMonthEnd gives the Gregorian day of the last day of a Hijri month.
func hijriMonthEnd(y, m int) point {
	if m == 12 {
		y, m = y+1, 0
	}
	return hijriDay(y, m+1, 1).add(0, 0, -1)
}
