package calendar

import "strings"

// bearing is what the words before a date say of it.
type bearing struct {
	relation string
	approx   bool
	event    bool // it names an event right before it: «هجوم 7 أكتوبر»
	start    int  // where these words begin
}

// bearingOf reads the words before the expression m that begins at i. Only a
// few words are looked at.
func (p *parser) bearingOf(m match, i int) bearing {
	b := bearing{start: p.beforeApprox(i)}
	b.approx = b.start < i
	i = b.start
	if m.fixed != "" {
		b.relation = m.fixed
	}
	rel, start, ok := phraseBefore(p, p.relations, i)
	switch {
	case ok && m.fixed != "" && m.rule != "interval":
		return b
	case ok:
		b.start, b.relation = start, p.prepositionOf(rel, start, m)
	case p.is(i-1, "ب"):
		b.start, b.relation = i-1, "in"
		if m.edge == endEdge || m.edge == lateEdge {
			b.relation = "by"
		}
	case p.is(i-1, "من") && m.fixed == "":
		b.start, b.relation = i-1, "in"
	case m.fixed != "":
	case m.bare && p.namesEvent(i):
		b.event = p.cue("event", i)
	case m.timex == timexDate || m.vague || m.rule == "units":
		b.relation = "in"
	}
	return b
}

// prepositionOf is the relation that a preposition gives this expression.
func (p *parser) prepositionOf(rel string, start int, m match) string {
	first := p.text(start)
	switch {
	case m.edge == endEdge && first == "مع":
		return "by"
	case first == "ل" && (m.rule == "weekday" || m.rule == "relative-day" || m.date != nil && m.date.d > 0):
		return "in" // «مقرر ليوم الأحد»
	case rel == "none", m.timex == timexSet:
		return ""
	case rel == "until" && strings.HasPrefix(first, "ال") && p.movesTo(start):
		return "in"
	case m.timex == timexDuration && m.rule == "length" && (rel == "until" || rel == "by"):
		return ""
	}
	return rel
}

// movesTo reports whether one of the few words before «إلى» says that
// something is moved rather than extended: «تأجيل الانتخابات إلى 2026».
func (p *parser) movesTo(i int) bool {
	for j := i; j > 0 && j > i-5 && p.isWord(j-1); j-- {
		if p.cue("move", j) {
			return true
		}
	}
	from := i // behind «من 24 مايو»
	for from > 0 && from > i-5 && !p.is(from-1, "من") {
		from--
	}
	return from > 0 && p.is(from-1, "من") && p.shifts(from-1)
}

// farShift is how many words before «من» a date what says that something moves may stand.
const farShift = 14

// shifts reports whether one of the words before i says that something moves from one date
// to another: «أرجأت اللجنة المرحلة الثانية من 24 مايو إلى 5 يوليو».
func (p *parser) shifts(i int) bool {
	if p.is(i-1, "بدايه", "ابتداء", "اعتبارا", "انطلاقا", "الممتده", "الفتره") {
		return false // «اعتبارا من 24 أفريل إلى 28 أفريل»
	}
	for j := i; j > 0 && j > i-farShift && p.isWord(j-1); j-- {
		if p.cue("shift", j) {
			return true
		}
	}
	return false
}

// namesEvent reports whether a noun stands right before i, so that the date
// behind it is its name: «انسحاب 2011». Verbs cannot be told from nouns; what
// cannot begin a noun phrase in the press is left out.
func (p *parser) namesEvent(i int) bool {
	return p.isWord(i-1) && len([]rune(p.text(i-1))) > 2 && !p.is(i-1, "الموافق", "مساء", "صباح", "تاريخ", "الذي", "التي", "يومي", "ايام", "شهري")
}

// beforeApprox steps back over «نحو», «أكثر من» and their like before i.
func (p *parser) beforeApprox(i int) int {
	if _, start, ok := phraseBefore(p, p.approx, i); ok {
		return start
	}
	return i
}

// afterApprox steps over them at i.
func (p *parser) afterApprox(i int) int {
	if _, next, ok := phrase(p, p.approx, i); ok {
		return next
	}
	return i
}

// attributive reports whether the words before i, where the preposition of a
// date begins, are an attribute of something else: «الاتفاقية الموقعة عام
// 2008». Such a date is not what the text goes on to speak of. It is wrong for
// nouns that look like participles.
func (p *parser) attributive(i int) bool {
	w := []rune(p.text(i - 1))
	if !p.isWord(i-1) || len(w) < 5 || w[0] != 'ا' || w[1] != 'ل' {
		return false
	}
	return w[2] == 'م' || w[3] == 'ا' && (len(w) == 6 || len(w) == 7)
}

// How many words before what is to come «كان» may stand, and before a date what
// says that it is behind us.
const (
	wasBefore  = 3
	pastBefore = 4
)

// looksBack reports whether a word before the date m at i or right behind it says
// that the date is behind us: «الاتفاق الموقع في 14 كانون الثاني», «دام حتى 9 حزيران»,
// «في شباط أعلن». It is wrong where the date is that of another thing, which follows the
// verb: «عقدت اجتماعا حول قمة 15 يناير».
func (p *parser) looksBack(b bearing, i int, m match) bool {
	end := m.end
	if m.rule == "weekday" && i > 0 && (p.cueAt("said", i-1) || p.cueAt("past", i-1)) {
		return true // «قال الخميس»
	}
	if end < len(p.lx) && (p.cueAt("past", end) || p.cueAt("said", end)) {
		return true
	}
	switch b.relation {
	case "until":
		return p.within(b.start, pastBefore, "lasted")
	case "in":
		if p.is(b.start-2, "لم") {
			return true // «التي لم تصوت في فيفري»
		}
		return (b.start < i || p.is(i, "يوم")) && p.within(b.start, pastBefore, "past")
	}
	return false
}

// within reports whether one of the n words before i is a cue of that class, and
// no mark and no cue of class "unpast" stands between.
func (p *parser) within(i, n int, class string) bool {
	for j := i - 1; j >= max(0, i-n) && p.isWord(j); j-- {
		if p.cueAt(class, j) {
			return true
		}
		if p.cueAt("unpast", j) || p.cueAt("future", j) {
			return false
		}
	}
	return false
}

// looksAhead reports whether the word at i says that what follows is to come:
// a verb with سـ or a word of data/cues.txt.
func (p *parser) looksAhead(i int) bool {
	if p.cueAt("future", i) {
		return true
	}
	text := strings.TrimPrefix(p.text(i), "و")
	w := []rune(text)
	if !p.isWord(i) || len(w) < 4 || w[0] != 'س' || !strings.ContainsRune("يتن", w[1]) || len(w) > 5 && w[len(w)-1] == 'و' {
		return false // no verb of six letters ends in و, but «سيسوكو» does
	}
	for n := 3; n <= len(w); n++ {
		if p.cues["notfuture"].of[string(w[:n])] {
			return false
		}
	}
	return true
}
