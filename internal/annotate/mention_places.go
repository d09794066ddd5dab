package annotate

import (
	"strings"
	"unicode/utf8"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// facility is a head such as «مطار» with the name behind it. The head belongs
// to the name, unless the name is known to be that of a facility by itself.
func (r *mentionReader) facility(i int) (headPhrase, bool) {
	w := &r.words[i]
	if w.head&headSite == 0 {
		return headPhrase{}, false
	}
	if w.headThe {
		return r.calledAfter(i)
	}
	if n, typ := r.properAt(i + 1); n > 0 && w.ends >= i+1+n && typ != corpus.TypeEvent && typ != corpus.TypeMisc {
		n = r.siteName(i+1, n)
		end := r.adjectives(i+1+n, false)
		if typ == corpus.TypeFacility && end == i+1+n {
			return r.after(i+1, end, typ)
		}
		return r.phrase(i, end, corpus.TypeFacility)
	}
	if i+1 < w.ends && r.unknownSite(i) {
		return r.phrase(i, r.adjectives(i+2, false), corpus.TypeFacility)
	}
	return headPhrase{}, false
}

// unknownSite reports whether the word behind the head at word i, of which nothing is known, is the
// name of the facility: it is rare, and with the article the head must be one that hardly stands
// before anything but a name, or an adjective of arms must follow, «قاعدة القرضابية الجوية». A word
// in ه is no adjective of a head that has none: «معبر فصالة».
func (r *mentionReader) unknownSite(i int) bool {
	w, next := &r.words[i], &r.words[i+1]
	switch {
	case w.head&(headFirm|headLoose) == 0:
		return false
	case w.head&headFirm == 0 && next.definite:
		return r.rare(i+1) && i+2 < w.ends && r.words[i+2].definite && armed[r.words[i+2].noun]
	case r.rare(i + 1):
		return true
	}
	feminine := strings.HasSuffix(w.headed.form, string(arabic.Heh))
	return w.head&headFirm != 0 && !feminine && strings.HasSuffix(next.best.form, string(arabic.Heh)) && r.seldom(i+1)
}

// armed are the adjectives of bases, without the article.
var armed = map[string]bool{"جويه": true, "بحريه": true, "عسكريه": true}

// calledAfter is a head with the article and adjectives, and the person after whom the facility
// is called: «المستشفى الجامعي الهادي شاكر». Behind a title that name is rather his who has it,
// unless another is set apart behind it.
func (r *mentionReader) calledAfter(i int) (headPhrase, bool) {
	to := r.adjectives(i+1, false)
	if to == i+1 || to >= r.words[i].ends {
		return headPhrase{}, false
	}
	n, typ := r.properAt(to)
	if n < 2 || typ != corpus.TypePerson || to+n > r.words[i].ends {
		return headPhrase{}, false
	}
	if end := to + n; r.titleStart(i) < i && !(end+1 < r.words[i].ends && r.words[end].is("،") && r.tagKind(end+1) == names.Person) {
		return headPhrase{}, false
	}
	return r.phrase(i, to+n, corpus.TypeFacility)
}

// siteName gives how many of the n words from word i on, all of which the tagger takes for one
// name, are that of a facility: behind them the name of who heads it can stand, «مدير
// مستشفى صالح عزيز | نبيل الغربي». It is wrong for one whose name has a given name in third
// place, where a title stands before.
func (r *mentionReader) siteName(i, n int) int {
	const least = 2 // words of a person's name
	if i < 2 || r.words[i-2].ends <= i || !r.titleBefore(i-1) {
		return n
	}
	for k := 1; k <= n-least; k++ {
		if (k > 1 || !r.lists.given[r.words[i].fold] && r.words[i+1].fold != "الله") && !r.lists.kin[r.words[i+k-1].fold] && r.givenName(i+k) && !r.words[i+k].definite {
			return k
		}
	}
	return n
}

// rare reports whether word i is one that hardly stands in other texts and has
// not the form of an adjective without the article.
func (r *mentionReader) rare(i int) bool {
	if !r.seldom(i) {
		return false
	}
	w := &r.words[i]
	last, _ := utf8.DecodeLastRuneInString(w.best.form)
	return w.definite || last != arabic.Heh && last != arabic.Yeh
}

// seldom reports whether word i hardly stands in other texts, has no clitic and is in nothing else.
func (r *mentionReader) seldom(i int) bool {
	const often = 40
	w := &r.words[i]
	if w.kind != arabic.Word || !w.bare() || w.taken || w.dated || w.head != 0 || r.ordinary(i) {
		return false
	}
	if utf8.RuneCountInString(w.best.form) < 3 {
		return false // of a word that is nothing but vowel signs none is left
	}
	return names.Shipped().Reader.Clusters().Count(arabic.Fold(w.best.form)) < often
}

// facilities marks the names behind a plural: «قواعد عين الأسد في الأنبار،
// وحرير في أربيل، وفيكتوريا قرب مطار بغداد». Behind the first, one more is a
// word behind و with «في» or «قرب» after it, as the first has.
func (r *mentionReader) facilities(i int) {
	w := &r.words[i]
	n, typ := r.properAt(i + 1)
	if w.headThe || n == 0 || i+1+n >= w.ends || typ == corpus.TypePerson || r.governs(i+1) || !r.lists.where[r.words[i+1+n].fold] && !r.words[i+1+n].is("،") {
		return
	}
	r.add(i+1, i+1+n, r.words[i+1].whole(), corpus.TypeFacility).by("after heads")
	for k, last := i+1+n, i+1+n; k+1 < w.ends && k < last+6; k++ {
		next := &r.words[k]
		if next.kind != arabic.Word || next.reads[len(next.reads)-1].led == "" || !r.free(k, k+1, false) {
			continue
		}
		first, m, ok := r.coordinated(k)
		if ok && !r.governs(k) && r.lists.where[r.words[k+m].fold] {
			r.add(k, k+m, first, corpus.TypeFacility).by("after heads")
			last = k + m
		}
	}
}

// governs reports whether the gazetteer has a town, a state or a region at word
// i: «معابر غزة» are not called «غزة».
func (r *mentionReader) governs(i int) bool {
	n, _, k := r.knownAt(i)
	return n > 0 && (k.typ == corpus.TypeGeopolitical || k.typ == corpus.TypeLocation)
}

// coordinated reads word k as و and a name of one or two words.
func (r *mentionReader) coordinated(k int) (first nameReading, n int, ok bool) {
	for _, read := range r.words[k].reads {
		if read.led == string(arabic.Waw) {
			read.at += r.words[k].Start
			first, ok = read, true
		}
	}
	for n = 1; ok && n < 3; n++ {
		if k+n < r.words[k].ends && r.lists.where[r.words[k+n].fold] {
			return first, n, r.words[k].head == 0
		}
	}
	return first, n, false
}

// land is a head such as «نهر» with the name behind it.
func (r *mentionReader) land(i int) (headPhrase, bool) {
	w := &r.words[i]
	n, typ := r.properAt(i + 1)
	if w.head&headLand == 0 || w.headThe || n == 0 || w.ends < i+1+n || typ == corpus.TypePerson && n > 1 || typ == corpus.TypeMisc {
		return headPhrase{}, false
	}
	return r.phrase(i, i+1+n, corpus.TypeLocation)
}

// place is the name behind «مدينة» and its like, and the one that «إقليم» and
// its like open.
func (r *mentionReader) place(i int) (headPhrase, bool) {
	w := &r.words[i]
	if w.head&(headTown|headRegion) == 0 || w.headThe {
		return headPhrase{}, false
	}
	n, typ := r.properAt(i + 1)
	switch {
	case n == 0 && w.head&headSettled != 0 && i+1 < w.ends && r.rare(i+1):
		return r.after(i+1, r.unknownTown(i+1), corpus.TypeGeopolitical)
	case n == 0 || w.ends < i+1+n || typ == corpus.TypeEvent || typ == corpus.TypeMisc || typ == corpus.TypePerson && n > 2:
		return headPhrase{}, false
	case n == 1 && (r.ordinary(i+1) || r.words[i+1].head != 0):
		return headPhrase{}, false
	case w.head&headRegion != 0:
		return r.phrase(i, r.adjectives(i+1+n, true), corpus.TypeGeopolitical)
	case typ != corpus.TypeLocation && typ != corpus.TypeFacility:
		typ = corpus.TypeGeopolitical
	}
	return r.after(i+1, i+1+n, typ)
}

// unknownTown gives the index behind the name of a town or a land that begins with the rare word i: with
// an adjective of direction, «الحوض الشرقي», or with a word to which the first belongs, «حاجب العيون»,
// or another rare one, «ماديا براديش». It is wrong for a town with the name of what lies in it behind: «بلدة … الجميلة».
func (r *mentionReader) unknownTown(i int) int {
	if i+1 >= r.words[i].ends {
		return i + 1
	}
	next := &r.words[i+1]
	switch {
	case next.kind != arabic.Word || !next.bare() || next.taken || next.dated:
	case r.words[i].definite && next.definite && directions[next.noun]:
		return i + 2
	case !r.words[i].definite && (next.definite && !r.ordinary(i+1) && !r.adjective(i+1) && !r.pronoun(next) || r.rare(i+1)):
		return i + 2
	}
	return i + 1
}

// directions are the adjectives that tell one half of a land from the other, without the article.
var directions = map[string]bool{
	"شرقي": true, "غربي": true, "شمالي": true, "جنوبي": true, "شرقيه": true, "غربيه": true, "شماليه": true, "جنوبيه": true,
}
