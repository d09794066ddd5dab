package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// nameReading is one way to part a word from its clitics.
type nameReading struct {
	form string // folded: «التحالف» of «للتحالف»
	at   int    // where it begins in the text; of «للتحالف» at the first letter, because no part is the form
	led  string // the clitics, folded
}

// nameWord is a token of the document's kept blocks.
type nameWord struct {
	corpus.Span
	kind  arabic.Kind
	fold  string
	reads []nameReading // the whole word first, then longer and longer clitics
	best  nameReading   // the likeliest
	noun  string        // best.form without the article
	// definite says that best.form has the article.
	definite bool
	head     headClass
	headed   nameReading // the reading in which it is a head
	headThe  bool        // and that reading has the article
	tag      int         // number of the tagger's name that holds it, from 1
	nunated  bool        // it has the signs of a noun without article: no name of a place is written so
	dated    bool        // it is part of a date
	taken    bool        // it is part of a mention
	person   bool        // and that of a person
	named    int         // number of the first word of that mention, from 1
	ends     int         // index behind the last word of its sentence
}

// is reports whether w is the mark or the bare word s.
func (w *nameWord) is(s string) bool { return w.fold == s }

// bare reports whether w has no clitic, by its likeliest reading.
func (w *nameWord) bare() bool { return w.best.led == "" }

// readNameWords reads the words of the kept blocks.
func readNameWords(doc corpus.Document) []nameWord {
	var out []nameWord
	reader := names.Shipped().Reader
	cache := map[string]nameWord{}
	for _, b := range doc.Blocks {
		if !b.Role.Kept() {
			continue
		}
		for _, s := range b.Sentences {
			from := len(out)
			for _, t := range arabic.Tokens(s.Of(doc.Text)) {
				span := corpus.Span{Start: t.Start, End: t.End}.Shift(s.Start)
				raw := span.Of(doc.Text)
				w, ok := cache[raw]
				if !ok {
					w = readNameWord(raw, t.Kind, reader)
					cache[raw] = w
				}
				out = append(out, w.placed(span))
			}
			for i := from; i < len(out); i++ {
				out[i].ends = len(out)
			}
		}
	}
	markDated(out, doc.Dates)
	return out
}

// placed gives w at its place in the text.
func (w nameWord) placed(span corpus.Span) nameWord {
	w.Span = span
	w.best.at += span.Start
	w.headed.at += span.Start
	return w
}

// readNameWord reads one word; the places of its readings are counted from its
// own start.
func readNameWord(raw string, kind arabic.Kind, reader names.Reader) nameWord {
	w := nameWord{kind: kind, fold: nameFold(raw)}
	w.best = nameReading{form: w.fold}
	w.noun = w.fold
	w.reads = []nameReading{w.best}
	if kind != arabic.Word {
		return w
	}
	w.nunated = nunated(raw)
	lists := mentionWords()
	first, _ := utf8.DecodeRuneInString(raw)
	if unicode.Is(unicode.Arabic, first) {
		w.reads = nameReadings(raw)
		clitic, base := reader.Part(arabic.Fold(raw))
		for _, r := range w.reads {
			if r.led == clitic && r.form == nameFold(base) {
				w.best = r
				break
			}
		}
		for _, r := range w.reads {
			if w.best.led == "" && r.led == string(arabic.Lam) && strings.HasPrefix(r.form, articleName) {
				w.best = r // «للانتخابات» is the article behind ل, however often the word is seen
				break
			}
		}
	}
	w.noun, w.definite = w.best.noun(raw)
	for _, r := range w.reads {
		noun, the := r.noun(raw)
		if c := lists.heads[noun]; c != 0 && !w.nunated {
			w.head, w.headed, w.headThe = c, r, the
			break
		}
	}
	return w
}

// nunated reports whether a word ends in the signs of a noun that nothing belongs to and that has no
// article: «معبرٌ يُفتح»، «طلباً موريتانياً».
func nunated(raw string) bool { return strings.ContainsAny(raw, "\u064B\u064C\u064D") }

// noun gives the form without its article.
func (r nameReading) noun(raw string) (noun string, the bool) {
	if hasArticle(raw[r.at:], r.form) {
		return r.form[len(articleName):], true
	}
	return r.form, false
}

// nameReadings lists the ways to read a word.
func nameReadings(raw string) []nameReading {
	out := []nameReading{{form: nameFold(raw)}}
	for _, s := range arabic.Splits(raw)[1:] {
		r := nameReading{led: arabic.Fold(s.Prefix), at: len(s.Prefix), form: nameFold(s.Rest)}
		switch {
		case r.form == "" || strings.HasSuffix(r.led, articleName):
			continue // the article stays
		case strings.HasSuffix(r.led, string(arabic.Seen)):
			continue // the س of the future stands before verbs only: «سامر»
		case strings.HasSuffix(r.led, "لل"):
			r.form = articleName + r.form
			r.led = strings.TrimSuffix(r.led, "ل")
			r.at = strings.LastIndex(raw[:r.at], "لل")
			if r.at < 0 {
				continue // a mark stands between the two
			}
		}
		out = append(out, r)
		if whole, ok := assimilated(raw, r); ok {
			out = append(out, whole)
		}
	}
	return out
}

// assimilated gives the reading with the article of a head behind ل that begins with ل itself, where both are
// written as one letter: «اللجنة» of «للجنة», which is «لجنة» too.
func assimilated(raw string, r nameReading) (nameReading, bool) {
	lam := string(arabic.Lam)
	if !strings.HasSuffix(r.led, lam) || !strings.HasPrefix(r.form, lam) || mentionWords().heads[r.form] == 0 || r.at < len(lam) || !strings.HasSuffix(raw[:r.at], lam) {
		return r, false
	}
	return nameReading{form: articleName + r.form, at: r.at - len(lam), led: r.led}, true
}

// markDated marks the words in dates. A date that is a word's part («لأيلول»)
// marks it too.
func markDated(words []nameWord, dates []corpus.Date) {
	k := 0
	for i := range words {
		for k < len(dates) && dates[k].End <= words[i].Start {
			k++
		}
		words[i].dated = k < len(dates) && dates[k].Overlaps(words[i].Span)
	}
}

// latin reports whether w is written in Latin letters, the first a capital.
func (w *nameWord) latin(text string) bool {
	r, _ := utf8.DecodeRuneInString(text[w.Start:])
	return w.kind == arabic.Word && unicode.Is(unicode.Latin, r) && unicode.IsUpper(r)
}
