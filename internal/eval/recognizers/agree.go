package recognizers

import (
	"strconv"
	"strings"
	"time"

	"mojaz/internal/calendar"
)

// agrees reports whether a value in EDTF says what an answer of the sets says.
// Either of the two resolutions, into the future or the past, counts.
//
//   - A date must be the same day.
//   - A period must have the same first day. The sets close «من 4 إلى 22» and
//     «this week» alike with a day that they leave out, although the first means
//     to include it; so the last day must be that day or the one before it, and
//     where the value ends with a whole month or year («2014 إلى 2018», closed
//     with 2018-01-01) its first day may be that day too.
//   - Seasons have no resolution, only a code (2016-SU): three months, summer
//     from June.
//   - A length must have the same seconds, with months of 30 and years of 365
//     days as in the sets; or be a stretch of as many days.
func agrees(got string, want result) bool {
	if got == "" {
		return false
	}
	for _, r := range []map[string]string{want.Value.FutureResolution, want.Value.PastResolution} {
		switch {
		case r["date"] != "":
			if got == r["date"] {
				return true
			}
		case r["startDate"] != "":
			if samePeriod(got, r["startDate"], r["endDate"]) {
				return true
			}
		case r["duration"] != "":
			if sameLength(got, r["duration"]) {
				return true
			}
		}
	}
	return sameSeason(got, want.Value.Timex)
}

// samePeriod compares a value with a first day and the day at which a period
// is closed.
func samePeriod(got, start, end string) bool {
	first, last, ok := calendar.Bounds(got)
	if !ok || first != start {
		return false
	}
	_, to, isInterval := strings.Cut(got, "/")
	if isInterval {
		if f, _, ok := calendar.Bounds(to); ok && f == end {
			return true
		}
	}
	return last == end || last == addDays(end, -1)
}

// addDays moves a day, "" when it is none.
func addDays(day string, n int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, n).Format(time.DateOnly)
}

// seasonMonths are the first months of the seasons of a code.
var seasonMonths = map[string]string{"SP": "03", "SU": "06", "FA": "09", "WI": "12"}

// sameSeason compares a value with a code such as 2016-SU.
func sameSeason(got, timex string) bool {
	year, season, ok := strings.Cut(timex, "-")
	return ok && seasonMonths[season] != "" && strings.HasPrefix(got, year+"-"+seasonMonths[season]+"/")
}

// sameLength compares a length, or the days of a stretch, with seconds.
func sameLength(got, seconds string) bool {
	want, err := strconv.ParseFloat(seconds, 64)
	if err != nil {
		return false
	}
	if s, ok := lengthSeconds(got); ok {
		return s == want
	}
	first, last, ok := calendar.Bounds(got)
	if !ok || first == "" || last == "" {
		return false
	}
	return addDays(first, int(want/86400)-1) == last
}

// lengthSeconds gives the seconds of an ISO 8601 length.
func lengthSeconds(iso string) (float64, bool) {
	if !strings.HasPrefix(iso, "P") {
		return 0, false
	}
	const day = 86400
	units := map[byte]float64{'Y': 365 * day, 'M': 30 * day, 'W': 7 * day, 'D': day, 'H': 3600, 'S': 1}
	sum, number := 0.0, ""
	for _, c := range []byte(iso[1:]) {
		switch {
		case c == 'T':
			units['M'] = 60
		case c >= '0' && c <= '9' || c == '.':
			number += string(c)
		default:
			n, err := strconv.ParseFloat(number, 64)
			if err != nil || units[c] == 0 {
				return 0, false
			}
			sum, number = sum+n*units[c], ""
		}
	}
	return sum, true
}
