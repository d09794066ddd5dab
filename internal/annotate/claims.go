package annotate

import (
	"cmp"
	"slices"
	"sort"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// Claims gives the assertions of the blocks of doc, sorted by their start. It
// reads doc.Dates, and doc.Mentions, doc.Statements and doc.Figures, any of
// which may be empty.
//
// A clause asserts the event of its verb («ستنتهي المهمة»), and what that says of
// an event noun behind it: «بدأ الانسحاب» is a start and a withdrawal that goes
// on, «تأجيل موعد انسحاب» a postponement and a withdrawal postponed. An event
// noun without such a verb asserts when it leads its clause, when a word beside
// it says how far it has come («الانسحاب الجاري»), or when a date follows it;
// one that only names a subject («مفاوضات حول الانسحاب») or a wish asserts
// nothing. Precision goes before recall.
//
// The words of events stand in data/events.txt, and [eventLexicon] alone adds
// their endings. A claim of the class postpone has the status of what it speaks
// of: postponed.
func Claims(doc corpus.Document) []corpus.Claim {
	dates, figures := spanCursor{}, spanCursor{}
	for _, d := range doc.Dates {
		dates.spans = append(dates.spans, d.Span)
	}
	for _, f := range doc.Figures {
		figures.spans = append(figures.spans, f.Span)
	}
	var out []corpus.Claim
	for i, b := range doc.Blocks {
		r := claimReader{doc: &doc, lex: claimWords(), block: b, hypothetical: i > 0 && supposes(doc, i)}
		r.tokens = r.readTokens(&dates, &figures)
		r.findCues()
		r.cutClauses()
		for n := range r.clauses {
			out = append(out, r.claimsOf(n)...)
		}
	}
	slices.SortStableFunc(out, func(a, b corpus.Claim) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Trigger.Start, b.Trigger.Start))
	})
	return out
}

// claimToken is a word, a number or a mark of a block with what is known of it.
type claimToken struct {
	corpus.Span // of Document.Text
	kind        arabic.Kind
	raw, fold   string
	date        int // index into Document.Dates, or -1
	sentence    int
	event       eventWord // zero when it names no event
	cue         claimCue  // that ends here, zero if none does
	inCue       bool      // part of a cue that governs what is behind it
}

// claimReader reads the claims of one block.
type claimReader struct {
	doc     *corpus.Document
	lex     *claimLexicon
	block   corpus.Block
	tokens  []claimToken
	clauses []claimClause
	// hypothetical says that the block is an item of a list of scenarios.
	hypothetical bool
}

// readTokens cuts the block into tokens. The words of an event are looked up
// here, outside dates only, and in a figure nouns only: «لا يزيد على 20» is none,
// «ثلاثة اجتماعات» is one.
func (r *claimReader) readTokens(dates, figures *spanCursor) []claimToken {
	text, sentence := r.doc.Text, 0
	var out []claimToken
	for _, p := range arabic.Tokens(r.block.Of(text)) {
		s := corpus.Span{Start: p.Start, End: p.End}.Shift(r.block.Start)
		for sentence+1 < len(r.block.Sentences) && r.block.Sentences[sentence+1].Start <= s.Start {
			sentence++
		}
		t := claimToken{Span: s, kind: p.Kind, raw: s.Of(text), date: dates.at(s), sentence: sentence}
		t.fold = arabic.Fold(t.raw)
		if t.kind == arabic.Word && t.date < 0 {
			t.event = r.lex.events.word(t.raw, t.fold)
		}
		if figures.at(s) >= 0 && t.event.noun == "" {
			t.event = eventWord{}
		}
		out = append(out, t)
	}
	return out
}

// claim makes the claim of an event at token t that spans the tokens from first
// to before end.
func (r *claimReader) claim(t, first, end int, v verdict) corpus.Claim {
	e := r.tokens[t].event
	trigger := r.tokens[t].Span
	trigger.Start += e.particles()
	c := corpus.Claim{
		Span:     corpus.Span{Start: min(r.tokens[first].Start, trigger.Start), End: r.tokens[end-1].End},
		Event:    e.class,
		Trigger:  trigger,
		Status:   v.status,
		Polarity: v.polarity,
		Phase:    r.phase(first, end),
		Rule:     v.rule,
	}
	if first == t {
		c.Start = trigger.Start
	}
	c.Statement = statementAt(r.doc.Statements, trigger)
	if c.Statement >= 0 && c.Polarity == corpus.Asserts {
		c.Polarity = r.doc.Statements[c.Statement].Polarity
		if c.Polarity == corpus.Denies {
			c.Status = corpus.StatusDenied
		}
	}
	c.Subjects = within(len(r.doc.Mentions), c.Span, func(i int) corpus.Span { return r.doc.Mentions[i].Span })
	c.Dates = within(len(r.doc.Dates), c.Span, func(i int) corpus.Span { return r.doc.Dates[i].Span })
	c.Figures = within(len(r.doc.Figures), c.Span, func(i int) corpus.Span { return r.doc.Figures[i].Span })
	return c
}

// within gives the indices of the spans, of n sorted ones that are not nested,
// that lie inside s.
func within(n int, s corpus.Span, span func(int) corpus.Span) []int {
	var out []int
	for i := sort.Search(n, func(i int) bool { return span(i).Start >= s.Start }); i < n && span(i).Start < s.End; i++ {
		if s.Contains(span(i)) {
			out = append(out, i)
		}
	}
	return out
}

// statementsBack is how many statements before a place are asked whether they
// hold it.
const statementsBack = 8

// statementAt gives the index of the last statement that holds s, or -1.
func statementAt(all []corpus.Statement, s corpus.Span) int {
	n := sort.Search(len(all), func(i int) bool { return all[i].Start > s.Start })
	for i := n - 1; i >= 0 && i >= n-statementsBack; i-- {
		if all[i].Contains(s) {
			return i
		}
	}
	return -1
}
