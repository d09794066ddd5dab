package site

import (
	"fmt"
	"strings"
	"testing"

	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

// FuzzScale: whatever happens when, the units of a scale follow each other from
// one end of the axis to the other, and a later moment is never placed earlier.
func FuzzScale(f *testing.F) {
	f.Add([]byte{0, 0, 10, 20, 200, 200, 200, 201})
	f.Add([]byte{5})
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, steps []byte) {
		var moments []float64
		at := 1990.0
		for _, n := range steps {
			at += float64(n) / 37
			moments = append(moments, at)
		}
		sc := newScale(moments)
		end := 0.0
		for i, u := range sc.units {
			if u.at != end || u.end <= u.at || i > 0 && u.from < sc.units[i-1].to-1e-6 {
				t.Fatalf("newScale(%v): unit %d is %+v after place %v", moments, i, u, end)
			}
			end = u.end
		}
		if len(moments) > 0 && (end < 1-1e-9 || end > 1+1e-9) {
			t.Fatalf("newScale(%v) ends at %v, want 1", moments, end)
		}
		last := 0.0
		for _, m := range moments {
			if p := sc.place(m); p < last || p > 1 || !sc.covers(m) {
				t.Fatalf("newScale(%v): %v is placed at %v after %v", moments, m, p, last)
			}
			last = sc.place(m)
		}
	})
}

// TestScaleFolds: a year in which nothing happens costs the same as a century of
// them, a crowded year gets most room, and up to two years are told by months.
func TestScaleFolds(t *testing.T) {
	sc := newScale([]float64{1900.5, 2024.1, 2024.2, 2024.3, 2024.9})
	if n := len(sc.units); n != 3 || !sc.units[1].empty || sc.units[1].units != 123 {
		t.Errorf("three stretches wanted, the second a fold of 123 years: %+v", sc.units)
	}
	if got := fmt.Sprintf("%.3f %.3f %.3f", sc.place(1900), sc.place(2024), sc.place(2025)); got != "0.000 0.342 1.000" {
		t.Errorf("places = %s, want 0.000 0.342 1.000", got)
	}
	if got, want := fmt.Sprint(sc.folded()), "[[1900 2024]]"; got != want {
		t.Errorf("folded() = %s, want %s", got, want)
	}
	if u := newScale([]float64{2024.1, 2025.2}).units[0]; u.to-u.from > 0.1 {
		t.Errorf("the first unit of a year and a half is %+v, want a month", u)
	}
}

// TestBand draws phases on the axis of a case. A line of input is
// "START|END|KIND|inferred bounds|rival ends", of which the last may be left out.
func TestBand(t *testing.T) {
	golden.Run(t, "testdata/band-*.txtar", func(t *testing.T, c *golden.Case) {
		var phases []corpus.Phase[corpus.Passage]
		for _, l := range lines(c.Input("phases")) {
			f := append(strings.Split(l, "|"), "", "", "")
			p := corpus.Phase[corpus.Passage]{
				Start: f[0], End: f[1], Kind: corpus.PhaseKind(f[2]),
				StartInferred: strings.Contains(f[3], "start"), EndInferred: strings.Contains(f[3], "end"),
			}
			for _, v := range list(f[4]) {
				p.Disputes = []corpus.Dispute[corpus.Passage]{{About: corpus.DisputeEnd, Sides: append(sidesOf(p), corpus.Side[corpus.Passage]{Value: v})}}
			}
			phases = append(phases, p)
		}
		s, now := newSite(Input{}), boundOf(strings.TrimSpace(c.Input("now")), false)
		a := s.mapAxis(phases, now)
		c.Check("bands", bandLines(s, a, phases, now))
		c.Check("axis", axisLines(s.axis(a, now)))
		a.backwards = false
		c.Check("from the left", bandLines(s, a, phases, now))
	})
}

func sidesOf(p corpus.Phase[corpus.Passage]) []corpus.Side[corpus.Passage] {
	if len(p.Disputes) == 0 {
		return nil
	}
	return p.Disputes[0].Sides
}

// bandLines writes a band a line: "span 10.00%+20.00% soft right 25.00%+5.00% open left 10.00% tick 40.00%".
func bandLines(s *site, a mapAxis, phases []corpus.Phase[corpus.Passage], now bound) string {
	var out strings.Builder
	for i := range phases {
		b := a.band(&phases[i], now)
		fmt.Fprintf(&out, "%s %s+%s", b.Shape, b.At, b.Width)
		for _, e := range b.Soft {
			fmt.Fprintf(&out, " soft %s %s+%s", e.Side, e.At, e.Width)
		}
		for _, e := range b.Open {
			fmt.Fprintf(&out, " open %s %s", e.Side, e.At)
		}
		for _, tick := range s.ticks(a, &phases[i]) {
			fmt.Fprintf(&out, " tick %s %s", tick.At, tick.Date.Value)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func axisLines(a Axis) string {
	var out strings.Builder
	fmt.Fprintf(&out, "backwards %v now %s mirrored %s breaks %v folds %v\n", a.Backwards, a.Now, a.NowMirrored, a.Breaks, a.Folds)
	for _, t := range a.Ticks {
		fmt.Fprintf(&out, "%s mirrored %s sparse=%v edge=%s %s %s %s\n", t.At, t.Mirrored, t.Sparse, t.Edge, t.Text, t.Year, t.NarrowYear)
	}
	return out.String()
}
