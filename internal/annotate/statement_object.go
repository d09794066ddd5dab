package annotate

import (
	"strings"

	"mojaz/internal/arabic"
)

// someNoun reports whether word j is what «تحدث عن» tells, and not only what it is about: a
// figure, or a noun without the article that nobody is said to have.
func (r *statementReader) someNoun(j int) bool {
	w := r.word(j)
	if r.figureAt(j) {
		return true
	}
	own := strings.HasSuffix(w.Of(r.text), string(arabic.Heh)) || strings.HasSuffix(w.base, "ها") || strings.HasSuffix(w.base, "هم")
	return r.anyNoun(w) && !w.definite && !own && w.head == headNone && !r.inNamed(j)
}

// inNamed reports whether word j is part of a name.
func (r *statementReader) inNamed(j int) bool {
	_, ok := r.holding(j)
	return ok
}

// recorded reports whether what a body records of others begins at word j: a figure, or a noun
// of action before one, «عودة 85 شخصا». What is earned or scored nobody records of others.
func (r *statementReader) recorded(j int) bool {
	if r.isObject(j) {
		j++
	}
	if !r.figureAt(j) {
		return false
	}
	for k := j; k < min(r.words[j].ends, j+nearBy); k++ {
		w := r.words[k]
		if reporting().marks[w.bare] == "amount" || w.is("%") {
			return false
		}
		if _, number := arabic.Number([]string{w.Of(r.text)}); !number && w.kind == arabic.Word && reporting().marks[w.base] != "about" {
			return w.base != "في" && w.base != "ب"
		}
	}
	return false
}

// anyNoun reports whether w can be what «كشف عن» lays open or «دعا إلى» calls
// for: any noun that no list knows as a particle.
func (r *statementReader) anyNoun(w reportWord) bool {
	return w.kind == arabic.Word && !w.led && !w.conj && !reporting().breaks[w.base] && runes(w.base) > 2
}

// byNoun reads a noun with ب written onto it: «بإنهاء».
func (r *statementReader) byNoun(j int, takes reportTakes) (complement, bool) {
	w := r.words[j]
	rest := strings.TrimPrefix(strings.TrimPrefix(w.fold, "ب"), "ال")
	free := takes&anyNoun != 0 && w.definite && w.led && !r.actBehind(j)
	if w.conj || !free && !reporting().objects[rest] && !r.actionShape(rest) && reporting().marks[rest] != "tally" {
		return complement{}, false
	}
	return complement{lead: j, start: j, skip: letterBytes(w.Of(r.text)), noun: true}, true
}

// byAct reports whether word j is ب and a noun of action without the article: «بنشر».
func (r *statementReader) byAct(j int) bool {
	rest, ok := strings.CutPrefix(r.words[j].fold, "ب")
	return ok && (reporting().objects[rest] || r.actionShape(rest))
}

// actBehind reports whether a noun of action with ب stands behind word j, before the
// sentence ends: that is what is called for, «طالب مدير المشاريع بالمنظمة السلطات بإعادة …».
func (r *statementReader) actBehind(j int) bool {
	for k := j + 1; k < min(r.words[j].ends, j+nearBy) && !r.words[k].that() && !r.words[k].stops(); k++ {
		rest, ok := strings.CutPrefix(r.words[k].fold, "ب")
		if ok && !r.words[k].definite && (reporting().objects[rest] || r.actionShape(rest)) {
			return true
		}
	}
	return false
}
