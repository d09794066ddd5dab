package clean

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/calendar"
)

// stamp is a day, and perhaps a time, that a line states.
type stamp struct {
	day  string // "2025-06-19"
	time string // "12:43", or ""
	rest []string
}

// The forms of a day in figures and in words, on folded text. A year may be
// glued to a counter behind it: "2025277 مشاهده" is 2025 and 277.
var (
	// "2025 / 8 / 19", "2025-06-19T12:43"
	yearFirst = regexp.MustCompile(`(?:^|[^\d])((?:19|20)\d\d) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})(?:[^\d]|$)`)
	// "19/6/2025", "19.06.2025"
	dayFirst = regexp.MustCompile(`(?:^|[^\d])(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?((?:19|20)\d\d)`)
	// "27 نونبر، 2025", "31 اغسطس 2025277", "8 ايلول/سبتمبر 2023", "5 من تشرين الثاني (نوفمبر) 2024"
	dayMonthYear = regexp.MustCompile(`(?:^|[^\d])(\d{1,2})[ -]?(?:من )?([\p{L}][\p{L}0-9 /\-()]{1,40}?)[ ,،\-/]*((?:19|20)\d\d)`)
	// "june 19, 2025"
	monthDayYear = regexp.MustCompile(`([\p{L}]{3,12})\.? (\d{1,2})[,،]? ((?:19|20)\d\d)`)
	// "12:43 م", "08:36", "9:05 pm"
	clock = regexp.MustCompile(`(?:^|[^\d:])(\d{1,2}):(\d{2})(?::\d{2})?(?:\.\d+)?(?: ?(ص|م|صباحا|مساء|ظهرا|am|pm|a\.m|p\.m)(?:[^\p{L}]|$))?`)
)

// maxDateLine bounds the bytes of a line that is searched for its date.
const maxDateLine = 400

// findStamp reads the day and the time that a line states in full.
func findStamp(s string) (stamp, bool) {
	if len(s) > maxDateLine || !strings.ContainsAny(arabic.Digits(s), "0123456789") {
		return stamp{}, false
	}
	f := arabic.Fold(s)
	day, at, ok := findDay(f)
	if !ok {
		return stamp{}, false
	}
	rest := f[:at[0]] + " " + f[at[1]:]
	out := stamp{day: day}
	if m := clock.FindStringSubmatchIndex(rest); m != nil {
		out.time = clockTime(sub(rest, m, 1), sub(rest, m, 2), sub(rest, m, 3))
		if out.time != "" {
			rest = rest[:m[0]] + " " + rest[m[1]:]
		}
	}
	out.rest = wordsOf(rest)
	return out, true
}

// sub gives a group of a match, "" when it took no part.
func sub(s string, m []int, group int) string {
	if m[2*group] < 0 {
		return ""
	}
	return s[m[2*group]:m[2*group+1]]
}

// findDay gives the first full day in folded text, and where it stands.
func findDay(f string) (day string, at [2]int, ok bool) {
	if m := yearFirst.FindStringSubmatchIndex(f); m != nil {
		if day, ok = dayOf(sub(f, m, 1), sub(f, m, 2), sub(f, m, 3)); ok {
			return day, [2]int{m[2], m[7]}, true
		}
	}
	if m := dayFirst.FindStringSubmatchIndex(f); m != nil {
		if day, ok = dayOf(sub(f, m, 3), sub(f, m, 2), sub(f, m, 1)); !ok {
			day, ok = dayOf(sub(f, m, 3), sub(f, m, 1), sub(f, m, 2)) // the American order
		}
		if ok {
			return day, [2]int{m[2], m[7]}, true
		}
	}
	for from := 0; from < len(f); {
		m := dayMonthYear.FindStringSubmatchIndex(f[from:])
		if m == nil {
			break
		}
		if month := monthNumber(sub(f[from:], m, 2)); month > 0 {
			if day, ok = dayOf(sub(f[from:], m, 3), strconv.Itoa(month), sub(f[from:], m, 1)); ok {
				return day, [2]int{from + m[2], from + m[7]}, true
			}
		}
		from += m[3]
	}
	if m := monthDayYear.FindStringSubmatchIndex(f); m != nil {
		if month := monthNumber(sub(f, m, 1)); month > 0 {
			if day, ok = dayOf(sub(f, m, 3), strconv.Itoa(month), sub(f, m, 2)); ok {
				return day, [2]int{m[2], m[7]}, true
			}
		}
	}
	return "", at, false
}

// dayOf joins year, month and day if there is such a day.
func dayOf(year, month, day string) (string, bool) {
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	s := fmt.Sprintf("%s-%02d-%02d", year, m, d)
	_, err := time.Parse(time.DateOnly, s)
	return s, err == nil
}

// clockTime gives "15:04" of an hour, minutes and a half of the day.
func clockTime(hour, minute, half string) string {
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	switch half {
	case "م", "مساء", "pm", "p.m", "ظهرا":
		if h < 12 {
			h += 12
		}
	case "ص", "صباحا", "am", "a.m":
		if h == 12 {
			h = 0
		}
	}
	if h > 23 || m > 59 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", h, m)
}

// monthNumber gives the month that folded words name, in any region's names or
// in English, alone or doubled: "ايلول", "تشرين الثاني/نوفمبر"; 0 for none.
func monthNumber(words string) int {
	words = strings.Trim(words, " ،,-/()")
	if words == "" || utf8.RuneCountInString(words) > 40 {
		return 0
	}
	if t, err := time.Parse("January", words); err == nil {
		return int(t.Month())
	}
	if t, err := time.Parse("Jan", words); err == nil {
		return int(t.Month())
	}
	probe := "1 " + strings.NewReplacer("(", "/", ")", "", "-", " ").Replace(words) + " 2000"
	for _, found := range calendar.Find(probe, calendar.Anchor{}) {
		if t, err := time.Parse(time.DateOnly, found.Value); err == nil && found.Start == 0 && found.End == len(probe) {
			return int(t.Month())
		}
	}
	return 0
}

// dateLabels are the words that stand beside a date on its line.
var dateLabels = readSet("datelabels.txt")

// isDateLine reports whether a line does little more than state a day.
func isDateLine(l *line) bool {
	if l.n() > 24 {
		return false
	}
	st, ok := findStamp(l.text)
	if !ok {
		return false
	}
	unknown, known := 0, 0
	for _, w := range st.rest {
		if _, agency := outlets[w]; agency || cities[w] || isNumber(w) || isDateLabel(w) {
			known++
		} else {
			unknown++
		}
	}
	return unknown <= 1 || unknown <= 3 && (known > 0 || st.time != "") ||
		unknown <= 7 && st.time != "" && separators(l.text) > 0
}

// isDateLabel reports whether a folded word is a label, or one with what
// followed it glued on: "مشاهدهوقت".
func isDateLabel(w string) bool {
	if dateLabels[w] {
		return true
	}
	for i := range w {
		if i >= 10 && dateLabels[w[:i]] {
			return true
		}
	}
	return false
}

// findPublished chooses the date that says when the text was published: of the
// page's metadata the best, else of the lines that state a day the one nearest
// to the title and the text's beginning. It is wrong when the only such line
// shows the day of the visit.
func (r *reading) findPublished() (day, clock string) {
	stated, ok := isoStamp(r.head.published.value)
	best, bestScore := -1, minDate
	for i := range r.lines {
		if l := &r.lines[i]; l.why == asDate {
			if s := r.dateScore(i); s > bestScore {
				best, bestScore = i, s
			}
		}
	}
	if best < 0 && r.head.sheet && r.head.published.worth < 50 {
		best, bestScore = r.datedAbove(), 1
	}
	r.date = best
	if best >= 0 {
		st, _ := findStamp(r.lines[best].text)
		if !ok || st.day == stated.day || r.head.published.worth < 50 && bestScore > 0 {
			if st.time == "" && st.day == stated.day {
				st.time = stated.time
			}
			stated = st
		}
	}
	return stated.day, stated.time
}

// datedAbove gives a line above the text that says a day among other words, such
// as a place and a name; -1 if there is none. It is only asked for where nothing
// else is known but, at most, the day on which a file was made.
func (r *reading) datedAbove() int {
	for i := range r.lines[:min(len(r.lines), r.body+1)] {
		if l := &r.lines[i]; l.n() <= 15 && i != r.title && !endsWithStop(l.text) {
			if _, ok := findStamp(l.text); ok {
				return i
			}
		}
	}
	return -1
}

// minDate is the score from which on a line's date is taken.
const minDate = -3.0

// dateScore says how likely the date on line i is that of publication.
func (r *reading) dateScore(i int) float64 {
	l := &r.lines[i]
	s := 0.0
	for _, w := range l.words {
		switch {
		case strings.HasPrefix(w, "نشر") || strings.HasSuffix(w, "النشر") || w == "published":
			s += 3
		case strings.Contains(w, "تحديث") || w == "updated":
			s--
		}
	}
	if st, _ := findStamp(l.text); st.time != "" {
		s++
	}
	switch {
	case i > r.tail:
		s -= 4
	case i > r.body:
		s -= 1.5
		for j := i + 1; j < len(r.lines) && j <= i+4; j++ {
			if r.isContent(j) { // a date inside the text is one that the text speaks of
				s -= 4
				break
			}
		}
	}
	near := r.body
	if r.title >= 0 {
		near = r.title
	}
	s -= 0.15 * float64(min(20, abs(i-near)))
	if i < r.title {
		s -= 0.5
	}
	return s
}

// isoStamp reads the date of a page's metadata: "2025-06-19T12:43:00+03:00", or
// any form that a line may have.
func isoStamp(s string) (stamp, bool) {
	if len(s) >= 10 {
		if _, err := time.Parse(time.DateOnly, s[:10]); err == nil {
			st := stamp{day: s[:10]}
			if len(s) >= 16 && (s[10] == 'T' || s[10] == ' ') {
				if t, err := time.Parse("15:04", s[11:16]); err == nil {
					st.time = t.Format("15:04")
				}
			}
			return st, true
		}
	}
	return findStamp(s)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
