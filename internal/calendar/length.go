package calendar

import (
	"strconv"
	"strings"
)

// unit is a unit of time, the smallest first.
type unit int

const (
	noUnit unit = iota
	second
	minute
	hour
	day
	week
	month
	quarter
	year
	decade
	century
)

// unitNames are the names of the units in data files.
var unitNames = map[string]unit{
	"second": second, "minute": minute, "hour": hour, "day": day, "week": week, "month": month,
	"quarter": quarter, "year": year, "decade": decade, "century": century,
}

// amount is a number of units. Tenths are kept because people say «سنة ونصف».
type amount struct {
	n float64
	u unit
}

// isoParts are the parts of an ISO 8601 length in their order: the letter, the
// unit it stands for, and whether it comes after the T.
var isoParts = []struct {
	letter byte
	unit   unit
	clock  bool
}{
	{'Y', year, false}, {'M', month, false}, {'W', week, false}, {'D', day, false},
	{'H', hour, true}, {'M', minute, true}, {'S', second, true},
}

// length writes amounts as an ISO 8601 length: "P1Y2M", "PT1.5H". A quarter is
// three months, a decade ten years, a century a hundred.
func length(amounts []amount) string {
	sums := map[unit]float64{}
	for _, a := range amounts {
		switch a.u {
		case quarter:
			sums[month] += a.n * 3
		case decade:
			sums[year] += a.n * 10
		case century:
			sums[year] += a.n * 100
		default:
			sums[a.u] += a.n
		}
	}
	var b strings.Builder
	b.WriteByte('P')
	inClock := false
	for _, part := range isoParts {
		n := sums[part.unit]
		if n == 0 {
			continue
		}
		if part.clock && !inClock {
			b.WriteByte('T')
			inClock = true
		}
		b.WriteString(strconv.FormatFloat(n, 'f', -1, 64))
		b.WriteByte(part.letter)
	}
	if b.Len() == 1 {
		return ""
	}
	return b.String()
}

// parseLength reads an ISO 8601 length, with "~" behind it or not.
func parseLength(s string) (amounts []amount, ok bool) {
	s, ok = strings.CutPrefix(strings.TrimSuffix(s, "~"), "P")
	if !ok {
		return nil, false
	}
	clock, next := false, 0
	for s != "" {
		if s[0] == 'T' && !clock && len(s) > 1 {
			clock, s = true, s[1:]
			continue
		}
		n := strings.IndexFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
		if n <= 0 {
			return nil, false
		}
		part := next
		for part < len(isoParts) && (isoParts[part].letter != s[n] || isoParts[part].clock != clock) {
			part++
		}
		v, err := strconv.ParseFloat(s[:n], 64)
		if part == len(isoParts) || err != nil || s[0] == '.' || s[n-1] == '.' {
			return nil, false
		}
		amounts, s, next = append(amounts, amount{v, isoParts[part].unit}), s[n+1:], part+1
	}
	return amounts, len(amounts) > 0
}

// shift moves p by amounts, forwards or backwards with sign, as far as its
// grain allows: an hour moves nothing, a month moves no year. The result is no
// finer than the smallest amount: five years ago is a year.
func (p point) shift(amounts []amount, sign int) point {
	var years, months, days float64
	finest := century
	for _, a := range amounts {
		finest = min(finest, a.u)
		switch a.u {
		case day:
			days += a.n
		case week:
			days += 7 * a.n
		case month:
			months += a.n
		case quarter:
			months += 3 * a.n
		case year:
			years += a.n
		case decade:
			years += 10 * a.n
		case century:
			years += 100 * a.n
		}
	}
	months += 12 * (years - float64(int(years)))
	days += 30 * (months - float64(int(months)))
	if months != 0 {
		finest = min(finest, month)
	}
	p = p.add(sign*int(years), sign*int(months), sign*int(days))
	return p.cut(grainOf(finest))
}

// grainOf is the grain of a point counted in u.
func grainOf(u unit) grain {
	switch {
	case u >= year:
		return yearGrain
	case u >= month:
		return monthGrain
	}
	return dayGrain
}
