package site

import (
	"cmp"
	"slices"
	"strconv"

	"mojaz/internal/corpus"
)

// othersShown is how many passages of others stand beside one paragraph.
const othersShown = 4

// Other is a passage, mostly of another source, that speaks of the same thing as
// a paragraph.
type Other struct {
	// Kind says how it stands to the paragraph: "contradicts", "corroborates",
	// "updates" (it is newer), "updated" (the paragraph is), "elaborates" (it
	// tells more), "elaborated" (the paragraph does).
	Kind  string
	About string // the question that both answer
	Rule  string // the name of the rule that related them: "same-date"
	Said  Quoted
	// RelPermalink leads to the relation in the ledger of agreement.
	RelPermalink string
}

// OtherCount says how many passages stand to a paragraph in one way.
type OtherCount struct {
	Kind  string // as in Other
	Count Number
}

// kindOrder is the order in which relations are shown: what a reader must not
// miss comes first.
var kindOrder = []string{"contradicts", "updates", "updated", "corroborates", "elaborates", "elaborated"}

// relationID names a relation: "r-000-6c3114-3" is the third of that briefing.
func relationID(b *corpus.Briefing, i int) string {
	return "r-" + string(b.ID) + "-" + strconv.Itoa(i+1)
}

// kind names how the other passage stands to the one that sees the relation. Of
// Updates and Elaborates, A is the passage that updates or tells more.
func (s side) kind() string {
	switch {
	case s.Kind == corpus.Updates && s.later:
		return "updated"
	case s.Kind == corpus.Elaborates && s.later:
		return "elaborated"
	}
	return string(s.Kind)
}

// others lists what stands beside a paragraph, the gravest first, each passage
// once for each kind; and how many of each kind there are.
func (s *site) others(from string, r *register, b *noted, id string) (shown []Other, counts []OtherCount) {
	sides := slices.Clone(b.related[id])
	slices.SortStableFunc(sides, func(a, b side) int {
		return slices.Index(kindOrder, a.kind()) - slices.Index(kindOrder, b.kind())
	})
	seen, times := map[corpus.Passage]bool{}, map[string]int{}
	for _, x := range sides {
		if seen[x.other()] {
			continue
		}
		seen[x.other()] = true
		if times[x.kind()]++; len(shown) < othersShown {
			if o, ok := s.otherOf(from, r, x); ok {
				shown = append(shown, o)
			}
		}
	}
	for _, k := range kindOrder {
		if times[k] > 0 {
			counts = append(counts, OtherCount{k, s.number(times[k])})
		}
	}
	return shown, counts
}

func (s *site) otherOf(from string, r *register, x side) (o Other, ok bool) {
	said, ok := s.quoted(from, r, x.other())
	return Other{
		Kind: x.kind(), About: shown(x.About), Rule: shown(x.Rule), Said: said,
		RelPermalink: s.ledgerLink(from, r, x),
	}, ok
}

// tally adds up what counts says.
func (s *site) tally(counts []OtherCount) Number {
	n := 0
	for _, c := range counts {
		n += c.Count.Count
	}
	return s.number(n)
}

// disagreements lists contradictions, one for each question, those of two
// briefings before those inside one, the latest first.
func (r *register) disagreements(most int) []side {
	var out []side
	asked := map[string]bool{}
	for i := range slices.Backward(r.Briefings) {
		b := &r.Briefings[i]
		for j := range b.Relations {
			rel := &b.Relations[j]
			if rel.Kind == corpus.Contradicts && r.holds(rel.A) && r.holds(rel.B) && !asked[rel.About] {
				asked[rel.About] = true
				out = append(out, side{rel, relationID(b, j), true})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b side) int {
		return cmp.Compare(r.inOne(a), r.inOne(b))
	})
	return out[:min(len(out), most)]
}

// inOne gives 1 for a relation inside one briefing, else 0.
func (r *register) inOne(s side) int {
	if s.A.Doc == s.B.Doc {
		return 1
	}
	return 0
}
