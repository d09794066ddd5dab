package annotate

import (
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// war is «الحرب» with nationalities, or with those between whom or on whom it
// is. Only the words before other names are marked; the name in full goes on
// over them: «الحرب بين إسرائيل وإيران».
func (r *mentionReader) war(i int) (headPhrase, bool) {
	w := &r.words[i]
	if w.head&headWar == 0 || !w.headThe {
		return headPhrase{}, false
	}
	to := i + 1
	for to < w.ends && to < i+4 && r.words[to].kind == arabic.Word && r.words[to].definite && r.words[to].bare() {
		to++
	}
	until := r.sides(to)
	if until == to && !r.national(i+1, to) {
		return headPhrase{}, false
	}
	p, ok := r.phrase(i, to, corpus.TypeEvent)
	p.until = until
	return p, ok
}

// sides gives the index behind the places of «بين إسرائيل وإيران» or «على قطاع
// غزة» at word i, or i.
func (r *mentionReader) sides(i int) int {
	if i+1 >= len(r.words) || i == 0 || r.words[i-1].ends <= i+1 {
		return i
	}
	n, first, k := r.knownAt(i + 1)
	if n == 0 || first.led != "" || k.typ != corpus.TypeGeopolitical && k.typ != corpus.TypeLocation && k.typ != corpus.TypeOrganisation {
		return i
	}
	end := i + 1 + n
	switch r.words[i].fold {
	case "علي", "في", "ضد":
		return end
	case "بين":
		if end < r.words[i].ends {
			if n, first, k = r.knownAt(end); n > 0 && first.led == string(arabic.Waw) && k.typ != corpus.TypeEvent {
				return end + n
			}
		}
	}
	return i
}

// event is a head with the place that it is called after, «قمة بغداد», or a
// vote with a nationality, «الانتخابات الرئاسية الأميركية».
func (r *mentionReader) event(i int) (headPhrase, bool) {
	w := &r.words[i]
	switch {
	case w.head&headVote != 0:
		to := r.adjectives(i+1, false)
		if !w.headThe {
			to = r.complement(i+1, 0)
		}
		if to > i+1 && r.national(i+1, to) {
			return r.phrase(i, to, corpus.TypeEvent)
		}
	case w.head&headClash != 0 && !w.headThe && i+1 < w.ends:
		n, first, k := r.knownAt(i + 1)
		if n > 0 && first.led == "" && k.typ == corpus.TypeGeopolitical && !k.doubtful {
			return r.phrase(i, i+1+n, corpus.TypeEvent)
		}
	}
	return headPhrase{}, false
}

// pact is an agreement with what it is about, «اتفاقية الإطار الاستراتيجي», or
// with the place where it was made.
func (r *mentionReader) pact(i int) (headPhrase, bool) {
	w := &r.words[i]
	if w.head&(headPact|headAccord) == 0 || w.headThe || i+1 >= w.ends {
		return headPhrase{}, false
	}
	if n, first, k := r.knownAt(i + 1); n > 0 && first.led == "" && k.typ == corpus.TypeGeopolitical {
		return r.phrase(i, i+1+n, corpus.TypeMisc)
	}
	if to := r.complement(i+1, 0); w.head&headPact != 0 && to > i+2 {
		return r.phrase(i, to, corpus.TypeMisc)
	}
	return headPhrase{}, false
}
