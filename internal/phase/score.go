package phase

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
)

// score tells how well a phrase names the cluster: what it says of it, how it
// reads, and what it loses for what would mislead. The weights were set by
// reading the labels of a dozen affairs.
func (p *phraser) score(s corpus.Span) float64 {
	ws := slices.Collect(words(s.Of(p.doc.Text)))
	if len(ws) == 0 || p.f.key == "" && p.empty(s) {
		return -10
	}
	score := p.likeness(plainWords(p.doc, s)) + 0.3*p.f.central + p.reads(s, ws)
	if p.f.dated() {
		score += 0.15
	}
	if p.f.key != "" && p.c.key == p.f.key {
		score += 0.6 - 0.5*one(clitic(ws[0]))
	}
	return score - p.misleads(s)
}

// clitic reports whether a particle is written to the head of a stage: «كمرحلة ثانية».
func clitic(w string) bool {
	head, ok := headWord(w)
	w = strings.TrimPrefix(arabic.Fold(w), "و")
	return ok && w != head && w != "ال"+head
}

// empty reports whether a phrase has no two words outside its dates that say something:
// «حدث في تشرين الثاني».
func (p *phraser) empty(s corpus.Span) bool {
	n := 0
	for _, t := range arabic.Tokens(s.Of(p.doc.Text)) {
		w := t.Of(s.Of(p.doc.Text))
		if t.Kind == arabic.Word && !isParticle(w) && !inDate(p.doc.Dates, s.Start+t.Start) {
			n++
		}
	}
	event := !p.f.trigger.Empty() && s.Contains(p.f.trigger) && p.v.nominal(p.f.trigger.Of(p.doc.Text))
	return n == 0 || n == 1 && !event // «إضراب يوم 3 ماي» says enough
}

// reads tells how well a phrase reads alone: like a headline, which begins with
// a noun or has all that its verb needs, and is neither long nor cut short.
func (p *phraser) reads(s corpus.Span, ws []string) float64 {
	n := len(ws)
	score := p.closes(s.End) - 0.04*float64(max(0, n-7)) - 0.1*float64(max(0, 4-n))
	if p.v.nominal(ws[0]) {
		score += 0.25
	} else {
		score -= p.bareVerb(s, n)
	}
	if p.v.verbal(ws[n-1]) {
		score -= 0.6
	}
	if p.cutVerb(s) {
		score -= 0.4
	}
	if first := arabic.Fold(ws[0]); strings.HasPrefix(first, "لل") || strings.HasPrefix(first, "بال") {
		score -= 0.4 // the word before it is missing
	}
	for _, w := range ws {
		if leans(w) || pointsAway(w) || p.f.key == "" && superlatives()[strings.TrimPrefix(arabic.Fold(w), "ال")] {
			score -= 0.2
		}
	}
	if relative(p.text) || relative(p.f.Of(p.doc.Text)) {
		score -= 0.25
	}
	return score
}

// misleads is what a phrase loses for saying something else than the cluster.
func (p *phraser) misleads(s corpus.Span) float64 {
	lost := p.vague(s)
	if p.f.status == corpus.StatusDenied {
		lost += 0.3
	}
	if p.f.any("postpone") && !p.c.onlyDelay() {
		lost += 0.4
	}
	if p.says(s) {
		lost += pick(p.silent(s), 1.1, 0.7)
	}
	if t := p.f.trigger; !t.Empty() && !s.Contains(t) && p.f.key == "" {
		lost += 0.4
	}
	if p.misdated(s) {
		lost += 0.5
	}
	if p.c.disputed && slices.ContainsFunc(p.doc.Dates, func(d corpus.Date) bool { return s.Contains(d.Span) }) {
		lost += 0.5
	}
	return lost
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
	return !p.v.nominal(t.Of(p.doc.Text)) && len(plainWords(p.doc, corpus.Span{Start: t.End, End: s.End})) < 2
}

// says reports whether a phrase holds a verb of saying, so that it names who
// spoke and not what happened. An announcement with a date may be what happened,
// if the phrase goes on to what was announced.
func (p *phraser) says(s corpus.Span) bool {
	if t := p.f.trigger; p.f.any("announce") && p.f.dated() && s.Contains(t) {
		if !p.f.inner.Empty() {
			return !s.Contains(p.f.inner)
		}
		told := plainWords(p.doc, corpus.Span{Start: t.End, End: s.End})
		return len(told) < 5 || inDate(p.doc.Dates, s.End-1) || p.silent(s)
	}
	return slices.ContainsFunc(p.doc.Statements, func(st corpus.Statement) bool {
		return !st.Verb.Empty() && s.Contains(st.Verb)
	})
}

// silent reports whether a phrase holds a verb of saying and nothing of what is
// said, so that it names nothing that happened: «أعلن وزير النقل».
func (p *phraser) silent(s corpus.Span) bool {
	return slices.ContainsFunc(p.doc.Statements, func(st corpus.Statement) bool {
		return !st.Verb.Empty() && s.Contains(st.Verb) && !s.Overlaps(st.Span)
	})
}

// likeness is how much of the cluster the words of a phrase say.
func (p *phraser) likeness(ws []string) float64 {
	terms := bag{}
	for _, w := range ws {
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

// headline gives the title of a document that leads with the fact: a title is a
// whole phrase. The score is low where the title is too long or speaks of
// something else.
func (p *phraser) headline() (string, float64) {
	title, ok := p.title()
	like := p.likeness(slices.Collect(words(title)))
	if !ok || !p.f.lead || like < 0.25 {
		return "", -10
	}
	if p.f.any("postpone") && !p.c.onlyDelay() {
		like -= 0.4
	}
	if p.c.tells(corpus.StatusPostponed) && p.dates(title) {
		like -= 0.4 // «افتتاح المستشفى في مارس», of what was put off since
	}
	if !p.names(title) {
		like -= 0.2 // «مستقبل السكة الحديدية» above what stopped
	}
	bonus := 0.7
	if p.c.documents() > 1 {
		bonus = 0.35 // of several documents, one may lead with something else
	}
	return title, like + 0.3*p.f.central + bonus - 0.04*float64(max(0, len(strings.Fields(title))-7))
}

// dates reports whether a title gives a date.
func (p *phraser) dates(title string) bool {
	t := calendar.Thread{Anchor: calendar.Anchor{Day: p.doc.Meta.Published}}
	return len(t.Find(title)) > 0
}

// names reports whether a title holds the word of the event, in whatever form.
func (p *phraser) names(title string) bool {
	trigger := p.f.trigger
	if !p.f.inner.Empty() {
		trigger = p.f.inner
	}
	event := p.v.stem(trigger.Of(p.doc.Text))
	for w := range words(title) {
		if stem := p.v.stem(w); strings.HasPrefix(stem, event) || strings.HasPrefix(event, stem) && stem != "" {
			return true
		}
	}
	return false
}

// title gives the title of the fact's document without what stands before a
// colon («الوزير : افتتاح السد»); ok is false where the rest is no label.
func (p *phraser) title() (string, bool) {
	title := p.doc.Meta.Title
	for _, mark := range [...]string{":", "|", ".."} {
		if _, rest, ok := strings.Cut(title, mark); ok {
			title = rest
		}
	}
	title = wholeTitle(title)
	n := len(strings.Fields(title))
	return title, minLabel <= n && n <= maxLabel && balanced(title)
}

// wholeTitle takes off a title the marks at its ends and a remark in brackets
// behind it («(صور)»), but no quotation mark of which the fellow stands inside.
func wholeTitle(title string) string {
	title = strings.TrimSpace(title)
	if open := strings.LastIndexByte(title, '('); open > 0 && strings.HasSuffix(title, ")") {
		title = title[:open]
	}
	if bare := strings.Trim(title, trimmed); balanced(bare) {
		return bare
	}
	return strings.Trim(title, " \t\n.,:;!?-–—•■\u060C\u061B\u061F\u2026")
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

// misdated reports whether a phrase holds a date at which the phase neither
// begins nor ends: that of a plan that was given up.
func (p *phraser) misdated(s corpus.Span) bool {
	start, end := parseDays(p.c.bounds.start), parseDays(p.c.bounds.end)
	if !start.known && !end.known {
		return false
	}
	return slices.ContainsFunc(p.doc.Dates, func(d corpus.Date) bool {
		when := parseDays(d.Value)
		return s.Contains(d.Span) && when.known && !when.overlaps(start) && !when.overlaps(end)
	})
}

// vague is what a phrase loses for a date that means nothing elsewhere: most for
// a day or a week («اليوم»), above all at its end, little for a month («كانون
// الثاني المقبل»).
func (p *phraser) vague(s corpus.Span) float64 {
	for _, d := range p.doc.Dates {
		if s.Contains(d.Span) && !strings.ContainsAny(arabic.Digits(d.Of(p.doc.Text)), "0123456789") {
			switch near := parseDays(d.Value).length() <= 7; {
			case near && d.End == s.End:
				return 0.4
			case near:
				return 0.2
			}
			return 0.1
		}
	}
	return 0
}

// one is 1 if ok, else 0.
func one(ok bool) float64 { return pick(ok, 1, 0) }
