package crossref

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// passage is a sentence of an affair: what relations join.
type passage struct {
	doc    int // index into Affair.Documents
	span   corpus.Span
	role   corpus.Role
	placed []placedTerm
	words  bag
	names  []namePlace
	// claims and stretches are what is compared.
	claims    []unit
	stretches []unit
}

// unit is a part of a sentence that says one thing: the clause of an assertion,
// or a stretch between two commas.
type unit struct {
	span    corpus.Span
	claim   *corpus.Assertion // nil for a stretch
	group   string            // of the claim's event class
	words   bag               // without the word that names the event
	object  bag               // of a claim: what the event happens to
	denied  bag               // of a stretch: what it says is not so
	head    term              // the first of object, or of denied
	topic   corpus.Span       // of a claim: the event's word and the object
	touched bool              // of a claim that denies: the denial is of its event
	coming  bool              // of a claim: it speaks of something «المقبل»
	voice   string            // of a stretch: who says it, "" for the page's own voice
	told    string            // the day of publication, "" if not known
	dated   string            // of a claim: the last day of its earliest date, "" for none
	dates   []corpus.Date
	figures []corpus.Figure
}

// mostTerms is how many terms a sentence may hold and still be compared: what is
// longer is a list or a mark forgotten, and nobody taps on it.
const mostTerms = 200

// passages reads the sentences of an affair, in the order of its documents. Those
// of two terms or fewer tell nothing.
func passages(a *corpus.Affair, r *termReader) []passage {
	var out []passage
	for i := range a.Documents {
		doc := &a.Documents[i]
		marks := marksOf(doc, &a.Cast)
		for _, b := range doc.Blocks {
			for _, s := range b.Sentences {
				p := passage{doc: i, span: s, role: b.Role, placed: r.read(doc, s, marksIn(marks, s))}
				nameTerms(doc, p.placed)
				for _, d := range within(doc.Dates, s, func(d corpus.Date) corpus.Span { return d.Span }) {
					r.dated[month(d)]++
				}
				if r.count(p.placed); len(p.placed) > 2 && len(p.placed) <= mostTerms {
					out = append(out, p)
				}
			}
		}
	}
	r.weigh()
	claims := claimsBySentence(a.Assertions)
	for i := range out {
		p := &out[i]
		doc := &a.Documents[p.doc]
		p.words = r.bag(p.placed, func(placedTerm) bool { return true })
		p.names = r.namePlaces(doc, p.placed)
		p.claims = r.claimUnits(doc, claims[corpus.Ref{Doc: doc.ID, Span: p.span}], p)
		p.stretches = r.stretchUnits(doc, p)
	}
	return out
}

// claimsBySentence groups assertions by the sentence of their trigger.
func claimsBySentence(all []corpus.Assertion) map[corpus.Ref][]*corpus.Assertion {
	out := map[corpus.Ref][]*corpus.Assertion{}
	for i := range all {
		at := corpus.Ref{Doc: all[i].Doc, Span: all[i].Sentence}
		out[at] = append(out[at], &all[i])
	}
	return out
}

// marksOf gives the stretches of doc that are not read word by word, sorted and
// not nested: dates, and the names of people and events, which are one thing
// however they are spelled. Other names are read by their words, for «القوات
// العراقية» and «قوات العراق» share theirs.
func marksOf(doc *corpus.Document, cast *corpus.Cast) []mark {
	var all []mark
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
	kind  string // of what it names: "place", "person", "body"
	words bag
}

// nameKinds parts names into what can stand in one list.
var nameKinds = map[corpus.EntityType]string{
	corpus.TypePerson: "person", corpus.TypeOrganisation: "body", corpus.TypeGeopolitical: "place",
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

// claimUnits gives a unit for each assertion of a sentence, and one for what an
// assertion says is postponed: «تأجيل إغلاق المصنع» tells of the closing.
func (r *termReader) claimUnits(doc *corpus.Document, claims []*corpus.Assertion, p *passage) []unit {
	out := make([]unit, 0, len(claims))
	for _, c := range claims {
		u := r.claimUnit(doc, c, p)
		out = append(out, u)
		if put := r.postponed(p, &u); put != nil && !slices.ContainsFunc(claims, func(c *corpus.Assertion) bool { return c.Trigger.Overlaps(put.Trigger) }) {
			out = append(out, r.claimUnit(doc, put, p))
		}
	}
	return out
}

// claimUnit gives the unit of an assertion.
func (r *termReader) claimUnit(doc *corpus.Document, c *corpus.Assertion, p *passage) unit {
	u := unit{
		span:    c.Span,
		claim:   c,
		group:   r.lex.group(c.Event),
		words:   r.bag(p.placed, func(x placedTerm) bool { return c.Contains(x.Span) && !c.Trigger.Overlaps(x.Span) }),
		touched: r.touched(doc, p, c),
		coming:  r.coming(c.Of(doc.Text)),
		dated:   earliest(c.Dates),
		dates:   c.Dates,
		figures: c.Figures,
	}
	u.told, _ = firstDay(doc.Meta.Published)
	u.object, u.head, u.topic = r.object(doc, p, c)
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

// stretchWords is how many words a stretch has at least; shorter ones belong to
// the stretch before them.
const stretchWords = 4

// stretchUnits cuts a sentence at commas, semicolons and colons, and a long
// stretch at the words that open a clause. Dots, brackets and quotation marks do
// not cut.
func (r *termReader) stretchUnits(doc *corpus.Document, p *passage) []unit {
	spans := r.stretches(p.span.Of(doc.Text))
	out := make([]unit, 0, len(spans))
	for _, s := range spans {
		s = s.Shift(p.span.Start)
		u := unit{span: s}
		u.words = r.bag(p.placed, func(x placedTerm) bool { return s.Contains(x.Span) })
		r.deny(doc, p, &u)
		u.voice = voice(doc, s)
		u.dates = within(doc.Dates, s, func(d corpus.Date) corpus.Span { return d.Span })
		u.figures = within(doc.Figures, s, func(f corpus.Figure) corpus.Span { return f.Span })
		out = append(out, u)
	}
	return out
}

// deny notes what a stretch says is not so: all that follows its first word of
// denial; behind a verb, which has its subject after it, what follows the word that
// opens the clause denied: «نفى الوزير وجود», «نفت الشركة أن». Wrong where the
// denial ends before the stretch does.
func (r *termReader) deny(doc *corpus.Document, p *passage, u *unit) {
	text := u.span.Of(doc.Text)
	refutes := false
	for _, t := range arabic.Tokens(text) {
		cue := ""
		if t.Kind == arabic.Word {
			cue = r.stem(t.Of(text)).cue
		}
		if refutes = refutes || cue == "refutes"; cue != "denies" && !(refutes && (cue == "resets" || cue == "exists")) {
			continue
		}
		after := corpus.Span{Start: u.span.Start + t.End, End: u.span.End}
		u.denied = r.bag(p.placed, func(x placedTerm) bool { return after.Contains(x.Span) })
		if n := slices.IndexFunc(p.placed, func(x placedTerm) bool { return after.Contains(x.Span) }); n >= 0 {
			u.head = p.placed[n].term
		}
		return
	}
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
	between, subject, seen := 0, 0, false
	for _, t := range arabic.Tokens(text) {
		word := r.stem(t.Of(text))
		switch {
		case t.Kind != arabic.Word:
		case word.cue == "denies", word.cue == "refutes", word.cue == "negates":
			between, subject, seen = 0, 0, true
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

// coming reports whether a clause calls something next or expected: «الانتخابات
// القادمة» are not done, whatever the verb.
func (r *termReader) coming(clause string) bool {
	for _, t := range arabic.Tokens(clause) {
		if r.stem(t.Of(clause)).cue == "coming" {
			return true
		}
	}
	return false
}

// voice gives who says what stands in s, "" for the page's own voice.
func voice(doc *corpus.Document, s corpus.Span) string {
	n, _ := slices.BinarySearchFunc(doc.Statements, s.End, func(x corpus.Statement, at int) int { return cmp.Compare(x.Start, at) })
	for n--; n >= 0; n-- {
		if x := doc.Statements[n]; x.Overlaps(s) {
			return x.SpeakerName
		} else if x.End < s.Start-4000 {
			break
		}
	}
	return ""
}

// stretches cuts a sentence.
func (r *termReader) stretches(text string) []corpus.Span {
	var out []corpus.Span
	words, at := 0, corpus.Span{Start: -1}
	cut := func() {
		if at.Start >= 0 && (words >= stretchWords || len(out) == 0) {
			out = append(out, at)
		} else if at.Start >= 0 {
			out[len(out)-1].End = at.End
		}
		words, at = 0, corpus.Span{Start: -1}
	}
	for _, t := range arabic.Tokens(text) {
		if t.Kind == arabic.Punct {
			if cuts(t.Of(text)) {
				cut()
			}
			continue
		}
		if words >= longStretch && t.Kind == arabic.Word && opens(r.stem(t.Of(text)).cue) {
			cut()
		}
		if at.Start < 0 {
			at.Start = t.Start
		}
		words++
		at.End = t.End
	}
	cut()
	return out
}

// opens reports whether a word of that cue begins a clause.
func opens(cue string) bool { return cue == "opens" || cue == "resets" }

// longStretch is how many words of a stretch must stand before a word that opens
// a clause to cut there.
const longStretch = 8

// cuts reports whether a mark ends a stretch.
func cuts(mark string) bool {
	r, _ := utf8.DecodeRuneInString(mark)
	return r == '،' || r == '؛' || r == ':' || r == ';' || r == ','
}

// within gives those of sorted things that lie in s.
func within[T any](all []T, s corpus.Span, span func(T) corpus.Span) []T {
	from, _ := slices.BinarySearchFunc(all, s.Start, func(t T, at int) int { return cmp.Compare(span(t).Start, at) })
	to := from
	for to < len(all) && s.Contains(span(all[to])) {
		to++
	}
	return all[from:to:to]
}
