package annotate

import (
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// against reads what a figure is set against: «61 شخصا لا 64», «300 عنصر بدل 400». The result of
// a match, «ثلاثة أهداف مقابل 2», is none.
func (r *figureReader) against(x referral) (c figureCount, ok bool) {
	s := r.said
	far := farList
	if x.cue.next-x.cue.first == 1 {
		far = 2 // «لا», «مقابل»
	}
	switch {
	case x.cue.kind != "against" || !s.there() || !r.sameSentence(s.first, x.first) || x.cue.first-s.next > far,
		r.lex.cues[arabic.Fold(s.unit)] == "match":
		return c, false
	case s.near(x.figureNumber):
		return r.as(x, s, "against")
	case x.scaleOf(s) > 1:
		return r.scaled(x, s, "against")
	}
	return c, false
}

// changes reads a number after a change, and the one before it: «من 12 إلى 17», «ولن نصل أبدا
// إلى 320». Wrong where another thing of that size changes: «في القرية 20 بئرا. وارتفع السعر من 12 إلى 17».
func (r *figureReader) changes(x referral) (c figureCount, ok bool) {
	if s, ok := r.otherEnd(x); ok {
		return r.as(x, s, "change")
	}
	s, ok := r.back(x)
	if last := r.said; last.there() && r.sameSentence(last.first, x.first) {
		s, ok = last, last.kind != "share"
	}
	switch {
	case !ok || !s.near(x.figureNumber):
		return c, false
	case r.fold(x.next) == "الي" && r.changesFrom(x.figureNumber):
		m, ok := r.number(x.next + 1)
		ok = ok && !m.spoilt && r.nounless(m)
		if ok {
			return r.as(x, s, "change")
		}
	case r.moves(x) && r.sameSentence(s.first, x.first):
		return r.as(x, s, "change")
	}
	return c, false
}

// moves reports whether x is to where a count went: «ولن نصل أبدا إلى 320».
func (r *figureReader) moves(x referral) bool {
	_, ok := r.cueWithin(x.at-2, 1, "moves")
	return ok && r.fold(x.at-1) == "الي"
}

// otherEnd gives the other end of a change that x is an end of: «من 12 إلى 17», «إلى 17 من 12».
func (r *figureReader) otherEnd(x referral) (s figureSaid, ok bool) {
	s = r.said
	if !s.there() {
		return s, false
	}
	switch from, to := r.fold(s.first-1), r.fold(x.at-1); {
	case from == "من" && to == "الي":
		return s, s.next == x.at-1
	case from == "الي" && to == "من":
		return s, x.at-s.next <= farList && r.sameSentence(s.first, x.first) && s.near(x.figureNumber)
	}
	return s, false
}

// acts reads how many of those counted do something: «وامتنع 22». Wrong where others do:
// «زار المدينة 40 طبيبا وغادر 12 بعد خلاف في المجلس».
func (r *figureReader) acts(x referral) (c figureCount, ok bool) {
	s, ok := r.here(x)
	if !ok || x.cue.kind != "acts" || x.max > s.max && !s.near(x.figureNumber) {
		return c, false
	}
	if r.lex.cues[arabic.Fold(s.unit)] == "fate" {
		s.unit, s.what = "", "" // «120 جريحا، ولا يزال 16 في عداد المفقودين»
	}
	return r.as(x, s, "acts")
}

// told reads another count of the same: «بعدما كانت أحصت 11», «تحدثت في البداية عن ستة».
// Wrong where they count something else: «وصل 40 طبيبا، وتحدثت الوزارة عن 12 قادمة», of boxes.
func (r *figureReader) told(x referral) (c figureCount, ok bool) {
	s, ok := r.here(x)
	if !ok || !s.near(x.figureNumber) {
		return c, false
	}
	if x.cue.kind == "told" {
		return r.as(x, s, "told")
	}
	if r.fold(x.at-1) == "عن" {
		if _, ok := r.cueWithin(x.at-2, 3, "about"); ok {
			return r.as(x, s, "told")
		}
	}
	return c, false
}

// total reads the number behind a word for the count itself: «على أن العدد 26». It is
// of what was counted before; alone, «العدد 26» is that of a journal. Wrong where «أن العدد 26»
// of a journal is out.
func (r *figureReader) total(x referral) (c figureCount, ok bool) {
	switch {
	case x.cue.kind == "total":
		switch strings.TrimPrefix(r.fold(x.cue.first-1), "و") {
		case "ان", "بان", "لان", "كان", "يكون", "اصبح", "صار", "تجاوز", "يتجاوز", "فاق", "ناهز":
			s, ok := r.back(x)
			if !ok || !s.near(x.figureNumber) {
				s = figureSaid{what: r.words(x.cue.first, x.cue.next), counts: true}
			}
			return r.as(x, s, "total")
		}
	case r.head < 0 || !r.sameSentence(r.head, x.first) || x.first-r.head > farHead:
	case r.isMark(x.at-1, ":") && r.tanwin(x.figureNumber):
		return r.as(x, figureSaid{what: r.words(r.head, r.phraseEnd(r.head, x.at)), counts: true}, "total")
	case r.fixed(x), r.nominal(x), x.cue.kind == "adverb" && x.cue.first == r.head+1 && hasPronoun(r.raw(r.head)):
		return figureCount{first: x.next, next: x.next, bare: true, rule: "head"}, true
	}
	return c, false
}

// farHead is how many tokens a head may stand before its number.
const farHead = 16

// nominal reports whether x is the predicate of a head that begins a sentence or clause without a
// verb: «عدد الموقوفين 52».
func (r *figureReader) nominal(x referral) bool {
	switch before := r.fold(r.head - 1); {
	case r.phraseEnd(r.head, x.at) != x.at, x.at < r.head+2, !strings.HasPrefix(r.fold(r.head+1), articleFold):
		return false
	default:
		return before == "ان" || before == "بان" || r.head == 0 || !r.sameSentence(r.head-1, r.head)
	}
}

// fixed reports whether x is what a count was set down as: «حددت الوثيقة عدد القتلى في 21».
func (r *figureReader) fixed(x referral) bool {
	if w := r.fold(x.at - 1); w != "في" && w != "عند" || r.phraseEnd(r.head, x.at) != x.at-1 {
		return false
	}
	_, ok := r.cueWithin(r.head-1, farHead, "fixes")
	return ok
}

// thousands reads thousands whose noun was said, or is named by a head, in the sentence: «سبعة
// آلاف وفق الجيش و12 ألفا وفق الجبهة», «برقم 12 ألفا». Wrong where thousands of two kinds
// are told in one sentence and the second has no noun; hardly anybody writes so.
func (r *figureReader) thousands(x referral) (c figureCount, ok bool) {
	s, ok := r.here(x)
	if !ok || x.scale != 1000 || s.max < x.scale || !s.near(x.figureNumber) {
		return c, false
	}
	return r.as(x, s, "thousands")
}

// toll reads those whom something befell: «أسر أربعة», «وإصابة 15 بجروح». Their noun is that of a
// figure before it only where that is of such victims too: «مقتل 31 جنديا وأسر أربعة».
// Wrong where those are others: «مقتل 31 جنديا وإصابة أربعة» may be of passers-by.
func (r *figureReader) toll(x referral) (c figureCount, ok bool) {
	if x.cue.kind != "toll" && x.cue.kind != "befell" || x.particle != "" {
		return c, false
	}
	if s, ok := r.here(x); ok && s.toll {
		return r.as(x, s, "toll")
	}
	s := figureSaid{counts: true}
	if x.cue.kind == "toll" {
		s.what = r.words(x.cue.first, x.cue.next)
		if r.lex.cues[arabic.Fold(s.what)] == "" {
			_, first := utf8.DecodeRuneInString(s.what)
			s.what = s.what[first:] // «وإصابة»
		}
	}
	return r.as(x, s, "toll")
}

// theirs reads a number behind those of whom it counts: «من أفرج عنهم من عناصرها 119 فقط».
// Wrong where the number is of a verb behind it: «نقل من سفنها 12 إلى الميناء» is right, «دفع من
// بنوكها 12 للدائنين» is of money.
func (r *figureReader) theirs(x referral) (c figureCount, ok bool) {
	if r.fold(x.at-2) != "من" {
		return c, false
	}
	owned, ok := r.owned(x.at - 1)
	if !ok {
		return c, false
	}
	return r.as(x, figureSaid{unit: owned.unit, kind: owned.kind, what: owned.unit, counts: true}, "theirs")
}

// rate reads how much of a currency another is worth, «تراجعت الأوقية إلى 45.1 للدولار»: it
// is of the nearest currency before it in the sentence. Wrong where that is another: «ترك اليورو
// وباع بسعر 45.1 للدولار».
func (r *figureReader) rate(x referral) (c figureCount, ok bool) {
	other, ok := strings.CutPrefix(r.fold(x.next), "لل")
	if !ok || r.lex.units[other].kind != "money" {
		return c, false
	}
	for j := x.at - 1; j >= max(0, x.at-farList) && r.sameSentence(j, x.first); j-- {
		w := strings.TrimPrefix(r.fold(j), articleFold)
		if r.lex.units[w].kind == "money" && w != other {
			return r.as(x, figureSaid{unit: r.raw(j), kind: "money", what: r.raw(j)}, "rate")
		}
	}
	return c, false
}

// defined reads a number with the article behind what it counts: «المساكن الأربعمئة». Those that
// lead a list («المدن الخمس الأولى») and actors («الدول الثلاث») are none. Wrong where others are
// meant as known: «العناصر الخمسة» of a theory.
func (r *figureReader) defined(n figureNumber, noun int) (c figureCount, ok bool) {
	if n.min < 3 || n.vague || r.lex.cues[r.fold(n.next)] == "rank" {
		return c, false
	}
	if what, unit, ok := r.definiteCount(noun); ok && r.lex.cues[arabic.Fold(unit)] != "actor" {
		s := figureSaid{unit: unit, kind: "count", what: what, counts: true}
		return r.as(referral{figureNumber: n}, s, "defined")
	}
	return c, false
}

// definiteCount gives the counted noun in the plural with the article at token i, and without
// the article.
func (r *figureReader) definiteCount(i int) (what, unit string, ok bool) {
	raw := r.raw(i)
	for _, split := range arabic.Splits(raw) {
		prefix := arabic.Fold(split.Prefix)
		u := r.lex.units[arabic.Fold(split.Rest)]
		if strings.HasSuffix(prefix, articleFold) && u.kind == "count" && !u.singular {
			return raw[beforeArticle(raw, prefix):], split.Rest, true
		}
	}
	return "", "", false
}

// subject reads a number right behind a noun with the article that it counts and a verb before
// that: «بلغت الطلبات 4300», «قدرت النقابة المشاركين بـ12 ألفا».
func (r *figureReader) subject(x referral) (c figureCount, ok bool) {
	noun := x.at - 1
	if r.fold(noun) == "ب" {
		noun--
	}
	what, unit, ok := r.definiteCount(noun)
	if !ok || r.labelled(x.figureNumber) {
		return c, false
	}
	verb, far := "amounts", 0
	if noun < x.at-1 || x.particle == "ب" {
		verb, far = "fixes", 1
	}
	if _, ok := r.cueWithin(noun-1, far, verb); !ok {
		return c, false
	}
	return r.as(x, figureSaid{unit: unit, kind: "count", what: what, counts: true}, "subject")
}

// each reads what others have of the same, where the verb is left out too: «حصد الحزب 32 مقعدا،
// والتحالف 29، والمستقلون 11». Wrong where it is a place in a list whose label is not known: «والمبنى 29».
func (r *figureReader) each(x referral) (c figureCount, ok bool) {
	s, w := r.said, r.fold(x.at-1)
	switch {
	case !s.there(), !r.sameSentence(s.first, x.first), !s.near(x.figureNumber), r.isWord(x.next), r.refused > s.first:
		return c, false
	case x.at != x.first, !strings.HasPrefix(w, "وال"), s.next < x.at-3, r.labelled(x.figureNumber):
		return c, false
	}
	return r.as(x, s, "each")
}
