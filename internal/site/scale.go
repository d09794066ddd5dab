package site

import (
	"math"
	"sort"
)

// scale maps time, in years, to a place on an axis that is folded: units of time
// in which much happens get room, those in which little does are narrow, and a
// run in which nothing does is a fold. Places are shares of the axis, from 0 for
// the earliest time to 1 for the latest.
type scale struct {
	units []stretch // in order, each begins where the one before it ends
}

// stretch is a unit of time, or a run of units in which nothing happens.
type stretch struct {
	from, to float64 // years
	at, end  float64 // places
	units    int     // how many units it holds; more than one only if empty
	empty    bool
}

// A scale has units of a month for up to longMonths years, else of a year.
const longMonths = 2.5

// The weights of units: one in which nothing happens, together with all such
// beside it; one for each of its moments besides 1 for itself, up to a limit, so
// that one crowded year does not squeeze all others.
const (
	foldWeight  = 0.6
	mostMoments = 16
)

// newScale makes the scale of moments; of none, one without units.
func newScale(moments []float64) scale {
	if len(moments) == 0 {
		return scale{}
	}
	all := append([]float64(nil), moments...)
	sort.Float64s(all)
	unit := 1.0
	if all[len(all)-1]-all[0] <= longMonths {
		unit = 1.0 / 12
	}
	// Moments lie inside a unit, not on its edge, though sums of fractions do not.
	number := func(m float64) int { return int(math.Floor(m/unit + 1e-6)) }
	var sc scale
	next, before := number(all[0]), 0
	for i := 0; i < len(all); {
		n, count := number(all[i]), 0
		for i < len(all) && number(all[i]) == n {
			i++
			count++
		}
		if before > 0 && n > next {
			sc.add(next, n-next, unit, foldWeight)
		}
		sc.add(n, 1, unit, 1+float64(min(count, mostMoments)))
		next, before = n+1, before+1
	}
	sc.spread()
	return sc
}

// add appends count units from number n on; their weight stands in end until
// spread is called.
func (sc *scale) add(n, count int, unit, weight float64) {
	sc.units = append(sc.units, stretch{
		from: float64(n) * unit, to: float64(n+count) * unit,
		end: weight, units: count, empty: weight == foldWeight,
	})
}

// spread turns weights into places.
func (sc *scale) spread() {
	sum := 0.0
	for _, u := range sc.units {
		sum += u.end
	}
	at := 0.0
	for i := range sc.units {
		u := &sc.units[i]
		weight := u.end
		u.at, u.end = at/sum, (at+weight)/sum
		at += weight
	}
}

// place gives where a moment lies; before the first and after the last unit it is
// at the edge.
func (sc scale) place(moment float64) float64 {
	i := sort.Search(len(sc.units), func(i int) bool { return sc.units[i].to > moment })
	switch {
	case len(sc.units) == 0:
		return 0
	case i == len(sc.units):
		return 1
	}
	u := sc.units[i]
	share := max(0, (moment-u.from)/(u.to-u.from))
	return u.at + share*(u.end-u.at)
}

// covers reports whether a moment lies on the axis.
func (sc scale) covers(moment float64) bool {
	n := len(sc.units)
	return n > 0 && sc.units[0].from <= moment && moment <= sc.units[n-1].to
}

// folded lists the stretches that are squeezed to less than half of the room that
// a unit has at most, as times in years, those that touch as one.
func (sc scale) folded() [][2]float64 {
	widest := 0.0
	for _, u := range sc.units {
		widest = max(widest, (u.end-u.at)/float64(u.units))
	}
	var out [][2]float64
	for _, u := range sc.units {
		if (u.end-u.at)/float64(u.units) >= widest/2 {
			continue
		}
		if n := len(out) - 1; n >= 0 && math.Abs(out[n][1]-u.from) < 1e-6 {
			out[n][1] = u.to
			continue
		}
		out = append(out, [2]float64{u.from, u.to})
	}
	return out
}
