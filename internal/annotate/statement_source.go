package annotate

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// attribution is a word that names a source aside.
type attribution uint8

const (
	attrNone attribution = iota
	attrNoun             // بحسب: a noun follows
	attrFor              // وفقاً: ل and a noun follow
	attrOn               // على (حد): قول or تعبير follows
)

var attributions = map[string]attribution{
	"بحسب": attrNoun, "حسب": attrNoun, "وفق": attrNoun, "وفقا": attrFor, "طبقا": attrFor, "علي": attrOn,
}

// aside is a source named aside, by words of the block.
type aside struct {
	from, to int // all of it
	noun     int // where its noun phrase begins
	verb     corpus.Span
	who      speaker
	pronoun  bool // «بحسب تعبيره»: the one who speaks anyway
}

// source reads a report whose source is named aside at word i: before the
// clause («وبحسب الاتفاق، …»), in it («ومن المقرر، وفقاً لمصادر، أن …») or
// behind it («…، بحسب المسار المتفق عليه»).
func (r *statementReader) source(i int) (next int, ok bool) {
	a, ok := r.aside(i)
	if !ok || a.who.span.Empty() || a.pronoun && r.last >= 0 && r.began >= r.sentenceStart(i) {
		return 0, false
	}
	f := found{verb: a.verb, who: a.who, rule: "source"}
	start := r.clauseStart(i)
	switch {
	case r.leads(i, start) && r.preposed(a, &f):
	case r.isTail(a):
		f.from, f.to = start, i
		f.rule = "source behind"
		if f.to-f.from < 3 {
			return 0, false
		}
	case r.word(i-1).pauses() && r.word(a.to).pauses():
		r.within(a, start, &f)
	default:
		return 0, false
	}
	f.skip = max(f.skip, r.conjunction(f.from))
	return max(f.to, a.to), r.emit(f)
}

// conjunction gives the bytes of a conjunction written onto word i.
func (r *statementReader) conjunction(i int) int {
	if i >= len(r.words) {
		return 0
	}
	return r.words[i].inner - r.words[i].Start
}

// leads reports whether the aside at word i opens its clause, which starts at
// word start.
func (r *statementReader) leads(i, start int) bool {
	for k := start; k < i; k++ {
		if w := r.words[k]; !reporting().openers[w.base] && w.fold != "" && w.kind != arabic.Punct && !w.loneConjunction() {
			return false
		}
	}
	return true
}

// preposed fills f with the clause behind an aside that opens it: behind a
// comma or «فإن».
func (r *statementReader) preposed(a aside, f *found) bool {
	end := r.words[a.from].ends
	for j := a.noun + 1; j < min(end, a.to+20); j++ {
		w := r.words[j]
		switch {
		case w.conj && w.that() && strings.HasPrefix(w.fold, "ف"):
			f.from, f.to = j+1, r.clauseEnd(complement{start: j + 1})
			return true
		case j <= a.to && thusBegins(w.fold):
			f.from, f.to, f.skip = j, r.clauseEnd(complement{start: j}), len("ف")
			return true
		case w.is("،") || w.is(","):
			if n := r.word(j + 1); n.that() {
				j++
			}
			f.from = j + 1
			if f.from >= end {
				return false
			}
			f.to = r.clauseEnd(complement{start: f.from, quote: r.quotes(f.from)})
			return true
		}
	}
	return false
}

// thusBegins reports whether a folded word is ف and a verb, as begins a clause
// behind a source: «وبحسب الغرفة فسيتم …».
func thusBegins(w string) bool {
	for _, p := range []string{"فسي", "فست", "فقد", "فلا", "فلم", "فلن"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

// within fills f with what is around an aside between pauses: what follows it,
// where أن or little stands before, else the whole clause.
func (r *statementReader) within(a aside, start int, f *found) {
	f.from = a.to + 1
	if r.word(f.from).that() {
		f.from++
	} else if a.from-start > 5 && r.last < 0 || a.from-start > 5 && start >= r.floor {
		f.from = start
	}
	f.to = r.clauseEnd(complement{start: a.to + 1})
}

// isTail reports whether nothing of the clause follows a.
func (r *statementReader) isTail(a aside) bool {
	w := r.word(a.to)
	if a.to >= r.words[a.from].ends || w.is(".") || w.stops() {
		return true
	}
	if !w.pauses() {
		return w.conj
	}
	return !r.word(a.from-1).pauses() || r.turns(a.to+1, complement{start: a.from}) || r.word(a.to+1).conj
}

// tail reports whether a source is named aside at word j, at the end of a
// clause.
func (r *statementReader) tail(j int) bool {
	a, ok := r.aside(j)
	return ok && (!a.pronoun || a.to >= r.words[j].ends-1) && r.isTail(a)
}

// aside reads the source named aside at word i.
func (r *statementReader) aside(i int) (aside, bool) {
	w := r.words[i]
	a := aside{from: i, noun: i + 1, verb: r.verbSpan(i)}
	switch attributions[w.base] {
	case attrNone:
		return a, false
	case attrFor:
		n := r.word(i + 1)
		if n.fold == "ل" {
			a.noun = i + 2
		} else if !n.led {
			return a, false
		}
	case attrOn:
		if r.word(i+1).base != "حد" {
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
	if saying[n.base] != "" {
		a.to, a.pronoun = a.noun+1, saying[n.base] == "own"
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

// asideVerb reads «بحسب ما ذكره فلان»، «وفق ما أفادت به وزارة …».
func (r *statementReader) asideVerb(a aside, w reportWord) (aside, bool) {
	verb := r.word(a.noun + 1)
	stem, _ := withoutPronoun(verb.base)
	_, plain := reporting().forms[verb.base]
	if _, ok := reporting().forms[stem]; !ok && !plain {
		return a, false
	}
	if a.noun += 2; r.word(a.noun).base == "به" || r.word(a.noun).base == "عنه" {
		a.noun++
	}
	if a.noun >= r.words[a.from].ends {
		return a, false
	}
	if k := r.remarkEnd(a.noun); k > 0 {
		a.noun = k
	}
	return r.asideNoun(a, w)
}

// remarkEnd skips «لمراسل …،» before a name, and gives 0 where there is none.
func (r *statementReader) remarkEnd(i int) int {
	w := r.words[i]
	if w.base != "ل" && !w.led && w.base != "في" {
		return 0
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
	p := r.phrase(a.noun, end)
	who, at := r.subject(a.noun, end)
	r.words[a.noun].led = led
	if led && !who.span.Empty() && who.span.Start == r.words[a.noun].inner {
		who.span.Start += len("ل")
		who.name = plainWords(r.text, who.span)
	}
	head := r.words[a.noun].head
	loose := !r.word(a.from-1).pauses() && !r.opensClause(a.from)
	switch {
	case at != present, !who.sure && w.base != "بحسب":
		return a, false
	case loose && w.base != "بحسب" && w.base != "حسب" && (head == headDeal || head == headReport && r.documentEnd(p) < r.words[a.from].ends-1):
		return a, false
	}
	if _, noun := reporting().nouns[r.words[a.noun].base]; noun && head == headNone && a.noun+1 < p.wide {
		a.noun++ // «بحسب تصريحات الوزير»: the minister speaks
		return r.asideNoun(a, w)
	}
	if head == headUnnamed && counts[r.words[a.noun].base] && r.word(a.noun+1).base != "من" {
		return a, false
	}
	a.who, a.to = who, p.wide
	if head == headDeal || head == headReport {
		a.to = r.documentEnd(p)
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
	return w.base == "ل" || relatives[w.base] || remarks[w.base] || r.outletAt(i) || w.led && w.head == headPerson ||
		lex.adverbs[w.base] || lex.breaks[w.base] && lex.occasions[r.word(i+1).bare]
}

// remarks are verbs that begin a remark on a source.
var remarks = wordSet{"تحدث": true, "تحدثت": true, "تحدثوا": true, "طلب": true, "طلبت": true, "فضلت": true, "رفضت": true, "اشترطت": true}

// counts are heads of unnamed speakers that as a source only count: «حسب عدد
// الغرف».
var counts = wordSet{"عدد": true, "بعض": true, "احد": true, "احدي": true}

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

// saying are the nouns behind «على حد» and «بحسب»; with a pronoun at the end
// they mean the one who speaks.
var saying = map[string]string{
	"قول": "of", "تعبير": "of", "وصف": "of", "زعم": "of", "راي": "of",
	"قوله": "own", "قولها": "own", "قولهم": "own", "تعبيره": "own", "تعبيرها": "own", "تعبيرهم": "own",
	"وصفه": "own", "وصفها": "own", "وصفهم": "own", "زعمه": "own", "رايه": "own", "رايها": "own",
}

// clauseStart gives the first word of the main clause that word i stands in,
// behind what earlier statements used.
func (r *statementReader) clauseStart(i int) int {
	k := i
	for k > r.floor && i-k < lookBack && r.words[k-1].ends == r.words[i].ends {
		if k < i-1 && (r.words[k-1].pauses() && r.beginsClause(k) || r.words[k-1].is(":")) {
			break
		}
		k--
	}
	for k < i && r.words[k].kind == arabic.Punct && !r.quotes(k) {
		k++
	}
	return k
}

// beginsClause reports whether a main clause begins with word k, behind a
// comma: و and a verb in the present or future, or a demonstrative.
func (r *statementReader) beginsClause(k int) bool {
	w := r.words[k]
	rest, ok := cutConjunction(w.fold)
	if !ok {
		return false
	}
	if clauseWords[rest] {
		return true
	}
	l := []rune(rest)
	return len(l) >= 4 && (l[0] == 'ي' || l[0] == 'س' && (l[1] == 'ي' || l[1] == 'ت'))
}

func cutConjunction(fold string) (string, bool) {
	if len(fold) > 4 && fold[:len("و")] == "و" {
		return fold[len("و"):], true
	}
	return fold, false
}

var clauseWords = wordSet{
	"هذا": true, "هذه": true, "قد": true, "لا": true, "لم": true, "لن": true, "هو": true, "هي": true,
	"هم": true, "كان": true, "كانت": true, "ليس": true, "ليست": true, "هناك": true, "سوف": true,
}
