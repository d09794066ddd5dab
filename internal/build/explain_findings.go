package build

import (
	"fmt"
	"strconv"
	"strings"

	"mojaz/internal/corpus"
)

func (e *explainer) blocks() (out []finding) {
	for i, b := range e.doc.Blocks {
		out = append(out, finding{Span: b.Span, parts: []string{
			"block", fmt.Sprintf("p%d", i+1), plain(string(b.Role)), fmt.Sprintf("sentences=%d", len(b.Sentences)),
		}})
	}
	return out
}

func (e *explainer) sentences() (out []finding) {
	for _, b := range e.doc.Blocks {
		for _, s := range b.Sentences {
			out = append(out, finding{Span: s, parts: []string{"sentence", e.words(s)}})
		}
	}
	return out
}

func (e *explainer) dates() (out []finding) {
	for _, d := range e.doc.Dates {
		out = append(out, finding{Span: d.Span, parts: []string{
			"date", plain(d.Value), plain(string(d.Rel)), key("timex", string(d.Timex)), key("rule", d.Rule), e.words(d.Span),
		}})
	}
	return out
}

func (e *explainer) mentions() (out []finding) {
	for _, m := range e.doc.Mentions {
		out = append(out, finding{Span: m.Span, parts: []string{
			"mention", plain(string(m.Type)), key("rule", m.Rule), e.words(m.Span), said("name", m.Name), said("role", m.Role),
		}})
	}
	return out
}

// statements prints the words stated; the verb and the speaker have places of
// their own, which may lie before or behind.
func (e *explainer) statements() (out []finding) {
	for _, s := range e.doc.Statements {
		out = append(out, finding{Span: s.Span, parts: []string{
			"statement", plain(string(s.SpeakerKind)), plain(string(s.Mode)), plain(string(s.Polarity)), key("rule", s.Rule),
			key("verb", e.placeOf(s.Verb)), key("speaker", e.placeOf(s.Speaker)), e.words(s.Span),
			said("verb", s.Verb.Of(e.doc.Text)), said("speaker", s.Speaker.Of(e.doc.Text)), said("name", s.SpeakerName),
			said("reported_by", s.ReportedBy),
		}})
	}
	return out
}

func (e *explainer) figures() (out []finding) {
	for _, f := range e.doc.Figures {
		bound := "exact"
		if f.Bound != "" {
			bound = string(f.Bound)
		}
		value := number(f.Min)
		if f.Max != f.Min {
			value += ".." + number(f.Max)
		}
		out = append(out, finding{Span: f.Span, parts: []string{
			"figure", value, bound, key("asof", f.AsOf), key("rule", f.Rule),
			e.words(f.Span), said("unit", f.Unit), said("what", f.What), said("scope", f.Scope),
		}})
	}
	return out
}

// claims prints each claim with the places of what it is made of, so that they
// can be looked up above and below.
func (e *explainer) claims() (out []finding) {
	for _, c := range e.doc.Claims {
		statement := "-"
		if c.Statement >= 0 {
			statement = e.placeOf(e.doc.Statements[c.Statement].Span)
		}
		out = append(out, finding{Span: c.Span, parts: []string{
			"claim", plain(c.Event), plain(string(c.Status)), plain(string(c.Polarity)), key("rule", c.Rule),
			key("trigger", e.placeOf(c.Trigger)), key("statement", statement),
			"subjects=" + e.placesOf(c.Subjects, func(i int) corpus.Span { return e.doc.Mentions[i].Span }),
			"dates=" + e.placesOf(c.Dates, func(i int) corpus.Span { return e.doc.Dates[i].Span }),
			"figures=" + e.placesOf(c.Figures, func(i int) corpus.Span { return e.doc.Figures[i].Span }),
			e.words(c.Span), said("trigger", c.Trigger.Of(e.doc.Text)), said("phase", c.Phase),
		}})
	}
	return out
}

func (e *explainer) points() (out []finding) {
	for i, p := range e.doc.Points {
		out = append(out, finding{Span: p.Span, parts: []string{"point", strconv.Itoa(i + 1), e.words(p.Span)}})
	}
	return out
}

// placeOf gives the place of a span that may be empty.
func (e *explainer) placeOf(s corpus.Span) string {
	if s.Empty() {
		return "-"
	}
	return e.place(s)
}

// placesOf gives the places of the spans with the indices, apart by commas.
func (e *explainer) placesOf(indices []int, span func(int) corpus.Span) string {
	if len(indices) == 0 {
		return "-"
	}
	var out []string
	for _, i := range indices {
		out = append(out, e.place(span(i)))
	}
	return strings.Join(out, ",")
}

// number writes a quantity without an exponent: 2500, 2.5.
func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }
