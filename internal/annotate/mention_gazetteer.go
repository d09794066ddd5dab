package annotate

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// longestKnown is the number of words of the longest name that is looked for.
const longestKnown = 8

// knownAt gives the longest name of the gazetteer that begins at word i: how
// many words it has, and how its first word is to be read. Of a single word
// only the likeliest reading counts, and a doubtful name is left to those who
// ask for it.
func (r *mentionReader) knownAt(i int) (n int, first nameReading, k known) {
	w := &r.words[i]
	for _, read := range w.reads {
		read.at += w.Start
		form := read.form
		if e, ok := r.lists.gazetteer[form]; ok && n == 0 && (read.led == "" || read == w.best || r.parts(i, form, e)) {
			n, first, k = 1, read, e
		}
		for j := i + 1; j < w.ends && j < i+longestKnown && r.lists.prefixes[form]; j++ {
			form += " " + r.words[j].fold
			if e, ok := r.lists.gazetteer[form]; ok && j+1-i > n {
				n, first, k = j+1-i, read, e
			}
		}
	}
	return n, first, k
}

// parts reports whether form, a known name that a clitic stands before in word
// i, is more than letters that happen to end a longer word: it is long, or the
// tagger sees a name there.
func (r *mentionReader) parts(i int, form string, k known) bool {
	return !k.doubtful && utf8.RuneCountInString(form) >= 4 || r.tagKind(i) == names.Place
}

// fromGazetteer marks the known names of at least so many words.
func (r *mentionReader) fromGazetteer(least int) {
	for i := 0; i < len(r.words); i++ {
		n, first, k := r.knownAt(i)
		if n < least || !r.free(i, i+n, k.typ == corpus.TypeEvent) || r.words[i].kind != arabic.Word {
			continue
		}
		if n == 1 && (r.insideTag(i) && !r.before(i) || r.adjectival(i) || r.words[i].nunated) {
			continue
		}
		if k.doubtful && !r.placed(i, i+n, k.typ) {
			continue
		}
		r.add(i, i+n, first, k.typ).by("gazetteer")
		i += n - 1
	}
}

// placed reports whether a doubtful name is meant as one: the tagger sees a
// name of its type, or it is joined to the name of a place.
func (r *mentionReader) placed(from, to int, typ corpus.EntityType) bool {
	if r.describes(from, to) {
		return false
	}
	if tag, ok := r.tagAt(from); ok && tag.Sure && (tagType(tag.Kind) == typ || tag.Kind == names.Place) {
		return true
	}
	before, after := from-1, to
	if before >= 0 && joints[r.words[before].fold] {
		before--
	} else if !r.joined(from) {
		before = -1
	}
	if before >= 0 && r.words[before].ends > from && r.knownPlace(before) {
		return true
	}
	if after+1 < r.words[from].ends && (joints[r.words[after].fold] || r.words[after].is("(") && after+2 < r.words[from].ends && r.words[after+2].is(")")) {
		after++ // «الأبيض (السودان)»
	}
	return after < r.words[from].ends && (after > to || r.joined(after)) && r.knownPlace(after)
}

// joined reports whether word i can have و before it.
func (r *mentionReader) joined(i int) bool {
	return slices.ContainsFunc(r.words[i].reads, func(x nameReading) bool { return x.led == string(arabic.Waw) })
}

// describes reports whether the one word from, of the form of an adjective without the
// article, stands behind a noun that it can belong to: «مبلغ مالي»، not «في مالي».
func (r *mentionReader) describes(from, to int) bool {
	w := &r.words[from]
	if to != from+1 || from == 0 || w.definite || !w.bare() || !strings.HasSuffix(w.fold, string(arabic.Yeh)) {
		return false
	}
	p := &r.words[from-1]
	return p.kind == arabic.Word && p.ends > from && !p.definite && p.head == 0 && !r.lists.titles[p.noun] &&
		!r.lists.where[p.fold] && !isPreposition(p.fold) && !joints[p.fold]
}

// joints are marks that join names of one kind, besides و.
var joints = map[string]bool{"-": true, "–": true, "،": true, "/": true}

// knownPlace reports whether word i alone is the name of a place beyond doubt.
func (r *mentionReader) knownPlace(i int) bool {
	n, _, k := r.knownAt(i)
	return n == 1 && !k.doubtful && (k.typ == corpus.TypeGeopolitical || k.typ == corpus.TypeLocation)
}

// towns marks the doubtful names of towns that ب is written onto: right behind a facility or a
// body, where they tell where it lies, and where the document has them elsewhere. It is wrong
// for a word with ب that is a town's name by chance.
func (r *mentionReader) towns() {
	const least = 4 // letters: shorter ones are mostly words, «بحجة»
	seen := map[string]bool{}
	for _, n := range r.found {
		seen[n.form] = seen[n.form] || n.typ == corpus.TypeGeopolitical
	}
	for i := 1; i < len(r.words); i++ {
		w, p := &r.words[i], &r.words[i-1]
		rest, by := strings.CutPrefix(w.fold, "ب")
		if !by || utf8.RuneCountInString(rest) < least || reporting().things[rest] || w.kind != arabic.Word || !r.lists.gazetteer[rest].doubtful || r.lists.gazetteer[rest].typ != corpus.TypeGeopolitical {
			continue
		}
		if !seen[rest] && (p.ends <= i || p.named == 0 || p.person) {
			continue
		}
		if n := utf8.RuneLen('ب'); w.End-w.Start > n && strings.HasPrefix(w.Of(r.doc.Text), "ب") {
			r.add(i, i+1, nameReading{form: rest, at: w.Start + n, led: "ب"}, corpus.TypeGeopolitical).by("town")
			seen[rest] = true
		}
	}
}

// adjectival reports whether word i, a place's name that is also a nationality,
// is an adjective: it stands behind a word with the article or in quotation
// marks, «العاصمة السعودية»، «صحيفة "الحياة" السعودية».
func (r *mentionReader) adjectival(i int) bool {
	w := &r.words[i]
	if i == 0 || r.words[i-1].ends <= i || !w.definite || !w.bare() || !r.lists.nationality(w.noun) {
		return false
	}
	return r.words[i-1].definite || quoteMarks[r.words[i-1].fold]
}

// before reports whether a person's name that has been found begins right behind word i, which the tagger
// takes for its beginning: «المبعوث الخاص لإيغاد | بيتر موانغي».
func (r *mentionReader) before(i int) bool {
	return i+1 < r.words[i].ends && r.words[i+1].person && r.words[i+1].named == i+2
}

// insideTag reports whether word i is one of several of a person's name that
// the tagger sees there.
func (r *mentionReader) insideTag(i int) bool {
	n, ok := r.tagAt(i)
	return ok && n.Kind == names.Person && (i > 0 && r.words[i-1].tag == r.words[i].tag || i+1 < len(r.words) && r.words[i+1].tag == r.words[i].tag)
}

// properAt gives the proper name that begins at word i and has no clitic: one
// of the gazetteer, doubtful or not, or what the tagger sees there, or a word
// in Latin letters.
func (r *mentionReader) properAt(i int) (n int, typ corpus.EntityType) {
	if i >= len(r.words) || r.words[i].kind == arabic.Punct || r.words[i].dated {
		return 0, ""
	}
	n, first, k := r.knownAt(i)
	if n > 0 && first.led == "" {
		return n, k.typ
	}
	if tag, ok := r.tagAt(i); ok && tag.Clitic == 0 && tag.Start == r.words[i].Start {
		for n = 1; i+n < r.words[i].ends && r.words[i+n].tag == r.words[i].tag && !r.lists.plain[r.words[i+n].noun]; n++ {
		}
		return n, tagType(tag.Kind)
	}
	for n = 0; i+n < r.words[i].ends && r.words[i+n].latin(r.doc.Text); n++ {
	}
	return n, ""
}

// tagType gives the type that a kind of the tagger mostly is.
func tagType(k names.Kind) corpus.EntityType {
	switch k {
	case names.Person:
		return corpus.TypePerson
	case names.Place:
		return corpus.TypeGeopolitical
	case names.Organisation:
		return corpus.TypeOrganisation
	}
	return corpus.TypeMisc
}

// tagged marks the names of at least so many words that the tagger is sure of,
// people and others that nothing else says more of. Names of no kind are left
// out: the tagger takes currencies, creeds and nationalities for such.
func (r *mentionReader) tagged(least int) {
	for i := 0; i < len(r.words); {
		tag, ok := r.tagAt(i)
		from := i
		for i++; ok && i < len(r.words) && r.words[i].tag == r.words[from].tag; i++ {
		}
		if !ok || !tag.Sure || tag.Kind == names.Misc || tag.Kind == names.Person {
			continue
		}
		to := i
		for to > from+1 && !r.nameable(to-1) {
			to--
		}
		if to-from < least || !r.nameable(from) || to == from+1 && (r.ordinary(from) || r.words[from].nunated || r.spelled(from) || r.describes(from, to)) {
			continue
		}
		r.add(from, to, r.words[from].best, tagType(tag.Kind)).by("tagger")
	}
}

// spelled reports whether word i is one of letters that are spelled one by one: «اي-
// اف- سي- في».
func (r *mentionReader) spelled(i int) bool {
	const longest = 3 // letters of the name of a letter
	dash := func(k int) bool { return k >= 0 && k < len(r.words) && isDash(r.words[k].Of(r.doc.Text)) }
	return utf8.RuneCountInString(r.words[i].fold) <= longest && (dash(i-1) || dash(i+1))
}

// nameable reports whether word i can be the last or the only one of a name.
func (r *mentionReader) nameable(i int) bool {
	w := &r.words[i]
	return w.kind != arabic.Punct && !r.lists.times[w.fold] && !r.lists.verbs[w.fold] && utf8.RuneCountInString(w.best.form) > 1
}

// ordinary reports whether word i alone is rather a word than a name: a
// nationality, a title, a head, an adjective of time.
func (r *mentionReader) ordinary(i int) bool {
	w := &r.words[i]
	return r.lists.nationality(w.noun) || r.lists.titles[w.noun] || w.head != 0 || r.lists.plain[w.noun] || r.lists.adjectives[w.noun] || w.kind != arabic.Word
}

// designations marks what has letters and a number for a name: «F-16»، «إس 400».
func (r *mentionReader) designations() {
	for i := 0; i+1 < len(r.words); i++ {
		w, j := &r.words[i], i+1
		letters := w.kind == arabic.Word && (utf8.RuneCountInString(w.fold) <= 3 && w.latin(r.doc.Text) || r.lists.designators[w.fold])
		if letters && r.words[j].is("-") && r.words[j].Start == w.End {
			j++
		}
		if !letters || j >= w.ends || r.words[j].kind != arabic.Numeric || !r.free(i, j+1, false) || j == i+1 && !w.latin(r.doc.Text) && !r.words[i].bare() {
			continue
		}
		r.add(i, j+1, w.whole(), corpus.TypeMisc).by("designation")
	}
}

// whole reads w without parting it.
func (w *nameWord) whole() nameReading { return nameReading{form: w.fold, at: w.Start} }
