package annotate

import (
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// opening gives how the first word of a person's name is to be read: whole where a title stands right
// before it, for no clitic but و comes between the two, «الوزير بكاري سيسوكو». It is wrong behind a title
// that ends in a town with ب of which no list knows.
func (r *mentionReader) opening(i int) nameReading {
	w := &r.words[i]
	if raw := w.Of(r.doc.Text); w.bare() && (strings.HasPrefix(raw, "لأ") || strings.HasPrefix(raw, "لإ")) {
		n := len("ل") // no name begins so: «أكد لأطلس بريس»
		return nameReading{form: nameFold(raw[n:]), at: w.Start + n, led: "ل"}
	}
	if (w.best.led == "ب" || w.best.led == "ك" || w.best.led == "ف") && !r.lists.given[w.best.form] && !r.lists.kin[w.best.form] && r.titleBefore(i) {
		return w.whole()
	}
	return w.best
}

// uncut gives back to the people named elsewhere the letter that was taken for a clitic: «كاري سيسوكو»
// where a title shows that he is «بكاري سيسوكو».
func (r *mentionReader) uncut() {
	whole := map[string]bool{}
	for _, n := range r.found {
		whole[n.form] = whole[n.form] || n.typ == corpus.TypePerson && n.from < n.to-1
	}
	for k := range r.found {
		n := &r.found[k]
		first := r.words[n.from].whole()
		if n.typ == corpus.TypePerson && n.Start > first.at && whole[r.fold(n.from, n.to, first)] {
			n.Start, n.form, n.show = first.at, r.fold(n.from, n.to, first), r.written(n.from, n.to, first)
		}
	}
}

// served reports whether word from is ل or ب and a name that is no person's, before one of two words or
// more: «المبعوث الخاص | لإيغاد بيتر موانغي».
func (r *mentionReader) served(from, to int) bool {
	n, first, k := r.knownAt(from)
	return n == 1 && to-from >= 3 && k.typ != corpus.TypePerson && (first.led == string(arabic.Lam) || first.led == "ب")
}

// origin reports whether word from is the nationality of the one whose title stands before it: «اللواء |
// النروجي إريك هالفورسن». It is wrong for a given name of that form that no list has.
func (r *mentionReader) origin(from, to int) bool {
	w := &r.words[from]
	if to-from < 3 || from == 0 || r.words[from-1].ends <= from || !w.definite || !w.bare() || !r.lists.nationality(w.noun) || r.lists.given[w.fold] || r.lists.given[w.noun] || r.lists.family[w.fold] {
		return false
	}
	return r.words[from-1].definite && r.title(from-1) && !r.lists.kin[r.words[from+1].fold]
}

// noSon reports whether word i, which stands before «ولد», is none of the name: neither a given name nor
// rare, or with a clitic, or «أن», which is written as the name «آن».
func (r *mentionReader) noSon(i int) bool {
	w := &r.words[i]
	if w.definite {
		return false
	}
	const short = 2 // letters of «أن»
	if utf8.RuneCountInString(w.best.form) <= short {
		return true
	}
	return !r.lists.given[w.fold] && !r.lists.given[w.best.form] && (!r.rare(i) || !w.bare() || strings.HasPrefix(w.fold, string(arabic.Waw)))
}

// twice reports whether «ولد» at word i stands with the word behind it elsewhere in the document too:
// once it can be «was born».
func (r *mentionReader) twice(i int) bool {
	if r.sons == nil {
		r.sons = map[string]int{}
		for k := 0; k+1 < len(r.words); k++ {
			if r.lists.fathers[r.words[k].fold] && r.words[k].ends > k+1 {
				r.sons[r.words[k].fold+" "+r.words[k+1].fold]++
			}
		}
	}
	return i+1 < r.words[i].ends && r.sons[r.words[i].fold+" "+r.words[i+1].fold] > 1
}

// goesOn reports whether word to goes on with the name of words from on, which the tagger has cut: behind
// one given name a name or a rare word that ends the phrase, «إدريس أبكر، عضو الوفد»، behind two words a
// given name that ends it, «هالة الشيخ إدريس أن». It is wrong for two people set side by side without و.
func (r *mentionReader) goesOn(from, to int) bool {
	if to+1 >= r.words[from].ends || to-from > 2 || r.particle(to) || !r.closes(to+1) && !r.reports(to+1) {
		return false
	}
	if to == from+1 {
		return r.givenName(from) && r.words[from].bare() && (r.partOfName(to) || r.rare(to) && !r.lists.verbs[r.words[to].fold])
	}
	return r.partOfName(to) && r.lists.given[r.words[to].fold] && !r.lists.kin[r.words[to-1].fold] && r.words[to-1].definite
}

// reports reports whether word i is a verb of saying or of doing, alone or with و.
func (r *mentionReader) reports(i int) bool {
	_, says := reporting().forms[r.words[i].fold]
	return says || r.verb(i)
}

// agrees reports whether word i, a given name in ه that is an adjective too, belongs to the noun in ه before
// it: «أسرة عائدة». It is wrong for a name behind such a noun that is no title, «مدرسة عائدة».
func (r *mentionReader) agrees(i int) bool {
	if i == 0 || r.words[i-1].ends <= i {
		return false
	}
	w, p := &r.words[i], &r.words[i-1]
	return w.bare() && !w.definite && strings.HasSuffix(w.fold, heh) && strings.HasSuffix(p.fold, heh) &&
		!p.definite && p.head == 0 && !r.lists.titles[p.noun] && !r.lists.kinship[p.noun] && !r.lists.given[p.fold]
}
