package crossref

import (
	"strings"
	"time"

	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
)

// dating is how two dates of one thing stand to each other.
type dating int

const (
	datesApart   dating = iota // no day is in both
	datesTouch                 // they share days, and neither says more
	datesSame                  // they say the same
	datesFiner                 // the first lies inside the second
	datesCoarser               // the second lies inside the first
)

// compareDates says how x stands to y. A month and its last day, a year and its
// last month are the same answer: «بحلول سبتمبر» and «بحلول نهاية سبتمبر».
// ok is false unless both are days, months or years.
func compareDates(x, y corpus.Date) (d dating, ok bool) {
	x1, x2, xok := datedDays(x)
	y1, y2, yok := datedDays(y)
	if !xok || !yok {
		return datesApart, false
	}
	switch {
	case x1 == y1 && x2 == y2 || x2 == y2 && (lasts(x1, x2) <= 31 && lasts(y1, y2) <= 31):
		return datesSame, true
	case x2 < y1 || y2 < x1:
		return datesApart, true
	case y1 <= x1 && x2 <= y2:
		return datesFiner, true
	case x1 <= y1 && y2 <= x2:
		return datesCoarser, true
	}
	return datesTouch, true
}

// datedDays gives the first and last day of a date that answers «متى»: a day, a
// month, a season or a year.
func datedDays(d corpus.Date) (first, last string, ok bool) {
	if d.Timex != corpus.TimexDate {
		return "", "", false
	}
	first, last, ok = calendar.Bounds(d.Value)
	return first, last, ok && first != "" && last != "" && lasts(first, last) <= 366
}

// dayOf gives the first and last day of an EDTF date of a year or less.
func dayOf(value string) (first, last string, ok bool) {
	return datedDays(corpus.Date{Value: value, Timex: corpus.TimexDate})
}

// lengthOf gives the length in days of a date that says how long: P9M; 0 for any other.
func lengthOf(d corpus.Date) float64 {
	if d.Timex != corpus.TimexDuration || d.Rel == corpus.RelSince || !strings.HasPrefix(d.Value, "P") || strings.Contains(d.Value, "T") {
		return 0
	}
	days, n := 0.0, 0.0
	for _, r := range strings.TrimSuffix(d.Value[1:], "~") {
		switch {
		case '0' <= r && r <= '9':
			n = 10*n + float64(r-'0')
			continue
		case unitDays[r] == 0:
			return 0
		}
		days, n = days+n*unitDays[r], 0
	}
	return days
}

// unitDays are the days of the units of ISO 8601 durations.
var unitDays = map[rune]float64{'Y': 365, 'M': 365.0 / 12, 'W': 7, 'D': 1}

// lasts is the number of days from first to last, both included.
func lasts(first, last string) int { return daysBetween(first, last) + 1 }

// daysBetween is the number of days from x to y, each YYYY-MM-DD; 0 where one is
// not.
func daysBetween(x, y string) int {
	a, errA := time.Parse(time.DateOnly, x)
	b, errB := time.Parse(time.DateOnly, y)
	if errA != nil || errB != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}

// firstDay gives the day on which an EDTF value begins.
func firstDay(value string) (string, bool) {
	first, _, ok := calendar.Bounds(value)
	return first, ok && first != ""
}

// gaps remembers days as numbers: parsing them again for every pair would be most
// of the work.
type gaps map[string]int

// between is the number of days from x to y, 0 where one is not known.
func (g gaps) between(x, y string) int {
	if x == "" || y == "" {
		return 0
	}
	return g.number(y) - g.number(x)
}

// number counts days from a day of no meaning.
func (g gaps) number(day string) int {
	n, ok := g[day]
	if !ok {
		n = daysBetween("2000-01-01", day)
		g[day] = n
	}
	return n
}
