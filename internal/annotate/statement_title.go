package annotate

import (
	"sort"
	"strings"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// nameIn finds the name behind a title: the first word without article behind
// one with it, where no particle stands between: «نائب قائد العمليات | قيس …».
// It is wrong for titles that end in a name of a country («وزير خارجية روسيا»).
func (r *statementReader) nameIn(from, to int) (start, end int, ok bool) {
	closed := false
	lex := reporting()
	for k := from; k < to; k++ {
		w := r.words[k]
		switch {
		case w.kind != arabic.Word:
			return 0, 0, false
		case lex.breaks[w.base]:
			closed = false
		case r.otherEnds(k) > k:
			k, closed = r.otherEnds(k)-1, true
		case r.placeEnds(k) > k:
			if k = r.placeEnds(k); k < to && r.nameEnd(k, to)-k >= 2 && r.words[k].kind == arabic.Word && !lex.breaks[r.words[k].base] && !r.words[k].conj {
				return k, r.nameEnd(k, to), true // «المدير الجهوي للصحة بمدنين | الطيب شلوف»
			}
			closed, k = false, k-1
		case w.definite || w.base == "الله":
			closed = true
		case closed && lex.marks[w.base] == "given":
			return k, r.nameEnd(k, to), true
		case w.head != headNone && !closed, w.conj, w.led, lex.objects[w.base]:
			closed = false
		case w.head == headPerson:
			closed = false
		case closed && (withBy(w) || placeBy(w)):
			closed = false // «رئيس الفرع الجهوي بمدنين»
		case closed:
			end = r.nameEnd(k, to)
			return k, end, runes(w.base) > 2
		}
	}
	return 0, 0, false
}

// placeEnds gives the word behind a place that ب is written onto at word k, or k.
func (r *statementReader) placeEnds(k int) int {
	w := r.words[k]
	m, ok := r.mentionAt(k)
	if !ok || m.Type != corpus.TypeGeopolitical || m.Start == w.inner || !strings.HasPrefix(w.base, "ب") {
		return k
	}
	for k < len(r.words) && r.words[k].Start < m.End {
		k++
	}
	return k
}

// otherEnds gives the word behind a name at word k that nobody has, and no particle is written
// onto, or k: «مدير مستشفى الحبيب ثامر | سالم الكعبي».
func (r *statementReader) otherEnds(k int) int {
	m, ok := r.nameAt(k)
	if !ok || m.Type == corpus.TypePerson || m.Start != r.words[k].inner {
		return k
	}
	for k < len(r.words) && r.words[k].Start < m.End {
		k++
	}
	return k
}

// holding gives the mention that word k is part of.
func (r *statementReader) holding(k int) (corpus.Mention, bool) {
	w := r.words[k]
	n := sort.Search(len(r.mentions), func(n int) bool { return r.mentions[n].End > w.inner })
	if n == len(r.mentions) || r.mentions[n].Start >= w.End {
		return corpus.Mention{}, false
	}
	return r.mentions[n], true
}

// inOther reports whether word k is part of a name that nobody has.
func (r *statementReader) inOther(k int) bool {
	m, ok := r.holding(k)
	return ok && m.Type != corpus.TypePerson
}

// inMention reports whether word k is part of a name that began before it: «سامي | الخطيب».
func (r *statementReader) inMention(k int) bool {
	m, ok := r.holding(k)
	return ok && m.Start < r.words[k].Start
}

// placeBy reports whether w is ب and the name of a place, which names no speaker:
// «الناطق باسم المحكمة | بسوسة».
func placeBy(w reportWord) bool {
	return mentionWords().placeBy(w.fold)
}

// withBy reports whether ب is written onto w, as far as the words of many texts tell.
func withBy(w reportWord) bool {
	clitic, _ := names.Shipped().Reader.Part(w.fold)
	return clitic == "ب"
}

// givenIn finds the given name with which a name ends the phrase p, behind a title of which
// the end cannot be told: «رئيس المكتب السياسي لحزب آفاق تونس | كريم الهلالي».
func (r *statementReader) givenIn(p phrase) (int, bool) {
	const most = 3 // words of such a name
	for k := max(p.from+1, p.to-most); k < p.to-1; k++ {
		if r.inOther(k) {
			continue
		}
		if w := r.words[k]; w.kind == arabic.Word && !w.definite && !w.led && !w.conj && w.head == headNone && (reporting().given[w.fold] || mentionWords().given[nameFold(w.fold)]) {
			return k, r.nameEnd(k, p.to) == p.to
		}
	}
	return 0, false
}

// nameEnd gives the word behind the name that begins at word k, five words at
// most.
func (r *statementReader) nameEnd(k, to int) int {
	lex := reporting()
	for n := k; n < to && n < k+5; n++ {
		w := r.words[n]
		if _, verb := lex.forms[w.base]; w.kind != arabic.Word || n > k && (verb || lex.breaks[w.base] || lex.adverbs[w.bare] || w.led || w.conj) {
			return n
		}
		if _, noun := lex.nouns[w.bare]; w.definite && (noun || lex.objects[w.bare]) && n > k+1 {
			return n // «بدر عبد العاطي | التأكيد على»
		}
	}
	return min(to, k+5)
}

// nameApart finds a name between commas behind a title that ends before word i:
// «الخبير الأمني، حميد العبيدي، أن».
func (r *statementReader) nameApart(i, end int) (from, to int, ok bool) {
	if i+2 >= end || !r.words[i].pauses() || r.words[i].is("(") {
		return 0, 0, false
	}
	from, to = i+1, i+1
	lex := reporting()
	for to < end && !r.words[to].pauses() && !r.words[to].stops() {
		w := r.words[to]
		if to-from >= 2 && (lex.breaks[w.base] || w.led || strings.HasPrefix(w.base, "ل")) {
			break
		}
		_, verb := lex.forms[w.base]
		if w.kind != arabic.Word || verb || lex.breaks[w.base] || w.led || w.conj || w.head != headNone || lex.adverbs[w.bare] {
			return 0, 0, false
		}
		to++
	}
	return from, to, to-from >= 2 && to-from <= 5 && !r.words[from].definite
}
