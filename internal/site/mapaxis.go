package site

import "mojaz/internal/corpus"

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

// AxisFold is a stretch of time that has less room than others.
type AxisFold struct {
	From, To string // "٢٠٠٨"; the same if it is one year
}

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
	return mapAxis{newScale(moments), s.in.Config.backwards()}
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
