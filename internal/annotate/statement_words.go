package annotate

import (
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// reportWord is a token of a block with what the lexicon says of it.
type reportWord struct {
	corpus.Span          // in Document.Text, whole
	inner       int      // where the word begins without its conjunction
	fold        string   // folded, whole
	base        string   // folded, without a conjunction و or ف
	bare        string   // base without particle and article
	head        headKind // of bare
	kind        arabic.Kind
	definite    bool // it has the article
	led         bool // a particle ب ل ك is written onto it
	conj        bool // a conjunction is written onto it, or stands before it
	not         bool // it is «ألا», which folding makes «إلا»
	ends        int  // the index behind the last word of its sentence
	close       int  // of an opening quotation mark: the index of the closing one, else -1
}

// reportWords reads the words of a block.
func reportWords(text string, b corpus.Block) []reportWord {
	var out []reportWord
	for _, s := range b.Sentences {
		from := len(out)
		for _, t := range arabic.Tokens(s.Of(text)) {
			span := corpus.Span{Start: t.Start, End: t.End}.Shift(s.Start)
			w := readReportWord(span.Of(text), t.Kind)
			w.not = strings.TrimPrefix(span.Of(text), "و") == "ألا"
			w.Span, w.inner = span, w.inner+span.Start
			if n := len(out); n > from && out[n-1].loneConjunction() {
				w.conj = true
			}
			out = append(out, w)
		}
		for i := from; i < len(out); i++ {
			out[i].ends = len(out)
		}
	}
	pairQuotes(text, out)
	return out
}

// settle reads the words of the block again of which only what stands around them tells what
// they are: «علي» in a person's name is no particle, and «ورد» is و and «رد» where no «في»
// says that something stands in a text.
func (r *statementReader) settle() {
	for i := range r.words {
		w := &r.words[i]
		switch w.base {
		case "علي":
			if m, ok := r.holding(i); ok && m.Type == corpus.TypePerson {
				w.base, w.bare = "علي ", "علي " // a form that no list has
			}
		case "ورد":
			if n := r.word(i + 1).base; n != "في" && n != "علي" && n != "ان" && r.word(i-1).base != "ما" && r.word(i-1).base != "كما" {
				w.base, w.bare, w.inner, w.conj = "رد", "رد", w.Start+letterBytes(w.Of(r.text)), true
			}
		}
	}
}

// readReportWord looks one word up; its inner is counted from its own start.
func readReportWord(s string, kind arabic.Kind) reportWord {
	w := reportWord{fold: arabic.Fold(s), kind: kind, close: -1}
	w.base, w.bare = w.fold, w.fold
	if kind != arabic.Word {
		return w
	}
	lex := reporting()
	if !lex.knows(w.fold) {
		w.splitConjunction(s, lex)
	}
	w.splitParticle(s[w.inner:], lex)
	return w
}

// splitConjunction takes و or ف off a word that the lexicon does not know as
// it is, where it knows the rest, or the rest has the article.
func (w *reportWord) splitConjunction(s string, lex *reportLexicon) {
	first, _ := utf8.DecodeRuneInString(s)
	n := letterBytes(s)
	if first != arabic.Waw && first != arabic.Feh || n == len(s) {
		return
	}
	rest := w.fold[utf8.RuneLen(first):]
	if rest == "" {
		return
	}
	if known := reportWord(readBare(rest, s[n:], lex)); lex.knows(rest) || known.head != headNone || known.definite || complementizers[rest] {
		w.inner, w.base, w.conj = n, rest, true
	}
}

// letterBytes is how many bytes the first letter of s takes, with what is
// invisible around it and the marks on it.
func letterBytes(s string) int {
	seen := false
	for i, r := range s {
		if arabic.Fold(string(r)) == "" {
			continue
		}
		if seen {
			return i
		}
		seen = true
	}
	return len(s)
}

// splitParticle finds what remains without particle and article, and its head.
func (w *reportWord) splitParticle(s string, lex *reportLexicon) {
	b := readBare(w.base, s, lex)
	w.bare, w.head, w.definite, w.led = b.bare, b.head, b.definite, b.led
}

// readBare reads a folded word, raw as it stands in the text, as a particle, an
// article and a noun. «ألمانيا» has no article: its alef has a hamza.
func readBare(fold, raw string, lex *reportLexicon) reportWord {
	w := reportWord{bare: fold}
	if k := lex.heads[fold]; k != headNone || lex.breaks[fold] {
		w.head = k
		return w
	}
	rest, led := fold, false
	for _, p := range []string{"ب", "ل", "ك"} {
		after, ok := strings.CutPrefix(fold, p)
		switch {
		case ok && strings.HasPrefix(after, "ال"), ok && p == "ل" && strings.HasPrefix(after, "ل") && len(after) > 6:
			rest, led = after, true
		case ok && (lex.heads[after] != headNone || lex.objects[after] && runes(after) > 3):
			return reportWord{bare: after, head: lex.heads[after], led: true}
		}
	}
	if after, ok := strings.CutPrefix(rest, "ال"); ok && (led || articleStands(raw)) && len(after) > 2 {
		rest, w.definite = after, true
	} else if led {
		rest, w.definite = strings.TrimPrefix(rest, "ل"), true
	}
	w.bare, w.led, w.head = rest, led, lex.heads[rest]
	return w
}

// articleStands reports whether raw begins with an alef without hamza.
func articleStands(raw string) bool {
	r, _ := utf8.DecodeRuneInString(raw)
	return r == arabic.Alef || r == arabic.AlefWasla
}

// knows reports whether a folded word is in any list as it is.
func (l *reportLexicon) knows(w string) bool {
	_, form := l.forms[w]
	_, noun := l.nouns[w]
	return form || noun || l.heads[w] != headNone || l.breaks[w] || l.adverbs[w] ||
		l.occasions[w] || l.openers[w] || l.objects[w] || l.things[w] || l.begins[w] || attributions[w] != attrNone
}

// complementizers are the forms of أنّ and إنّ, folded. ان stands for itself,
// the others carry the subject of their clause.
var complementizers = wordSet{
	"ان": true, "انه": true, "انها": true, "انهم": true, "انهن": true, "انهما": true,
	"انني": true, "اني": true, "اننا": true, "انا": true, "انك": true, "انكم": true,
}

// loneConjunction reports whether w is a و that stands by itself: «و كشفت».
func (w reportWord) loneConjunction() bool { return w.fold == "و" }

// is reports whether w is the punctuation mark p.
func (w reportWord) is(p string) bool { return w.kind == arabic.Punct && w.fold == p }

// pauses reports whether w parts clauses.
func (w reportWord) pauses() bool {
	if w.kind != arabic.Punct {
		return false
	}
	switch w.fold {
	case "،", ",", "؛", ";", "-", "–", "—", "ـ", "_", "(", ")", "[", "]", "*", "|", "/", "…", "...":
		return true
	}
	return false
}

// stops reports whether w ends a sentence or leads to a list.
func (w reportWord) stops() bool {
	return w.kind == arabic.Punct && (w.fold == "." || w.fold == "؟" || w.fold == "!" || w.fold == "?" || w.fold == "؛" || w.fold == ";")
}

// that reports whether w is أنّ or إنّ, with a pronoun or without, or «ألا».
func (w reportWord) that() bool { return complementizers[w.base] || w.not }

// byThat reports whether w is بأنّ.
func (w reportWord) byThat() bool {
	rest, ok := strings.CutPrefix(w.base, "ب")
	return ok && complementizers[rest]
}

// form gives the reporting form that w is. A vowel ُ on the first letter of a
// verb shows a passive, which reports of nobody: «يُذكر»، «نُقل».
func (w reportWord) form(text string) (reportForm, bool) {
	f, ok := reporting().forms[w.base]
	if !ok {
		f, ok = w.told()
	}
	if ok && f.tense == tenseParticiple && w.head != headNone && !f.accuses {
		return reportForm{}, false // «مذكرة»، «متحدثة» are nouns
	}
	if !ok || w.kind != arabic.Word || f.tense != tenseParticiple && w.passive(text) {
		return reportForm{}, false
	}
	return f, true
}

// told gives the form of a verb onto which a pronoun is written that says who was told:
// «أبلغتني»، «أبلغهم».
func (w reportWord) told() (reportForm, bool) {
	for _, pronoun := range [...]string{"ني", "نا", "هم", "ها"} {
		if stem, ok := strings.CutSuffix(w.base, pronoun); ok {
			f, ok := reporting().forms[stem]
			return f, ok && f.tells && f.tense != tenseParticiple
		}
	}
	return reportForm{}, false
}

const damma = '\u064F'

// passive reports whether a damma stands on the first letter of w.
func (w reportWord) passive(text string) bool {
	s := text[w.inner:w.End]
	_, n := utf8.DecodeRuneInString(s)
	r, _ := utf8.DecodeRuneInString(s[n:])
	return r == damma
}

// pairQuotes sets close of each opening quotation mark. Within one family any
// mark closes any other, because Arabic texts set “ ” and « » either way round;
// a mark behind a space and before a word opens although one is open: a quotation
// in the other, or the closing mark was forgotten.
func pairQuotes(text string, words []reportWord) {
	var open [2][]int
	var inner [2]bool // the mark that is open holds a quotation
	for i := range words {
		q := quoteMarkFamily(words[i])
		if q < 0 {
			continue
		}
		n := len(open[q])
		spaced := i == 0 || words[i-1].End < words[i].Start
		touches := i+1 < len(words) && words[i+1].Start == words[i].End && words[i+1].kind != arabic.Punct
		switch {
		case n == 0 || spaced && touches:
			open[q] = append(open[q][max(0, n-1):], i)
		case i > open[q][n-1]+1:
			if o := open[q][n-1]; n > 1 || !inner[q] || words[o].ends == words[i].ends && i-o <= lookAhead {
				words[o].close = i
			}
			open[q], inner[q] = open[q][:n-1], n > 1
		}
	}
}

// quoteMarkFamily tells double marks from guillemets, and gives -1 for what is
// no quotation mark.
func quoteMarkFamily(w reportWord) int {
	if w.kind != arabic.Punct {
		return -1
	}
	switch w.fold {
	case "\"", "“", "”", "„", "‟", "″":
		return 0
	case "«", "»":
		return 1
	}
	return -1
}
