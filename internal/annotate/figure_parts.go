package annotate

import (
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// amongThem reads a part with its pronoun behind it: «64 منهم». Without a figure before
// it, it is of the counted noun with the article.
func (r *figureReader) amongThem(x referral) (c figureCount, ok bool) {
	switch r.fold(x.next) {
	case "منهم", "منها", "منهن":
	default:
		return c, false
	}
	s, ok := r.wholeOf(x)
	_, list := r.number(x.next + 1)
	if !ok || list || r.isLabel(x.figureNumber) {
		return c, false // in «68 منها 27» the pronoun is of the second
	}
	c, ok = r.as(x, s, "among")
	c.next = x.next + 1
	return c, ok
}

// ofThem reads a part with its pronoun before it: «بينهم 27 فقدوا», «هم 131 من الجبهة».
func (r *figureReader) ofThem(x referral) (c figureCount, ok bool) {
	s, ok := r.wholeOf(x)
	if !ok || r.refused > s.first && x.cue.first-r.refused < 4 {
		return c, false
	}
	switch x.cue.kind {
	case "among":
		if s.kind == "money" {
			return r.scaled(x, s, "among")
		}
		return r.as(x, s, "among")
	case "fellow":
		return r.fellow(x, s, x.cue.first)
	}
	if !x.and && r.opensList(x.at-1) && r.sameSentence(s.first, x.first) && x.max < s.whole {
		return r.fellow(x, s, x.at-1)
	}
	return c, false
}

// fellow reads the first part of s in a list that opens at token i, close behind s: it has a preposition
// behind it. Wrong where something else is told there: «حضر 300 متفرج، 150 من كل فريق» is of parts, «باع 300 كتاب، 20 في
// اليوم» is a rate.
func (r *figureReader) fellow(x referral, s figureSaid, i int) (c figureCount, ok bool) {
	if s.next < i-2 || r.preposition(x.next) == "" {
		return c, false
	}
	return r.as(x, s, "fellow")
}

// opensList reports whether token i is a mark behind which the parts of a count can
// stand: «118 أسيرا: 64 من الجيش».
func (r *figureReader) opensList(i int) bool {
	switch r.raw(i) {
	case ":", "،", ",", "(", "-", "–":
		return true
	}
	return false
}

// goesOn reads what follows a figure in a list, with و and the preposition of that figure:
// «64 أسيرا من الجيش و54 من الجبهة». A number that is none, a length of time for one,
// breaks the list. Wrong where the second is of another kind: «12 شخصا في الخيام و5 في البيوت غرف».
func (r *figureReader) goesOn(x referral) (c figureCount, ok bool) {
	s := r.said
	if !x.and || !s.there() || s.sentence != r.tokens[x.first].sentence || r.refused > s.first || x.at-s.next > farList {
		return c, false
	}
	for i := s.next; i < x.at; i++ {
		if r.tokens[i].length {
			return c, false
		}
	}
	p := r.preposition(x.next)
	for i := s.next; p != "" && i <= s.next+2 && i < x.at; i++ {
		if q := r.preposition(i); q == p {
			return r.scaled(x, s, "list")
		}
	}
	return c, false
}

// parallel reads what the same preposition stands before as before a figure of its sentence: «حصل
// الحزب على 164 مقعدا، بينما حصل حليفه على 97». Wrong where the verbs are of two
// things: «وزعت الجمعية على 40 أسرة وحصلت على 30».
func (r *figureReader) parallel(x referral) (c figureCount, ok bool) {
	s, ok := r.here(x)
	p := r.governor(x)
	switch {
	case !ok, p == "", p != s.governor, r.refused > s.first, x.at-s.next > farParallel:
		return c, false
	case !s.near(x.figureNumber), r.fold(x.next) == "من":
		return c, false
	}
	return r.as(x, s, "parallel")
}

// farParallel is how many tokens apart two numbers behind one preposition may stand.
const farParallel = 16

// governor gives the preposition before x of which a count can be the object.
func (r *figureReader) governor(x referral) string {
	if x.particle == "ب" {
		return x.particle
	}
	switch w := r.fold(x.at - 1); w {
	case "ب", "علي":
		return w
	}
	return ""
}

// farList is how many tokens the parts of a list may stand apart.
const farList = 12

// preposition gives the preposition that token i is or begins with, one for those that
// say the same: «في» and «ب», «وفق» and «بحسب», and for any date.
func (r *figureReader) preposition(i int) string {
	if i < len(r.tokens) && r.tokens[i].date >= 0 {
		return "date"
	}
	switch w := r.fold(i); w {
	case "من", "الي", "علي", "عن", "ضد", "مع", "لدي", "خلال":
		return w
	case "في", "داخل":
		return "في"
	case "وفق", "بحسب", "حسب":
		return "وفق"
	default:
		switch {
		case strings.HasPrefix(w, "لل"):
			return "ل"
		case strings.HasPrefix(w, "بال"), strings.HasPrefix(w, "ب") && utf8.RuneCountInString(w) > 3 && r.tokens[i].name >= 0:
			return "في"
		}
	}
	return ""
}

// outOf reads the whole behind its part, «112 من أصل 320», and the part before its whole,
// «98 من أصل 176 نائبا». The whole is not less than the part, so that of «95 مليونا من أصل 640»
// are millions too.
func (r *figureReader) outOf(x referral) (c figureCount, ok bool) {
	switch i := x.next; {
	case r.fold(i) == "من":
		return r.partOf(x, i+1)
	case r.fold(i) == "فقط" && r.fold(i+1) == "من":
		return r.partOf(x, i+2)
	}
	s := r.said
	if x.cue.kind != "whole" || !s.there() || s.sentence != r.tokens[x.first].sentence || x.cue.first-s.next > 3 {
		return c, false
	}
	if x.max*x.scaleOf(s) < s.max {
		return c, false
	}
	if r.lex.cues[arabic.Fold(s.unit)] == "fate" {
		s.unit, s.what = "", "" // «ثلاثة قتلى من بين خمسة»: the others live
	}
	return r.scaled(x, s, "whole")
}

// partOf reads a part before its whole, which begins at token i and has the noun.
func (r *figureReader) partOf(x referral, i int) (c figureCount, ok bool) {
	if cue := r.fold(i); r.lex.cues["من "+cue] == "whole" {
		i++
	}
	if u, _ := r.lex.unit(r.fold(i)); u.kind == "count" && !u.singular && !r.labelled(x.figureNumber) {
		s := figureSaid{unit: r.raw(i), kind: u.kind, what: r.raw(i), counts: true} // «حضر الجلسة 12 من أعضاء المجلس»
		return r.as(x, s, "part")
	}
	m, ok := r.number(i)
	if !ok || m.spoilt || m.vague || m.max <= x.max {
		return c, false
	}
	whole, ok := r.countedBy(m)
	if !ok || whole.bare || whole.kind == "share" {
		return c, false
	}
	s := figureSaid{unit: whole.unit, kind: whole.kind, what: whole.unit, counts: r.counts(whole)}
	return r.as(x, s, "part")
}

// restricted reads «لا يحتجز سوى 431».
func (r *figureReader) restricted(x referral) (c figureCount, ok bool) {
	s, ok := r.back(x)
	if r.said.there() && r.sameSentence(r.said.first, x.first) {
		s, ok = r.said, r.said.kind != "share"
	}
	switch {
	case !ok || x.cue.kind != "only" || !r.negated(x.cue.first):
		return c, false
	case s.kind == "money" && x.max*x.scaleOf(s) < s.max:
		return r.scaled(x, s, "only")
	case x.max < s.max:
		return r.as(x, s, "only")
	}
	return c, false
}

// negated reports whether a negation stands before token i in its sentence.
func (r *figureReader) negated(i int) bool {
	for j := i - 1; j >= max(0, i-12) && r.sameSentence(i, j); j-- {
		switch strings.TrimPrefix(r.fold(j), "و") {
		case "لا", "لم", "لن", "ليس", "ليست", "ما":
			return true
		}
	}
	return false
}
