package annotate

import (
	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
)

// Dates gives the temporal expressions of the blocks of doc, sorted and not
// nested, worked out against doc.Meta.Published. Blocks are read in order, so
// that «العام ذاته» can go back to the block before. A line break that a block
// holds counts as a blank.
func Dates(doc corpus.Document) []corpus.Date {
	thread := calendar.Thread{Anchor: calendar.Anchor{Day: doc.Meta.Published}}
	var out []corpus.Date
	for _, b := range doc.Blocks {
		for _, f := range thread.Find(b.Of(doc.Text)) {
			out = append(out, corpus.Date{
				Span:  corpus.Span{Start: f.Start, End: f.End}.Shift(b.Start),
				Value: f.Value,
				Timex: corpus.Timex(f.Timex),
				Rel:   corpus.DateRelation(f.Relation),
				Rule:  f.Rule,
			})
		}
	}
	return out
}
