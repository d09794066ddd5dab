package annotate

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// frame is how a verb says something of an object: with a particle behind it, and both
// are what is stated.
type frame uint8

const (
	frameNone   frame = iota
	ascribes          // «عزا الوزير | التأخير إلى الأمطار»
	charges           // «اتهم الوزير | الشركة بالتقصير»
	blames            // «حمّل الوزير | الشركة مسؤولية التأخير»
	estimates         // «قدّرت البلدية | عدد المنازل بـ40»
	tallies           // «رفعت الوزارة | الحصيلة إلى 12 قتيلا»، the object counts
	frameStates       // how many there are
)

var frameMarks = [frameStates]string{
	ascribes: "ascribes", charges: "charges", blames: "blames", estimates: "estimates", tallies: "tallies",
}

// framed reads a report of the verb at word i that has a frame. Where أن stands behind the
// particle, what is stated begins there, and the verb is read as any other.
//
// It is wrong where the title of the subject ends in a noun that looks like an object:
// «قدّر مجلس الوزراء الإنتاج …» without a particle of its own before «الإنتاج».
func (r *statementReader) framed(i int, f reportForm) (next int, ok bool) {
	object, ok := r.frameObject(i, f)
	if !ok || r.refusal(i) >= 0 {
		return 0, false
	}
	who, ok := r.whoFrames(i, object, f)
	if !ok {
		return 0, false
	}
	c := complement{lead: object, start: object, noun: true}
	s := found{from: object, to: r.clauseEnd(c), verb: r.verbSpan(i), who: who, polarity: f.polarity, rule: "object"}
	return s.to, r.emit(s)
}

// framedThat reads a report of a verb that estimates, whose object is a pronoun: «تقدّره مصادر
// في اللجنة | بما بين 250 و300».
func (r *statementReader) framedThat(i int) (next int, ok bool) {
	j, who, ok := r.estimate(i)
	if !ok {
		return 0, false
	}
	s := found{from: j, to: r.clauseEnd(complement{start: j, noun: true}), verb: r.verbSpan(i), who: who, rule: "object"}
	s.skip = letterBytes(r.words[j].Of(r.text))
	if r.words[j].base == "ب" {
		s.from, s.skip = j+1, 0
	}
	return s.to, r.emit(s)
}

// estimate finds the figure of a verb at word i that estimates what a pronoun on it means, and
// who estimates.
func (r *statementReader) estimate(i int) (figure int, who speaker, ok bool) {
	stem, _ := withoutPronoun(r.words[i].base)
	f, known := reporting().forms[stem]
	if !known || stem == r.words[i].base || f.frame != estimates || f.tense == tenseParticiple || r.words[i].passive(r.text) {
		return 0, who, false
	}
	for j := i + 2; j < min(r.words[i].ends, i+nearBy) && !r.words[j].that() && !r.words[j].stops(); j++ {
		if r.figureBy(j) {
			who, at := r.subject(i+1, j)
			return j, who, at == present && who.sure
		}
	}
	return 0, who, false
}

// whoFrames finds the speaker of the verb at word i, whose object begins at word object.
// A subject that stands nowhere can be that of a passive, so one must stand somewhere.
func (r *statementReader) whoFrames(i, object int, f reportForm) (speaker, bool) {
	if f.tense == tenseParticiple {
		return r.speakerHere(i, f)
	}
	if object == i+1 {
		s, ok := r.subjectBefore(i)
		return s, ok && s.sure
	}
	s, at := r.subject(i+1, object)
	return r.spokenTo(s, i+1, object), at == present && (s.sure || !f.homograph)
}

// frameObject finds the object of the verb at word i: a noun that can be one and the
// particle of the verb behind it.
func (r *statementReader) frameObject(i int, f reportForm) (object int, ok bool) {
	object = -1
	for j := i + 1; j < min(r.words[i].ends, i+lookAhead/2); j++ {
		w := r.words[j]
		switch {
		case object >= 0 && r.frameParticle(j, f.frame):
			return object, true
		case w.stops(), w.that(), w.byThat(), w.is(":"), object >= 0 && j-object > nearBy, j > i+1 && r.another(j):
			return 0, false
		case r.quotes(j):
			j = w.close
		case object < 0 && r.opensObject(i, j, f):
			object = j
		}
	}
	return 0, false
}

// frameParticle reports whether word j leads to what a verb says of its object.
func (r *statementReader) frameParticle(j int, f frame) bool {
	w := r.words[j]
	switch f {
	case ascribes:
		return w.base == "الي" && !r.word(j+1).that()
	case charges:
		rest, ok := strings.CutPrefix(w.fold, "ب")
		return ok && !w.conj && (rest == "" || w.led || reporting().objects[rest] || r.actionShape(rest))
	case blames:
		return w.bare == "مسووليه" && !w.led
	case estimates:
		return r.figureBy(j)
	case tallies:
		return r.figureBy(j) || (w.base == "الي" || w.base == "في" || w.base == "عند" || w.base == "علي") && r.figureAt(j+1)
	}
	return false
}

// opensObject reports whether the object of the verb at word i can begin at word j: the
// phrase before it is complete, and word j is no part of it.
func (r *statementReader) opensObject(i, j int, f reportForm) bool {
	w, lex := r.words[j], reporting()
	if w.kind != arabic.Word || w.led || w.conj || w.head == headPerson || lex.adverbs[w.base] || lex.adverbs[w.bare] || r.inMention(j) {
		return false
	}
	counts := r.counts(w)
	if f.frame == tallies && !counts {
		return false
	}
	if j == i+1 {
		return f.tense == tenseParticiple && !lex.breaks[w.base] || (w.definite || counts) && w.head == headNone
	}
	if f.tense == tenseParticiple || !r.phraseEnds(i, j) {
		return false
	}
	_, named := r.mentionAt(j)
	switch {
	case w.base == "هذا" || w.base == "هذه" || w.base == "ذلك" || w.base == "تلك":
		return true
	case lex.breaks[w.base] || lex.openers[w.base]:
		return false
	case named:
		m, ok := r.holding(j - 1)
		return !r.personAt(j) || ok && m.Type == corpus.TypePerson && m.End == r.words[j-1].End
	case w.definite:
		return w.head != headNone || counts || lex.objects[w.bare] || !describing(w)
	}
	return counts || r.isObject(j) || r.words[j-1].pauses() || lex.adverbs[r.words[j-1].base]
}

// counts reports whether w is a noun that counts, with a pronoun or without: «عددهم».
func (r *statementReader) counts(w reportWord) bool {
	stem, _ := withoutPronoun(w.base)
	lex := reporting().marks
	return lex[w.bare] == "count" || lex[w.bare] == "tally" || lex[stem] == "count" && stem == "عدد"
}

// phraseEnds reports whether the noun phrase of the subject of the verb at word i can be
// complete before word j.
func (r *statementReader) phraseEnds(i, j int) bool {
	p := r.words[j-1]
	return j-1 > i && (p.definite && p.kind == arabic.Word || r.mentionEnds(j-1) || p.pauses() || p.kind == arabic.Numeric || quoteMarkFamily(p) >= 0 || pronominal[p.base] ||
		reporting().adverbs[p.base] || reporting().adverbs[p.bare] || itself[p.base])
}

// mentionEnds reports whether a name ends with word k.
func (r *statementReader) mentionEnds(k int) bool {
	m, ok := r.holding(k)
	return ok && m.End == r.words[k].End
}
