package annotate

import (
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// clauseEnd gives the word behind what is stated from c on. A clause ends with
// its sentence, where the next report begins, before a source named aside, and
// before the page's own comment on it. A quotation ends with its mark.
//
// It is wrong where the page goes on in its own voice behind a comma with a
// plain clause, and for speech that a full stop cuts.
func (r *statementReader) clauseEnd(c complement) int {
	if c.start >= len(r.words) {
		return len(r.words)
	}
	end := r.words[c.start].ends
	if c.start > 0 {
		end = max(end, r.words[c.start-1].ends)
	}
	for j := c.start; j < end; j++ {
		if r.quotes(j) {
			stop := r.words[j].close + 1
			if j == c.start && r.closesAll(stop, r.words[j].close-j-1) {
				return r.goesOn(stop)
			}
			if r.words[j].close-j > 2*longQuote && r.parts(stop) && !r.anotherThat(stop) {
				return r.goesOn(stop)
			}
			j, end = r.words[j].close, max(end, r.words[r.words[j].close].ends)
			continue
		}
		if r.breaksOff(j, c) {
			return j
		}
	}
	return end
}

// closesAll reports whether a quotation of n words that closes before word
// stop is all that is stated: a pause follows, or it is long.
func (r *statementReader) closesAll(stop, n int) bool {
	return n > 2*longQuote || r.parts(stop) || n >= longQuote && r.reportsAt(stop)
}

// anotherThat reports whether what is stated goes on behind the pause at word j: «…"، وأن
// الطريق سيُفتح».
func (r *statementReader) anotherThat(j int) bool {
	return r.word(j).pauses() && r.word(j+1).conj && r.word(j+1).that()
}

// parts reports whether word j parts what is before it from what is behind.
func (r *statementReader) parts(j int) bool {
	w := r.word(j)
	return w.kind == arabic.Punct
}

// goesOn joins to a quotation that ends before word stop the next one that is
// joined to it: «"…"، وأن "…"».
func (r *statementReader) goesOn(stop int) int {
	for {
		j := stop
		if r.word(j).pauses() {
			j++
		}
		if w := r.word(j); w.conj && w.that() || w.loneConjunction() {
			j++
		} else if j == stop || !r.quotes(j) {
			return stop
		}
		if !r.quotes(j) {
			return stop
		}
		stop = r.words[j].close + 1
	}
}

// breaksOff reports whether the clause of c ends before word j.
func (r *statementReader) breaksOff(j int, c complement) bool {
	if j == c.start {
		return false
	}
	w := r.words[j]
	switch {
	case w.pauses():
		return r.turns(j+1, c)
	case w.kind != arabic.Word || r.words[j-1].pauses():
		return false
	}
	if f, ok := w.form(r.text); ok && f.tense == tenseParticiple || ok && w.conj && f.tense == tensePast && (!f.homograph || r.thatAt(j+1)) {
		return r.reportsAt(j)
	}
	return r.sourceAt(j)
}

// thatAt reports whether أن or بأن stands at word j, behind a quotation mark or not.
func (r *statementReader) thatAt(j int) bool {
	if quoteMarkFamily(r.word(j)) >= 0 {
		j++
	}
	return r.word(j).that() || r.word(j).byThat()
}

// sourceAt reports whether a source is named aside at word j, behind the clause:
// one that is known, or any behind «وفق ما أوردته».
func (r *statementReader) sourceAt(j int) bool {
	switch attributions[r.words[j].base] {
	case attrNone, attrUnder:
		return false
	case attrOn:
		return r.tail(j)
	case attrAs:
		a, ok := r.aside(j)
		return ok && a.behind
	case attrWhat:
		return true
	}
	k := j + 1
	if r.word(k).base == "ل" {
		k++
	}
	if n := r.word(k); n.base == "ما" || n.base == "لما" {
		_, told := reporting().forms[r.word(k+1).base]
		if told || r.toldOf(r.word(k+1)) {
			return true
		}
	}
	return r.tail(j)
}

// turns reports whether behind a pause at word j something begins that is not
// of the clause of c.
func (r *statementReader) turns(j int, c complement) bool {
	w, n := r.word(j), r.word(j+1)
	if w.loneConjunction() {
		w, n = n, r.word(j+2)
	}
	switch {
	case (w.base == "ما" || w.base == "مما") && !w.conj && !w.loneConjunction() && r.word(j-1).pauses() && n.kind == arabic.Word:
		return true // «، ما يفتح الباب»
	case w.base == "ثم" && c.noun && n.kind == arabic.Word:
		return true // «نفى الوزير خفض العملة، ثم وقع القرار»
	case w.base == "في" && n.base == "اشاره", w.base == "الامر" && n.base == "الذي", w.base == "هذا" && n.base == "ما" && w.conj:
		return true
	case w.base == "هو" && n.base == "ما" && (c.noun || r.toldOf(r.word(j+2))):
		return true
	case w.base == "نقلا" && n.base == "عن":
		return true
	}
	stance, _ := cutConjunction(w.base)
	if reporting().stances[w.base] || reporting().stances[stance] {
		return true
	}
	return r.reportsAt(j) || j < len(r.words) && (r.sourceAt(j) || r.turnsAt(j))
}

// denial reports whether w denies the verb behind it.
func denial(w reportWord) bool { return w.base == "لم" || w.base == "لا" }

// toldOf reports whether w is a reporting verb with a pronoun: «وهو ما نفته».
func (r *statementReader) toldOf(w reportWord) bool {
	stem, _ := withoutPronoun(w.base)
	_, ok := reporting().forms[stem]
	return ok
}

// reportsAt reports whether a report begins at word j, behind up to four words
// that open a clause: «كما أكد»، «فيما قال»، «من جهته أوضح».
func (r *statementReader) reportsAt(j int) bool {
	lex := reporting()
	opened := false
	for n := 0; n < 5; n++ {
		w := r.word(j + n)
		f, ok := w.form(r.text)
		if ok && (f.tense == tenseParticiple || w.conj || opened || n == 0 && r.word(j-1).pauses()) && !f.decides && !r.governed(j+n, f) {
			takes, from := f.takes, j+n+1
			if _, ok = r.complement(from, takes); !ok && f.frame != frameNone {
				_, ok = r.frameObject(j+n, f)
			}
			return ok && (!denial(r.word(j+n-1)) || f.polarity == corpus.Denies)
		}
		if _, _, guessed := r.estimate(min(j+n, len(r.words)-1)); guessed && opened {
			return true // «فيما تقدّره مصادر بنحو 300»
		}
		if w.conj && denial(w) {
			opened = true // «، ولم يستبعد»
			continue
		}
		if r.without(j+n) || w.that() && r.without(j+n-1) {
			opened = true // «من دون أن يستبعد»
			continue
		}
		if !lex.openers[w.base] && !w.loneConjunction() && w.base != "من" && w.base != "في" && !lex.occasions[w.bare] && w.kind != arabic.Punct {
			return false
		}
		opened = opened || lex.openers[w.base] || w.loneConjunction()
	}
	return false
}
