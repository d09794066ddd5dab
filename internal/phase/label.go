package phase

import (
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// The number of words of a label.
const (
	minLabel = 3
	maxLabel = 10
)

// minScore is the score below which a phrase is no label that a reader would
// understand; what one document alone says has then no place in the map.
const minScore = 0.6

// lateCost is what a phrase loses for each document of the cluster before its
// own: the first good phrase stays the label when new documents come.
const lateCost = 0.03

// label gives the phrase of the sources that names a cluster best: one that
// begins and ends where a phrase does, and says most of what the cluster's facts
// have in common, and that names no other cluster. ok is false where there is none.
func label(a *corpus.Affair, v *vocabulary, c *cluster, taken map[string]bool) (string, bool) {
	best, most := "", -10.0
	late, doc := -lateCost, -1
	for _, f := range c.facts {
		p := phraser{doc: &a.Documents[f.doc], v: v, c: c, f: f}
		if f.doc != doc {
			late, doc = min(late+lateCost, 5*lateCost), f.doc
		}
		if title, score := p.headline(); score-late > most+1e-9 && !taken[title] {
			best, most = title, score-late
		}
		for _, s := range p.phrases() {
			if score := p.score(s) - late; score > most+1e-9 && !taken[s.Of(p.doc.Text)] {
				best, most = s.Of(p.doc.Text), score
			}
		}
	}
	if most < minScore && (most <= 0.4 || c.documents() == 1) {
		best = c.leads(a, v, taken)
		return best, best != ""
	}
	return strings.Join(strings.Fields(best), " "), true
}

// leads gives the title of a document of which the lede, its first sentence, is
// what the cluster tells: where no phrase of it stands alone («إطلاق سراحها
// مساء اليوم»), the title names it in other words. It is "" where there is none.
func (c *cluster) leads(a *corpus.Affair, v *vocabulary, taken map[string]bool) string {
	for _, f := range c.facts {
		p := phraser{doc: &a.Documents[f.doc], v: v, c: c, f: f}
		today := f.dated() && f.when.length() <= 3 && f.when.gap(f.told) <= 1
		if title, ok := p.title(); ok && f.lead && today && len(f.groups) > 0 && !taken[title] {
			return title
		}
	}
	return ""
}

// phraser finds the phrases of one fact that could be a label.
type phraser struct {
	doc    *corpus.Document
	v      *vocabulary
	c      *cluster
	f      *fact
	tokens []arabic.Token
	text   string // of the part that the tokens are of
	from   int    // where it begins
}

// phrases gives the phrases that begin with the clause, or with the words of an
// explicit phase, and end where a phrase can end.
func (p *phraser) phrases() []corpus.Span {
	span := p.f.Span
	if p.f.words.Len() > 0 {
		span = corpus.Span{Start: p.f.words.Start, End: max(p.f.words.End, span.End)}
	}
	switch {
	case relative(span.Of(p.doc.Text)):
		span.Start = nounBefore(p.doc.Text, p.f.sentence, span.Start)
	case owned(span.Of(p.doc.Text)):
		span.Start = subjectBefore(p.doc.Text, p.f.sentence, span.Start)
	}
	p.from, p.text = span.Start, span.Of(p.doc.Text)
	p.tokens = arabic.Tokens(p.text)
	first, least, end := p.begin(), minLabel, len(p.tokens)
	if p.f.words.Len() > 0 {
		least, end = leastName, p.named(first)
	}
	var out []corpus.Span
	n := 0
	for i := first; i < end && n < maxLabel; i++ {
		if p.tokens[i].Kind == arabic.Punct && i > first && strings.ContainsAny(p.tokens[i].Of(p.text), ".:;?!\u061B\u061F\u060C") {
			break
		}
		if p.tokens[i].Kind == arabic.Punct {
			continue
		}
		if n++; n >= least && (p.endsAt(first, i) || i == end-1 && end < len(p.tokens)) {
			out = append(out, corpus.Span{Start: p.start(first), End: p.from + p.tokens[i].End})
		}
	}
	return out
}

// relative reports whether a clause begins with a relative pronoun, which leaves
// out what it speaks of.
func relative(clause string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(clause, "و"), " ")
	return strings.HasPrefix(first, "الذ") || strings.HasPrefix(first, "الت") && len(strings.TrimSpace(first)) <= len("اللتين")
}

// nounBefore gives where the noun phrase right before a place begins: the word there, with
// the words that govern it («وقف إطلاق | النار») or that it describes («الطريق | الساحلي»);
// the place itself where no word stands before it in its sentence.
func nounBefore(text string, sentence corpus.Span, place int) int {
	if place <= sentence.Start {
		return place
	}
	tokens := arabic.Tokens(text[sentence.Start:place])
	n := len(tokens)
	if n == 0 || tokens[n-1].Kind != arabic.Word {
		return place
	}
	start := sentence.Start + tokens[n-1].Start
	described := strings.HasPrefix(tokens[n-1].Of(text[sentence.Start:]), "ال")
	for k := n - 2; described && k >= 0 && k >= n-mostNoun && tokens[k].Kind == arabic.Word; k-- {
		w := tokens[k].Of(text[sentence.Start:])
		if isParticle(w) || utf8.RuneCountInString(w) < 3 || strings.ContainsAny(w[:len("و")], "وفبلك") { // «لمنفذ | الهجوم»
			break
		}
		start = sentence.Start + tokens[k].Start
		if strings.HasPrefix(w, "ال") {
			break
		}
	}
	return start
}

// mostNoun is how many words before a relative pronoun are taken for its noun.
const mostNoun = 4

// owned reports whether a clause begins with a noun that has a pronoun written to it, so
// that what it is of stands before it: «فتحه أمام المدنيين».
func owned(clause string) bool {
	first, _, _ := strings.Cut(strings.TrimLeft(clause, "و"), " ")
	return strings.HasSuffix(first, "ه") || strings.HasSuffix(first, "ها")
}

// subjectBefore gives where what is said of such a noun's owner begins: behind the last
// mark, أن or إن before it.
func subjectBefore(text string, sentence corpus.Span, place int) int {
	if place <= sentence.Start {
		return place
	}
	tokens := arabic.Tokens(text[sentence.Start:place])
	for k := len(tokens) - 1; k >= 0; k-- {
		switch w := arabic.Fold(tokens[k].Of(text[sentence.Start:])); {
		case tokens[k].Kind == arabic.Punct, w == "ان", w == "بان", w == "وان":
			if k+1 < len(tokens) {
				return sentence.Start + tokens[k+1].Start
			}
			return place
		}
	}
	return sentence.Start
}

// leastName is how many words the label of an explicit phase has at least.
const leastName = 2

// named gives the token behind the words of an explicit phase and what «من» behind them
// says it is of: «المرحلة الأولى من انسحاب القوات», without the verb that follows.
func (p *phraser) named(first int) int {
	i := first
	for i < len(p.tokens) && (p.from+p.tokens[i].Start < p.f.words.End || strings.HasPrefix(p.tokens[i].Of(p.text), "وال")) {
		i++ // «المرحلة الثانية | والأخيرة»
	}
	if i == len(p.tokens) || arabic.Fold(p.tokens[i].Of(p.text)) != "من" {
		return i
	}
	for i++; i < len(p.tokens); i++ {
		w := p.tokens[i].Of(p.text)
		future := strings.HasPrefix(w, "ست") || strings.HasPrefix(w, "سي")
		if p.tokens[i].Kind != arabic.Word || isParticle(w) || future || inDate(p.doc.Dates, p.from+p.tokens[i].Start) {
			break
		}
	}
	return i
}

// begin gives the first token that a label can begin with.
func (p *phraser) begin() int {
	i := 0
	for i < len(p.tokens) && (p.tokens[i].Kind == arabic.Punct || isParticle(p.tokens[i].Of(p.text)) ||
		inDate(p.doc.Dates, p.from+p.tokens[i].Start)) {
		i++
	}
	return i
}

// isParticle reports whether a word says nothing of what a clause is about, with
// or without «و» written to it.
func isParticle(w string) bool {
	f := arabic.Fold(w)
	return particles()[f] || particles()[strings.TrimPrefix(f, "و")]
}

// start gives where the label begins in the text: behind a و that is written to
// the first word.
func (p *phraser) start(i int) int {
	if i >= len(p.tokens) {
		return p.from
	}
	w := p.tokens[i].Of(p.text)
	rest, ok := strings.CutPrefix(w, "و")
	future := strings.HasPrefix(rest, "سي") || strings.HasPrefix(rest, "ست")
	if ok && (future || p.v.forms[arabic.Fold(rest)] > 0) && utf8.RuneCountInString(rest) > 2 {
		return p.from + p.tokens[i].Start + len("و")
	}
	return p.from + p.tokens[i].Start
}

// endsAt reports whether a phrase that begins at token first can end with token
// i: it is no particle, stands in no date, leaves no quotation or bracket open,
// and what follows begins another phrase.
func (p *phraser) endsAt(first, i int) bool {
	w := arabic.Fold(p.tokens[i].Of(p.text))
	if particles()[w] || boundWords()[w] || p.halfPair(i) || p.tokens[i].Kind == arabic.Numeric && !inDate(p.doc.Dates, p.from+p.tokens[i].Start) {
		return false
	}
	for _, d := range p.doc.Dates {
		if d.Start <= p.from+p.tokens[i].Start && d.End > p.from+p.tokens[i].End {
			return false
		}
	}
	if !balanced(p.text[p.tokens[first].Start:p.tokens[i].End]) {
		return false
	}
	if i+1 == len(p.tokens) {
		return true
	}
	if next := p.tokens[i+1]; next.Kind != arabic.Punct {
		return p.opens(next.Of(p.text)) || inDate(p.doc.Dates, p.from+next.Start)
	}
	return strings.ContainsAny(p.tokens[i+1].Of(p.text), closers)
}

// halfPair reports whether token i is the first of two that stand between
// «بين» and «و».
func (p *phraser) halfPair(i int) bool {
	if i == 0 || i+1 == len(p.tokens) || !strings.HasPrefix(p.tokens[i+1].Of(p.text), "و") {
		return false
	}
	before := arabic.Fold(p.tokens[i-1].Of(p.text))
	return before == "بين" || i > 1 && arabic.Fold(p.tokens[i-2].Of(p.text)) == "بين"
}

// closers are the marks before which a phrase is over; a quotation mark may open
// what the phrase still needs.
const closers = ".,:;!?)]»”–—-\u060C\u061B\u061F\u2026"

// opens reports whether a word begins a new phrase: a particle, or a word with
// «و», «ل» or «ب» written to it.
func (p *phraser) opens(w string) bool {
	f := arabic.Fold(w)
	if particles()[f] {
		return true
	}
	for _, s := range arabic.Splits(f) {
		if s.Prefix != "" && s.Prefix != "ال" && (p.v.forms[s.Rest] > 0 || p.v.forms["ال"+s.Rest] > 0) {
			return true
		}
	}
	return false
}

// balanced reports whether s closes every bracket and quotation that it opens.
func balanced(s string) bool {
	count := func(marks string) int {
		n := 0
		for _, r := range s {
			if strings.ContainsRune(marks, r) {
				n++
			}
		}
		return n
	}
	return count("\"")%2 == 0 && count("([«“") == count(")]»”")
}
