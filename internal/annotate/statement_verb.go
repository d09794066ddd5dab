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
	switch {
	case !ok || r.governed(i, f):
		return 0, false
	case f.passes:
		return r.passedOn(i)
	}
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
	if !ok {
		return r.afterQuotation(i, f)
	}
	if f.light {
		c.lead = from - 1
	}
	who, ok := r.whoSays(i, c, f)
	if !ok || f.homograph && !r.stands(i, c, who) {
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
		return !r.without(i - 2)
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

// lightNoun finds the noun of reporting behind a verb that needs one, and gives
// the word behind it: «جدد | التأكيد على».
func (r *statementReader) lightNoun(i int) (from int, takes reportTakes, ok bool) {
	for j := i + 1; j < min(r.words[i].ends, i+lookAhead/2); j++ {
		if reporting().light[r.words[j].base] {
			return j + 1, takesClause | takesOn | takesTo | takesBy | takesOf, true
		}
		if r.words[j].stops() || r.words[j].that() {
			break
		}
	}
	return 0, 0, false
}

// whoSays finds the speaker of the verb at word i, whose words begin with c.
func (r *statementReader) whoSays(i int, c complement, f reportForm) (speaker, bool) {
	end := c.lead
	if f.tense == tenseParticiple {
		s, ok := r.speakerHere(i, f)
		return r.spokenTo(s, i+1, end), ok
	}
	if f.within {
		from := i + 2
		if r.word(i+1).base == "علي" && r.word(from).base == "لسان" {
			s, at := r.subject(from+1, end) // «جاء على لسان الوزير»
			return s, at == present && s.sure
		}
		s, at := r.subject(from, end)
		return s, at == present && s.sure && r.word(i+1).base == "في"
	}
	s, ok := r.quoted(i+1, end)
	if ok {
		return s, true
	}
	if r.hadDone(i) {
		if s, ok = r.subjectBefore(i); ok && s.sure {
			return r.spokenTo(s, i+1, end), true
		}
	}
	s, at := r.subject(r.behindPause(i+1, end), end)
	if f.accuses && r.oneName(i+1, end) {
		at = absent
	}
	switch at {
	case present:
		if (f.weak || f.homograph && f.tense == tensePast) && !s.sure || f.accuses && s.span.End == r.word(end-1).End {
			return s, false // who is accused cannot be told from who accuses
		}
		s.feminine, s.masculine = f.feminine, f.masculine
		return r.spokenTo(s, i+1, end), s.sure || !c.noun && !f.homograph || r.opensClause(i)
	case blocked:
		return s, false
	}
	if s, ok = r.subjectBefore(i); ok {
		s.feminine, s.masculine = f.feminine, f.masculine
		return r.spokenTo(s, i+1, end), true
	}
	s, ok = r.unsaid(i, f)
	return r.spokenTo(s, i+1, end), ok
}

// behindPause gives word i, or the one behind it where i is a pause that stands between a verb
// and its subject: «طالبت، الكاتبة العامة للجمعية، …، بإطلاق».
func (r *statementReader) behindPause(i, end int) int {
	n := r.word(i + 1)
	if r.word(i).pauses() && i+1 < end && (r.personAt(i+1) || n.definite && n.head == headPerson && !n.led) {
		return i + 1
	}
	return i
}

// hadDone reports whether the clause of the verb at word i begins with كان and its subject, so
// that who stands behind the verb is told: «وكانت الإدارة أعلمت والد التلميذ بأن».
func (r *statementReader) hadDone(i int) bool {
	from := r.clauseOf(i)
	w := r.word(from).base
	return (w == "كان" || w == "كانت") && i-from > 1 && !r.words[i].conj
}

// oneName reports whether words i to end are one word, or one name with titles at
// most before it: all that is accused, and not who accuses it.
func (r *statementReader) oneName(i, end int) bool {
	if end-i <= 1 {
		return true
	}
	m, ok := r.mentionBefore(end - 1)
	for ; ok && i < end && r.words[i].Start < m.Start; i++ {
		if r.words[i].head == headNone {
			return false
		}
	}
	return ok
}

// spokenTo notes the outlet that the words from from to to name.
func (r *statementReader) spokenTo(s speaker, from, to int) speaker {
	if by := r.outlet(from, to); by != "" {
		s.by = by
	}
	return s
}

// quoted reads «نقلاً عن …» between a verb and its words: it speaks, and the
// subject of the verb passes it on.
func (r *statementReader) quoted(from, to int) (speaker, bool) {
	for j := from; j+2 < to; j++ {
		if r.words[j].base != "نقلا" || r.words[j+1].base != "عن" {
			continue
		}
		s, at := r.subject(j+2, to)
		if by, is := r.subject(from, j); is == present {
			s.by = by.name
		}
		return s, at == present
	}
	return speaker{}, false
}

// stands reports whether enough stands around a verb whose letters are also
// those of another word: a clause that it opens, or a speaker that is sure.
func (r *statementReader) stands(i int, c complement, who speaker) bool {
	f, _ := r.words[i].form(r.text)
	if c.noun && f.tense == tensePast && f.masculine {
		return who.sure && r.opensClause(i) && c.lead > i+1
	}
	between := c.quote && r.words[i].base == "بين" // «بين طرابلس وسرت "…"»
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

// afterQuotation reads a verb behind the quotation that it reports: «"…"، قال
// فلان».
func (r *statementReader) afterQuotation(i int, f reportForm) (next int, ok bool) {
	j := i - 1
	if r.word(j).pauses() {
		j--
	}
	open := r.opening(j)
	if open < r.floor || j-open <= longQuote || f.homograph || f.tense == tenseParticiple || f.light {
		return 0, false
	}
	end := r.words[i].ends
	p := r.phrase(i+1, end)
	who, at := r.subject(i+1, p.wide)
	if at == absent {
		who, ok = r.memory.carry(f)
	} else {
		ok = at == present && (who.sure || !f.weak)
	}
	if !ok {
		return 0, false
	}
	s := found{from: open, to: j + 1, verb: r.verbSpan(i), who: r.spokenTo(who, i+1, end), rule: "quotation"}
	return max(p.wide, i+1), r.emit(s)
}

// opening gives the word that opens the quotation which word j closes, or -1.
func (r *statementReader) opening(j int) int {
	if j < 0 || quoteMarkFamily(r.word(j)) < 0 || r.words[j].close >= 0 {
		return -1
	}
	for k := j - 1; k >= max(0, j-lookBack); k-- {
		if r.words[k].close == j {
			return k
		}
	}
	return -1
}
