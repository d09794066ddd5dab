package annotate

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// attribution is a word that names a source aside.
type attribution uint8

const (
	attrNone  attribution = iota
	attrNoun              // بحسب: a noun follows
	attrFor               // وفقاً: ل and a noun follow
	attrOn                // على (حد): قول or تعبير follows
	attrAs                // كما: a verb and its subject follow, «كما يؤكد الوالي»
	attrWhat              // حسبما: a verb follows
	attrUnder             // بموجب: a text follows, and then what it says; behind a clause it tells why
)

var attributions = map[string]attribution{
	"بحسب": attrNoun, "حسب": attrNoun, "وفق": attrNoun, "وفقا": attrFor, "طبقا": attrFor, "علي": attrOn,
	"كما": attrAs, "حسبما": attrWhat, "وفقما": attrWhat, "بموجب": attrUnder,
}

// aside is a source named aside, by words of the block.
type aside struct {
	from, to int // all of it
	noun     int // where its noun phrase begins
	verb     corpus.Span
	who      speaker
	pronoun  bool // «بحسب تعبيره»: the one who speaks anyway
	behind   bool // it stands behind what is said, and nowhere else
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
	if attributions[r.words[i].base] == attrUnder && !r.leads(i, start) {
		return 0, false // «أحيل الملف على المحكمة، بموجب قرار»
	}
	switch {
	case r.last >= 0 && r.began >= r.sentenceStart(i) && i-r.floor <= 1 && !r.words[i].conj:
		return max(a.to, i+1), true // the tail of a statement that is read
	case a.behind && start < i && r.word(i-1).pauses():
		f.from, f.to, f.rule = start, i, "source behind"
		if f.to-f.from < 3 {
			return 0, false
		}
	case a.behind:
		return 0, false
	case r.leads(i, start) && r.preposed(a, &f):
		if next, ok := r.toldBy(f.from, a.who); ok {
			return next, true
		}
	case r.isTail(a):
		f.from, f.to = start, i
		if p := r.word(i - 1); p.base == "ذلك" && p.conj {
			f.to-- // «…، وذلك وفق ما أفاد به فلان»
		}
		if r.words[f.from].base == "كما" {
			f.from++ // it joins the clause to the one before
		}
		f.rule = "source behind"
		if f.to-f.from < 3 {
			return 0, false
		}
	case r.word(i-1).pauses() && r.word(a.to).pauses():
		r.within(a, start, &f)
	case a.who.kind == corpus.SpeakerNamed && r.figureSoon(a.to):
		f.from, f.to = max(r.clauseOf(i), r.floor), r.clauseEnd(complement{start: a.to})
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
			f.from, f.to, f.skip = j, r.clauseEnd(complement{start: j}), letterBytes(w.Of(r.text))
			return true
		case (w.is("،") || w.is(",")) && (j < a.to || r.occasion(j+1) || relatives[r.word(j+1).base]):
			// «بحسب ما أكدته خالته، سعاد، في تصريح، …»: it goes on about the source
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

// occasion reports whether word i begins the occasion of what was said, up to a pause: «في
// تصريح صحفي،».
func (r *statementReader) occasion(i int) bool {
	const most = 6 // words
	if !reporting().breaks[r.word(i).base] || !reporting().occasions[r.word(i+1).bare] {
		return false
	}
	for k := i + 2; k < min(r.words[i].ends, i+most); k++ {
		if w := r.words[k]; w.pauses() {
			return true
		} else if w.kind != arabic.Word {
			break
		}
	}
	return false
}

// toldBy reads the report that the clause from word i on is, where a source passes it
// on: «وبحسب الوكالة فقد أفاد السائق بأن …».
func (r *statementReader) toldBy(i int, by speaker) (next int, ok bool) {
	for k := i; k < min(i+2, r.word(i).ends); k++ {
		f, told := r.words[k].form(r.text)
		if !told || f.tense != tensePast {
			continue
		}
		if _, at := r.subject(k+1, r.words[k].ends); at != present {
			return 0, false
		}
		if next, ok = r.verb(k); ok && r.out[r.last].ReportedBy == "" {
			r.out[r.last].ReportedBy = by.name
		}
		return next, ok
	}
	return 0, false
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
	if f.from == start && r.remarksAt(a.to+1) {
		f.to = a.from // «…، وفق ما أعلنه المعهد، الثلاثاء»
		return
	}
	f.to = r.clauseEnd(complement{start: a.to + 1})
}

// remarksAt reports whether what stands at word i only goes on about a source:
// to whom it spoke, when, its name or its post.
func (r *statementReader) remarksAt(i int) bool {
	if i >= len(r.words) {
		return true
	}
	return r.remark(i) || r.words[i].head == headPerson || r.personAt(i)
}

// isTail reports whether nothing of the clause follows a.
func (r *statementReader) isTail(a aside) bool {
	w := r.word(a.to)
	if a.to >= r.words[a.from].ends || w.is(".") || w.stops() {
		return true
	}
	if !w.pauses() {
		return w.conj && r.reportsAt(a.to) || r.otherFigure(a.to)
	}
	next := r.word(a.to + 1)
	return !r.word(a.from-1).pauses() || next.conj || attributions[next.base] != attrNone || r.reportsAt(a.to+1)
}

// tail reports whether a source is named aside at word j, at the end of a
// clause.
func (r *statementReader) tail(j int) bool {
	a, ok := r.aside(j)
	return ok && (!a.pronoun || a.to >= r.words[j].ends-1) && r.isTail(a)
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
