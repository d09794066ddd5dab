package annotate

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// aside reads the source named aside at word i.
func (r *statementReader) aside(i int) (aside, bool) {
	w := r.words[i]
	a := aside{from: i, noun: i + 1, verb: r.verbSpan(i)}
	switch attributions[w.base] {
	case attrNone:
		return a, false
	case attrAs:
		return r.asideAs(a)
	case attrWhat:
		a.noun = i
		return r.asideVerb(a, w)
	case attrFor:
		n := r.word(i + 1)
		if last, ok := strings.CutPrefix(n.base, "ل"); n.fold == "ل" || ok && reporting().marks[last] == "latest" {
			a.noun = i + 2 // «وفقا لآخر تقرير»
		} else if !n.led {
			return a, false
		}
	case attrOn:
		switch r.word(i + 1).base {
		case "حد", "لسان":
		case "ما":
			a.noun, a.behind = i+1, true
			if i+2 < len(r.words) {
				a.verb = r.verbSpan(i + 2)
			}
			return r.asideVerb(a, w) // «…، على ما يقول فلان»
		default:
			return a, false
		}
		a.noun = i + 2
		a.verb.End = r.words[i+1].End
	}
	return r.asideOf(a, w)
}

// asideOf reads the noun phrase of an aside that w opens.
func (r *statementReader) asideOf(a aside, w reportWord) (aside, bool) {
	n := r.word(a.noun)
	if a.noun >= r.words[a.from].ends {
		return a, false
	}
	if n.base == "ما" {
		return r.asideVerb(a, w)
	}
	if reporting().marks[n.base] == "latest" {
		a.noun++
		n = r.word(a.noun)
	}
	if mark := reporting().marks[n.base]; mark == "saying" || mark == "own" {
		a.to, a.pronoun = a.noun+1, mark == "own"
		if a.pronoun {
			a.verb.End = n.End
			a.who, _ = r.speakerHere(a.from, reportForm{})
			return a, true
		}
		a.noun++
	}
	if a.noun >= r.words[a.from].ends {
		return a, false
	}
	return r.asideNoun(a, w)
}

// asideAs reads «كما يؤكد حاكم الإقليم» behind what he says: the subject is all that follows the
// verb, up to a pause. «كما أكد الوزير أن» begins a report of its own.
func (r *statementReader) asideAs(a aside) (aside, bool) {
	i := a.from
	f, ok := r.word(i + 1).form(r.text)
	if !ok || f.tense == tenseParticiple || f.within || f.passes || f.homograph || i+2 >= r.words[i].ends || r.words[i].conj {
		return a, false
	}
	end := min(r.words[i].ends, i+2+lookAhead/2)
	who, at := r.subject(i+2, end)
	p := r.phrase(i+2, end)
	if _, stated := r.complement(i+2, f.takes); at != present || !who.sure || stated || !r.phraseCloses(p.wide, end) {
		return a, false
	}
	a.who, a.to, a.behind, a.verb = who, p.wide, true, r.verbSpan(i+1)
	return a, true
}

// phraseCloses reports whether a pause or the end of the sentence stands at word k.
func (r *statementReader) phraseCloses(k, end int) bool {
	return k >= end || r.words[k].pauses() || r.words[k].is(".") || r.words[k].stops()
}

// asideVerb reads «بحسب ما ذكره فلان»، «وفق ما أفادت به وزارة …».
func (r *statementReader) asideVerb(a aside, w reportWord) (aside, bool) {
	verb := r.word(a.noun + 1)
	stem, _ := withoutPronoun(verb.base)
	form, plain := reporting().forms[verb.base]
	if _, ok := reporting().forms[stem]; !ok && !plain {
		return a, false
	}
	a.noun += 2
	if plain && form.within && r.word(a.noun).base == "في" {
		a.noun++ // «بحسب ما جاء في البلاغ»
	}
	if r.word(a.noun).base == "ذات" || r.word(a.noun).base == "نفس" {
		a.noun++
	}
	if r.word(a.noun).base == "به" || r.word(a.noun).base == "عنه" {
		a.noun++
	}
	if a.noun >= r.words[a.from].ends {
		return a, false
	}
	if k := r.remarkEnd(a.noun); k > 0 {
		a.noun = k
	}
	if r.quotes(a.noun) && r.words[a.noun].close-a.noun <= longQuote {
		a.who, a.to = r.byName(a.noun+1, r.words[a.noun].close, reportWord{}), r.words[a.noun].close+1
		a.to = r.pastRemark(a.to, r.words[a.from].ends)
		return a, true // «وفق ما أوردته "البيان"»
	}
	return r.asideNoun(a, w)
}

// remarkEnd skips «لمراسل …،» before a name, and gives 0 where there is none.
func (r *statementReader) remarkEnd(i int) int {
	w := r.words[i]
	if w.base != "ل" && !w.led && w.base != "في" {
		return 0
	}
	if q := i + 1; w.base == "ل" && r.quotes(q) && r.word(r.words[q].close+1).head == headPerson {
		return r.words[q].close + 1 // «ما أوضح لـ«الأفق» رئيس اللجنة»
	}
	if m, ok := r.mentionAt(i); ok && m.Type == corpus.TypeOrganisation {
		j := i
		for j < w.ends && r.words[j].Start < m.End {
			j++
		}
		if r.personAt(j) || j < w.ends && r.words[j].head == headPerson {
			return j // «ما أكده لإذاعة الساحل المدير …»
		}
	}
	for j := i; j < min(w.ends-1, i+10); j++ {
		if r.words[j].pauses() {
			return j + 1
		}
	}
	return 0
}

// asideNoun reads who the source of an aside is. «وفق الاتفاق» without a pause
// before it mostly says how a thing is done, not who says it.
func (r *statementReader) asideNoun(a aside, w reportWord) (aside, bool) {
	end := min(r.words[a.from].ends, a.noun+lookAhead/2)
	led := r.words[a.noun].led
	r.words[a.noun].led = false
	for k := a.noun + 1; k < end; k++ {
		if (r.otherFigure(k) || r.figureSoon(k)) && r.phraseEnds(a.noun-1, k) {
			end = k // «وفق الجيش | و12 ألفا وفق الجبهة»
		}
	}
	p := r.phrase(a.noun, end)
	who, at := r.subject(a.noun, end)
	r.words[a.noun].led = led
	if led && !who.span.Empty() && who.span.Start == r.words[a.noun].inner {
		who.span.Start += letterBytes(r.verbSpan(a.noun).Of(r.text))
		who.name = plainWords(r.text, who.span)
	}
	head := r.words[a.noun].head
	if _, noun := reporting().nouns[r.words[a.noun].base]; noun && head == headNone && a.noun+1 < p.wide {
		a.noun++ // «بحسب تصريحات الوزير»: the minister speaks
		return r.asideNoun(a, w)
	}
	loose := !r.word(a.from-1).pauses() && !r.opensClause(a.from)
	switch {
	case at != present, !who.sure && w.base != "بحسب", loose && p.wide-p.from > 10 && !r.personAt(a.noun): // what follows a name is a post, however long
		return a, false
	case loose && w.base != "بحسب" && w.base != "حسب" && (head == headDeal || head == headReport && r.documentEnd(p) < r.words[a.from].ends-1):
		return a, false
	}
	if head == headUnnamed && reporting().marks[r.words[a.noun].base] == "count" && r.word(a.noun+1).base != "من" {
		return a, false
	}
	a.who, a.to = who, p.wide
	if head == headDeal || head == headReport {
		a.to = r.documentEnd(p)
	}
	for who.span.Start >= r.words[p.from].Start && a.to < r.words[a.from].ends && r.words[a.to].Start < who.span.End {
		a.to++ // the name behind a comma: «…، منجي سليم»
	}
	a.to = r.pastRemark(a.to, r.words[a.from].ends)
	a.who = r.spokenTo(a.who, a.noun, a.to)
	return a, true
}

// pastRemark skips what is told of a source behind its phrase, up to the next
// pause: «مصادر مطلعة | تحدثت لـ"…"،».
func (r *statementReader) pastRemark(i, end int) int {
	w := r.word(i)
	if i >= end || w.kind == arabic.Punct || w.that() || !r.remark(i) {
		return i
	}
	for j := i; j <= min(end, i+16); j++ {
		switch {
		case j < end && r.quotes(j):
			j = r.words[j].close
		case j == end || r.words[j].pauses() || r.words[j].is("."):
			return j
		}
	}
	return i
}

// remark reports whether a remark on a source begins at word i: to whom it
// spoke, when, on what occasion.
func (r *statementReader) remark(i int) bool {
	w, lex := r.words[i], reporting()
	return w.base == "ل" || w.base == "نقلا" || relatives[w.base] || lex.marks[w.base] == "remark" || r.outletAt(i) || w.led && (w.head == headPerson || lex.marks[w.bare] == "reporter") ||
		lex.adverbs[w.base] || lex.breaks[w.base] && lex.occasions[r.word(i+1).bare]
}

// documentEnd gives the word behind the description of a text, up to the next
// pause: «الاتفاق الذي تم التوصل إليه …».
func (r *statementReader) documentEnd(p phrase) int {
	j := p.wide
	for j < r.words[p.from].ends && j-p.from < 20 && r.words[j].kind != arabic.Punct && !r.words[j].that() {
		j++
	}
	if j-p.from >= 20 {
		return p.wide
	}
	return j
}
