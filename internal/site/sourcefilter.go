package site

import (
	"cmp"
	"slices"
	"strconv"
)

// SourceChoice is a source to which a page of the ledger can be narrowed: an
// outlet, or a single briefing of none.
type SourceChoice struct {
	Class     string // of its relations: "from-3"
	Publisher string // "" if the outlet is not named
	Date      Day    // of the briefing, where the outlet is not named
	Count     Number // its relations on the page
}

// choicesShown is how many sources a page can be narrowed to; assets/css/related.css
// has a rule for each.
const choicesShown = 8

// narrow makes the sources of a page to choose from, those of most relations, and
// tells each relation which of them it has. Fewer than three would be no choice.
func (s *site) narrow(v *Agreement) {
	type source struct{ publisher, date string }
	of := func(q Quoted) source {
		if q.Publisher != "" {
			return source{publisher: q.Publisher}
		}
		return source{date: q.Date.Value}
	}
	count, days := map[source]int{}, map[source]Day{}
	var order []source
	relations := v.relations()
	for _, r := range relations {
		for i, x := range []source{of(r.A), of(r.B)} {
			if i == 1 && x == of(r.A) {
				continue
			}
			if count[x]++; count[x] == 1 {
				order, days[x] = append(order, x), []Day{r.A.Date, r.B.Date}[i]
			}
		}
	}
	if len(order) < 3 {
		return
	}
	slices.SortStableFunc(order, func(a, b source) int { return cmp.Compare(count[b], count[a]) })
	class := map[source]string{}
	for i, x := range order[:min(len(order), choicesShown)] {
		class[x] = "from-" + strconv.Itoa(i+1)
		v.Sources = append(v.Sources, SourceChoice{class[x], x.publisher, days[x], s.number(count[x])})
	}
	for _, r := range relations {
		a, b := class[of(r.A)], class[of(r.B)]
		if r.From = append(r.From, a); a != b {
			r.From = append(r.From, b)
		}
		r.From = slices.DeleteFunc(r.From, func(c string) bool { return c == "" })
	}
}

// relations lists those of the page, to be changed in place.
func (v *Agreement) relations() (out []*Relation) {
	for i := range v.Groups {
		for j := range v.Groups[i].Questions {
			q := &v.Groups[i].Questions[j]
			for k := range q.Relations {
				out = append(out, &q.Relations[k])
			}
		}
	}
	return out
}
