package annotate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// Statements gives what doc reports somebody to have said, sorted by where the
// words stand. It reads doc.Blocks, and doc.Mentions where it is filled: a
// speaker is then the name in it, and has its fullest form.
//
// A block is read from its beginning, and at each word the rules are asked in
// the order of [statementReader.at]; each is one file:
//
//   - a reporting verb or participle with its speaker before or behind it and
//     what is stated behind both (statement_verb.go), or an object and a particle
//     (statement_frame.go), or a quotation or clause before it (statement_quotation.go);
//   - a noun of reporting: «إعلان»، «قوله» (statement_noun.go);
//   - somebody who passes on what another says: «نقلت … عن» (statement_noun.go);
//   - a source named aside: «بحسب»، «وفقاً لـ» (statement_source.go);
//   - a name and a colon, and the page's own voice (statement_lead.go).
//
// Where what is stated begins is found by statement_complement.go, where it ends
// by statement_end.go, who speaks by statement_subject.go and statement_speaker.go, behind
// «لكن» by statement_turn.go, and whom «وأضاف», «المصدر نفسه» or «المسؤولة» mean by
// statement_memory.go and statement_anew.go. A statement inside another is not
// given. Reading is linear: each rule looks a bounded number of words ahead.
//
// It is wrong most often about where reported speech without quotation marks
// ends, which Arabic does not mark, and about an unmarked subject of a verb
// after a sentence that had another subject.
func Statements(doc corpus.Document) []corpus.Statement {
	r := statementReader{text: doc.Text, mentions: doc.Mentions, memory: newMemory(doc)}
	for i, b := range doc.Blocks {
		r.memory.block = i
		r.block(b)
	}
	slices.SortStableFunc(r.out, func(a, b corpus.Statement) int { return a.Start - b.Start })
	return r.out
}

// statementReader reads one document.
type statementReader struct {
	text     string
	mentions []corpus.Mention
	memory   statementMemory
	words    []reportWord // of the block
	heading  bool         // the block is a heading
	floor    int          // the first word of the block that no statement has used
	last     int          // the index in out of the block's last statement, -1
	began    int          // the first word of that statement
	out      []corpus.Statement
}

// block reads one block.
func (r *statementReader) block(b corpus.Block) {
	r.words, r.floor, r.last = reportWords(r.text, b), 0, -1
	r.heading = b.Role == corpus.RoleHeading
	r.settle()
	sentence := 0
	for i := 0; i < len(r.words); {
		if r.words[i].ends != sentence {
			r.noteTopic(i)
			sentence = r.words[i].ends
		}
		next, ok := r.at(i)
		switch {
		case ok:
			i = max(next, i+1)
			r.floor = i
		case r.quotes(i) && r.words[i].close-i > longQuote:
			i = r.words[i].close + 1
		default:
			i++
		}
	}
}

// longQuote is how many words a quotation has at least that is somebody's
// speech; a shorter one is a name or a term.
const longQuote = 4

// at asks the rules at word i. Where one fires it gives the word to go on from.
func (r *statementReader) at(i int) (next int, ok bool) {
	if next, ok = r.lead(i); ok || r.heading {
		return next, ok
	}
	if next, ok = r.author(i); ok {
		return next, true
	}
	if next, ok = r.source(i); ok {
		return next, true
	}
	if next, ok = r.verb(i); ok {
		return next, true
	}
	return r.noun(i)
}

// found is a statement while its parts are put together, by words of the block.
type found struct {
	from, to int         // the words stated
	skip     int         // bytes of the first word that do not belong to it
	verb     corpus.Span // the reporting word
	who      speaker
	polarity corpus.Polarity
	rule     string
}

// emit adds a statement. It gives false where no word is left to be stated.
func (r *statementReader) emit(f found) bool {
	span, ok := r.stated(f)
	if !ok {
		return false
	}
	if f.polarity == "" {
		f.polarity = corpus.Asserts
	}
	r.last, r.began = len(r.out), f.from
	r.out = append(r.out, corpus.Statement{
		Span: span, Verb: f.verb,
		Speaker: f.who.span, SpeakerName: f.who.name, SpeakerKind: f.who.kind, ReportedBy: f.who.by,
		Mode: r.mode(f.from, f.to, span), Polarity: f.polarity, Rule: f.rule,
	})
	if f.who.kind != corpus.SpeakerAuthor {
		r.memory.say(f.who)
	}
	return true
}

// stated gives the span of the words stated, without the quotation marks, the
// pauses and the full stop around it.
func (r *statementReader) stated(f found) (corpus.Span, bool) {
	from, to := f.from, min(f.to, len(r.words))
	for from < to && r.dropsFirst(from, to) {
		from++
	}
	for to > from && r.dropsLast(from, to-1) {
		to--
	}
	if from >= to {
		return corpus.Span{}, false
	}
	s := corpus.Span{Start: r.words[from].Start, End: r.words[to-1].End}
	if from == f.from {
		s.Start += f.skip
	}
	return s, s.Start < s.End && strings.ContainsFunc(s.Of(r.text), unicode.IsLetter)
}

// dropsFirst reports whether word i, the first of what is stated up to word
// to, does not belong to it: a pause, a mark that closes, or a quotation mark
// whose quotation is the whole.
func (r *statementReader) dropsFirst(i, to int) bool {
	w := r.words[i]
	if quoteMarkFamily(w) >= 0 {
		return w.close < 0 || w.close >= to-2
	}
	return w.fold == "" || w.loneConjunction() || w.pauses() && !w.is("(") && !w.is("[") || w.is(".") || w.is(":")
}

// dropsLast reports whether word i, the last of what is stated from word from
// on, does not belong to it. A mark whose opening mark is inside stays.
func (r *statementReader) dropsLast(from, i int) bool {
	w := r.words[i]
	if quoteMarkFamily(w) >= 0 {
		return r.opening(i) < from
	}
	if w.is(")") || w.is("]") {
		return false
	}
	return w.fold == "" || w.loneConjunction() || w.pauses() || w.is(".") || w.is(":")
}

// mode tells how the words from from to to are given.
func (r *statementReader) mode(from, to int, span corpus.Span) corpus.Mode {
	quoted, bare := 0, 0
	for i := from; i < min(to, len(r.words)); i++ {
		if !r.quotes(i) {
			if r.words[i].kind != arabic.Punct && r.words[i].Start < span.End && !r.words[i].that() {
				bare++
			}
			continue
		}
		if n := r.words[i].close - i - 1; n > 1 {
			quoted += n
		} else {
			bare += n
		}
		i = r.words[i].close
	}
	if from > 0 && bare > 0 && quoted == 0 && quoteMarkFamily(r.words[from-1]) >= 0 && r.words[from-1].close >= to-1 {
		return corpus.ModeDirect
	}
	switch {
	case quoted == 0:
		return corpus.ModeIndirect
	case bare == 0:
		return corpus.ModeDirect
	}
	return corpus.ModeMixed
}

// quotes reports whether word i opens a quotation.
func (r *statementReader) quotes(i int) bool { return i < len(r.words) && r.words[i].close > i }

// word gives word i, or an empty one where there is none.
func (r *statementReader) word(i int) reportWord {
	if i < 0 || i >= len(r.words) {
		return reportWord{kind: arabic.Punct, close: -1}
	}
	return r.words[i]
}

// verbSpan is word i without its conjunction.
func (r *statementReader) verbSpan(i int) corpus.Span {
	return corpus.Span{Start: r.words[i].inner, End: r.words[i].End}
}

// sentenceStart gives the first word of the sentence that word i stands in.
func (r *statementReader) sentenceStart(i int) int {
	for n := 0; i > 0 && n < lookBack && r.words[i-1].ends == r.words[i].ends; n++ {
		i--
	}
	return i
}

// How far rules look, in words. Sentences of news are shorter.
const (
	lookAhead = 60
	lookBack  = 120
)

// plainWords gives the text of s with every run of white space as one blank.
func plainWords(text string, s corpus.Span) string {
	words := strings.Join(strings.Fields(s.Of(text)), " ")
	if lam := string(arabic.Lam); strings.HasPrefix(words, lam) && strings.HasSuffix(text[:s.Start], lam) {
		words = string(arabic.Alef) + words // «للوكالة» is of «الوكالة»
	}
	return words
}

// runes counts the letters of a folded word.
func runes(w string) int { return utf8.RuneCountInString(w) }
