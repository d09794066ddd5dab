package markdown

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// value is a number or a range and how exact it is.
type value struct {
	min, max float64
	bound    corpus.Bound
}

// formatValue writes a value: "2500", "4–5", "نحو 2500".
func formatValue(v value) string {
	s := number(v.min)
	if v.min != v.max {
		s += "–" + number(v.max)
	}
	if word := boundWords.word(v.bound); word != "" {
		s = word + " " + s
	}
	return s
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// finite reports whether f can be written.
func finite(f float64) bool { return !math.IsNaN(f) && !math.IsInf(f, 0) }

var (
	// Matches "2500", "4–5", "-3.5 - 2", "1,200 إلى 1,500", after digits and
	// marks have been made ASCII.
	valueRange = regexp.MustCompile(`^(-?\d[\d.,]*)(?:\s*(?:–|—|-|إلى)\s*(-?\d[\d.,]*))?$`)
	// Matches "1,200", "12,500,000.5".
	grouped = regexp.MustCompile(`^-?\d{1,3}(,\d{3})+(\.\d+)?$`)
)

// valueHint shows the forms of a value.
const valueHint = "write 2500, 4–5, نحو 2500, أكثر من 2500 or أقل من 2500"

// parseValue reads a value; wrong says what is wrong with it. Digits of all
// scripts and thousands set apart by commas are understood.
func parseValue(s string) (v value, wrong wording.Text) {
	s = strings.NewReplacer("٫", ".", "٬", ",").Replace(oneLine(s))
	s = arabic.Digits(s)
	i := strings.IndexAny(s, "-0123456789")
	if i < 0 {
		return v, "there is no number in it"
	}
	if word := strings.TrimSpace(s[:i]); word != "" {
		bound, ok := boundWords.value(word)
		if !ok {
			return v, wording.Of("«%s» is not %s", word, strings.Join(boundWords.words(), ", "))
		}
		v.bound = bound
	}
	m := valueRange.FindStringSubmatch(strings.TrimSpace(s[i:]))
	if m == nil {
		return v, "it is no number and no range"
	}
	var ok, also bool
	v.min, ok = readNumber(m[1])
	v.max, also = v.min, true
	if m[2] != "" {
		v.max, also = readNumber(m[2])
	}
	switch {
	case !ok || !also:
		return v, "it is no number and no range"
	case v.max < v.min:
		return v, "the range ends before it begins"
	}
	return v, ""
}

func readNumber(s string) (float64, bool) {
	if grouped.MatchString(s) {
		s = strings.ReplaceAll(s, ",", "")
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil && finite(f)
}
