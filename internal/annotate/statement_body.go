package annotate

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// body makes a speaker of an organisation. Of «صحيفة "…"» it is the name in
// quotation marks, of «الإدارة العامة للسجون» the head and what has the article behind it.
func (r *statementReader) body(p phrase) speaker {
	w := r.words[p.from]
	if m, ok := r.mentionIn(p.from, p.to, corpus.TypeOrganisation); ok {
		return r.named(m, w)
	}
	if q := p.from + 1; w.head == headOutlet && r.quotes(q) && r.words[q].close < p.to {
		return r.byName(q+1, r.words[q].close, w)
	}
	if q := p.from + 1; w.head == headOutlet && p.to == q && r.word(q).is("(") {
		if to := r.bracketEnd(q); to > q+1 {
			return r.byName(q+1, to, w) // «صحيفة (البيان)»
		}
	}
	if n := r.word(p.from + 1); w.definite && (p.to-p.from == 1 || p.to-p.from == 2 && n.definite && reporting().marks[n.bare] == "epithet") {
		if s, ok := r.memory.same(w.bare, w.head); ok {
			return s
		}
		if m, ok := r.memory.titled(r.text, r.over(p.from, p.from+1), w); ok {
			return r.named(m, w)
		}
	}
	to := p.to
	if w.definite {
		to = r.bodyEnd(p)
	}
	s := r.byName(p.from, to, w)
	s.full = false
	return s
}

// bracketEnd gives the word that closes the bracket at word q behind a name of at most four
// words, or q.
func (r *statementReader) bracketEnd(q int) int {
	for k := q + 1; k < min(r.words[q].ends, q+6); k++ {
		if r.words[k].is(")") {
			return k
		}
		if r.words[k].kind == arabic.Punct {
			break
		}
	}
	return q
}

// bodyEnd gives the word behind the name of a body that has the article: its head, what
// else has the article, and what it is for: «الشركة الوطنية لاستغلال وتوزيع المياه».
func (r *statementReader) bodyEnd(p phrase) int {
	to, last := p.from+1, p.from+1
	for ; to < p.to; to++ {
		w := r.words[to]
		switch {
		case w.definite && (w.led || w.conj || w.head == headNone && describing(w)):
			last = to + 1
		case to == last && strings.HasPrefix(w.base, "ل"), to > last && to < last+3 && strings.HasPrefix(w.fold, "و"):
		default:
			return last
		}
	}
	return last
}

// describing reports whether w, a word with the article, can be an adjective: its end, the
// م of a participle, or a list, tells.
func describing(w reportWord) bool {
	for _, end := range [...]string{"ي", "ه", "ون", "ين"} {
		if strings.HasSuffix(w.bare, end) {
			return true
		}
	}
	lists, noun := mentionWords(), nameFold(w.bare)
	return lists.adjectives[noun] || lists.plain[noun] || strings.HasPrefix(noun, "م") && runes(noun) > 3 // «المستقيل»
}

// owned reports whether the first word of p has a pronoun at its end, which closes it:
// «دعا أعضاؤه | الدول الثلاث».
func (r *statementReader) owned(p phrase) bool {
	if p.from+1 >= p.to || !r.words[p.from+1].definite || r.words[p.from].definite {
		return false
	}
	s := r.over(p.from, p.from+1).Of(r.text)
	return strings.HasSuffix(s, "ه") || strings.HasSuffix(s, "ها") || strings.HasSuffix(s, "هم")
}

// bareName makes a speaker of words that no list knows. It is sure only of a
// surname that the document has given in full before.
func (r *statementReader) bareName(p phrase) speaker {
	w := r.words[p.from]
	if m, ok := r.mentionIn(p.from, p.to, corpus.TypePerson); ok {
		return r.named(m, w)
	}
	if from, to, ok := r.nameIn(p.from, p.wide); ok && w.definite && to-from >= 2 {
		return r.byName(from, to, w)
	}
	if withBy(w) {
		return speaker{} // «اعترف بجريمة القتل»
	}
	to := p.from + 1
	known := r.memory.names[w.fold] != "" || r.memory.names[w.base] != "" || r.owned(p)
	for !known && to < p.to && !r.words[to].conj && !r.words[to].led && (r.words[to].head == headNone || r.words[to].definite) && r.words[to].kind == arabic.Word {
		to++
	}
	lex := reporting()
	if _, verb := lex.forms[w.base]; verb || to-p.from > 6 || lex.objects[w.base] && !w.definite {
		return speaker{}
	}
	s := r.byName(p.from, to, w)
	_, s.sure = r.memory.names[arabic.Fold(plainWords(r.text, s.span))]
	return s
}
