package annotate

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// outlets marks the outlets that somebody spoke to, «قال … لـ"العربي الجديد"»,
// and the one in a dateline, «بغداد/المسلة:».
func (r *mentionReader) outlets() {
	cue := -1
	for i := range r.words {
		w := &r.words[i]
		if r.cue(i) {
			cue = w.ends
		}
		from, to, ok := r.quotation(i + 1)
		if ok && w.is("ل") && w.ends > to && cue == w.ends && to-from <= 4 && r.spokenTo(i, to+1) {
			r.add(from, to, r.words[from].whole(), corpus.TypeOrganisation).by("outlet")
		}
		if i == 0 || r.words[i-1].ends == i {
			r.dateline(i)
		} else if r.lists.tails[w.fold] {
			r.tailed(i)
		}
	}
}

// cue reports whether word i is of those near which an outlet is named, alone or with و.
func (r *mentionReader) cue(i int) bool {
	return slices.ContainsFunc(r.words[i].reads, func(x nameReading) bool { return r.lists.cues[x.form] })
}

// tailed marks the outlet whose name ends with word i, «المدار نت». It is wrong where «نت» and its like are
// words of a foreign name.
func (r *mentionReader) tailed(i int) {
	w := &r.words[i-1]
	if w.kind != arabic.Word || w.nunated || isPreposition(w.fold) || r.verb(i-1) || r.cue(i-1) || w.head != 0 || r.lists.plain[w.noun] || r.lists.titles[w.noun] {
		return
	}
	const longest = 4 // words of such a name
	from := i - 1
	for from > max(0, i-longest+1) && r.words[i].tag > 0 && r.words[from-1].tag == r.words[i].tag {
		from-- // «باتون روج بوست»
	}
	for k := max(0, from-1); k < i; k++ {
		if n, _, _ := r.knownAt(k); k+n > i {
			return // «سكاي نيوز عربية», which the gazetteer has
		}
	}
	r.add(from, i+1, r.opening(from), corpus.TypeOrganisation).by("outlet")
}

// spokenTo reports whether the ل at word i, whose quotation ends before word
// next, is that of speaking to somebody: a word of speech stands before it, or
// what was said behind it. «خطط لـ"هجوم"» is not.
func (r *mentionReader) spokenTo(i, next int) bool {
	before := i - 1
	if before > 0 && r.words[before].is("،") {
		before--
	}
	if before >= 0 && r.cue(before) {
		return true
	}
	return next < r.words[i].ends && (r.words[next].is("،") || r.words[next].is(":") || strings.HasPrefix(strings.TrimPrefix(r.words[next].fold, "ب"), "ان"))
}

// dateline marks the outlet in «بغداد/المسلة:» at the beginning of a sentence.
func (r *mentionReader) dateline(i int) {
	n, _, k := r.knownAt(i)
	j := i + n
	if n > 0 && k.typ == corpus.TypeGeopolitical {
		r.agency(j)
	}
	if n == 0 || k.typ != corpus.TypeGeopolitical || j+1 >= r.words[i].ends || !r.words[j].is("/") && !r.words[j].is("-") {
		return
	}
	for to := j + 1; to < r.words[i].ends && to < j+5; to++ {
		if r.words[to].is(":") && to > j+1 {
			r.add(j+1, to, r.words[j+1].whole(), corpus.TypeOrganisation).by("dateline")
			return
		}
		if r.words[to].kind == arabic.Punct {
			return
		}
	}
}

// agency marks the agency in brackets at word i, behind the place of a dateline: «الأبيض (السودان) (سافانا) -».
func (r *mentionReader) agency(i int) {
	const longest = 4 // words of its name, and the brackets
	for i+2 < len(r.words) && r.words[i].is("(") && r.words[i-1].ends > i+2 {
		to := i + 1
		for to < r.words[i].ends && to < i+longest && !r.words[to].is(")") {
			to++
		}
		if to+1 >= r.words[i].ends || !r.words[to].is(")") {
			return
		}
		if isDash(r.words[to+1].Of(r.doc.Text)) && r.words[i+1].kind == arabic.Word && !r.knownPlace(i+1) {
			r.add(i+1, to, r.words[i+1].whole(), corpus.TypeOrganisation).by("dateline")
			return
		}
		i = to + 1
	}
}
