package summarize

import (
	"strconv"
	"strings"

	"mojaz/internal/corpus"
)

// findings counts what annotate found in the sentences of a document. Sentences
// must come in order.
type findings struct {
	doc                              corpus.Document
	claim, date, figure, name, voice int
}

// counts are what one sentence holds.
type counts struct {
	events, ahead, recent, old, figures, names, voices int
	surname                                            bool // begins with a name that the text gives more fully elsewhere
}

// nearStart is where a sentence still begins: some two or three words.
const nearStart = 40

func newFindings(doc corpus.Document) *findings { return &findings{doc: doc} }

// in counts what lies in s.
func (f *findings) in(s corpus.Span) counts {
	var n counts
	for ; f.claim < len(f.doc.Claims) && f.doc.Claims[f.claim].Start < s.End; f.claim++ {
		c := f.doc.Claims[f.claim]
		if s.Contains(c.Trigger) {
			n.events++
		}
	}
	for ; f.date < len(f.doc.Dates) && f.doc.Dates[f.date].Start < s.End; f.date++ {
		if d := f.doc.Dates[f.date]; s.Contains(d.Span) {
			n.tell(d.Value, f.doc.Meta.Published)
		}
	}
	for ; f.figure < len(f.doc.Figures) && f.doc.Figures[f.figure].Start < s.End; f.figure++ {
		if s.Contains(f.doc.Figures[f.figure].Span) {
			n.figures++
		}
	}
	for ; f.name < len(f.doc.Mentions) && f.doc.Mentions[f.name].Start < s.End; f.name++ {
		m := f.doc.Mentions[f.name]
		if !s.Contains(m.Span) {
			continue
		}
		if n.names++; n.names == 1 && m.Start-s.Start < nearStart {
			n.surname = m.Type == corpus.TypePerson && m.Role == "" && m.Len() < len(m.Name)
		}
	}
	for ; f.voice < len(f.doc.Statements) && f.doc.Statements[f.voice].Start < s.End; f.voice++ {
		st := f.doc.Statements[f.voice]
		if st.SpeakerKind != corpus.SpeakerAuthor && s.Contains(st.Span) && s.Contains(st.Speaker) {
			n.voices++
		}
	}
	return n
}

// memory is how many years back a date is history.
const memory = 2

// tell counts a date as one to come, as recent, or as one of the history that a
// report tells besides.
func (n *counts) tell(value, published string) {
	last := ending(value)
	then, err := strconv.Atoi(year(last))
	now, err2 := strconv.Atoi(year(published))
	switch {
	case err != nil || err2 != nil:
	case last > published: // the year or month of publication sorts before its day
		n.ahead++
	case then >= now:
		n.recent++
	case then <= now-memory:
		n.old++
	}
}

// year gives the year that an EDTF date begins with, "" if it does not begin
// with one.
func year(value string) string {
	if len(value) < 4 || strings.Trim(value[:4], "0123456789") != "" {
		return ""
	}
	return value[:4]
}

// ending gives a date, of an interval its end.
func ending(value string) string {
	if _, end, ok := strings.Cut(value, "/"); ok && year(end) != "" {
		return end
	}
	return value
}
