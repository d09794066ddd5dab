package crossref

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

//go:embed data/relation_answers.txt
var relationAnswersFile string

// How a page sets an answer against what was said before it: the kinds of relation_answers.txt.
const (
	answerBut    = "but"
	answerFacing = "facing"
	answerWhile  = "while"
	answerReply  = "reply"
	answerDeny   = "deny"
	answerRumour = "rumour"
	answerUndone = "undone"
)

// leastAnswer is what an answer shares at least with what it answers, where the words that set it
// against that do not say enough.
const leastAnswer = 0.25

// undone finds that a clause of a sentence denies the one before it: «…، وهو ما تنفيه وزارة
// الخارجية».
func (r *relater) undone(i int) []finding {
	p := &r.passages[i]
	doc := &r.affair.Documents[p.doc]
	var out []finding
	for k := 1; k < len(p.stretches); k++ {
		x, y := &p.stretches[k-1], p.stretches[k]
		words := y.span.Of(doc.Text)
		for n, t := range arabic.Tokens(words) {
			if n > 0 && n < mostRelative && r.words.lex.answers[arabic.Fold(t.Of(words))] == answerUndone {
				y.span.End = saidBehind(doc, p.span, y.span)
				out = append(out, finding{rule: "denied", strength: 1.3, a: i, b: i, ua: &y, ub: x, topic: x.span, ofB: true})
			}
		}
	}
	return out
}

// saidBehind gives the end of what is said right behind a clause of a sentence, that of the
// clause where nothing is: «تنفيه الوزارة التي تقول إنها أصدرتها».
func saidBehind(doc *corpus.Document, sentence, clause corpus.Span) int {
	n := firstIn(doc.Statements, clause.End)
	if n < len(doc.Statements) && doc.Statements[n].Start <= clause.End+len(" إنها «") && sentence.Contains(doc.Statements[n].Span) {
		return doc.Statements[n].End
	}
	return clause.End
}

// mostRelative is in how many words a clause about the one before it comes to its verb.
const mostRelative = 4

// besideVerb is how many bytes behind the words that set an answer against something its verb
// stands at most, where the speaker was named before: «لكنّ الجيش قال».
const besideVerb = 60

// answered finds what one speaker of passage i says against another in one document: the page
// itself sets the second against the first, «لكن الناطق باسم الحكومة أكد …», «فيما ردّت
// المتحدثة …». Of what others said in the paragraph, or else in the one before it, that is answered
// which has most in common with the answer, else the last.
func (r *relater) answered(i int) []finding {
	p := &r.passages[i]
	doc := &r.affair.Documents[p.doc]
	out := r.undone(i)
	for n := firstIn(doc.Statements, p.span.Start); n < len(doc.Statements) && doc.Statements[n].Start < p.span.End; n++ {
		s := &doc.Statements[n]
		kind := r.answerKind(doc, n, p.span)
		if kind == "" || s.SpeakerName == "" || s.SpeakerKind == corpus.SpeakerAuthor {
			continue
		}
		y := r.statementUnit(i, s)
		k, x, shared := r.answeredBy(i, n, &y)
		near := x != nil && blockOf(doc, x.span.Start) == blockOf(doc, s.Start)
		sure := kind == answerBut || kind == answerReply && near || kind == answerDeny && near && k == i-1
		if x == nil || !sure && (shared < leastAnswer || r.otherScopes(x, &y)) {
			continue
		}
		out = append(out, finding{rule: "answered", strength: 1 + min(shared, 1)/4, a: i, b: k, ua: &y, ub: x})
	}
	return out
}

// answerKind gives how statement n, which begins in a sentence, is set against what was said before;
// "" if it is not. Its speaker stands behind the words that do so, or its verb right behind them.
func (r *relater) answerKind(doc *corpus.Document, n int, sentence corpus.Span) string {
	s := &doc.Statements[n]
	if s.Start < sentence.Start {
		return ""
	}
	lex, lead := r.words.lex, corpus.Span{Start: sentence.Start, End: s.Start}
	if n > 0 && doc.Statements[n-1].Start >= sentence.Start {
		if kind, at := lex.setAgainst(sentence.Of(doc.Text)[:doc.Statements[n-1].Start-sentence.Start]); kind == answerWhile && at <= len("و") {
			return answerWhile // «وفي حين قال الأول …، رأى الثاني …»
		}
	}
	if n > 0 {
		lead.Start = min(max(lead.Start, doc.Statements[n-1].End), lead.End)
	}
	kind, at := lex.setAgainst(lead.Of(doc.Text))
	at += lead.Start
	switch verb := lex.answers[arabic.Fold(s.Verb.Of(doc.Text))]; {
	case kind == answerWhile && at <= sentence.Start+len("و"):
		return ""
	case kind != "" && (sentence.Contains(s.Speaker) && at <= s.Speaker.Start || at <= s.Verb.Start && s.Verb.Start-at <= besideVerb):
		return kind
	case verb == answerReply, verb == answerDeny && !lex.rumours(sentence.Of(doc.Text)):
		return verb
	}
	return ""
}

// rumours reports whether a sentence speaks of what is told by nobody in particular.
func (l *relationLexicon) rumours(sentence string) bool {
	for _, t := range arabic.Tokens(sentence) {
		if l.answers[strings.TrimPrefix(arabic.Fold(t.Of(sentence)), "ال")] == answerRumour {
			return true
		}
	}
	return false
}

// setAgainst gives how a clause of a lead opens that sets what follows against what was said
// before: «، في حين ذكر مصدر …», and where; "" if none does.
func (l *relationLexicon) setAgainst(lead string) (kind string, at int) {
	tokens := arabic.Tokens(lead)
	for i, t := range tokens {
		if t.Kind == arabic.Punct || i > 0 && tokens[i-1].Kind != arabic.Punct {
			continue
		}
		one := strings.TrimPrefix(arabic.Fold(t.Of(lead)), "و")
		kind = cmp.Or(l.answers[one], l.answers[strings.TrimPrefix(one, "ف")])
		if i+1 < len(tokens) {
			kind = cmp.Or(l.answers[strings.TrimPrefix(arabic.Fold(lead[t.Start:tokens[i+1].End]), "و")], kind)
		}
		if kind == answerBut || kind == answerFacing || kind == answerWhile {
			return kind, t.Start
		}
	}
	return "", 0
}

// mostBack is how many statements back an answer may reach.
const mostBack = 12

// answeredBy gives what statement n of passage i, of which y is the unit, answers: a statement of
// another speaker before it, its passage, and what both share, where rival figures weigh as
// much as a rare term; nil for none.
func (r *relater) answeredBy(i, n int, y *unit) (passage int, x *unit, shared float64) {
	doc := &r.affair.Documents[r.passages[i].doc]
	at := blockOf(doc, doc.Statements[n].Start)
	for m := n - 1; m >= max(0, n-mostBack); m-- {
		s := &doc.Statements[m]
		b := blockOf(doc, s.Start)
		if b < at-1 || b < at && x != nil {
			break
		}
		if s.SpeakerName == "" || s.SpeakerKind == corpus.SpeakerAuthor || oneVoice(s.SpeakerName, doc.Statements[n].SpeakerName) {
			continue
		}
		k, ok := r.passageAt(r.passages[i].doc, s.Start)
		if !ok {
			continue
		}
		u := r.statementUnit(k, s)
		weight, _ := u.words.shared(y.words)
		if r.rivals(&u, y) {
			weight++
		}
		if x == nil || weight > shared && weight >= leastAnswer {
			passage, x, shared = k, &u, weight
		}
	}
	return passage, x, shared
}

// statementUnit gives the unit of what of a statement stands in a passage.
func (r *relater) statementUnit(passage int, s *corpus.Statement) unit {
	p := &r.passages[passage]
	u := unit{span: corpus.Span{Start: max(s.Start, p.span.Start), End: min(s.End, p.span.End)}, voice: s.SpeakerName}
	u.words = r.words.bag(p.placed, func(x placedTerm) bool { return u.span.Contains(x.Span) })
	u.figures = within(r.affair.Documents[p.doc].Figures, u.span, func(f corpus.Figure) corpus.Span { return f.Span })
	return u
}

// rivals reports whether two units give different figures for one kind of thing: «97 بالمائة»,
// «نحو 60 بالمائة».
func (r *relater) rivals(x, y *unit) bool {
	return slices.ContainsFunc(x.figures, func(f corpus.Figure) bool {
		return slices.ContainsFunc(y.figures, func(g corpus.Figure) bool {
			return r.words.rival(f, g)
		})
	})
}

// otherScopes reports whether two units count the same kind of thing, each in another place: «112
// ألف لاجئ» of a camp, «250 ألف شخص في الولاية كلها».
func (r *relater) otherScopes(x, y *unit) bool {
	other := false
	for _, f := range x.figures {
		for _, g := range y.figures {
			switch {
			case !r.words.sameUnit(f, g):
			case f.Unit == "%", r.words.scoped(f, y.words) && r.words.scoped(g, x.words):
				return false // a share is of what was said before it
			default:
				other = true
			}
		}
	}
	return other
}

// passageAt gives the passage of a document in which a byte lies.
func (r *relater) passageAt(doc, at int) (int, bool) {
	i, _ := slices.BinarySearchFunc(r.passages, at, func(p passage, at int) int {
		return cmp.Or(p.doc-doc, p.span.End-at-1)
	})
	for ; i < len(r.passages) && r.passages[i].doc == doc && r.passages[i].span.Start <= at; i++ {
		if r.passages[i].span.End > at {
			return i, true
		}
	}
	return 0, false
}

// oneVoice reports whether two names are of one speaker: the one ends in the other.
func oneVoice(a, b string) bool {
	x, y := arabic.Fold(a), arabic.Fold(b)
	return x != "" && y != "" && (x == y || strings.HasSuffix(x, " "+y) || strings.HasSuffix(y, " "+x))
}

// firstIn gives the index of the first statement that begins at or after a byte.
func firstIn(statements []corpus.Statement, at int) int {
	n, _ := slices.BinarySearchFunc(statements, at, func(s corpus.Statement, at int) int { return s.Start - at })
	return n
}

// blockOf gives the index of the block in which a byte lies.
func blockOf(doc *corpus.Document, at int) int {
	n, _ := slices.BinarySearchFunc(doc.Blocks, at, func(b corpus.Block, at int) int { return b.End - at - 1 })
	return n
}
