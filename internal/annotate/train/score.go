package main

import (
	"fmt"
	"strings"

	"mojaz/internal/annotate/names"
)

// found is a name in units of the corpus.
type found struct {
	sentence, from, to int
	kind               names.Kind
}

func spans(sentence int, tags []int) []found {
	var out []found
	for i := 0; i < len(tags); i++ {
		if tags[i] == 0 {
			continue
		}
		j := i + 1
		for j < len(tags) && tags[j] > 0 && tags[j]%2 == 0 && (tags[j] == tags[i] || tags[j] == tags[i]+1) {
			j++
		}
		out = append(out, found{sentence, i, j, names.Kinds[(tags[i]-1)/2]})
		i = j - 1
	}
	return out
}

// unitSpans maps spans of tokens to spans of units.
func unitSpans(n int, s sentence, tags []int) []found {
	out := spans(n, tags)
	for i, f := range out {
		out[i].from, out[i].to = s.unit[f.from], s.unit[f.to-1]+1
	}
	return out
}

type count struct{ got, want, hit int }

func (c count) prf() (p, r, f float64) {
	if c.got > 0 {
		p = float64(c.hit) / float64(c.got)
	}
	if c.want > 0 {
		r = float64(c.hit) / float64(c.want)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return
}

func compare(got, want []found) string {
	byKind := map[names.Kind]*count{"": {}}
	for _, k := range names.Kinds {
		byKind[k] = &count{}
	}
	set := map[found]bool{}
	for _, w := range want {
		set[w] = true
		byKind[w.kind].want++
		byKind[""].want++
	}
	for _, g := range got {
		byKind[g.kind].got++
		byKind[""].got++
		if set[g] {
			byKind[g.kind].hit++
			byKind[""].hit++
		}
	}
	var b strings.Builder
	for _, k := range append([]names.Kind{""}, names.Kinds...) {
		p, r, f := byKind[k].prf()
		fmt.Fprintf(&b, "%-4s P %.1f R %.1f F %.1f n %d | ", k, 100*p, 100*r, 100*f, byKind[k].want)
	}
	return b.String()
}
