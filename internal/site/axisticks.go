package site

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// AxisTick is where a year or a month begins.
type AxisTick struct {
	At, Mirrored string // as in Band
	// Edge is "left" or "right" for one so near to that edge that its words must
	// not be centred, else "".
	Edge string
	Text string // "٢٠٢٥", or "أيلول"
	// Year is that of a month where it is another than that of the label before,
	// NarrowYear the same among the labels of a narrow screen.
	Year, NarrowYear string
	Sparse           bool // shown on a narrow screen, too
}

// The width of a letter of a label and the room between two labels, as shares of
// an axis as short as pages have it: on a wide screen and on a phone.
const (
	letterWide   = 0.019
	letterNarrow = 0.023
	labelGap     = 0.02
)

// label is the room that the words of a tick take, in shares of the axis.
type label struct{ from, to float64 }

// labelOf gives the room of words at a place, seen from the left edge; words that
// would reach beyond an edge stand beside their tick.
func labelOf(side float64, words string, letter float64) (l label, edge string) {
	width := letter * float64(utf8.RuneCountInString(words))
	switch {
	case side < width/2:
		return label{side, side + width}, "left"
	case side > 1-width/2:
		return label{side - width, side}, "right"
	}
	return label{side - width/2, side + width/2}, ""
}

// free reports whether l leaves a gap to all labels that are there.
func free(there []label, l label) bool {
	return !slices.ContainsFunc(there, func(t label) bool {
		return l.from < t.to+labelGap && t.from < l.to+labelGap
	})
}

// axisTicks labels the beginnings of units that have room, the widest first.
func (s *site) axisTicks(a mapAxis) []AxisTick {
	var wide, narrow []label
	shown := map[int]AxisTick{}
	for _, i := range a.widest() {
		at, words := a.side(a.place(a.units[i].from)), s.unitName(a.units[i])
		l, _ := labelOf(at, words, letterWide)
		if !free(wide, l) {
			continue
		}
		wide = append(wide, l)
		t := AxisTick{At: percent(100 * at), Mirrored: percent(100 * (1 - at)), Text: words}
		l, t.Edge = labelOf(at, words, letterNarrow)
		if t.Sparse = free(narrow, l); t.Sparse {
			narrow = append(narrow, l)
		}
		shown[i] = t
	}
	var out []AxisTick
	last, lastNarrow := "", ""
	for i, u := range a.units {
		t, ok := shown[i]
		if !ok {
			continue
		}
		if year := s.timeName(u.from, false); year != t.Text {
			if year != last {
				t.Year, last = year, year
			}
			if t.Sparse && year != lastNarrow {
				t.NarrowYear, lastNarrow = year, year
			}
		}
		out = append(out, t)
	}
	return out
}

// widest lists the units in which anything happens, those with most room first.
func (a mapAxis) widest() []int {
	var order []int
	for i, u := range a.units {
		if !u.empty {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(a.units[j].end-a.units[j].at, a.units[i].end-a.units[i].at)
	})
	return order
}

// unitName names a year, or a month by one of its names.
func (s *site) unitName(u stretch) string {
	year := int(math.Floor(u.from + 1e-6))
	if u.to-u.from > 0.5 {
		return s.digits(strconv.Itoa(year))
	}
	month := int(math.Round((u.from-float64(year))*12)) + 1
	name := strings.TrimSuffix(s.day(edtfMonth(year, month)).Text, " "+s.digits(strconv.Itoa(year)))
	name, _, _ = strings.Cut(name, "/")
	return name
}

// edtfMonth writes "2025-09".
func edtfMonth(year, month int) string {
	y, m := "000"+strconv.Itoa(year), "0"+strconv.Itoa(month)
	return y[len(y)-4:] + "-" + m[len(m)-2:]
}

// timeName names the year of a moment, or its month.
func (s *site) timeName(moment float64, monthly bool) string {
	year := int(math.Floor(moment + 1e-6))
	if !monthly {
		return s.digits(strconv.Itoa(year))
	}
	return s.day(edtfMonth(year, int((moment-float64(year))*12+1e-6)+1)).Text
}
