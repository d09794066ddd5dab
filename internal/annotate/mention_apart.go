package annotate

import (
	"strings"
	"unicode/utf8"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// apart marks the people who are named by a given name alone: right behind a title with the
// article, «المواطن سالم،», or between commas behind a title or a word of kin, «عم الطفلة،
// سالم،». It is wrong for a given name that is a word too, set apart as an aside.
func (r *mentionReader) apart() {
	for i := range r.words {
		w := &r.words[i]
		if to := max(r.unknown(i), r.stranger(i)); to > i {
			r.add(i, to, w.best, corpus.TypePerson).by("apart")
			continue
		}
		if i < 2 || w.ends <= i+1 || r.words[i-1].ends != w.ends || w.taken || r.particle(i) || !w.bare() || w.definite {
			continue
		}
		p, given := &r.words[i-1], r.givenName(i)
		between := p.is("،") && r.words[i+1].is("،")
		switch {
		case between && (given || r.rare(i) && !r.lists.verbs[w.fold]) && r.kinStart(i-1) < i-1:
		case !given:
			continue
		case between && r.titleStart(i-1) < i-1:
		case p.definite && r.title(i-1) && r.closes(i+1):
		default:
			continue
		}
		r.add(i, i+1, w.best, corpus.TypePerson).by("apart")
	}
}

// unknown gives the index behind a name of two words right behind a title or a phrase of kin,
// of which nothing else is known: «عم الطفلة بلقاسم العمري إن»; i if there is none. It is wrong
// for a noun with an adjective of that form, which a title hardly stands before.
func (r *mentionReader) unknown(i int) int {
	w := &r.words[i]
	if i+2 >= w.ends || w.taken || w.kind != arabic.Word || !w.bare() || w.definite || w.dated || r.ordinary(i) || r.lists.verbs[w.fold] || strings.HasSuffix(w.Of(r.doc.Text), "ه") {
		return i
	}
	family := &r.words[i+1]
	if family.taken || family.dated || !family.definite || !family.bare() || !strings.HasSuffix(family.noun, string(arabic.Yeh)) || r.lists.nationality(family.noun) || r.lists.adjectives[family.noun] || r.lists.plain[family.noun] || !r.closes(i+2) {
		return i
	}
	if r.kinStart(i) == i && (r.titleStart(i) == i || r.words[i-1].is("،")) {
		return i
	}
	return i + 2
}

// stranger gives the index behind two rare words right behind a title with the article, or one whose
// last word has it: a foreign name, «المبعوثة الأممية إلينا ماركوفيتش»; i if they are not there. It is
// wrong for rare nouns behind a title that is spoken of in general.
func (r *mentionReader) stranger(i int) int {
	if i == 0 || i+2 >= r.words[i].ends || !r.words[i-1].definite && !r.words[i-1].is("،") || !r.titleBefore(i) {
		return i
	}
	for k := i; k < i+2; k++ {
		if w := &r.words[k]; !r.rare(k) || w.definite || w.nunated || r.verb(k) || r.verbal(k) || !foreign(w) {
			return i
		}
	}
	return i + 2
}

// foreign reports whether w, which is rare, is no rare form of a known word: one with a clitic, «لتوضيح», with
// و, or of the form of a verb, «يدفع».
func foreign(w *nameWord) bool {
	const least, chance = 4, 3 // letters; times that the word without the clitic is seen at most
	if strings.IndexAny(w.fold, "يتو") == 0 {
		return false
	}
	for _, read := range w.reads[1:] {
		if names.Shipped().Reader.Clusters().Count(arabic.Fold(read.form)) >= chance {
			return false
		}
	}
	return utf8.RuneCountInString(w.fold) >= least
}

// closes reports whether word i ends a name before it: a mark, or أن.
func (r *mentionReader) closes(i int) bool {
	w := &r.words[i]
	that := strings.TrimPrefix(w.fold, "ب")
	return w.is("،") || w.is("(") || w.is(":") || strings.HasPrefix(that, "ان") && utf8.RuneCountInString(that) <= 4
}

// kinStart gives the index of the first word of the phrase of kin that ends before word i,
// «والد الطفلة», or i.
func (r *mentionReader) kinStart(i int) int {
	const most = 4 // words
	for k := i - 1; k >= 0 && k >= i-most && r.words[k].ends > i; k-- {
		w := &r.words[k]
		switch {
		case r.lists.kinship[w.noun] && !w.definite && k < i-1:
			return k
		case w.kind != arabic.Word || !w.definite || w.dated || r.pronoun(w):
			return i
		}
	}
	return i
}
