package phase

import (
	"slices"
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
	return strings.Join(strings.Fields(best), " "), most >= minScore || most > minScore/2 && c.documents() > 1
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
	if relative(span.Of(p.doc.Text)) {
		span.Start = wordBefore(p.doc.Text, p.f.sentence, span.Start)
	}
	p.from, p.text = span.Start, span.Of(p.doc.Text)
	p.tokens = arabic.Tokens(p.text)
	first := p.begin()
	var out []corpus.Span
	n := 0
	for i := first; i < len(p.tokens) && n < maxLabel; i++ {
		if p.tokens[i].Kind == arabic.Punct && i > first && strings.ContainsAny(p.tokens[i].Of(p.text), ".:;?!\u061B\u061F\u060C") {
			break
		}
		if p.tokens[i].Kind == arabic.Punct {
			continue
		}
		if n++; n >= minLabel && p.endsAt(first, i) {
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

// wordBefore gives where the word before a place begins; the place itself where
// the sentence begins there.
func wordBefore(text string, sentence corpus.Span, place int) int {
	if place <= sentence.Start {
		return place
	}
	tokens := arabic.Tokens(text[sentence.Start:place])
	if n := len(tokens); n > 0 && tokens[n-1].Kind == arabic.Word {
		return sentence.Start + tokens[n-1].Start
	}
	return place
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

// score tells how well a phrase names the cluster.
func (p *phraser) score(s corpus.Span) float64 {
	text := s.Of(p.doc.Text)
	ws := slices.Collect(words(text))
	n := len(ws)
	if n == 0 {
		return -10
	}
	score := p.likeness(text) - 0.04*float64(max(0, n-7)) - 0.1*float64(max(0, 4-n))
	score += 0.3 * p.f.central
	if p.v.nominal(ws[0]) {
		score += 0.25
	}
	score += p.closes(s.End)
	if p.v.verbal(ws[n-1]) {
		score -= 0.6
	}
	if !p.v.nominal(ws[0]) {
		score -= p.bareVerb(s, n)
	}
	if p.cutVerb(s) {
		score -= 0.4
	}
	if p.f.dated() {
		score += 0.15
	}
	for _, w := range ws {
		if leans(w) || pointsAway(w) {
			score -= 0.2
		}
	}
	if p.f.key != "" && p.c.key == p.f.key {
		score += 0.3
	}
	if p.f.status == corpus.StatusDenied {
		score -= 0.3
	}
	if p.f.any("postpone") && !p.c.onlyDelay() {
		score -= 0.4
	}
	if p.says(s) {
		score -= 0.4
	}
	score -= p.vague(s)
	if t := p.f.trigger; !t.Empty() && !s.Contains(t) && p.f.key == "" {
		score -= 0.4
	}
	if p.c.disputed && slices.ContainsFunc(p.doc.Dates, func(d corpus.Date) bool { return s.Contains(d.Span) }) {
		score -= 0.3
	}
	if relative(p.text) || relative(p.f.Of(p.doc.Text)) {
		score -= 0.25
	}
	return score
}

// bareVerb is what a phrase loses that begins with a verb and is so short that
// what it is about is missing, above all where the clause is interrupted:
// «صادق المجلس، خلال جلسته، على القانون».
func (p *phraser) bareVerb(s corpus.Span, n int) float64 {
	switch rest := strings.TrimLeft(p.doc.Text[s.End:], " "); {
	case n < 7 && strings.HasPrefix(rest, "\u060C"):
		return 0.5
	case n < 5:
		return 0.25
	}
	return 0
}

// cutVerb reports whether a phrase ends so soon behind the verb that names the
// event that what the verb speaks of is lost: «الوزير التقى». A word of the event
// without article at the very end is taken for a verb where the article stands
// before it.
func (p *phraser) cutVerb(s corpus.Span) bool {
	t := p.f.trigger
	if t.Empty() || !s.Contains(t) {
		return false
	}
	before := arabic.Fold(p.doc.Text[s.Start:t.Start])
	last := strings.TrimSpace(p.doc.Text[t.End:s.End]) == ""
	if last && before != "" {
		return p.v.forms[strings.TrimPrefix(arabic.Fold(t.Of(p.doc.Text)), "ال")] == 0 || strings.Contains(before, "ال")
	}
	return !p.v.nominal(t.Of(p.doc.Text)) && len(strings.Fields(p.doc.Text[t.End:s.End])) < 2
}

// says reports whether a phrase holds a verb of saying, so that it names who
// spoke and not what happened. An announcement with a date may be what happened,
// if the phrase goes on to what was announced.
func (p *phraser) says(s corpus.Span) bool {
	return slices.ContainsFunc(p.doc.Statements, func(st corpus.Statement) bool {
		if st.Verb.Empty() || !s.Contains(st.Verb) {
			return false
		}
		told := plainWords(p.doc, corpus.Span{Start: st.Verb.End, End: s.End})
		return !p.f.any("announce") || !p.f.dated() || !st.Verb.Overlaps(p.f.trigger) || len(told) < 5
	})
}

// likeness is how much of the cluster the words of a phrase say.
func (p *phraser) likeness(text string) float64 {
	terms := bag{}
	for w := range words(text) {
		if stem := p.v.stem(w); stem != "" {
			terms.add(p.v.id(stem), 1)
		}
	}
	return similarity(p.c.plain, terms.vector(p.v))
}

// onlyDelay reports whether all that a cluster tells is that something was put
// off.
func (c *cluster) onlyDelay() bool {
	return !slices.ContainsFunc(c.facts, func(f *fact) bool { return len(f.classes) > 0 && !f.any("postpone") })
}

// headline gives the title of a document that leads with the fact, what stands
// before a colon left out («الوزير : افتتاح السد»): a title is a whole phrase. The
// score is low where the title is too long or speaks of something else.
func (p *phraser) headline() (string, float64) {
	title := p.doc.Meta.Title
	for _, mark := range [...]string{":", "|", ".."} {
		if _, rest, ok := strings.Cut(title, mark); ok {
			title = rest
		}
	}
	title = strings.Trim(title, trimmed)
	n := len(strings.Fields(title))
	like := p.likeness(title)
	if !p.f.lead || n < minLabel || n > maxLabel || like < 0.25 || !balanced(title) {
		return "", -10
	}
	if p.f.any("postpone") && !p.c.onlyDelay() {
		like -= 0.4
	}
	bonus := 0.7
	if p.c.documents() > 1 {
		bonus = 0.35 // of several documents, one may lead with something else
	}
	return title, like + 0.3*p.f.central + bonus - 0.04*float64(max(0, n-7))
}

// closes tells how well a phrase ends at a place of the text: at a mark or the
// clause's end, before a particle, or before a word that may belong to it.
func (p *phraser) closes(end int) float64 {
	rest := strings.TrimLeft(p.doc.Text[end:p.from+len(p.text)], " \n")
	if rest == "" {
		return 0.15
	}
	next := arabic.Tokens(rest[:min(len(rest), 64)])[0]
	w := arabic.Fold(next.Of(rest))
	switch {
	case next.Kind == arabic.Punct && strings.ContainsAny(next.Of(rest), closers):
		return 0.15
	case next.Kind == arabic.Punct:
		return -0.2
	case particles()[w], strings.HasPrefix(w, "و"), inDate(p.doc.Dates, p.from+len(p.text)-len(rest)):
		return 0.05
	}
	if strings.HasPrefix(w, "ل") && !strings.HasPrefix(w, "لل") { // «لتحديد»: a purpose
		return -0.05
	}
	return -0.2
}

// nominal reports whether a word is a noun, as far as the affair can tell: it
// has the article somewhere, or an ending that only nouns have.
func (v *vocabulary) nominal(w string) bool {
	f := arabic.Fold(w)
	return strings.HasPrefix(f, "ال") || v.forms["ال"+f] > 0 ||
		strings.HasSuffix(w, "\u0629") || strings.HasSuffix(f, "ات")
}

// verbal reports whether a word looks like a verb of the present or the future.
func (v *vocabulary) verbal(w string) bool {
	f := arabic.Fold(w)
	for _, prefix := range [...]string{"سي", "ست", "ي", "ت"} {
		if strings.HasPrefix(f, prefix) {
			return !v.nominal(w)
		}
	}
	return false
}

// leans reports whether a word has a pronoun that points out of the phrase:
// «دوره», «بينها». It is wrong where the letters belong to the word («مياه»).
func leans(w string) bool {
	if utf8.RuneCountInString(w) < 4 || w == "الله" {
		return false
	}
	for _, end := range [...]string{"\u0647", "ها", "هم", "هما"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// pointsAway reports whether a word points at something outside the phrase:
// «هذه».
func pointsAway(w string) bool {
	w = arabic.Fold(w)
	for _, s := range [...]string{"هذا", "هذه", "ذلك", "تلك", "هؤلاء"} {
		if w == arabic.Fold(s) || strings.HasPrefix(w, "ب"+s) || strings.HasPrefix(w, "ل"+s) {
			return true
		}
	}
	return false
}

// vague is what a phrase loses for a date that means nothing elsewhere: «الشهر
// المقبل», and twice as much if it ends in one.
func (p *phraser) vague(s corpus.Span) float64 {
	for _, d := range p.doc.Dates {
		if s.Contains(d.Span) && !strings.ContainsAny(arabic.Digits(d.Of(p.doc.Text)), "0123456789") {
			if d.End == s.End {
				return 0.4
			}
			return 0.2
		}
	}
	return 0
}
