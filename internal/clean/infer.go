package clean

import (
	"cmp"
	"fmt"
	"slices"

	"mojaz/internal/corpus"
)

// month counts months from the year 0: 2024-03 is 2024*12+2.
type month int

func monthOf(year, number int) month { return month(year*12 + number - 1) }

func (m month) number() int    { return int(m)%12 + 1 }
func (m month) String() string { return fmt.Sprintf("%04d-%02d", int(m)/12, m.number()) }

// The months among which an inferred date is looked for.
const (
	firstMonth = month(1990 * 12)
	lastMonth  = month(2060*12 - 1)
)

// clue is something the text says that bounds when it was published.
type clue struct {
	spans   []corpus.Span // the words it rests on
	weight  float64
	number  int        // the month of any year, 1 to 12; or
	windows [][2]month // the months that it allows, both ends included; or
	since   month      // the month before which it was not
	day     string     // the very day, if the clue tells it
}

// allows reports whether the clue allows m.
func (c clue) allows(m month) bool {
	switch {
	case c.number > 0:
		return m.number() == c.number
	case c.since > 0:
		return m >= c.since
	}
	for _, w := range c.windows {
		if w[0] <= m && m <= w[1] {
			return true
		}
	}
	return false
}

// tells reports whether the clue counts as evidence: one that only says "not
// before" does not.
func (c clue) tells() bool { return c.since == 0 }

const (
	minInferred = 3.0 // the least sum of weights that decides
	minMargin   = 1.0 // by which the best month must beat the next
)

// infer works out when the text was published from what it says of months,
// years and events: every month is voted on by every clue, and one must win
// clearly. A text that gives only a month without a year, or a year without a
// month, is left without a date.
func (r *reading) infer() (published string, evidence []corpus.Span) {
	clues := r.findClues()
	best, bestScore, second := month(0), 0.0, 0.0
	for m := firstMonth; m <= lastMonth; m++ {
		s := 0.0
		for _, c := range clues {
			if c.allows(m) {
				s += c.weight
			} else {
				s -= c.weight
			}
		}
		switch {
		case s > bestScore:
			best, bestScore, second = m, s, bestScore
		case s > second:
			second = s
		}
	}
	if bestScore < minInferred || bestScore-second < minMargin {
		return "", nil
	}
	published = best.String()
	days := map[string]bool{}
	for _, c := range clues {
		if !c.allows(best) || !c.tells() {
			continue
		}
		evidence = append(evidence, c.spans...)
		if c.day != "" {
			days[c.day] = true
			published = c.day
		}
	}
	if len(days) > 1 {
		published = best.String()
	}
	return published, tidy(evidence)
}

// tidy sorts spans and drops those that stand in others.
func tidy(spans []corpus.Span) []corpus.Span {
	slices.SortFunc(spans, func(a, b corpus.Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	var out []corpus.Span
	for _, s := range spans {
		if n := len(out); n == 0 || !out[n-1].Contains(s) {
			out = append(out, s)
		}
	}
	return out
}
