package phase

import (
	"cmp"
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// role is which bound of a phase the date of a fact gives.
type role int

const (
	at     role = iota // it happens then
	starts             // it begins then
	ends               // it is over by then
	spans              // the date is its whole length
)

// fact is what one clause of one document says of the affair: assertions of one
// clause that speak of one thing are one fact.
type fact struct {
	corpus.Ref
	doc      int // index into Affair.Documents
	block    int
	sentence corpus.Span
	trigger  corpus.Span
	inner    corpus.Span // the trigger of what is announced or denied
	classes  []string    // event classes, sorted; none for a date or a phase without a claim
	groups   []string    // of the classes that are no speech: see group
	date     corpus.Date
	when     days   // of date
	since    string // EDTF: where a stretch begins of which date is the end, "" if not said
	told     days   // when it was published
	role     role
	status   corpus.Status
	polarity corpus.Polarity
	speaker  string
	entities []corpus.EntityID
	key      string // explicit phase, "" if none
	words    corpus.Span
	item     bool // stands in a list of scenarios
	aside    bool // tells beside what its sentence is about, see asides
	lead     bool // stands where a document says what it is about

	vec     vector  // of length 1
	plain   vector  // of the clause alone, without the terms of its time
	central float64 // how much it speaks of what the affair is about, 0 to 1
}

// dated reports whether the fact has a date that can be placed in time.
func (f *fact) dated() bool { return f.when.known && !f.when.open() }

// shares reports whether f and g have an event class in common.
func (f *fact) shares(g *fact) bool {
	return slices.ContainsFunc(f.groups, func(c string) bool { return slices.Contains(g.groups, c) })
}

// assertionFacts makes facts of the assertions of document d.
func assertionFacts(doc *corpus.Document, d int, as []corpus.Assertion) []fact {
	var out []fact
	for i := range as {
		f := newFact(doc, d, as, i)
		if n := len(out); n > 0 && out[n-1].absorbs(doc, &f) {
			out[n-1].absorb(&f)
			continue
		}
		out = append(out, f)
	}
	return out
}

// newFact makes a fact of assertion i.
func newFact(doc *corpus.Document, d int, as []corpus.Assertion, i int) fact {
	a := &as[i]
	f := fact{
		Ref: a.Ref, doc: d, block: a.Block, sentence: a.Sentence, trigger: a.Trigger,
		classes: []string{a.Event}, status: a.Status, polarity: a.Polarity,
		speaker: a.SpeakerName, entities: a.Subjects,
	}
	f.date = dateOf(doc, as, i)
	f.when = parseDays(f.date.Value)
	f.since = sinceOf(a.Dates, f.date)
	f.settle(doc)
	return f
}

// asides marks the facts without a date that a sentence tells beside what it is
// about: in a relative clause («الشبكة التي قامت بالهجوم»), or along with another
// fact that it dates («توقفت الأشغال في أبريل بعد انسحاب الشركة»).
func asides(doc *corpus.Document, facts []fact) {
	dated := map[corpus.Span]bool{}
	for i := range facts {
		if f := &facts[i]; f.dated() && len(f.classes) > 0 && !f.all("speech") {
			dated[f.sentence] = true
		}
	}
	for i := range facts {
		f := &facts[i]
		f.aside = !f.dated() && (dated[f.sentence] || relative(f.Of(doc.Text)))
	}
}

// dateOf chooses the date of assertion i among those of its clause: the one
// behind its trigger with no other trigger in between, else the nearest before
// it. The trigger of an event that only says how far another has come («بدأت
// المحادثات في فبراير») reaches over the other one. It is wrong where a clause
// dates its first event behind its second.
func dateOf(doc *corpus.Document, as []corpus.Assertion, i int) corpus.Date {
	a := &as[i]
	var best corpus.Date
	rank := -1
	for _, date := range a.Dates {
		when := parseDays(date.Value)
		if date.Timex != corpus.TimexDate || !when.known {
			continue
		}
		r := 1
		switch {
		case date.Rel == corpus.RelSince && !isSince(doc, a, date), setOff(doc, date) && nested(as, i):
			continue
		case date.Start < a.Trigger.End || ofOther(doc.Text[a.Trigger.End:date.Start]):
			r = 0
		case between(doc, as, i, date.Start):
			continue
		case isEnd(a.Event) && (date.Rel == corpus.RelBy || date.Rel == corpus.RelUntil):
			r = 3
		case r == 1 && rank < 1:
			r = 2
		}
		if r > rank || r == 0 && rank == 0 && date.Start < a.Trigger.End {
			best, rank = date, r
		}
	}
	return best
}

// sinceOf gives the beginning of a stretch that a clause names beside the date
// chosen, and that ends when it does: «خلال 12 شهراً، أي بحلول نهاية سبتمبر».
func sinceOf(dates []corpus.Date, chosen corpus.Date) string {
	end := parseDays(chosen.Value)
	for _, d := range dates {
		when := parseDays(d.Value)
		if from, to := edges(d.Value); to != "" && !when.open() && parseDays(to).overlaps(end) {
			return from
		}
	}
	return ""
}

// between reports whether another event stands between the trigger of assertion
// i and a date, and is more likely to be meant by it.
func between(doc *corpus.Document, as []corpus.Assertion, i, date int) bool {
	a := &as[i]
	for j := i + 1; j < len(as) && as[j].Trigger.Start < date; j++ {
		if as[j].Trigger.Start <= a.Trigger.Start || as[j].Event == a.Event {
			continue
		}
		if a.Contains(as[j].Span) && slices.ContainsFunc(a.Dates, func(d corpus.Date) bool { return d.Start == date && setOff(doc, d) }) {
			continue
		}
		if !isAspect(a.Event) || len(strings.Fields(doc.Text[a.Trigger.End:as[j].Trigger.Start])) > 4 {
			return true
		}
	}
	return false
}

// absorbs reports whether g, which follows f, speaks of the same thing: it lies
// in the clause of f and has no other date.
func (f *fact) absorbs(doc *corpus.Document, g *fact) bool {
	switch {
	case !f.Contains(g.Span):
		return false
	case f.date.Value == g.date.Value, f.all("speech") && f.date.Value == "":
		return true
	case g.date.Value == "":
		return !f.dated() || g.trigger.End < f.date.Start || f.reports(g)
	}
	return false
}

// reports reports whether f announces on a day what is done by then, so that its
// date is as near to that of g as anybody says: «أعلنت الشرطة الثلاثاء القبض على
// رجل».
func (f *fact) reports(g *fact) bool {
	return f.dated() && f.all("speech") && f.any("announce") && g.status == corpus.StatusDone && !g.any("speech") && f.when.length() <= 3
}

// absorb takes what g says into f. Of what is announced or denied the status
// counts, not that it was said; what is named in a deed is not done with it.
func (f *fact) absorb(g *fact) {
	if f.all("speech") && !g.all("speech") {
		f.status, f.polarity = g.status, g.polarity
		if !f.reports(g) || g.date.Value != "" {
			f.date, f.when, f.since = g.date, g.when, g.since
		}
		f.inner = g.trigger
	}
	if !f.any("deed") {
		f.classes = append(f.classes, g.classes...)
	}
	slices.Sort(f.classes)
	f.classes = slices.Compact(f.classes)
	f.entities = slices.Concat(f.entities, g.entities)
	slices.Sort(f.entities)
	f.entities = slices.Compact(f.entities)
	f.speaker = cmp.Or(f.speaker, g.speaker)
}

// looseFacts makes facts of the dates that stand in no claim: of the part of
// the sentence around each.
func looseFacts(doc *corpus.Document, d int, facts []fact) []fact {
	var out []fact
	for _, date := range doc.Dates {
		when := parseDays(date.Value)
		held := slices.ContainsFunc(facts, func(f fact) bool { return f.Contains(date.Span) || f.date.Span == date.Span })
		if held || date.Timex != corpus.TimexDate || !when.known || when.open() {
			continue
		}
		block, sentence, ok := sentenceAt(doc, date.Start)
		if !ok || ofSaying(doc, sentence, date.Span) {
			continue
		}
		span := partAround(doc.Text, statedPart(doc, sentence, date.Span), date.Span)
		out = append(out, fact{
			Ref: corpus.Ref{Doc: doc.ID, Span: span}, doc: d, block: block, sentence: sentence,
			date: date, when: when, status: statusBy(when, doc.Meta.Published), polarity: corpus.Asserts,
			speaker: speakerAt(doc, span),
		})
	}
	return out
}

// ofSaying reports whether a date says when something was said: it stands in a
// sentence with a reporting verb, outside what is reported.
func ofSaying(doc *corpus.Document, sentence, date corpus.Span) bool {
	return slices.ContainsFunc(doc.Statements, func(s corpus.Statement) bool {
		return sentence.Contains(s.Verb) && s.Verb.Len() > 0 && !s.Contains(date)
	})
}

// statusBy guesses the status of what has a date but no claim: done when the
// date is before the day of publication, planned when it is not.
func statusBy(when days, published string) corpus.Status {
	if p := parseDays(published); p.known && when.to > p.to {
		return corpus.StatusPlanned
	}
	return corpus.StatusDone
}

// statedPart narrows a sentence to the statement that holds a place of it:
// «وأضافت الوزارة أن» is no part of what it adds.
func statedPart(doc *corpus.Document, sentence, s corpus.Span) corpus.Span {
	for _, st := range doc.Statements {
		if st.Contains(s) {
			return corpus.Span{Start: max(st.Start, sentence.Start), End: min(st.End, sentence.End)}
		}
	}
	return sentence
}

// speakerAt gives who says the words of a span, "" for the page's own voice.
func speakerAt(doc *corpus.Document, s corpus.Span) string {
	for _, st := range doc.Statements {
		if st.Contains(s) {
			return st.SpeakerName
		}
	}
	return ""
}

// sentenceAt gives the block and the sentence that hold a place of a text.
func sentenceAt(doc *corpus.Document, place int) (int, corpus.Span, bool) {
	i, ok := slices.BinarySearchFunc(doc.Blocks, place, func(b corpus.Block, place int) int {
		switch {
		case b.End <= place:
			return -1
		case b.Start > place:
			return 1
		}
		return 0
	})
	if !ok {
		return 0, corpus.Span{}, false
	}
	for _, s := range doc.Blocks[i].Sentences {
		if s.Start <= place && place < s.End {
			return i, s, true
		}
	}
	return i, corpus.Span{}, false
}

// partAround gives the part of a sentence around s: from the mark before it to
// the mark behind it, and more where that is shorter than five words.
func partAround(text string, sentence, s corpus.Span) corpus.Span {
	part := s
	tokens := arabic.Tokens(sentence.Of(text))
	place := func(i int) (int, int) { return sentence.Start + tokens[i].Start, sentence.Start + tokens[i].End }
	before, behind := -1, len(tokens)
	for i := range tokens {
		from, to := place(i)
		if to <= s.Start {
			before = i
		}
		if from >= s.End {
			behind = min(behind, i)
		}
	}
	n := len(strings.Fields(s.Of(text)))
	for i := before; i >= 0 && (n < 5 || tokens[i].Kind != arabic.Punct); i-- {
		part.Start, _ = place(i)
		n++
	}
	for i := behind; i < len(tokens) && tokens[i].Kind != arabic.Punct; i++ {
		_, part.End = place(i)
	}
	return trimPart(text, part)
}

// trimPart takes marks and space off both ends of a part.
func trimPart(text string, s corpus.Span) corpus.Span {
	words := s.Of(text)
	left := len(words) - len(strings.TrimLeft(words, trimmed))
	right := len(strings.TrimRight(words, trimmed))
	if left >= right {
		return s
	}
	return corpus.Span{Start: s.Start + left, End: s.Start + right}
}

// trimmed are the characters that no clause begins or ends with.
const trimmed = " \t\n.,:;!?-–—•■\"'«»“”()[]\u060C\u061B\u061F\u2026"
