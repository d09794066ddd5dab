package site

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"mojaz/internal/corpus"
)

// Axis is the axis of time that the bands of a phase map share.
type Axis struct {
	Backwards bool // from right to left
	Ticks     []AxisTick
	// Now is the place of the date from which past and planned are judged, and
	// NowMirrored the same on the mirrored axis: "" if it lies beyond the axis.
	Now, NowMirrored string
	Folds            []AxisFold // where little happens and the axis is squeezed
	Breaks           []string   // places where a run of time is left out
}

// AxisTick is where a year or a month begins.
type AxisTick struct {
	At, Mirrored string // as in Band
	// Edge is "left" or "right" for one so near to that edge that its words must
	// not be centred, else "".
	Edge   string
	Text   string // "٢٠٢٥", or "أيلول"
	Year   string // of a month, where it is another than that of the label before
	Sparse bool   // shown on a narrow screen, too
}

// AxisFold is a stretch of time that has less room than others.
type AxisFold struct {
	From, To string // "٢٠٠٨"; the same if it is one year
}

// The least distance of two labels, as shares of the axis: on a wide screen and
// on a phone.
const (
	labelWide   = 0.075
	labelNarrow = 0.14
)

// axisMargin is what is left free at both ends, for soft and open ends.
const axisMargin = 0.02

// mapAxis is a scale that is drawn in one direction.
type mapAxis struct {
	scale
	backwards bool
}

// place gives the place of a moment between the margins.
func (a mapAxis) place(moment float64) float64 {
	return axisMargin + (1-2*axisMargin)*a.scale.place(moment)
}

// side gives a place as seen from the left edge.
func (a mapAxis) side(place float64) float64 {
	if a.backwards {
		return 1 - place
	}
	return place
}

// mapAxis makes the axis of a dossier's phases: all dates that they, their
// evidence and their disputes name, and now.
func (s *site) mapAxis(phases []corpus.Phase[corpus.Passage], now bound) mapAxis {
	var moments []float64
	add := func(at float64, known bool) {
		if known {
			moments = append(moments, at)
		}
	}
	for i := range phases {
		p := &phases[i]
		start, end := startOf(p.Start, false), endOf(p.End, false)
		add(start.first, start.known)
		add(end.last-dayLength/2, end.known)
		for _, e := range p.Evidence {
			b := startOf(e.When, false)
			// What a source dates within a century tells nothing of where much happens.
			add(b.middle(), b.known && b.last-b.first < 1.5)
		}
		for _, d := range p.Disputes {
			for _, side := range d.Sides {
				at, ok := rival(d.About, side.Value)
				add(at, ok)
			}
		}
	}
	if len(moments) > 0 {
		add(now.middle(), now.known)
	}
	return mapAxis{newScale(moments), s.in.Config.direction() == "rtl"}
}

// axis puts the axis in the words of the site.
func (s *site) axis(a mapAxis, now bound) Axis {
	v := Axis{Backwards: a.backwards, Ticks: s.axisTicks(a)}
	if now.known && a.covers(now.middle()) {
		at := a.side(a.place(now.middle()))
		v.Now, v.NowMirrored = percent(100*at), percent(100*(1-at))
	}
	monthly := len(a.units) > 0 && a.units[0].to-a.units[0].from < 0.5
	for _, f := range a.folded() {
		v.Folds = append(v.Folds, AxisFold{s.timeName(f[0], monthly), s.timeName(f[1]-dayLength, monthly)})
	}
	for _, u := range a.units {
		if u.empty {
			v.Breaks = append(v.Breaks, percent(100*a.side((a.place(u.from)+a.place(u.to-dayLength))/2)))
		}
	}
	return v
}

// timeName names the year of a moment, or its month.
func (s *site) timeName(moment float64, monthly bool) string {
	year := int(math.Floor(moment + 1e-6))
	if !monthly {
		return s.digits(strconv.Itoa(year))
	}
	return s.day(edtfMonth(year, int((moment-float64(year))*12+1e-6)+1)).Text
}

// axisTicks labels the beginnings of units that have room, the widest first.
func (s *site) axisTicks(a mapAxis) []AxisTick {
	var wide, narrow []float64
	order := make([]int, 0, len(a.units))
	for i, u := range a.units {
		if !u.empty {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(a.units[j].end-a.units[j].at, a.units[i].end-a.units[i].at)
	})
	room := func(taken []float64, at, least float64) bool {
		return !slices.ContainsFunc(taken, func(t float64) bool { return math.Abs(t-at) < least })
	}
	shown := map[int]AxisTick{}
	for _, i := range order {
		at := a.place(a.units[i].from)
		if !room(wide, at, labelWide) {
			continue
		}
		wide = append(wide, at)
		t := AxisTick{
			At: percent(100 * a.side(at)), Mirrored: percent(100 * (1 - a.side(at))), Edge: edgeOf(a.side(at)), Text: s.unitName(a.units[i]),
		}
		if t.Sparse = room(narrow, at, labelNarrow); t.Sparse {
			narrow = append(narrow, at)
		}
		shown[i] = t
	}
	var out []AxisTick
	years := map[bool]string{}
	for i, u := range a.units {
		if t, ok := shown[i]; ok {
			if year := s.timeName(u.from, false); year != t.Text && (years[true] != year || t.Sparse && years[false] != year) {
				t.Year, years[true] = year, year
				if t.Sparse {
					years[false] = year
				}
			}
			out = append(out, t)
		}
	}
	return out
}

// edgeOf names the edge of the axis that a place is near to.
func edgeOf(side float64) string {
	switch {
	case side < labelNarrow/2:
		return "left"
	case side > 1-labelNarrow/2:
		return "right"
	}
	return ""
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
