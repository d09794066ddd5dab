package crossref

import (
	"slices"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// claimsBySentence groups assertions by the sentence of their trigger.
func claimsBySentence(all []corpus.Assertion) map[corpus.Ref][]*corpus.Assertion {
	out := map[corpus.Ref][]*corpus.Assertion{}
	for i := range all {
		at := corpus.Ref{Doc: all[i].Doc, Span: all[i].Sentence}
		out[at] = append(out[at], &all[i])
	}
	return out
}

// claimUnits gives a unit for each assertion of a sentence, and one for what an
// assertion says is postponed: «تأجيل إغلاق المصنع» tells of the closing.
func (r *termReader) claimUnits(doc *corpus.Document, claims []*corpus.Assertion, p *passage) []unit {
	out := make([]unit, 0, len(claims))
	for _, c := range claims {
		u := r.claimUnit(doc, c, p)
		out = append(out, u)
		if put := r.postponed(p, &u); put != nil && !told(claims, put.Trigger) {
			out = append(out, r.claimUnit(doc, put, p))
		}
	}
	return out
}

// told reports whether one of claims has its event's word at s.
func told(claims []*corpus.Assertion, s corpus.Span) bool {
	return slices.ContainsFunc(claims, func(c *corpus.Assertion) bool { return c.Trigger.Overlaps(s) })
}

// claimUnit gives the unit of an assertion.
func (r *termReader) claimUnit(doc *corpus.Document, c *corpus.Assertion, p *passage) unit {
	u := unit{
		span:    c.Span,
		claim:   c,
		group:   r.lex.group(c.Event),
		words:   r.bag(p.placed, func(x placedTerm) bool { return c.Contains(x.Span) && !c.Trigger.Overlaps(x.Span) }),
		touched: r.touched(doc, p, c),
		coming:  r.cued(c.Of(doc.Text), "coming"),
		dated:   earliest(c.Dates),
		dates:   c.Dates,
		figures: c.Figures,
	}
	u.told, _ = firstDay(doc.Meta.Published)
	var last corpus.Span
	u.object, u.head, u.topic, last = r.object(doc, p, c)
	if u.head >= 0 {
		u.order = order(doc.Text, last)
		u.all = r.cued(u.topic.Of(doc.Text), "all")
	}
	return u
}

// postponed gives the assertion of what u says is postponed, nil if it says no such
// thing of an event.
func (r *termReader) postponed(p *passage, u *unit) *corpus.Assertion {
	if u.claim.Event != "postpone" || u.head < 0 || denies(u.claim) || !r.lex.events[r.names[u.head]] {
		return nil
	}
	n := slices.IndexFunc(p.placed, func(x placedTerm) bool { return x.term == u.head && u.claim.Trigger.End <= x.Start })
	if n < 0 {
		return nil
	}
	c := *u.claim
	c.Event, c.Trigger, c.Status = r.names[u.head], p.placed[n].Span, corpus.StatusPostponed
	return &c
}

// earliest gives the last day of the earliest of dates, "" for none.
func earliest(dates []corpus.Date) string {
	out := ""
	for _, d := range dates {
		if _, last, ok := datedDays(d); ok && (out == "" || last < out) {
			out = last
		}
	}
	return out
}

// mostSubject is how many terms the subject of a verb of denial has at most.
const mostSubject = 5

// touched reports whether the last word of denial before an event's word denies the
// event, and not something about it: «عدم وجود جدول زمني لإنهاء المهمة» does not deny
// the end. Words that stand for the event may come between, and behind a verb of
// denial its subject.
func (r *termReader) touched(doc *corpus.Document, p *passage, c *corpus.Assertion) bool {
	before := corpus.Span{Start: p.span.Start, End: max(p.span.Start, min(c.Trigger.Start, p.span.End))}
	text := before.Of(doc.Text)
	between, subject, seen, supposed := 0, 0, false, 0
	for _, t := range arabic.Tokens(text) {
		word := r.stem(t.Of(text))
		supposed--
		switch {
		case t.Kind != arabic.Word:
		case word.cue == "if":
			supposed = 2
		case word.cue == "denies", word.cue == "refutes", word.cue == "negates":
			if between, subject, seen = 0, 0, true; supposed > 0 { // «في حالة عدم»
				between = 1
			}
			if word.cue == "refutes" {
				subject = mostSubject
			}
		case word.cue == "resets", word.cue == "exists":
			between, subject = 0, 0
		case word.name == "" || word.cue == "light":
		case subject > 0:
			subject--
		default:
			between++
		}
	}
	return !seen || between == 0
}

// cued reports whether a word of a clause is a cue of that kind: «الانتخابات القادمة»
// are not done, whatever the verb.
func (r *termReader) cued(clause, kind string) bool {
	for _, t := range arabic.Tokens(clause) {
		if r.stem(t.Of(clause)).cue == kind {
			return true
		}
	}
	return false
}
