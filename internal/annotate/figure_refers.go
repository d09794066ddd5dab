package annotate

import (
	"math"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// figureSaid is a figure of the block that a number without a noun can refer to.
type figureSaid struct {
	first, next int // tokens
	sentence    int
	unit, kind  string
	what, scope string
	min, max    float64
	whole       float64 // the amount of which it is a part, or its own
	scale       float64
	open        bool // a bound says that it may be more
	governor    string
	counts      bool // people, things or events
	toll        bool // a word for what befell them stands before it: «مقتل 31 جنديا»
}

// note keeps a figure for numbers that refer to it.
func (r *figureReader) note(f corpus.Figure, n figureNumber, c figureCount) {
	x := r.referral(n)
	s := figureSaid{
		first: x.at, governor: r.governor(x), next: c.next, sentence: r.tokens[n.first].sentence,
		unit: f.Unit, kind: c.kind, what: f.What, scope: f.Scope,
		min: f.Min, max: f.Max, whole: f.Max, scale: max(n.scale, c.scale), toll: x.cue.kind == "toll" || x.cue.kind == "befell",
		open: f.Bound == corpus.BoundAtLeast || f.Bound == corpus.BoundAbout || n.vague,
	}
	s.counts = r.counts(c)
	switch c.rule {
	case "among", "fellow", "list":
		s.whole, s.open = max(c.of.whole, f.Max), c.of.open
	}
	r.said = s
	if s.counts {
		r.counted, r.earlier = s, r.counted
	}
}

// refer gives a figure without a noun what it refers to.
func (c figureCount) refer(f *corpus.Figure) {
	f.Rule = c.rule
	if c.rule != "head" {
		f.What = c.of.what
	}
	if c.rule == "whole" {
		f.Scope = c.of.scope
	}
	if c.scale > 1 {
		f.Min, f.Max = f.Min*c.scale, f.Max*c.scale
	}
}

// counts reports whether people, things or events are counted in c, not measured: with
// their noun, or by a head such as «عدد».
func (r *figureReader) counts(c figureCount) bool {
	switch {
	case c.rule != "" && c.rule != "head":
		return c.of.counts
	case c.kind == "money", c.kind == "measure", c.kind == "share":
		return false
	case !c.bare:
		return true
	case c.unit != "" || r.head < 0:
		return c.unit != ""
	}
	for _, s := range arabic.Splits(r.tokens[r.head].fold) {
		if w := withoutPossessive(s.Rest); r.lex.cues[s.Rest] == "count" || r.lex.cues[w] == "count" {
			return true
		}
	}
	return false
}

// there reports whether s is a figure at all.
func (s figureSaid) there() bool { return s.next > 0 }

// near reports whether two amounts are of one order, so that the one may be said for
// the other.
func (s figureSaid) near(n figureNumber) bool {
	return n.max <= sameOrder*s.max && s.max <= sameOrder*n.max
}

// sameOrder is how many times as much one amount may be as that which it corrects.
const sameOrder = 10

// referral is a number without a noun and what stands before it.
type referral struct {
	figureNumber
	at       int    // the token at which it begins, its bound with it
	and      bool   // a و is written to it
	particle string // a preposition is written to it: «ب»
	cue      figureCue
}

// referred takes a number whose noun is left out or stands elsewhere as a figure of
// what it refers to: «64 منهم من الجيش و54 من الجبهة», «من أصل 320», «لا يحتجز سوى 431».
// That is a figure before it in its sentence, or in the sentence right before if the
// words point back. Wrong where another figure stands between that and the one meant.
func (r *figureReader) referred(n figureNumber) (c figureCount, ok bool) {
	if w := r.fold(n.first - 1); w == "كل" || w == "لكل" {
		return c, false // «7 في كل مئة ألف»
	}
	if n.definite {
		return r.defined(n, n.first-1)
	}
	if r.fold(n.first-1) == articleFold {
		return r.defined(n, n.first-2) // «الطائرات الـ24»
	}
	if n.min < 2 || n.min == 2 && !n.digits || r.yearLike(n) && n.min >= 1900 {
		return c, false
	}
	x := r.referral(n)
	if c, ok = r.amongThem(x); ok {
		return c, true
	}
	if n.vague || !r.nounless(n) {
		return c, false
	}
	for _, find := range []func(*figureReader, referral) (figureCount, bool){
		(*figureReader).ofThem, (*figureReader).goesOn, (*figureReader).outOf, (*figureReader).restricted,
		(*figureReader).against, (*figureReader).changes, (*figureReader).told, (*figureReader).total,
		(*figureReader).thousands, (*figureReader).toll, (*figureReader).acts, (*figureReader).theirs,
		(*figureReader).parallel, (*figureReader).rate, (*figureReader).subject, (*figureReader).each,
	} {
		if c, ok = find(r, x); ok {
			return c, true
		}
	}
	return c, false
}

// referral tells what stands before n.
func (r *figureReader) referral(n figureNumber) referral {
	b := r.boundBefore(n)
	x := referral{figureNumber: n, at: b.first}
	word := r.tokens[b.first].Start
	written := arabic.Fold(r.text[word:max(word, b.start)]) // a sign stands before its number
	x.particle = strings.TrimPrefix(written, "و")
	x.and = written != x.particle
	if r.fold(x.at-1) == "و" {
		x.at, x.and = x.at-1, true
	}
	x.cue, _ = r.cueEnding(x.at-1, x.particle)
	return x
}

// nounless reports whether no noun that n could count follows: a mark, a particle, a
// verb, or a word that has not the shape that such a noun has behind that number. Wrong for a plural
// that begins as a verb does («خمسة يمنيين»), which the unit of another figure would then hide.
func (r *figureReader) nounless(n figureNumber) bool {
	i, w := n.next, r.fold(n.next)
	switch _, known := r.lex.unit(w); {
	case !r.isWord(i):
		return !r.openedBehind(i)
	case known, w == "فاصل", w == "ونصف", w == "وربع":
		return false // «12 فاصل 4» and «أربعة ونصف» are more than the number
	case isPreposition(w), r.lex.stops[w], strings.HasPrefix(w, "و"), strings.HasPrefix(w, "ف"),
		strings.HasPrefix(w, "لل"), strings.HasPrefix(w, "بال"), r.tanwin(n), isPluralVerb(w),
		strings.HasPrefix(w, "ل") && hasPronoun(r.raw(i)): // «414 لمنافسه»
		return true
	case r.tokens[i].name >= 0, strings.HasPrefix(w, articleFold),
		strings.HasSuffix(w, "ا"), strings.HasSuffix(w, "ه"), strings.HasSuffix(w, "اء"):
		return false
	}
	return math.Mod(n.max, 100) >= 11 || strings.HasPrefix(w, "ي") && !strings.HasSuffix(w, "ين")
}

// openedBehind reports whether token i is a mark that opens what may hold the noun:
// «10 آلاف "قطعة"», «ثلاثة (03) مسلحين».
func (r *figureReader) openedBehind(i int) bool {
	switch r.raw(i) {
	case "(":
		return r.isNumeric(i + 1)
	case "«", "“", "\"":
		return !r.glued(i) && r.glued(i+1)
	}
	return false
}

// tanwin reports whether the last word of n is a scale in the accusative with its ending,
// behind which no noun can stand: «12 ألفا».
func (r *figureReader) tanwin(n figureNumber) bool {
	switch r.fold(n.next - 1) {
	case "الفا", "مليونا", "مليارا", "بليونا":
		return n.next > n.first+1
	}
	return false
}

// as counts n as s is counted.
func (r *figureReader) as(x referral, s figureSaid, rule string) (c figureCount, ok bool) {
	if x.min != math.Trunc(x.min) && s.counts {
		return c, false
	}
	return figureCount{first: x.next, next: x.next, unit: s.unit, kind: s.kind, bare: true, of: s, rule: rule}, true
}

// scaled counts n as s is counted, in the millions of s if scale says so: «95 مليونا من أصل 640».
func (r *figureReader) scaled(x referral, s figureSaid, rule string) (c figureCount, ok bool) {
	c, ok = r.as(x, s, rule)
	c.scale = x.scaleOf(s)
	return c, ok
}

// scaleOf gives the scale that x shares with s, 1 if none. Wrong where a sum of some hundreds is
// set against millions: «صرفت 95 مليون دينار ولم تدفع سوى 60».
func (x referral) scaleOf(s figureSaid) float64 {
	if x.scale == 1 && s.scale >= million && x.max < 1000 {
		return s.scale
	}
	return 1
}

// back gives the last figure that counts, if it stands in the sentence of x or in
// the one right before.
func (r *figureReader) back(x referral) (s figureSaid, ok bool) {
	return r.counted, r.counted.there() && r.tokens[x.first].sentence-r.counted.sentence <= 1
}

// wholeOf gives the last figure that counts of which x can be a part, of the last two.
func (r *figureReader) wholeOf(x referral) (s figureSaid, ok bool) {
	if s := r.said; s.kind == "money" && r.sameSentence(s.first, x.first) && x.max*x.scaleOf(s) <= s.whole {
		return s, true
	}
	for _, s := range []figureSaid{r.counted, r.earlier} {
		if s.there() && r.tokens[x.first].sentence-s.sentence <= 1 && (x.max <= s.whole || s.open) {
			return s, true
		}
	}
	return s, false
}

// here gives the last figure that counts, if it stands in the sentence of x.
func (r *figureReader) here(x referral) (s figureSaid, ok bool) {
	return r.counted, r.counted.there() && r.tokens[x.first].sentence == r.counted.sentence
}
