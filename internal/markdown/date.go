package markdown

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// relations and timexes are the values of rel and timex in a date's attributes.
var (
	relations = []corpus.DateRelation{"", corpus.RelIn, corpus.RelBy, corpus.RelUntil, corpus.RelSince, corpus.RelBefore, corpus.RelAfter}
	timexes   = []corpus.Timex{corpus.TimexDate, corpus.TimexDuration, corpus.TimexSet}
)

// date reads the attributes of a span as a date. given is false when they say
// nothing of a date, or nothing that can be.
func (r *lineReader) date(n *span) (d corpus.Date, given bool) {
	d.Timex = corpus.TimexDate
	for _, p := range n.attributes.pairs {
		switch p.key {
		case "date":
			d.Value, given = p.value, true
		case "rel":
			if d.Rel = corpus.DateRelation(p.value); !slices.Contains(relations, d.Rel) {
				r.slip(n, wording.Of("unknown relation %q", p.value), suggest(p.value, names(relations[1:]), "write rel=%s"))
				d.Rel = ""
			}
		case "timex":
			if d.Timex = corpus.Timex(p.value); !slices.Contains(timexes, d.Timex) {
				r.slip(n, wording.Of("unknown kind of date %q", p.value), suggest(p.value, names(timexes), "write timex=%s"))
				d.Timex = corpus.TimexDate
			}
		default:
			r.slip(n, wording.Of("unknown attribute %q", p.key), suggest(p.key, []string{"date", "rel", "timex"}, "write %s=…"))
		}
	}
	if wrong := wrongDate(d.Value); given && d.Value != "" && wrong != "" {
		r.slip(n, wording.Of("%q is not a date: %s", arabic.Digits(d.Value), wrong), dateHint)
		return d, false
	}
	return d, given
}

// dateHint shows the forms of a date.
const dateHint = "write 2025, 2025-09, 2025-09-30, 2024-09/2025-09, ../2026 or P6M"

// hintOf says what to write for words that are no EDTF date: the date that they
// mean, if they mean just one.
func hintOf(words string) wording.Text {
	if len(words) <= maxHinted {
		if found := calendar.Find(words, calendar.Anchor{}); len(found) == 1 && wrongDate(found[0].Value) == "" {
			return wording.Of("write %s", found[0].Value)
		}
	}
	return dateHint
}

// maxHinted bounds the words, in bytes, that are read as a date for a hint.
const maxHinted = 100

// apart reports whether s lies after all dates read so far. A date inside a
// date is not one.
func (r *lineReader) apart(s corpus.Span) bool {
	inner := 0
	for i := len(r.dates) - 1; i >= 0 && r.dates[i].Start >= s.Start; i-- {
		inner++
	}
	r.dates = r.dates[:len(r.dates)-inner]
	return !s.Empty()
}

func names[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// suggest fills form with the word that is nearest to wrong, or lists them all
// when none is near.
func suggest(wrong string, among []string, form wording.Text) wording.Text {
	if best := nearest(wrong, among); best != "" {
		return wording.Of(form, best)
	}
	return wording.Of(form, strings.Join(among, ", "))
}

// nearest gives the word that differs from wrong in the fewest letters, "" when
// more than a third of its letters do.
func nearest(wrong string, among []string) string {
	best, least := "", len([]rune(wrong))/3+1
	for _, w := range among {
		if d := distance(arabic.Fold(wrong), arabic.Fold(w)); d <= least && (best == "" || d < least) {
			best, least = w, d
		}
	}
	return best
}

// distance is the number of letters to add, drop or change between a and b
// (Levenshtein). Long words are compared by their first 64 letters.
func distance(a, b string) int {
	ra, rb := []rune(a), []rune(b)
	ra, rb = ra[:min(len(ra), 64)], rb[:min(len(rb), 64)]
	row := make([]int, len(rb)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range ra {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range rb {
			change := diagonal
			if x != y {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(rb)]
}
