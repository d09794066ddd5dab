package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"mojaz/internal/annotate/names"
)

// tally counts names: found, marked in the corpus, and both.
type tally struct{ got, want, hit int }

func (t tally) precision() float64 { return ratio(t.hit, t.got) }
func (t tally) recall() float64    { return ratio(t.hit, t.want) }
func (t tally) f1() float64        { return ratio(2*t.hit, t.got+t.want) }

// ratio gives a hundred times a of b; 0 of nothing.
func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

// all is the row of every kind together.
const all names.Kind = "all"

// compare counts by kind. A name is a hit when span and kind are exact.
func compare(got, want []found) map[names.Kind]tally {
	out := map[names.Kind]tally{}
	add := func(k names.Kind, t tally) {
		for _, k := range []names.Kind{k, all} {
			s := out[k]
			out[k] = tally{s.got + t.got, s.want + t.want, s.hit + t.hit}
		}
	}
	right := map[found]bool{}
	for _, f := range want {
		right[f] = true
		add(f.kind, tally{want: 1})
	}
	for _, f := range got {
		f.margin = 0
		if right[f] {
			add(f.kind, tally{got: 1, hit: 1})
		} else {
			add(f.kind, tally{got: 1})
		}
	}
	return out
}

// printScores prints a table under a title.
func printScores(w io.Writer, title string, scores map[names.Kind]tally) {
	fmt.Fprintf(w, "%s\n", title)
	for _, k := range append([]names.Kind{all}, names.Kinds...) {
		t := scores[k]
		fmt.Fprintf(w, "  %-4s  P %5.1f  R %5.1f  F %5.1f  n %d\n", k, t.precision(), t.recall(), t.f1(), t.want)
	}
}

// chooseSure gives the lowest margin such that of the names that reach it
// target in a hundred or more are right. ok is false when there is none.
func chooseSure(got, want []found, target float64) (sure int64, ok bool) {
	right := map[found]bool{}
	for _, f := range want {
		right[f] = true
	}
	byMargin := slices.Clone(got)
	slices.SortStableFunc(byMargin, func(a, b found) int { return cmp.Compare(b.margin, a.margin) })
	hit := 0
	for i, f := range byMargin {
		margin := f.margin
		f.margin = 0
		if right[f] {
			hit++
		}
		last := i == len(byMargin)-1 || byMargin[i+1].margin != margin
		if last && ratio(hit, i+1) >= target {
			sure, ok = margin, true
		}
	}
	return sure, ok
}

// atLeast keeps the names that reach a margin.
func atLeast(got []found, margin int64) []found {
	return slices.DeleteFunc(slices.Clone(got), func(f found) bool { return f.margin < margin })
}
