package crossref

import (
	"cmp"
	"slices"
	"strconv"

	"mojaz/internal/corpus"
)

// How much of what shares a key is compared. Without a limit a key that stands
// everywhere would make the work grow with the square of the documents; with it,
// what is compared are the passages nearest in time.
const (
	nearOther = 16 // passages of other documents
	nearSame  = 6  // passages of the same document
	rareTerms = 8  // terms by which a sentence is looked for
	claimKeys = 3  // terms by which a claim of a class is looked for
	// most is how many passages one is compared with in all: of more, those that
	// share most keys with it, the nearest of equals. An archive of thousands of
	// documents would reach every key's limit, a dossier of some dozens reaches
	// none.
	most = 40
)

// relationKey is what passages are found by: a rare term; an event group with a
// term or with a month; what an event happens to; a month; an amount.
type relationKey struct {
	what string
	term term
}

// relationIndex finds the passages that may speak of what another speaks of.
type relationIndex map[relationKey][]int32 // indices of passages, ascending

// candidates gives the passages before i that are to be compared with it, and
// takes i into the index. It is called for 0, 1, 2… in turn.
func (r *relater) candidates(i int) []int {
	var out []int
	for _, k := range r.keys(i) {
		posts := r.index[k]
		other, same := nearOther, nearSame
		for n := len(posts) - 1; n >= 0 && other > 0; n-- {
			at := int(posts[n])
			if r.passages[at].doc != r.passages[i].doc {
				other--
			} else if same--; same < 0 {
				continue
			}
			out = append(out, at)
		}
		r.index[k] = append(posts, int32(i))
	}
	slices.Sort(out)
	return likeliest(out)
}

// likeliest gives each of the candidates once, ascending; of more than most those
// that are there most often, and of these the latest.
func likeliest(sorted []int) []int {
	type counted struct{ at, times int }
	var all []counted
	for _, at := range sorted {
		if n := len(all); n > 0 && all[n-1].at == at {
			all[n-1].times++
		} else {
			all = append(all, counted{at, 1})
		}
	}
	if len(all) > most {
		slices.SortFunc(all, func(x, y counted) int { return cmp.Or(y.times-x.times, y.at-x.at) })
		all = all[:most]
		slices.SortFunc(all, func(x, y counted) int { return x.at - y.at })
	}
	out := make([]int, len(all))
	for i, c := range all {
		out[i] = c.at
	}
	return out
}

// keys gives the keys of a passage, each once.
func (r *relater) keys(i int) []relationKey {
	p := &r.passages[i]
	var out []relationKey
	for _, t := range r.rarest(p.words.terms, rareTerms) {
		out = append(out, relationKey{"", t})
	}
	for n := range p.claims {
		u := &p.claims[n]
		for _, t := range r.rarest(u.words.terms, claimKeys) {
			out = append(out, relationKey{u.group, t})
		}
		for _, t := range u.object.terms {
			out = append(out, relationKey{"object", t})
		}
		for _, d := range u.dates {
			out = append(out, relationKey{u.group + month(d), -1})
		}
	}
	for n := range p.stretches {
		u := &p.stretches[n]
		for _, t := range u.denied.terms[:min(len(u.denied.terms), objectTerms+2)] {
			out = append(out, relationKey{"object", t})
		}
		for _, d := range u.dates {
			out = append(out, relationKey{month(d), -1})
		}
		for _, s := range u.stages {
			out = append(out, relationKey{"stage " + strconv.Itoa(s.order), s.head})
		}
		for _, f := range u.figures {
			out = append(out, relationKey{strconv.FormatFloat(f.Max, 'g', -1, 64), -1})
		}
	}
	slices.SortFunc(out, func(x, y relationKey) int { return cmp.Or(cmp.Compare(x.what, y.what), cmp.Compare(x.term, y.term)) })
	return slices.Compact(out)
}

// rarest gives the n terms of most weight that more than one sentence holds.
func (r *relater) rarest(terms []term, n int) []term {
	var out []term
	for _, t := range terms {
		if r.words.counts[t] > 1 {
			out = append(out, t)
		}
	}
	slices.SortFunc(out, func(x, y term) int {
		return cmp.Or(cmp.Compare(r.words.weights[y], r.words.weights[x]), cmp.Compare(x, y))
	})
	return out[:min(n, len(out))]
}

// month gives the month in which a date ends, or the year where it has none.
func month(d corpus.Date) string {
	_, last, ok := datedDays(d)
	if !ok {
		return "?"
	}
	return last[:len("2025-09")]
}
