package annotate

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// noun reads a report that begins with a noun of reporting at word i: «إعلان
// قيادة العمليات انتهاء …»، «قوله إن». It is one only with a speaker, named
// behind it or meant by a pronoun at its end.
func (r *statementReader) noun(i int) (next int, ok bool) {
	w := r.words[i]
	noun, own, polarity := reportingNoun(w)
	if noun == "" || w.definite && !own {
		return 0, false
	}
	var who speaker
	takes := takesClause | takesNoun
	c, ok := r.complement(i+1, takes)
	if !ok || c.lead-i > 20 || r.toldWithin(i+1, c.lead) {
		return 0, false
	}
	if own {
		if c.lead > i+1 && !r.word(i+1).pauses() || c.noun {
			return 0, false
		}
		if who, ok = r.speakerHere(i, reportForm{}); !ok && w.fold == "بالقول" {
			who, ok = r.memory.carry(reportForm{})
		}
	} else {
		who, ok = r.nounOf(i, c)
	}
	if !ok {
		return 0, false
	}
	f := found{from: c.start, to: r.clauseEnd(c), skip: c.skip, verb: r.verbSpan(i), who: who, polarity: polarity, rule: "noun"}
	if w.fold != "بالقول" && (w.led || strings.HasPrefix(w.base, "ب") && w.base != noun) {
		f.verb.Start += letterBytes(f.verb.Of(r.text))
	}
	return f.to, r.emit(f)
}

// toldWithin reports whether a relative clause with a verb of reporting stands among words i to
// end: it says what is stated, «تصريحات الوزير الذي أبلغ الصحفيين بأن».
func (r *statementReader) toldWithin(i, end int) bool {
	for ; i+1 < end; i++ {
		if _, ok := r.words[i+1].form(r.text); ok && relatives[r.words[i].base] {
			return true
		}
	}
	return false
}

// nounOf reads the speaker between a noun of reporting at word i and its words.
func (r *statementReader) nounOf(i int, c complement) (speaker, bool) {
	if c.lead == i+1 {
		return speaker{}, false
	}
	s, at := r.subject(i+1, c.lead)
	p := r.phrase(i+1, c.lead)
	if r.words[p.wide-1].End == s.span.End {
		p.to = p.wide // «نفي الناطق باسم الحكومة سالم الكعبي»
	}
	return s, at == present && s.sure && (!c.noun || r.onlyWhen(p.to, c.lead))
}

// onlyWhen reports whether nothing but a time between pauses stands among words k to end.
func (r *statementReader) onlyWhen(k, end int) bool {
	for ; k < end; k++ {
		if w := r.words[k]; !w.pauses() && !reporting().adverbs[w.base] && !reporting().adverbs[w.bare] {
			return false
		}
	}
	return true
}

// reportingNoun reads w as a noun of reporting; own says that a pronoun is
// written onto its end, «قوله»، which names the speaker.
func reportingNoun(w reportWord) (noun string, own bool, polarity corpus.Polarity) {
	if w.kind != arabic.Word {
		return "", false, ""
	}
	if w.fold == "بالقول" {
		return "بالقول", true, corpus.Asserts
	}
	nouns := reporting().nouns
	for _, b := range []string{w.base, strings.TrimPrefix(w.base, "ب")} {
		if p, ok := nouns[b]; ok {
			return b, false, p
		}
		for _, pronoun := range []string{"هما", "هم", "ها", "ه"} {
			stem, ok := strings.CutSuffix(b, pronoun)
			if p, known := nouns[stem]; ok && known {
				return b, true, p
			}
		}
	}
	return "", false, ""
}

// passedOn reads «نقلت وكالة … عن مصدر قوله إن»: who is behind عن speaks, the
// subject passes it on.
func (r *statementReader) passedOn(i int) (next int, ok bool) {
	end := min(r.words[i].ends, i+lookAhead/2)
	from := -1
	for j := i + 1; j < end && from < 0; j++ {
		switch {
		case r.words[j].base == "عن":
			from = j + 1
		case r.words[j].that(), r.words[j].stops():
			return 0, false
		case r.quotes(j):
			j = r.words[j].close
		}
	}
	if from < 0 || from >= end {
		return 0, false
	}
	verb, c, ok := r.sayingOf(i, from, end)
	if !ok {
		return 0, false
	}
	who, at := r.subject(from, verbOr(verb, i, c.lead))
	if at != present {
		return 0, false
	}
	who.by = r.passer(i, from-1)
	f := found{from: c.start, to: r.clauseEnd(c), skip: c.skip, verb: r.verbSpan(verb), who: who, rule: "passed on"}
	return f.to, r.emit(f)
}

// verbOr gives the noun of saying, where there is one, else the lead.
func verbOr(verb, i, lead int) int {
	if verb != i {
		return verb
	}
	return lead
}

// sayingOf finds «قوله» behind word from, and what is said; without it, «نقلت»
// at word i reports.
func (r *statementReader) sayingOf(i, from, end int) (verb int, c complement, ok bool) {
	for j := from; j < end; j++ {
		if _, own, _ := reportingNoun(r.words[j]); own {
			c, ok = r.complement(j+1, takesClause|takesNoun)
			return j, c, ok
		}
		if r.words[j].that() {
			break
		}
	}
	c, ok = r.complement(from, takesClause)
	return i, c, ok && c.lead > from
}

// passer gives who passes on, between the verb at word i and عن at word end.
func (r *statementReader) passer(i, end int) string {
	if s, at := r.subject(i+1, end); at == present {
		return s.name
	}
	return r.outlet(i+1, end)
}
