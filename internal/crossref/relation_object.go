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
// to the last: «إنهاء مهمة التحالف الدولي».
func (r *termReader) object(doc *corpus.Document, p *passage, c *corpus.Assertion) (object bag, head term, topic corpus.Span) {
	s := corpus.Span{Start: max(c.Start, p.span.Start), End: min(c.End, p.span.End)}
	after := corpus.Span{Start: min(c.Trigger.End, s.End), End: s.End}
	before := corpus.Span{Start: s.Start, End: max(c.Trigger.Start, s.Start)}
	out := r.phrase(doc, p, arabic.Tokens(after.Of(doc.Text)), after)
	if len(out) == 0 {
		out = r.phrase(doc, p, r.opening(before.Of(doc.Text)), before)
	}
	topic, head = c.Trigger, -1
	for _, x := range out {
		topic = corpus.Span{Start: min(topic.Start, x.Start), End: max(topic.End, x.End)}
	}
	if len(out) > 0 {
		head = out[0].term
	}
	return r.bag(out, func(placedTerm) bool { return true }), head, topic
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
		case t.Kind != arabic.Word || !placed && word.cue != "light" || len(out) == objectTerms:
			return out
		case word.after && len(out) > 0: // «بالقوة»; «للتحالف» goes on
			return out
		case word.cue == "light":
			continue
		}
		out = append(out, p.placed[n])
	}
	return out
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
	if n == 0 || !once && !r.impersonal(small, large) {
		return false
	}
	return n == len(small.terms) && (n > 1 || weight >= 0.12) || n > 1 && once
}

// impersonal reports whether two objects share more than persons.
func (r *relater) impersonal(x, y bag) bool {
	return slices.ContainsFunc(x.terms, func(t term) bool { return y.has(t) && !strings.HasPrefix(r.words.names[t], "#") })
}
