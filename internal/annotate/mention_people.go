package annotate

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// people marks the people that the tagger is sure of, and the doubtful ones
// that a title stands before or that begin with a given name.
func (r *mentionReader) people() {
	for i := 0; i < len(r.words); {
		tag, ok := r.tagAt(i)
		from := i
		for i++; ok && i < len(r.words) && r.words[i].tag == r.words[from].tag; i++ {
		}
		if !ok || tag.Kind != names.Person {
			continue
		}
		from, to := r.person(from, i)
		if from >= to || r.particle(from) || r.knownOther(from, to) || r.many(from) || r.nameless(from) || !tag.Sure && !r.likelyPerson(from, to) {
			continue
		}
		if to == from+1 && (r.ordinary(from) || r.agrees(from) || !tag.Sure && !(r.titleBefore(from) && r.lists.family[r.words[from].best.form])) {
			continue
		}
		if (r.words[from].bare() || tag.Clitic == 0) && r.extend(from, to) {
			continue
		}
		if second := r.second(from, to); second < to {
			r.add(second, to, r.words[second].best, corpus.TypePerson).by("tagger")
			to = second
		}
		r.add(from, to, r.opening(from), corpus.TypePerson).by("tagger")
	}
	r.uncut()
}

// extend adds the one word from, which the tagger takes for another person, to the name
// that ends right before it: «أحمد الحاج | يوسف». It is wrong for two people named one
// after the other, the second by a given name alone.
func (r *mentionReader) extend(from, to int) bool {
	last := len(r.found) - 1
	if to != from+1 || last < 0 || r.found[last].to != from || r.found[last].typ != corpus.TypePerson || r.words[from-1].ends <= from {
		return false
	}
	r.lengthen(&r.found[last])
	return true
}

// lengthen adds the word behind n to n, which is a person's name.
func (r *mentionReader) lengthen(n *foundName) {
	w := &r.words[n.to]
	first := r.words[n.from].best
	n.to, n.End = n.to+1, w.End
	n.form, n.show = r.fold(n.from, n.to, first), r.written(n.from, n.to, first)
	w.taken, w.person, w.named = true, true, n.from+1
}

// particle reports whether word i is «على» or «وعلى», which fold to the name «علي». Where a
// text leaves out the dots of a final yeh it can be either, and the tagger decides.
func (r *mentionReader) particle(i int) bool {
	return r.dotted && strings.TrimPrefix(r.words[i].Of(r.doc.Text), "و") == "على"
}

// many reports whether word i is the plural of a title, which no name begins with:
// «سياسيون نافذون».
func (r *mentionReader) many(i int) bool {
	for _, end := range [...]string{"ون", "ين"} {
		if stem, ok := strings.CutSuffix(r.words[i].noun, end); ok && r.lists.titles[stem] && !r.lists.given[r.words[i].fold] {
			return true
		}
	}
	return false
}

// nameless reports whether word i is a noun for one who is not named: «شاهد عيان».
func (r *mentionReader) nameless(i int) bool {
	return reporting().heads[r.words[i].fold] == headUnnamed && !r.lists.given[r.words[i].fold]
}

// knownOther reports whether words from to to are a name of the gazetteer, which no
// person has: «ريو دي جانيرو».
func (r *mentionReader) knownOther(from, to int) bool {
	n, _, k := r.knownAt(from)
	return n > 1 && n == to-from && !k.doubtful && k.typ != corpus.TypePerson
}

// second gives where a second person's name begins in words from to to, or to:
// «حكومة يوسف الشاهد زياد العذاري». It is wrong for one who has two given names
// with the article.
func (r *mentionReader) second(from, to int) int {
	if k := from + 2; to-from >= 4 && r.words[k-1].definite && !r.lists.kin[r.words[k-1].fold] && !r.words[k].definite && r.givenName(k) && !r.lists.kin[r.words[k].fold] {
		return k
	}
	return to
}

// person mends the ends of a person's name: titles and verbs go, a family name
// that was taken for a nationality comes.
func (r *mentionReader) person(from, to int) (int, int) {
	if from < to-1 && r.lists.fathers[r.words[from+1].fold] && r.noSon(from) {
		from++ // «طلب | ولد أعمر»
	}
	if from > 0 && r.words[from-1].ends > from && r.lists.fathers[r.words[from-1].fold] && r.twice(from-1) {
		from--
	}
	if from > 0 && r.words[from-1].ends > from && r.lists.fathers[r.words[from].fold] && r.rare(from-1) && !r.reports(from-1) && !strings.HasPrefix(r.words[from-1].fold, string(arabic.Waw)) {
		from-- // «إنتالا | أغ محمدون»
	}
	for from < to-1 && (r.particle(from) || r.served(from, to) || r.origin(from, to) || r.lists.titles[r.words[from].noun] && r.words[from].definite || r.words[from].kind == arabic.Punct || r.joinedVerb(from) && !(r.lists.fathers[r.words[from].fold] && r.twice(from)) || r.inTheName(from)) {
		from++
	}
	for to > from+1 && r.lists.kinship[r.words[to-1].fold] && !r.lists.given[r.words[to-1].fold] && !r.lists.family[r.words[to-1].fold] {
		to-- // «هشام | شقيق سالم الكعبي»
	}
	for k := from + 2; k < to; k++ {
		if r.lists.titles[r.words[k].fold] && !r.lists.given[r.words[k].fold] && !r.lists.family[r.words[k].fold] {
			to = k // «محمد المكني | ضيف البرنامج»
		}
	}
	for to > from && (!r.nameable(to-1) || r.words[to-1].kind != arabic.Word || to > from+1 && r.verbal(to-1)) {
		to--
	}
	if from > 0 && to == from+1 && r.words[from].bare() && r.words[from-1].ends > from && r.givenName(from-1) {
		from--
	}
	if from > 0 && to == from+2 && r.oneGivenName(from) && r.words[from].bare() && r.words[from-1].ends > from && r.words[from-1].bare() && r.lists.given[r.words[from-1].fold] {
		from-- // «سيد | عبد الفتاح»
	}
	for from < to && to+1 < r.words[from].ends && r.lists.fathers[r.words[to].fold] && r.fathers(to+1) {
		to += 2 // «الحسن | ولد أعمر»
	}
	if from < to-1 && to < r.words[from].ends && r.lists.fathers[r.words[to-1].fold] && r.fathers(to) {
		to++ // «فاطمة منت | الشيخ»
	}
	for from < to && to < r.words[from].ends && r.lists.kin[r.words[to-1].fold] && r.partOfName(to) {
		to++
	}
	if from < to && r.goesOn(from, to) {
		to++
	}
	if to == from+2 && to < r.words[from].ends && r.oneGivenName(from) && r.partOfName(to) || to == from+1 && r.month(to) && r.titleBefore(from) {
		to++
	}
	if from < to && to < r.words[from].ends && to-from < 4 && r.familyName(from, to) {
		to++
	}
	return from, to
}

// fathers reports whether word i can be the father's name behind «ولد»: no particle,
// and nothing that a date or a place begins with.
func (r *mentionReader) fathers(i int) bool {
	w := &r.words[i]
	return w.kind == arabic.Word && r.nameable(i) && !isPreposition(w.fold) && !r.month(i) && w.bare() &&
		(w.definite || r.partOfName(i) || !r.ordinary(i)) && w.fold != "عام" && w.fold != "سنه" && w.fold != "يوم"
}

// month reports whether word i, which is the name of a month, ends the name of a person before
// it, because no date has it: «تيريزا ماي».
func (r *mentionReader) month(i int) bool {
	if i+1 >= r.words[i-1].ends {
		return false
	}
	w := &r.words[i]
	return r.lists.times[w.fold] && !w.definite && w.bare() && !w.dated && !w.taken && r.words[i+1].kind != arabic.Numeric
}

// oneGivenName reports whether words i and i+1 are together one given name, behind which
// more must come: «علاء الدين»، «عبد الله».
func (r *mentionReader) oneGivenName(i int) bool {
	second := r.words[i+1].fold
	return r.words[i].fold == "عبد" || second == "الدين" || second == "الله"
}

// inTheName reports whether word i is «باسم» behind one who speaks for somebody: «المتحدث
// باسم الكرملين».
func (r *mentionReader) inTheName(i int) bool {
	for k := i - 1; k >= max(0, i-2) && r.words[i].fold == "باسم"; k-- {
		if w := r.words[k].noun; strings.HasPrefix(w, "متحدث") || strings.HasPrefix(w, "ناطق") {
			return true // «الناطق الرسمي باسم المحكمة»
		}
	}
	return false
}

// joinedVerb reports whether word i is a verb that people do and no name, alone or with و
// or ف: «واستبعد بن حليمة».
func (r *mentionReader) joinedVerb(i int) bool {
	return slices.ContainsFunc(r.words[i].reads, func(n nameReading) bool {
		_, reports := reporting().forms[n.form]
		bare := n.led == "" && !r.lists.given[n.form] && !r.lists.family[n.form]
		return (n.led == "و" || n.led == "ف" || bare) && (reports || r.lists.verbs[n.form])
	})
}

// verbal reports whether word i has the form of a verb such as «أودع» or «يتكفل» and
// is in no list of names.
func (r *mentionReader) verbal(i int) bool {
	w := &r.words[i]
	raw := []rune(r.doc.Text[w.Start:w.End])
	shape := raw[0] == arabic.AlefHamza && utf8.RuneCountInString(w.fold) == 4 || strings.HasPrefix(w.fold, "يت") && utf8.RuneCountInString(w.fold) >= 5
	return shape && !r.lists.given[w.fold] && !r.lists.family[w.fold]
}

// givenName reports whether word i is a given name and nothing else is known
// of it.
func (r *mentionReader) givenName(i int) bool {
	w := &r.words[i]
	return w.kind == arabic.Word && !w.taken && !w.dated && r.lists.given[w.best.form] && !r.ordinary(i) && w.head == 0 && !r.inTheName(i)
}

// familyName reports whether word to goes on with the person's name of words
// from on: it has the article, no clitic, and the form of a family name, and no
// word of the name has it. An adjective does not follow a person's name, where
// «السوداني» would be one.
func (r *mentionReader) familyName(from, to int) bool {
	w := &r.words[to]
	if !w.definite || !w.bare() || w.dated || w.taken || w.Start > r.words[to-1].End+2 || !strings.HasSuffix(w.noun, string(arabic.Yeh)) {
		return false
	}
	for i := from; i < to; i++ {
		if r.words[i].definite {
			return false
		}
	}
	return (r.lists.nationality(w.noun) || r.lists.family[w.fold]) && r.lists.given[r.words[from].best.form]
}

// likelyPerson reports whether words from to to are a person's name although
// the tagger doubts: there are two or more, and the first is a given name or
// has a title before it.
func (r *mentionReader) likelyPerson(from, to int) bool {
	return r.titleBefore(from) || to-from >= 2 && r.lists.given[r.words[from].best.form]
}

// untagged marks the people that the tagger does not see: behind a title or a verb of saying, a
// given name and one to three more words that are names, or of the form of
// family names, or rare.
func (r *mentionReader) untagged() {
	for i := range r.words {
		if !r.theGiven(i) && (!r.givenName(i) && !r.lateGiven(i) || r.words[i].definite && !r.lists.family[r.words[i].fold]) {
			continue
		}
		if r.particle(i) || !r.words[i].bare() || !r.titleBefore(i) && !r.saidBy(i) {
			continue
		}
		to := i + 1
		for to < r.words[i].ends && to < i+4 && r.partOfName(to) && !(to > i+1 && r.words[to-1].definite) {
			to++
		}
		if to == i+1 && r.titleBefore(i) && (r.closed(to) || to < len(r.words) && r.month(to)) {
			to++
		}
		if to > i+1 {
			r.add(i, to, r.words[i].best, corpus.TypePerson).by("title")
		}
	}
}

// saidBy reports whether word i stands right behind a verb of saying: «وتطالب إيمان قطاطة».
func (r *mentionReader) saidBy(i int) bool {
	return i > 0 && r.words[i-1].ends > i && r.joinedVerb(i-1) && r.words[i-1].tag == 0
}

// theGiven reports whether word i is a given name with the article, and a family name with it follows:
// «الناصر الزواري». It is wrong for a noun of such letters and its adjective, which no list of adjectives has.
func (r *mentionReader) theGiven(i int) bool {
	w := &r.words[i]
	if !w.definite || w.taken || w.dated || !r.lists.articled[w.noun] || i+1 >= w.ends {
		return false
	}
	next := &r.words[i+1]
	return next.definite && next.bare() && strings.HasSuffix(next.noun, string(arabic.Yeh)) &&
		!r.lists.nationality(next.noun) && !r.lists.adjectives[next.noun] && !r.lists.plain[next.noun]
}

// lateGiven reports whether word i is a given name that is believed only behind a title.
func (r *mentionReader) lateGiven(i int) bool {
	w := &r.words[i]
	return reporting().given[w.fold] && !w.taken && !w.dated && !r.ordinary(i)
}

// closed reports whether word i ends a name of two words although no list has
// it: what a speaker says or a comma follows it at once, «رئيس الهيئة، شفيق صرصار
// إن …». It is wrong for a given name that stands alone before an adverb.
func (r *mentionReader) closed(i int) bool {
	if i+1 >= len(r.words) || i+1 >= r.words[i-1].ends {
		return false
	}
	w, next := &r.words[i], &r.words[i+1]
	if w.kind != arabic.Word || !w.bare() || w.dated || w.taken || r.ordinary(i) || r.lists.verbs[w.fold] || r.lists.titleWords[w.fold] || r.verbal(i) && !r.rare(i) || r.pronoun(w) {
		return false
	}
	return next.is("،") || next.is("(") || strings.HasPrefix(next.fold, "ان") && utf8.RuneCountInString(next.fold) <= 4 || r.rare(i) && r.reports(i+1)
}

// partOfName reports whether word i can go on with a person's name.
func (r *mentionReader) partOfName(i int) bool {
	w := &r.words[i]
	if w.kind != arabic.Word || !w.bare() || w.dated || w.taken || r.lists.verbs[w.fold] || r.lists.plain[w.noun] || r.verbal(i) {
		return false
	}
	if r.lists.given[w.fold] || r.lists.family[w.fold] {
		return true
	}
	return w.definite && strings.HasSuffix(w.noun, string(arabic.Yeh)) && !r.lists.nationality(w.noun) || r.rare(i)
}

// titleBefore reports whether a title ends before word i, or before the comma
// before it.
func (r *mentionReader) titleBefore(i int) bool {
	if i > 1 && r.words[i-1].is("،") {
		i--
	}
	return i > 0 && r.words[i-1].ends > i && r.titleStart(i) < i
}

// longestTitle is the number of words that a title can have.
const longestTitle = 14

// titleStart gives the index of the first word of the title that ends before
// word i, or i: of «نائب قائد العمليات المشتركة الفريق الركن» that of نائب. The
// words between two titles must be such as stand in one.
func (r *mentionReader) titleStart(i int) int {
	start := i
	for k := i - 1; k >= 0 && k >= i-longestTitle && r.words[k].ends > i; k-- {
		w := &r.words[k]
		switch {
		case r.title(k):
			if w.definite && start < i && !r.words[start].definite {
				return start // «الرئيس وزير الخارجية»: two people
			}
			start = k
			if !w.bare() {
				return start
			}
		case !r.insideTitle(k, start, i):
			return start
		}
	}
	return start
}

// title reports whether word k is an office, a rank or a calling.
func (r *mentionReader) title(k int) bool {
	w := &r.words[k]
	return w.kind == arabic.Word && r.lists.titles[w.noun] && w.named == 0
}

// insideTitle reports whether word k can stand in a title whose part from start
// on has been read; i is the name's first word.
func (r *mentionReader) insideTitle(k, start, i int) bool {
	w := &r.words[k]
	switch {
	case w.kind != arabic.Word || w.dated || w.person:
		return false
	case w.named > 0, !w.definite && w.bare() && w.head != 0 && r.words[k+1].named == k+2 && !r.words[k+1].person:
		return true // «رئيس كتلة | حركة النهضة»
	case !w.definite && w.bare() && w.head&headSite != 0:
		return k+1 < i // «مدير | مطار المدينة»
	case r.lists.titleWords[w.fold], !w.definite && r.lists.titleWords[w.best.form] && utf8.RuneCountInString(w.best.led) == 1:
		return k+1 < i && (k+1 != start || w.fold == "مكتب")
	case w.definite:
		return (r.bareOrJoined(w) || r.charged(k)) && !r.pronoun(w)
	case r.placeBy(k):
		return true
	case !w.definite && w.best.led == string(arabic.Lam) && k+1 < i && k+1 != start && reporting().heads[w.best.form] != headOutlet && w.best.form != "وكاله":
		next := &r.words[k+1]
		return next.definite && next.bare() || next.named == k+2 && !next.person // «الشركة العامة | لموانئ العراق»
	}
	n, _, kn := r.knownAt(k)
	return (n > 0 && !kn.doubtful || w.tag > 0) && (k+1 != start || start == i)
}

// bareOrJoined reports whether a word with the article can stand inside a
// title: it has no clitic, or و or ل.
func (r *mentionReader) bareOrJoined(w *nameWord) bool {
	return w.bare() || w.best.led == string(arabic.Waw) || w.best.led == string(arabic.Lam)
}

// charged reports whether word k, which has ب and the article, is what somebody is charged
// with: «المكلفة | بالإعلام».
func (r *mentionReader) charged(k int) bool {
	if k == 0 || r.words[k].best.led != "ب" || r.words[k-1].ends <= k {
		return false
	}
	p := &r.words[k-1]
	return p.definite && p.bare() && strings.HasPrefix(p.noun, "م") && !r.lists.titles[p.noun]
}

// placeBy reports whether word k is ب and the name of a place: «مدير المستشفى | بسوسة».
func (r *mentionReader) placeBy(k int) bool {
	return r.words[k].kind == arabic.Word && r.lists.placeBy(r.words[k].fold)
}

// pronoun reports whether w is a relative pronoun or a word of time.
func (r *mentionReader) pronoun(w *nameWord) bool {
	switch w.noun {
	case "ذي", "تي", "ذين", "لتين", "لذين", "ان", "يوم", "امس", "تقي", "تقت":
		return true
	}
	return r.lists.times[w.fold]
}
