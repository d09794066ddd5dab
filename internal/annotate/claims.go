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
	dates := newSpanCursor(doc.Dates, func(d corpus.Date) corpus.Span { return d.Span })
	figures := newSpanCursor(doc.Figures, func(f corpus.Figure) corpus.Span { return f.Span })
	names := newSpanCursor(doc.Mentions, func(m corpus.Mention) corpus.Span { return m.Span })
	var out []corpus.Claim
	for i, b := range doc.Blocks {
		r := claimReader{doc: &doc, lex: claimWords(), block: b, hypothetical: i > 0 && supposes(doc, i)}
		r.readTokens(dates, figures, names)
		r.pairMarks()
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
	figure      int // index into Document.Figures, or -1
	sentence    int
	event       eventWord // zero when it names no event
	cue         claimCue  // that ends here, zero if none does
	inCue       bool      // part of a cue that governs what is behind it
	named       bool      // inside the name of somebody or of a body, behind its first word
}

// claimReader reads the claims of one block.
type claimReader struct {
	doc     *corpus.Document
	lex     *claimLexicon
	block   corpus.Block
	tokens  []claimToken
	clauses []claimClause
	pairs   []int // by token: of a bracket or quotation mark, the token that answers it; -1
	// hypothetical says that the block is an item of a list of scenarios.
	hypothetical bool
}

// readTokens cuts the block into tokens. The words of an event are looked up
// here, outside dates and names only, and in a figure nouns only: «لا يزيد على 20» is
// none, «ثلاثة اجتماعات» is one.
func (r *claimReader) readTokens(dates, figures, names *spanCursor) {
	text, sentence := r.doc.Text, 0
	for _, p := range arabic.Tokens(r.block.Of(text)) {
		s := corpus.Span{Start: p.Start, End: p.End}.Shift(r.block.Start)
		for sentence+1 < len(r.block.Sentences) && r.block.Sentences[sentence+1].Start <= s.Start {
			sentence++
		}
		t := claimToken{Span: s, kind: p.Kind, raw: s.Of(text), date: dates.at(s), sentence: sentence}
		t.fold, t.figure, t.named = arabic.Fold(t.raw), figures.at(s), r.inName(names.at(s), s)
		r.tokens = append(r.tokens, t)
	}
	for i := range r.tokens {
		t := &r.tokens[i]
		if t.kind == arabic.Word && t.date < 0 {
			t.event = r.lex.events.word(t.raw, t.fold, func(f eventForm) bool { return r.stands(i, f) })
		}
		if t.figure >= 0 && t.event.noun == "" || t.named {
			t.event = eventWord{}
		}
	}
}

// inName reports whether s stands behind the first word of mention m, of somebody, of a
// body or of a building: «محكمة الاستئناف» takes nothing up again.
func (r *claimReader) inName(m int, s corpus.Span) bool {
	if m < 0 {
		return false
	}
	name := r.doc.Mentions[m]
	return s.Start > name.Start && (name.Type == corpus.TypePerson || name.Type == corpus.TypeOrganisation || name.Type == corpus.TypeFacility)
}

// claim makes the claim of an event at token t that spans the tokens from first
// to before end, as far as that is one phrase of one voice: without what leads to
// the next clause, names a source, or stands outside the statement or the
// brackets that hold the event.
func (r *claimReader) claim(t, first, end int, v verdict) corpus.Claim {
	e := r.tokens[t].event
	trigger := r.tokens[t].Span
	trigger.Start += e.particles()
	end = r.fullEnd(t+1, r.attributed(t, end))
	c := corpus.Claim{
		Event:    e.class,
		Trigger:  trigger,
		Status:   v.status,
		Polarity: v.polarity,
		Phase:    r.phase(first, end),
		Rule:     v.rule,
	}
	r.argue(&c, t, first, end)
	c.Span = corpus.Span{Start: min(r.tokens[first].Start, trigger.Start), End: r.tokens[r.whole(t, first, end)-1].End}
	if first == t {
		c.Start = trigger.Start
	} else if x := r.tokens[first]; withoutConjunction(x.fold) != x.fold && r.lightTense(first) != "" {
		c.Start += letterBytes(x.raw) // «و|تم الاتفاق»
	}
	c.Statement = statementAt(r.doc.Statements, trigger)
	if c.Statement >= 0 {
		s := r.doc.Statements[c.Statement]
		c.Span = corpus.Span{Start: max(c.Start, s.Start), End: min(c.End, s.End)}
		if c.Polarity == corpus.Asserts {
			c.Polarity = s.Polarity
			if c.Polarity == corpus.Denies {
				c.Status = corpus.StatusDenied
			}
		}
	}
	r.drop(&c)
	return c
}

// drop takes out of c what its span does not hold.
func (r *claimReader) drop(c *corpus.Claim) {
	c.Subjects = slices.DeleteFunc(c.Subjects, func(i int) bool { return !c.Contains(r.doc.Mentions[i].Span) })
	c.Dates = slices.DeleteFunc(c.Dates, func(i int) bool { return !c.Contains(r.doc.Dates[i].Span) })
	c.Figures = slices.DeleteFunc(c.Figures, func(i int) bool { return !c.Contains(r.doc.Figures[i].Span) })
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
