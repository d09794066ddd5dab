package site

import (
	"math"
	"strconv"
	"strings"

	"mojaz/internal/corpus"
)

// Figure is a quantity that a briefing states.
type Figure struct {
	ID   string // of the row in the table: "figure-2", counted through the briefing
	What string // what is counted
	// Value is the number in the site's digits: "٢٠٠٬٠٠٠", "٣٫٥٪". To is the
	// upper end of a range, whose lower end is Value, else "". Both are "" for a
	// word such as «آلاف», which says more than its numbers would.
	Value, To string
	// Bound is "about", "at_least" or "at_most", "" for an exact figure.
	Bound string
	Unit  string // as it stands: «عنصر»; "" where Value has its sign
	Scope string // where or of whom, "" if not said
	AsOf  Day    // the date that it holds for
	Words string // number and what is counted, as they stand in the paragraph
	// Cite leads to the paragraph that holds the words, nil if it is not known.
	Cite *Cite
}

// figures lists the quantities of b.
func (s *site) figures(b *corpus.Briefing) []Figure {
	var out []Figure
	for i, q := range b.Quantities {
		out = append(out, s.figure(i, q))
	}
	return out
}

// figure shows quantity i of a briefing, counted from zero.
func (s *site) figure(i int, q corpus.Quantity) Figure {
	v := Figure{
		ID: "figure-" + strconv.Itoa(i+1), What: shown(q.What), Bound: string(q.Bound), Unit: shown(q.Unit),
		Scope: shown(q.Scope), AsOf: s.day(q.AsOf), Words: shown(q.Text),
	}
	sign := ""
	if u := strings.TrimSpace(q.Unit); u == "%" || u == "٪" {
		sign, v.Unit = s.sign("%", "٪"), ""
	}
	if low, high := extremes(q); !math.IsNaN(low) && !vague(low, high) {
		v.Value = s.quantity(low) + sign
		if low != high {
			v.To = s.quantity(high) + sign
		}
	}
	if q.Cite != "" {
		c := s.cite("", q.Cite)
		v.Cite = &c
	}
	return v
}

// vague reports whether a range is all that has so many digits, 1000 to 9999:
// «آلاف». Numbers that nobody said are not shown.
func vague(low, high float64) bool { return low >= 10 && high+1 == 10*low }

// extremes gives both ends of a quantity, the lower first, one number twice
// where it is no range, NaN where it is no number at all.
func extremes(q corpus.Quantity) (low, high float64) {
	finite := func(f float64) bool { return !math.IsNaN(f) && !math.IsInf(f, 0) }
	switch {
	case finite(q.Min) && finite(q.Max):
		return min(q.Min, q.Max), max(q.Min, q.Max)
	case finite(q.Min):
		return q.Min, q.Min
	case finite(q.Max):
		return q.Max, q.Max
	}
	return math.NaN(), math.NaN()
}

// quantity writes a number in the site's digits. Thousands are parted from five
// digits on, so that 2500 does not look like a decimal and 200,000 can be read.
func (s *site) quantity(f float64) string {
	number := strconv.FormatFloat(f, 'f', -1, 64)
	number, minus := strings.CutPrefix(number, "-")
	whole, part, _ := strings.Cut(number, ".")
	var b strings.Builder
	if minus {
		b.WriteString("-")
	}
	for i, digit := range whole {
		if left := len(whole) - i; i > 0 && left%3 == 0 && len(whole) > 4 {
			b.WriteString(s.sign(",", "٬"))
		}
		b.WriteRune(digit)
	}
	if part != "" {
		b.WriteString(s.sign(".", "٫") + part)
	}
	return s.digits(b.String())
}

// sign chooses the sign that belongs to the site's digits.
func (s *site) sign(latin, arab string) string {
	if s.style.Digits == "latn" {
		return latin
	}
	return arab
}
