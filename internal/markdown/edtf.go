package markdown

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"mojaz/internal/wording"
)

// The shapes of EDTF (ISO 8601-2) values.
var (
	// Matches "2025", "2025-09", "2025-09-30", "2026~", "199X", "2025-XX-03",
	// "2025-21" (a season) and "2025-09-30T12:43".
	edtfDate = regexp.MustCompile(`^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?[~?%]?$`)
	// Matches "P6M", "P1Y6M", "P2W", "PT36H", "P10Y~", "P79.5Y"; n is a number.
	edtfPeriod = regexp.MustCompile(strings.ReplaceAll(`^P(?:nW|(?:nY)?(?:nM)?(?:nD)?(?:T(?:nH)?(?:nM)?(?:nS)?)?)[~?%]?$`, "n", `\d+(?:\.\d+)?`))
)

// wrongDate says what is wrong with an EDTF value: "" when nothing is. It
// checks the shape and the calendar: dates to the minute, seasons and quarters,
// unspecified digits, approximations, intervals with open ends, and periods.
func wrongDate(v string) wording.Text {
	if strings.HasPrefix(v, "P") {
		if !edtfPeriod.MatchString(v) || strings.TrimRight(v, "~?%T") == "P" || strings.HasSuffix(strings.TrimRight(v, "~?%"), "T") {
			return "a period has the form P6M"
		}
		return ""
	}
	from, to, isInterval := strings.Cut(v, "/")
	if !isInterval {
		return wrongPoint(v)
	}
	if open(from) && open(to) {
		return "an interval has at least one end"
	}
	for _, end := range []string{from, to} {
		if wrong := wrongPoint(end); !open(end) && wrong != "" {
			return wrong
		}
	}
	if !open(from) && !open(to) && endsBefore(from, to) {
		return "it ends before it begins"
	}
	return ""
}

// open reports whether the end of an interval is left open or unknown.
func open(end string) bool { return end == "" || end == ".." }

// wrongPoint checks a date that is no interval.
func wrongPoint(v string) wording.Text {
	m := edtfDate.FindStringSubmatch(v)
	if m == nil || m[4] != "" && m[3] == "" {
		return "a date has the form 2025, 2025-09 or 2025-09-30"
	}
	month, err := strconv.Atoi(m[2])
	season := 21 <= month && month <= 41 && m[3] == ""
	switch {
	case m[2] == "" || m[2] == "XX" && (m[3] == "" || m[3] == "XX"):
		return ""
	case err == nil && !season && (month < 1 || month > 12):
		return wording.Of("there is no month %s", m[2])
	case m[3] == "" || m[3] == "XX":
		return ""
	}
	return wrongDay(m[1], m[2], m[3])
}

// wrongDay checks the day of a month; of an unspecified year or month, the
// longest counts.
func wrongDay(year, month, day string) wording.Text {
	y, err := strconv.Atoi(year)
	if err != nil {
		y = 2000
	}
	m, err := strconv.Atoi(month)
	if err != nil {
		m = 1
	}
	d, _ := strconv.Atoi(day)
	if last := time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day(); d < 1 || d > last {
		return wording.Of("there is no day %s in %s-%s", day, year, month)
	}
	return ""
}

// endsBefore compares two ends by the digits that both state.
func endsBefore(from, to string) bool {
	n := min(len(from), len(to))
	a, b := strings.TrimRight(from[:n], "~?%-"), strings.TrimRight(to[:n], "~?%-")
	n = min(len(a), len(b))
	return !strings.Contains(a+b, "X") && b[:n] < a[:n]
}
