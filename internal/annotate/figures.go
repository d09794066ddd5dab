package annotate

import (
	"cmp"
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// Figures gives the quantities that the blocks of doc state, sorted and not
// nested: numbers in digits or words with what they count, sums, measures,
// shares, vague numbers («آلاف المتعاقدين») and duals of what is counted
// («جولتين»). It reads doc.Dates, never inside them, and doc.Mentions for the
// ends of names.
//
// A number alone is no figure: it is one when a counted noun, a unit or a per
// cent sign follows, when a word such as «عدد» in its clause says what it
// counts, or when its words refer to a figure before it («64 منهم», «من أصل 320»),
// of which it then has the unit. So years, times, results of matches, list numbers, numbers in names
// (F-16) and page furniture stay out, and so does what only announces the
// points of an argument («ثلاثة شروط») and every length of time, which is a
// date's business. A vague number is a range without a bound.
func Figures(doc corpus.Document) []corpus.Figure {
	dates := newSpanCursor(doc.Dates, func(d corpus.Date) corpus.Span { return d.Span })
	names := newSpanCursor(doc.Mentions, func(m corpus.Mention) corpus.Span { return m.Span })
	var out []corpus.Figure
	money := ""
	for _, b := range doc.Blocks {
		r := figureReader{tokens: figureTokens(doc.Text, b, dates, names), lex: figureWords(), text: doc.Text, money: money}
		r.findDates(doc)
		out = append(out, r.read()...)
		money = r.money
	}
	return out
}

// figureToken is a word, a number or a mark of a block with what is known of it.
type figureToken struct {
	corpus.Span // of Document.Text
	kind        arabic.Kind
	raw, fold   string
	date        int    // index into Document.Dates, or -1
	name        int    // index into Document.Mentions, or -1
	clause      int    // the number of its clause in the block
	sentence    int    // the number of its sentence in the block
	length      bool   // it is part of a length of time, or of a time of day
	asOf        string // what a figure here holds for, and how far off that is said
	dateFar     int
}

// figureTokens cuts a block into tokens.
func figureTokens(text string, block corpus.Block, dates, names *spanCursor) []figureToken {
	clause, sentence, parts := 0, 0, arabic.Tokens(block.Of(text))
	out := make([]figureToken, 0, len(parts))
	for _, p := range parts {
		s := corpus.Span{Start: p.Start, End: p.End}.Shift(block.Start)
		t := figureToken{Span: s, kind: p.Kind, raw: s.Of(text), date: dates.at(s), name: names.at(s), clause: clause}
		for sentence+1 < len(block.Sentences) && block.Sentences[sentence+1].Start <= s.Start {
			sentence++
		}
		t.sentence = sentence
		t.fold = arabic.Fold(t.raw)
		if t.kind == arabic.Punct && endsClause(t.raw) {
			clause++
		}
		out = append(out, t)
	}
	return out
}

// endsClause reports whether a mark parts clauses. A comma does; a quotation
// mark or a bracket does not.
func endsClause(mark string) bool {
	switch mark {
	case ".", "،", ",", "؛", ";", "؟", "?", "!", ":", "…", "|", "•", "■":
		return true
	}
	return false
}

// spanCursor finds which of a list of sorted spans a place lies in. It only
// moves forward.
type spanCursor struct {
	spans []corpus.Span
	next  int
}

// newSpanCursor makes a cursor over the spans of sorted items.
func newSpanCursor[T any](items []T, span func(T) corpus.Span) *spanCursor {
	c := &spanCursor{spans: make([]corpus.Span, len(items))}
	for i, x := range items {
		c.spans[i] = span(x)
	}
	return c
}

// at gives the index of the first span that overlaps s, or -1. Each s must
// begin at or after the one asked for before.
func (c *spanCursor) at(s corpus.Span) int {
	for c.next < len(c.spans) && c.spans[c.next].End <= s.Start {
		c.next++
	}
	if c.next < len(c.spans) && c.spans[c.next].Overlaps(s) {
		return c.next
	}
	return -1
}

// figureReader reads the figures of one block.
type figureReader struct {
	text   string // Document.Text
	tokens []figureToken
	lex    *figureLexicon
	// head is the token that names a quantity whose number is still to come:
	// «عدد»; -1 when there is none.
	head int
	// floor is the first token that no figure holds yet.
	floor int
	// money is the currency of the last sum, in which a number of millions without a
	// noun is counted; "" before the first.
	money string
	// said is the last figure, counted the last of those that count, earlier the one before
	// that, and refused the last number that is no figure: what a number without a noun can
	// refer to.
	said, counted, earlier figureSaid
	refused                int
}

// read goes over the block once, from left to right.
func (r *figureReader) read() []corpus.Figure {
	var out []corpus.Figure
	r.head, r.refused = -1, -1
	for i := 0; i < len(r.tokens); {
		if r.isWord(i) {
			if _, ok := r.lex.head(r.tokens[i].raw, r.tokens[i].fold); ok {
				r.head = i
			}
		}
		f, next, ok := r.figure(i)
		if ok {
			f.AsOf = r.tokens[i].asOf
			out = append(out, f)
			r.head, r.floor = -1, next
		}
		i = max(next, i+1)
	}
	return out
}

// figure reads the figure whose number begins at token i, and gives the token
// after it. Where there is a number but no figure, next is after the number.
func (r *figureReader) figure(i int) (f corpus.Figure, next int, ok bool) {
	if !r.isWord(i) && !r.isNumeric(i) {
		return f, i + 1, false
	}
	n, ok := r.quantity(i)
	switch {
	case !ok:
		if used := r.ordinal(i); used > 1 {
			return f, i + used, false // «الثالثة عشر» holds no ten
		}
		return r.dual(i)
	case n.spoilt:
		r.refused = i
		return f, n.next, false
	}
	c, ok := r.countOf(n)
	if !ok {
		r.refused = i
		return f, n.next, false
	}
	if c.kind == "money" {
		r.money = c.unit
	}
	b := r.boundBefore(n)
	f = corpus.Figure{
		Span: corpus.Span{Start: b.start, End: max(n.end, r.tokens[c.next-1].End)},
		Min:  n.min, Max: n.max, Bound: b.bound, Unit: c.unit, Rule: n.rule,
	}
	f.What, f.Scope = r.whatAndScope(c, b.first)
	if a, ok := r.boundAfter(c.next); ok && f.Bound == "" {
		f.Bound, f.End, c.next = a.bound, r.tokens[a.next-1].End, a.next
		f.Scope = cmp.Or(r.scopeAt(c.next), f.Scope)
	}
	if c.rule != "" {
		c.refer(&f)
	}
	r.note(f, n, c)
	return f, c.next, true
}

// countOf gives what n counts: its noun, else what its words leave out.
func (r *figureReader) countOf(n figureNumber) (c figureCount, ok bool) {
	if c, ok = r.countedBy(n); ok {
		return c, true
	}
	if c, ok = r.countedInMoney(n); ok {
		return c, true
	}
	return r.referred(n)
}

// dual reads a counted noun in the dual at token i: «جولتين». The article makes
// it a known pair («الجانبين»), and the form of a sound plural is read as such,
// so «مسلحين» is none.
func (r *figureReader) dual(i int) (f corpus.Figure, next int, ok bool) {
	if !r.isWord(i) || r.tokens[i].name >= 0 {
		return f, i + 1, false
	}
	t := r.tokens[i]
	for _, s := range arabic.Splits(t.raw) {
		if !r.lex.isDual(arabic.Fold(s.Rest)) || strings.HasSuffix(arabic.Fold(s.Prefix), articleFold) {
			continue
		}
		c := r.adjectives(figureCount{first: i, next: i + 1, unit: s.Rest, start: t.Start + len(s.Prefix)}, false)
		b := r.boundBefore(figureNumber{first: i, start: c.start})
		f = corpus.Figure{
			Span: corpus.Span{Start: b.start, End: r.tokens[c.next-1].End},
			Min:  2, Max: 2, Bound: b.bound, Unit: c.unit, Rule: "dual",
		}
		f.What, f.Scope = r.whatAndScope(c, b.first)
		c.kind = "count"
		r.note(f, figureNumber{first: i, next: i + 1, start: c.start, scale: 1}, c)
		return f, c.next, true
	}
	return f, i + 1, false
}

// findDates notes for every token what a figure there holds for: a point in
// time said in its clause with «في» or without a preposition, the nearest one,
// else the day of publication. A date before a lone و counts as further off, so
// that of «40 في مارس و60 في أبريل» each has its own. Wrong when the date belongs
// to another part of the clause.
func (r *figureReader) findDates(doc corpus.Document) {
	order := make([]int, len(r.tokens))
	for i := range order {
		order[i] = i
	}
	r.spreadDates(doc.Dates, order)
	slices.Reverse(order)
	r.spreadDates(doc.Dates, order)
	for i, t := range r.tokens {
		r.tokens[i].length = t.date >= 0 && doc.Dates[t.date].Timex != corpus.TimexDate
		r.tokens[i].asOf = cmp.Or(r.tokens[i].asOf, doc.Meta.Published)
	}
}

// conjunctFar is how much further off a date is held to be behind a lone و, in
// bytes.
const conjunctFar = 40

// spreadDates takes the tokens in order and gives each the last date before it,
// if that is nearer than what it has.
func (r *figureReader) spreadDates(dates []corpus.Date, order []int) {
	last, more := -1, 0
	for _, i := range order {
		t := &r.tokens[i]
		switch {
		case t.date >= 0 && holdsFor(dates[t.date]):
			last, more = i, 0
		case t.fold == "و":
			more += conjunctFar
		}
		if last < 0 || r.tokens[last].clause != t.clause {
			continue
		}
		d := dates[r.tokens[last].date]
		if far := max(d.Start-t.End, t.Start-d.End, 0) + more; t.asOf == "" || far < t.dateFar {
			t.asOf, t.dateFar = d.Value, far
		}
	}
}

// holdsFor reports whether a figure can hold for d: a day, a month or a year.
func holdsFor(d corpus.Date) bool {
	return d.Timex == corpus.TimexDate && (d.Rel == corpus.RelIn || d.Rel == "") &&
		len(d.Value) >= len("2025") && !strings.ContainsAny(d.Value, "/X~?.[{")
}

// isWord and isNumeric report whether token i is there, of that kind, and no
// part of a date.
func (r *figureReader) isWord(i int) bool    { return r.isKind(i, arabic.Word) }
func (r *figureReader) isNumeric(i int) bool { return r.isKind(i, arabic.Numeric) }

func (r *figureReader) isKind(i int, k arabic.Kind) bool {
	return i >= 0 && i < len(r.tokens) && r.tokens[i].kind == k && r.tokens[i].date < 0
}

// isMark reports whether token i is the mark m.
func (r *figureReader) isMark(i int, m string) bool {
	return r.isKind(i, arabic.Punct) && r.tokens[i].raw == m
}

// glued reports whether no blank parts token i from the one before it.
func (r *figureReader) glued(i int) bool {
	return i > 0 && i < len(r.tokens) && r.tokens[i-1].End == r.tokens[i].Start
}
