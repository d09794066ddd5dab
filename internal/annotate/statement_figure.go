package annotate

import (
	"strings"

	"mojaz/internal/arabic"
)

// figureAt reports whether a figure begins at word j, behind words such as «نحو» and
// «ما لا يقل عن».
func (r *statementReader) figureAt(j int) bool {
	const most = 5 // words before the number
	for end := j + most; j < end && r.word(j).kind == arabic.Word; j++ {
		if _, number := arabic.Number([]string{r.words[j].Of(r.text)}); number && !r.words[j].definite {
			return true
		}
		if reporting().marks[r.words[j].base] != "about" {
			return false
		}
	}
	return r.word(j).kind == arabic.Numeric
}

// figureBy reports whether a figure that ب leads to begins at word j: «بنحو أربعين»، «بـ43».
func (r *statementReader) figureBy(j int) bool {
	w := r.word(j)
	rest, ok := strings.CutPrefix(w.base, "ب")
	switch {
	case !ok || w.kind != arabic.Word:
		return false
	case rest == "":
		return r.figureAt(j + 1)
	}
	_, number := arabic.Number([]string{rest})
	return number || reporting().marks[rest] == "about" && r.figureAt(j+1)
}

// otherFigure reports whether another figure with a source of its own is joined at word k: «سبعة
// آلاف وفق الجيش | و12 ألفا وفق الجبهة».
func (r *statementReader) otherFigure(k int) bool {
	const most = 6 // words of the figure
	w := r.word(k)
	switch {
	case w.loneConjunction():
		k++
	case !w.conj && !strings.HasPrefix(w.fold, "و"):
		return false
	}
	figure := r.figureAt(k) || r.numberAnd(k)
	for n := 1; figure && n < most; n++ {
		switch attributions[r.word(k+n).base] {
		case attrNoun, attrFor:
			return true
		}
	}
	return false
}

// numberAnd reports whether word k is و and a number in words: «وخمسة».
func (r *statementReader) numberAnd(k int) bool {
	_, number := arabic.Number([]string{withoutConjunction(r.word(k).fold)})
	return number
}

// figureSoon reports whether a noun with ب and a figure stand behind a source within a clause:
// «أودى بحسب الأمم المتحدة | بحياة نحو عشرة آلاف».
func (r *statementReader) figureSoon(k int) bool {
	const most = 4 // words before the figure
	if !strings.HasPrefix(r.word(k).fold, "ب") || r.word(k).kind != arabic.Word {
		return false
	}
	for n := 0; n < most; n++ {
		if r.figureAt(k+n) || r.figureBy(k+n) {
			return true
		}
	}
	return false
}
