package phase

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// The weights of terms in a fact: its own words and event count in full, what
// stands around them in the sentence counts less.
const (
	ownWeight    = 1
	entityWeight = 0.8
	aroundWeight = 0.3
	timeWeight   = 0.7
)

// weigh gives every fact its vector, its role, and how central it is.
func weigh(a *corpus.Affair, v *vocabulary, facts []fact) {
	for i := range facts {
		f := &facts[i]
		for _, c := range f.classes {
			if !traits()["speech"][c] { // to announce two things is not one event
				f.groups = append(f.groups, group(c))
			}
		}
		slices.Sort(f.groups)
		f.groups = slices.Compact(f.groups)
		for _, id := range append(v.special(f), v.times(f)...) {
			v.note(f.doc, id)
		}
	}
	for i := range facts {
		f := &facts[i]
		doc := &a.Documents[f.doc]
		f.role, f.told = f.roleOf(), parseDays(doc.Meta.Published)
		own := bag{}
		for _, w := range plainWords(doc, f.Span) {
			if s := v.stem(w); s != "" {
				own.add(v.id(s), ownWeight)
			}
		}
		for _, id := range v.special(f) {
			own.add(id, entityWeight)
		}
		f.central = v.central(own)
		f.lead = isLead(doc, f)
		f.plain = own.vector(v).unit()
		for _, w := range plainWords(doc, f.sentence) {
			if s := v.stem(w); s != "" {
				own.add(v.id(s), aroundWeight)
			}
		}
		for _, id := range v.times(f) {
			own.add(id, timeWeight)
		}
		f.vec = own.vector(v).unit()
	}
}

// special gives the terms of a fact that are no words: entities and classes.
func (v *vocabulary) special(f *fact) []int32 {
	var out []int32
	for _, e := range f.entities {
		out = append(out, v.id("entity "+string(e)))
	}
	for _, c := range f.groups {
		out = append(out, v.id("class "+c))
	}
	return out
}

// times gives the terms of the year and the month that a fact is dated to: a
// time of which the affair seldom speaks tells much, one that is full little.
func (v *vocabulary) times(f *fact) []int32 {
	var out []int32
	if value := f.date.Value; f.dated() && f.when.length() <= 366 && len(value) >= 4 {
		out = append(out, v.id("time "+value[:4]))
		if len(value) >= 7 && f.when.length() <= 45 {
			out = append(out, v.id("time "+value[:7]))
		}
	}
	return out
}

// central is the mean share of a bag's terms: how much of it the whole affair
// speaks of.
func (v *vocabulary) central(b bag) float64 {
	if len(b) == 0 {
		return 0
	}
	sum, n := 0.0, 0
	for id := range b {
		sum += v.share(id)
		n++
	}
	return sum / float64(n)
}

// plainWords gives the words of a part of a text that belong to no date.
func plainWords(doc *corpus.Document, s corpus.Span) []string {
	var out []string
	text := s.Of(doc.Text)
	for _, t := range arabic.Tokens(text) {
		if t.Kind == arabic.Word && !inDate(doc.Dates, s.Start+t.Start) {
			out = append(out, t.Of(text))
		}
	}
	return out
}

// inDate reports whether a place of a text lies in one of its dates.
func inDate(dates []corpus.Date, place int) bool {
	lo, hi := 0, len(dates)
	for lo < hi {
		mid := (lo + hi) / 2
		if dates[mid].End <= place {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(dates) && dates[lo].Start <= place
}

// isLead reports whether a fact stands in the first paragraph, or shares half
// of its document's title.
func isLead(doc *corpus.Document, f *fact) bool {
	if f.block == 0 {
		return true
	}
	title := map[string]bool{}
	for w := range words(doc.Meta.Title) {
		title[arabic.Fold(w)] = true
	}
	all, shared := len(title), 0
	for _, w := range strings.Fields(f.Span.Of(doc.Text)) {
		w = arabic.Fold(w)
		if title[w] {
			shared++
			delete(title, w)
		}
	}
	return all >= 3 && 2*shared >= all
}
