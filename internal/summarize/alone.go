package summarize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// The shortest sentence that can be a point.
const (
	minLetters = 30 // letters and digits
	minWords   = 5
)

// reader reads the sentences of a document in order, and tells which can be
// read alone.
type reader struct {
	doc        corpus.Document
	statements []corpus.Statement // that begin behind what was read
	mentions   []corpus.Mention   // that end behind what was read
	begun      bool               // that a sentence was read that tells something
	running    int                // the furthest end of a statement that began before what is read
}

func newReader(doc corpus.Document) *reader {
	return &reader{doc: doc, statements: doc.Statements, mentions: doc.Mentions}
}

// read gives the part of a sentence that is shown, without a connective that a
// reader does not need, and whether it stands alone. Sentences must come in
// order.
func (r *reader) read(s corpus.Span) (shown corpus.Span, alone bool) {
	shown = s
	for _, skipped := range [...]func(string) int{dateline, linked, likewise} {
		if rest := (corpus.Span{Start: shown.Start + skipped(shown.Of(r.doc.Text)), End: s.End}); !rest.Empty() {
			shown = rest
		}
	}
	words := shown.Of(r.doc.Text)
	quoted, named := r.quoted(s), r.names(s)
	if !r.begun && tells(words) {
		// Nothing stands before it that it could lean on.
		r.begun = true
		return shown, !opens(firstWords(words))
	}
	return shown, !quoted && standsAlone(words) && (named || !pronounEarly(words))
}

// opening is where a verb of saying still opens its sentence: some four words.
const opening = 40

// quoted reports whether s goes on with what somebody says who is named before
// it, or begins to tell it: «وأشار إلى أن …».
func (r *reader) quoted(s corpus.Span) bool {
	goesOn := r.running > s.Start
	for ; len(r.statements) > 0 && r.statements[0].Start < s.End; r.statements = r.statements[1:] {
		st := r.statements[0]
		if st.SpeakerKind == corpus.SpeakerAuthor || st.Speaker.Empty() {
			continue
		}
		if st.Speaker.Start < s.Start {
			opens := s.Contains(st.Verb) && !st.Verb.Empty() && st.Verb.Start < s.Start+opening
			goesOn = goesOn || opens || st.Start <= s.Start
		}
		r.running = max(r.running, st.End)
	}
	return goesOn
}

// names reports whether s names anybody or anything.
func (r *reader) names(s corpus.Span) bool {
	for len(r.mentions) > 0 && r.mentions[0].End <= s.Start {
		r.mentions = r.mentions[1:]
	}
	return len(r.mentions) > 0 && r.mentions[0].Start < s.End
}

// standsAlone reports whether a reader understands a sentence without the one
// before it. Halves of a quotation and sentences that lean on an earlier one by
// their first words do not stand alone. A pronoun further on is not seen.
func standsAlone(sentence string) bool {
	if !tells(sentence) {
		return false
	}
	words := firstWords(sentence)
	// A plural verb before all else has its subject in the sentence before: «واشتكوا من».
	return balanced(sentence) && !strings.HasSuffix(words[0], "وا") && !leans(words) && !points(words)
}

// tells reports whether a sentence is one that tells something: no question, no
// heading, no line that announces others, no item of a list.
func tells(sentence string) bool {
	letters := 0
	for _, r := range sentence {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters++
		}
	}
	end := strings.TrimRightFunc(sentence, func(r rune) bool { return blank(r) || strings.ContainsRune("\"”“»)", r) })
	last, _ := utf8.DecodeLastRuneInString(end)
	switch last {
	case ':', '?', arabic.Question:
		return false
	}
	return letters >= minLetters && !numbered(sentence) && len(firstWords(sentence)) >= minWords
}

// balanced reports whether the quotation marks of a sentence close what they
// open. Else it is a part of a longer quotation.
func balanced(sentence string) bool {
	straight, depth := 0, 0
	for _, r := range sentence {
		switch r {
		case '"':
			straight++
		case '«', '“':
			depth++
		case '»', '”':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return straight%2 == 0 && depth == 0
}

// numbered reports whether a sentence begins as an item of a list: «2- تمكين».
func numbered(sentence string) bool {
	start := arabic.Digits(head(sentence, startLength))
	rest := strings.TrimLeft(start, "0123456789")
	mark := strings.TrimLeftFunc(rest, blank)
	return len(rest) < len(start) && strings.IndexAny(mark, "-–.)") == 0
}
