package annotate

import (
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// verb reads a report that begins with the reporting verb or participle at
// word i, or whose speaker stands before it.
func (r *statementReader) verb(i int) (next int, ok bool) {
	f, ok := r.words[i].form(r.text)
	if !ok {
		return r.framedThat(i)
	}
	switch {
	case r.governed(i, f):
		return 0, false
	case f.passes:
		return r.passedOn(i)
	}
	if f.frame != frameNone {
		if next, ok = r.framed(i, f); ok {
			return next, true
		}
	}
	if f.light {
		if next, ok = r.stanceOf(i, f); ok {
			return next, true
		}
	}
	return r.report(i, f)
}

// report reads what the verb at word i takes, and who says it.
func (r *statementReader) report(i int, f reportForm) (next int, ok bool) {
	refused := r.refusal(i)
	if refused >= 0 && f.polarity != corpus.Denies || f.homograph && r.isNoun(i, f) {
		return 0, false
	}
	from, takes := i+1, f.takes
	if f.light {
		if from, takes, ok = r.lightNoun(i); !ok {
			return 0, false
		}
	}
	c, ok := r.complement(from, takes)
	if !ok || c.lead > r.phrase(i+1, r.words[i].ends).wide+1 && r.word(i-1).pauses() {
		if next, told := r.afterQuotation(i, f); told {
			return next, true
		}
	}
	if !ok {
		return r.afterClause(i, f)
	}
	if f.light {
		c.lead = from - 1
	}
	who, ok := r.whoSays(i, c, f)
	if !ok || !r.holds(i, c, who) {
		return 0, false
	}
	s := found{from: c.start, to: r.clauseEnd(c), skip: c.skip, verb: r.verbSpan(i), who: who, polarity: f.polarity, rule: "verb"}
	if f.light && from == i+2 {
		s.verb.End = r.words[i+1].End // «جدد التأكيد»
	}
	if f.tense == tenseParticiple {
		s.rule = "participle"
	}
	if refused >= 0 {
		s.verb.Start = r.words[refused].inner
		s.polarity = r.unrefused(i)
	}
	return s.to, r.emit(s)
}

// holds reports whether what stands around the verb at word i is what its marks ask for.
func (r *statementReader) holds(i int, c complement, who speaker) bool {
	f, _ := r.words[i].form(r.text)
	switch {
	case f.homograph && !r.stands(i, c, who), c.figure && !r.records(who):
		return false
	case f.spoken && !(c.quote && r.words[c.lead].is(":")):
		return false
	}
	return !f.decides || r.records(who) && !r.toldOfDecision(i, c) // a body announces what it decides, a player does it
}

// isNoun reports whether the word at i, whose letters are also those of a verb
// in the past, ends in yeh and so is a noun: «نفي», not «نفى».
func (r *statementReader) isNoun(i int, f reportForm) bool {
	w := r.words[i]
	last, _ := utf8.DecodeLastRuneInString(r.text[w.Start:w.End])
	return f.tense == tensePast && (last == arabic.Yeh || last == arabic.YehHamza) || r.word(i-1).base == "ال"
}

// governed reports whether what stands before the verb at word i takes its
// report away: «أن يعلن»، «سوف يقول»، «لن».
func (r *statementReader) governed(i int, f reportForm) bool {
	p := r.word(i - 1)
	if f.tense == tenseParticiple {
		return predicated[p.base] // «كان متوقعا»
	}
	if f.tense == tensePast {
		return r.afterIf(p.base)
	}
	switch p.base {
	case "سوف", "كي", "لكي", "قد", "حتي", "لن", "او", "اذا", "عدم":
		return true
	case "ان":
		return !r.without(i-2) && r.word(i-2).base != "قبل" // «قبل أن تستدرك: "…"»
	case "كان", "كانت":
		return r.word(i-2).base == "اذا"
	}
	return false
}

// predicated are the verbs of which a participle is the predicate, and reports nothing.
var predicated = wordSet{
	"كان": true, "كانت": true, "يكون": true, "تكون": true, "ليس": true, "ليست": true, "اصبح": true, "اصبحت": true,
	"بات": true, "باتت": true, "ظل": true, "يبدو": true, "بدا": true, "يعد": true, "يعتبر": true,
}

func (r *statementReader) afterIf(w string) bool {
	return w == "اذا" || w == "لو" || w == "ان" || w == "هل"
}

// without reports whether دون stands at word i.
func (r *statementReader) without(i int) bool {
	b := r.word(i).base
	return b == "دون" || b == "بدون"
}

// refusal gives the first word of the negation before word i, or -1: «لم»، «من
// دون أن».
func (r *statementReader) refusal(i int) int {
	switch r.word(i - 1).base {
	case "لم", "لا", "ما", "لن", "ليس":
		return i - 1
	case "ان":
		if !r.without(i - 2) {
			return -1
		}
		if r.word(i-3).base == "من" {
			return i - 3
		}
		return i - 2
	}
	return -1
}

// unrefused is the polarity of a denial that is itself denied: «لم ينكر»، «لم
// يستبعد».
func (r *statementReader) unrefused(i int) corpus.Polarity {
	if reporting().excludes[r.words[i].base] {
		return corpus.NotExcludes
	}
	return corpus.NotDenies
}

// stands reports whether enough stands around a verb whose letters are also
// those of another word: a clause that it opens, or a speaker that is sure.
func (r *statementReader) stands(i int, c complement, who speaker) bool {
	f, _ := r.words[i].form(r.text)
	if c.noun && f.tense == tensePast && f.masculine && !who.before {
		act := reporting().objects[r.words[c.start].bare] || r.actionShape(r.words[c.start].bare) || r.byAct(c.start)
		return who.sure && r.opensClause(i) && (c.lead > i+1 || c.skip > 0 && r.words[i].conj && act) // «…، وطالب بنشر النص»
	}
	between := (c.quote || r.words[c.lead].is(":")) && r.words[i].base == "بين" // «بين طرابلس وسرت "…"»
	return r.opensClause(i) || who.sure && !between
}

// opensClause reports whether a clause can begin with word i: it stands at the
// beginning, behind a pause, with a conjunction or behind a word such as «كما».
func (r *statementReader) opensClause(i int) bool {
	w, p := r.words[i], r.word(i-1)
	return w.conj || i == 0 || p.ends != w.ends || p.kind == arabic.Punct || p.fold == "" ||
		reporting().openers[p.base] || reporting().openers[p.fold] || p.base == "لم" || p.base == "لا" || p.that() ||
		reporting().adverbs[p.base] || reporting().adverbs[p.bare]
}
