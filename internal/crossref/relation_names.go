package crossref

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// marksOf gives the stretches of doc that are not read word by word, sorted and
// not nested: dates, the words that name an event, and the names of people and events,
// which are one thing however they are spelled. Other names are read by their words,
// for «القوات العراقية» and «قوات العراق» share theirs.
func marksOf(doc *corpus.Document, cast *corpus.Cast, events []mark) []mark {
	all := slices.Clone(events)
	for _, d := range doc.Dates {
		all = append(all, mark{Span: d.Span})
	}
	for i, m := range doc.Mentions {
		if e := cast.Of(doc.ID, i); e != nil && (m.Type == corpus.TypePerson || m.Type == corpus.TypeEvent) {
			all = append(all, mark{m.Span, "#" + string(e.ID)})
		}
	}
	slices.SortFunc(all, func(x, y mark) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End)) })
	out, end := all[:0], 0
	for _, m := range all {
		if m.Start >= end {
			out, end = append(out, m), m.End
		}
	}
	return out
}

// eventMarks gives, by document, the words that name events as one term for all of a
// group: «انتهت», «ستنتهي» and «إنهاء» are one.
func (r *termReader) eventMarks(a *corpus.Affair) map[corpus.DocID][]mark {
	out := map[corpus.DocID][]mark{}
	for i := range a.Assertions {
		x := &a.Assertions[i]
		if group := r.lex.group(x.Event); !r.lex.vague[group] && group != "none" {
			out[x.Doc] = append(out[x.Doc], mark{x.Trigger, group})
		}
	}
	return out
}

// marksIn gives those of sorted marks that begin in s.
func marksIn(marks []mark, s corpus.Span) []mark {
	from, _ := slices.BinarySearchFunc(marks, s.Start, func(m mark, at int) int { return cmp.Compare(m.Start, at) })
	to, _ := slices.BinarySearchFunc(marks, s.End, func(m mark, at int) int { return cmp.Compare(m.Start, at) })
	return marks[from:to]
}

// nameTerms notes which terms are part of a name. placed is sorted.
func nameTerms(doc *corpus.Document, placed []placedTerm) {
	if len(placed) == 0 {
		return
	}
	n, _ := slices.BinarySearchFunc(doc.Mentions, placed[0].Start, func(m corpus.Mention, at int) int { return cmp.Compare(m.End, at+1) })
	for i := range placed {
		for n < len(doc.Mentions) && doc.Mentions[n].End <= placed[i].Start {
			n++
		}
		if n < len(doc.Mentions) && doc.Mentions[n].Overlaps(placed[i].Span) {
			placed[i].name = n + 1
		}
	}
}

// namePlace is a name in a sentence.
type namePlace struct {
	span  corpus.Span
	kind  string // of nameKinds
	words bag
}

// people is the kind of the names of persons.
const people = "people"

// nameKinds parts names into what can stand in one list.
var nameKinds = map[corpus.EntityType]string{
	corpus.TypePerson: people, corpus.TypeOrganisation: "body", corpus.TypeGeopolitical: "place",
	corpus.TypeLocation: "place", corpus.TypeFacility: "place",
}

// namePlaces gives the names among placed terms, in order.
func (r *termReader) namePlaces(doc *corpus.Document, placed []placedTerm) []namePlace {
	var out []namePlace
	for i := 0; i < len(placed); {
		k := i + 1
		for k < len(placed) && placed[k].name == placed[i].name {
			k++
		}
		if placed[i].name > 0 {
			m := doc.Mentions[placed[i].name-1]
			words := r.bag(placed[i:k], func(placedTerm) bool { return true })
			out = append(out, namePlace{m.Span, nameKinds[m.Type], words})
		}
		i = k
	}
	return out
}
