package crossref

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// objectTerms is how many terms the object of an event has at most.
const objectTerms = 4

// object gives the terms of the noun phrase beside an event's word, which says to
// what or whom it happens: {تحالف دولي} of «إنهاء مهمة التحالف الدولي في العراق».
// It follows the word or, where nothing does, begins the clause: «مهمة التحالف
// ستنتهي». Nouns that stand for what follows them are left out. Wrong for a
// sentence in which both the one who acts and the one who suffers follow. head is
// the first of the terms, -1 for none, and topic the stretch from the event's word
// to the last: «إنهاء مهمة التحالف الدولي»; last is where the last term stands.
func (r *termReader) object(doc *corpus.Document, p *passage, c *corpus.Assertion) (object bag, head term, topic, last corpus.Span) {
	s := corpus.Span{Start: max(c.Start, p.span.Start), End: min(c.End, p.span.End)}
	after := corpus.Span{Start: min(c.Trigger.End, s.End), End: s.End}
	before := corpus.Span{Start: s.Start, End: max(c.Trigger.Start, s.Start)}
	behind := r.behindActor(doc, p, after)
	out := r.phrase(doc, p, arabic.Tokens(behind.Of(doc.Text)), behind)
	if len(out) == 0 {
		out = r.phrase(doc, p, r.opening(before.Of(doc.Text)), before)
	}
	if len(out) == 0 && (owned(c.Trigger.Of(doc.Text)) || c.Start < c.Trigger.Start) {
		out = r.subject(doc, p, c.Trigger)
	}
	topic, head = c.Trigger, -1
	for _, x := range out {
		topic, last = corpus.Span{Start: min(topic.Start, x.Start), End: max(topic.End, x.End)}, x.Span
	}
	if len(out) > 0 {
		head = out[0].term
	}
	return r.bag(out, func(placedTerm) bool { return true }), head, topic, last
}

// owned reports whether a pronoun is written to a word: «إعادة فتحه».
func owned(word string) bool { return strings.HasSuffix(word, "ه") || strings.HasSuffix(word, "ها") }

// subject gives the noun phrase that begins what is said before an event's word in its
// sentence: «إن الطريق الساحلي بين … سيُعاد فتحه», «أما الطريق، فقد فُتح». Wrong where
// somebody else was named in between.
func (r *termReader) subject(doc *corpus.Document, p *passage, trigger corpus.Span) []placedTerm {
	before := corpus.Span{Start: p.span.Start, End: max(p.span.Start, trigger.Start)}
	text := before.Of(doc.Text)
	tokens := arabic.Tokens(text)
	for i := len(tokens) - 1; i >= 0; i-- {
		if cue := r.stem(tokens[i].Of(text)).cue; cue == "resets" || cue == "opens" {
			tokens = tokens[i+1:]
			break
		}
	}
	for i, t := range tokens {
		if w := t.Of(text); t.Kind == arabic.Word && r.stem(w).name != "" && hasArticle(arabic.Fold(w)) {
			return r.phrase(doc, p, tokens[i:], before)
		}
	}
	return nil
}

// mostActor is how many bytes the words for the one who acts take at most.
const mostActor = 220

// behindActor gives what of s, which begins behind an event's word, stands behind the
// one who does it and begins what it is done to: a person with title and name, a date
// or an aside, and then a noun phrase («أرجأ القاضي فلان، أمس، جلسات الاستجواب»); or a body
// whose own thing follows («أنهت اللجنة أعمالها»). It is s where there is no such thing.
func (r *termReader) behindActor(doc *corpus.Document, p *passage, s corpus.Span) corpus.Span {
	for n, x := range p.placed {
		switch {
		case x.Start < s.Start || x.name == 0:
			continue
		case x.End > s.End, x.Start-s.Start > mostActor:
			return s
		}
		m := doc.Mentions[x.name-1]
		rest := corpus.Span{Start: m.End, End: s.End}
		person := m.Type == corpus.TypePerson
		if body := m.Start-s.Start <= 2 && !person; !person && !body {
			continue
		}
		k := n
		for k < len(p.placed) && p.placed[k].Start < m.End {
			k++
		}
		if k == len(p.placed) || !s.Contains(p.placed[k].Span) {
			return s
		}
		rest.Start = p.placed[k].Start
		if r.onlyAside(doc, corpus.Span{Start: m.End, End: rest.Start}) && r.undergoes(p.placed[k], doc, person) {
			return rest
		}
		return s
	}
	return s
}

// onlyAside reports whether nothing stands in s but marks, dates, and words that stand
// for what follows or quantify it.
func (r *termReader) onlyAside(doc *corpus.Document, s corpus.Span) bool {
	dates := within(doc.Dates, s, func(d corpus.Date) corpus.Span { return d.Span })
	for _, t := range arabic.Tokens(s.Of(doc.Text)) {
		at := corpus.Span{Start: t.Start, End: t.End}.Shift(s.Start)
		word := t.Of(s.Of(doc.Text))
		switch {
		case t.Kind == arabic.Punct && (isAsideMark(word) || quotes(word)):
		case slices.ContainsFunc(dates, func(d corpus.Date) bool { return d.Contains(at) }):
		case t.Kind == arabic.Word && passes(r.stem(word).cue):
		default:
			return false
		}
	}
	return true
}

// isAsideMark reports whether a mark sets off an aside.
func isAsideMark(mark string) bool { return cuts(mark) && mark != ":" || mark == "-" || mark == "–" }

// undergoes reports whether a term behind the one who acts can be what it is done to: a
// noun without a particle and without و. Behind a body it must be the body's own or an
// event, for an adjective of its name looks like a noun.
func (r *termReader) undergoes(x placedTerm, doc *corpus.Document, person bool) bool {
	word := x.Of(doc.Text)
	if strings.HasPrefix(word, "و") || r.stem(word).after || strings.HasPrefix(arabic.Fold(word), "لل") {
		return false
	}
	return person && x.name == 0 || r.lex.events[r.names[x.term]] || strings.HasSuffix(word, "ها")
}

// ordinal reports whether a word says which of a row a thing is: «الثانية».
func ordinal(word string) bool {
	n, ok := arabic.Number([]string{arabic.Fold(word)})
	return ok && n.Ordinal && n.Definite
}

// order gives the number of the ordinal that stands right behind s, 0 for none: the
// second filling is not the first.
func order(text string, s corpus.Span) int {
	rest := text[s.End:]
	var words []string
	for _, t := range arabic.Tokens(rest[:len(whole(rest, mostBehind))]) {
		if t.Kind != arabic.Word || len(words) == 2 {
			break
		}
		words = append(words, arabic.Fold(t.Of(rest)))
	}
	if n, ok := arabic.Number(words); ok && n.Ordinal {
		return n.Value
	}
	return 0
}

// opening gives the tokens of a clause from the first that says something.
func (r *termReader) opening(text string) []arabic.Token {
	tokens := arabic.Tokens(text)
	for i, t := range tokens {
		if w := r.stem(t.Of(text)); t.Kind == arabic.Word && (w.name != "" || w.cue == "light") {
			return tokens[i:]
		}
	}
	return nil
}

// phrase gives the terms of tokens, which lie in s, until a preposition or a mark
// ends the noun phrase.
func (r *termReader) phrase(doc *corpus.Document, p *passage, tokens []arabic.Token, s corpus.Span) []placedTerm {
	var out []placedTerm
	for _, t := range tokens {
		at := corpus.Span{Start: t.Start, End: t.End}.Shift(s.Start)
		word := r.stem(at.Of(doc.Text))
		n, placed := slices.BinarySearchFunc(p.placed, at.Start, func(x placedTerm, at int) int {
			switch {
			case x.End <= at:
				return -1
			case x.Start > at:
				return 1
			}
			return 0
		})
		switch {
		case t.Kind == arabic.Punct && quotes(at.Of(doc.Text)):
			continue
		case len(out) == 0 && governs(at.Of(doc.Text)): // «الإفراج عن»
			continue
		case t.Kind != arabic.Word || !placed && !passes(word.cue) || len(out) == objectTerms:
			return out
		case word.after && len(out) > 0: // «بالقوة»; «للتحالف» goes on
			return out
		case passes(word.cue):
			continue
		case ordinal(at.Of(doc.Text)): // [order] reads it
			return out
		}
		out = append(out, p.placed[n])
	}
	return out
}

// governs reports whether a word is a preposition that only leads from an event's word to
// what it is done to.
func governs(word string) bool {
	w := arabic.Fold(word)
	return w == "عن" || w == "علي"
}

// passes reports whether a noun of that cue leads to what is meant: «ملف إنهاء المهمة»,
// «جميع الجلسات».
func passes(cue string) bool {
	return cue == "light" || cue == "all" || cue == "some" || cue == "points"
}

// quotes reports whether a mark is a quotation mark.
func quotes(mark string) bool {
	switch mark {
	case `"`, "“", "”", "«", "»", "'":
		return true
	}
	return false
}

// oneObject reports whether two claims happen to one thing: the one object is part
// of the other and more than a word that stands everywhere. For what happens once
// it is enough that they share two words, for then the rest describes, or a person:
// elsewhere a person is as often the one who acts.
func (r *relater) oneObject(x, y *unit) bool {
	small, large := x.object, y.object
	if len(small.terms) > len(large.terms) {
		small, large = large, small
	}
	weight, n := small.shared(large)
	once := r.words.lex.once[x.group]
	if x.otherOrder(y) {
		return false
	}
	if n == 0 || !once && !r.impersonal(small, large) {
		return false
	}
	return n == len(small.terms) && (n > 1 || weight >= 0.12) || n > 1 && once && !(small.tells(large) && large.tells(small))
}

// tellingTerm is the weight of a term that tells one thing from another of its kind.
const tellingTerm = 0.6

// tells reports whether b has a term of weight that c lacks: «مصنع النسيج» is no «مصنع
// السكر».
func (b bag) tells(c bag) bool {
	for i, t := range b.terms {
		if b.weights[i] >= tellingTerm && !c.has(t) {
			return true
		}
	}
	return false
}

// impersonal reports whether two objects share more than persons.
func (r *relater) impersonal(x, y bag) bool {
	return slices.ContainsFunc(x.terms, func(t term) bool { return y.has(t) && !strings.HasPrefix(r.words.names[t], "#") })
}

// otherOrder reports whether two events are counted and are not the same of their row:
// «الجولة الأولى» and «الجولة الثانية».
func (u *unit) otherOrder(v *unit) bool {
	if u.order != 0 && v.order != 0 {
		return u.order != v.order
	}
	return len(u.stages) == 1 && len(v.stages) == 1 && u.stages[0].head == v.stages[0].head && !u.stages[0].is(v.stages[0])
}
