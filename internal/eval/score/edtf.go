package score

import (
	"strconv"
	"strings"
)

// normEDTF removes differences of writing that change no date: qualifiers,
// unspecified trailing parts, names of the open end, an interval of equal ends.
func normEDTF(s string) string {
	from, to, isInterval := strings.Cut(strings.TrimSpace(s), "/")
	if !isInterval {
		return normDate(from)
	}
	from, to = normEnd(from), normEnd(to)
	if from == to {
		return from
	}
	return from + "/" + to
}

// normEnd normalises one end of an interval.
func normEnd(s string) string {
	switch s = normDate(s); strings.ToLower(s) {
	case "", "open", "unknown":
		return ".."
	}
	return s
}

// normDate normalises a date that is no interval.
func normDate(s string) string {
	s = strings.TrimRight(strings.TrimSpace(s), "~?%")
	for {
		cut, ok := strings.CutSuffix(strings.NewReplacer("u", "X", "x", "X").Replace(s), "-XX")
		if !ok {
			return s
		}
		s = cut
	}
}

// sameEDTF reports whether got equals want or one of alt.
func sameEDTF(got, want string, alt []string) bool {
	got = normEDTF(got)
	if got == normEDTF(want) {
		return true
	}
	for _, a := range alt {
		if got == normEDTF(a) {
			return true
		}
	}
	return false
}

// yearMonth is the first seven characters of a date, "" when it has no month.
func yearMonth(s string) string {
	s = normEDTF(s)
	if _, _, ok := months(s); !ok || len(s) < 7 {
		return ""
	}
	return s[:7]
}

// months gives the first and the last month of a date or interval, counted
// from year 0. An open end takes the month of the other end.
func months(s string) (first, last int, ok bool) {
	from, to, isInterval := strings.Cut(normEDTF(s), "/")
	first, last, ok = monthsOf(from)
	if !isInterval {
		return first, last, ok
	}
	first2, last2, ok2 := monthsOf(to)
	if !ok {
		return first2, last2, ok2
	}
	if ok2 {
		last = last2
	}
	return first, last, true
}

// monthsOf is months for YYYY, YYYY-MM and YYYY-MM-DD.
func monthsOf(s string) (first, last int, ok bool) {
	parts := strings.SplitN(s, "-", 3)
	year, err := strconv.Atoi(parts[0])
	if err != nil || len(parts[0]) != 4 {
		return 0, 0, false
	}
	if len(parts) > 1 {
		if m, err := strconv.Atoi(parts[1]); err == nil && m >= 1 && m <= 12 {
			return year*12 + m - 1, year*12 + m - 1, true
		}
	}
	return year * 12, year*12 + 11, true
}

// withinMonth reports whether the start (or else the end) of got lies within
// one month of the gold bound.
func withinMonth(gold, got string, start bool) bool {
	lo, hi, _ := months(gold)
	first, last, ok := months(got)
	at := last
	if start {
		at = first
	}
	return ok && at >= lo-1 && at <= hi+1
}
