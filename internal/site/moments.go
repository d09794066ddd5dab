package site

import (
	"strings"

	"mojaz/internal/calendar"
)

// bound is what an EDTF date tells of one moment: the years, such as 2025.5,
// between which it must lie.
type bound struct {
	first, last float64
	known       bool // false for no date, an open end, or what is no date
	soft        bool // approximate, unsure, or worked out
}

// startOf reads the beginning of something, endOf its end: of an interval only
// that side counts.
func startOf(edtf string, inferred bool) bound {
	from, _, _ := strings.Cut(edtf, "/")
	return boundOf(from, inferred)
}

func endOf(edtf string, inferred bool) bound {
	if _, to, interval := strings.Cut(edtf, "/"); interval {
		edtf = to
	}
	return boundOf(edtf, inferred)
}

func boundOf(edtf string, inferred bool) bound {
	first, last, ok := calendar.Bounds(edtf)
	if !ok || first == "" || last == "" {
		return bound{}
	}
	from, _, _ := extent(first)
	to, _, _ := extent(last)
	return bound{from, to + dayLength, true, inferred || strings.ContainsAny(edtf, "~?X")}
}

// dayLength is a day in the years of extent, where all months are equal.
const dayLength = 1.0 / 372

// middle is the moment in the middle.
func (b bound) middle() float64 { return (b.first + b.last) / 2 }
