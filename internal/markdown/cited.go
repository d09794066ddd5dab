package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// citing is a text that cites one paragraph.
type citing struct {
	quoted
	cite string
}

// passage finds a statement or a figure in the paragraph that it cites.
func (c *check) passage(l located, p citing) anchored {
	a := anchored{verbatim: newVerbatim(p.text)}
	if a.text == "" {
		return a
	}
	home, placed := c.anchors.paragraphs[p.cite]
	placed = placed && home.found
	if placed {
		if at, ok := c.nth(a.text, p, home.span()); ok {
			a.at, a.found = at.Start, true
			return a
		}
	}
	if len(c.problems) > maxProblems {
		return a
	}
	at, ok := c.doc.pick(a.text, c.doc.all())
	switch a.at, a.found = at.Start, ok; {
	case !ok:
		c.judgeNear(l, a.verbatim, home)
	case placed:
		c.report(l, verdict{
			message: wording.Of("misattributed: the %s does not stand in the paragraph that it cites", p.what),
			hint:    c.holder(at),
		})
	}
	return a
}

// nth finds words in a paragraph: after what was last found there, since
// statements and figures are listed in the order of the text, else anywhere.
func (c *check) nth(text string, p citing, within corpus.Span) (at corpus.Span, ok bool) {
	key := string(p.what) + " " + p.cite
	last, again := c.last[key]
	if again {
		at, ok = c.doc.pick(text, corpus.Span{Start: last.End, End: within.End})
	}
	if again && !ok { // inside the last one
		_, n := utf8.DecodeRuneInString(c.doc.text[last.Start:])
		at, ok = c.doc.pick(text, corpus.Span{Start: last.Start + n, End: within.End})
	}
	if !ok {
		at, ok = c.doc.pick(text, within)
	}
	if ok {
		c.last[key] = at
	}
	return at, ok
}

// judgeNear reports words that are not in the document. What is like them is
// looked for in the paragraph that they cite before it is elsewhere.
func (c *check) judgeNear(l located, v verbatim, home anchored) {
	words := wordsOf(v.text)
	if _, other := c.gate.elsewhere(c.own, v.text, words); !other && home.found {
		if verdict, ok := c.doc.alteredIn(v, words, home.span()); ok {
			c.report(l, verdict)
			return
		}
	}
	c.judge(l, v)
}

// pick gives the first place of s in v within a span, as find does, except that
// s may begin after particles that are written onto its first word, and that a
// number may stand against letters: «2500 جندي» stands in «لـ2500 جندي». It is
// wrong where the letters before are no particles («وزير» holds «زير»).
func (v verbatim) pick(s string, within corpus.Span) (at corpus.Span, ok bool) {
	for from := within.Start; s != "" && from+len(s) <= within.End; {
		i := strings.Index(v.text[from:within.End], s)
		if i < 0 {
			break
		}
		at = corpus.Span{Start: from + i, End: from + i + len(s)}
		if v.begins(at.Start) && v.ends(at.End) {
			return at, true
		}
		_, n := utf8.DecodeRuneInString(v.text[at.Start:])
		from = at.Start + n
	}
	return corpus.Span{}, false
}

// particleLetters are the letters that Arabic writes onto the word after them.
const particleLetters = "وفبلكس"

// maxParticles is how many of them can follow each other: «وبال» has the
// article besides, which is a part of its word here.
const maxParticles = 3

// begins reports whether words can begin at byte i: between words, after
// particles, or where letters and digits meet.
func (v verbatim) begins(i int) bool {
	if !inWord(v.text, i) || v.meets(i) {
		return !v.inNumber(i)
	}
	for range maxParticles {
		r, n := utf8.DecodeLastRuneInString(v.text[:i])
		if !strings.ContainsRune(particleLetters, r) {
			return false
		}
		if i -= n; !inWord(v.text, i) {
			return true
		}
	}
	return false
}

// ends reports whether words can end at byte i.
func (v verbatim) ends(i int) bool { return (!inWord(v.text, i) || v.meets(i)) && !v.inNumber(i) }

// meets reports whether a letter and a digit meet at byte i.
func (v verbatim) meets(i int) bool {
	before, _ := utf8.DecodeLastRuneInString(v.text[:i])
	after, _ := utf8.DecodeRuneInString(v.text[i:])
	return unicode.IsDigit(before) != unicode.IsDigit(after) && !unicode.IsMark(after)
}

// inNumber reports whether byte i lies in a number that has a mark in it: before
// or after the point of 2.5.
func (v verbatim) inNumber(i int) bool {
	before, n := utf8.DecodeLastRuneInString(v.text[:i])
	after, m := utf8.DecodeRuneInString(v.text[i:])
	further, _ := utf8.DecodeRuneInString(v.text[i+m:])
	earlier, _ := utf8.DecodeLastRuneInString(v.text[:i-n])
	const points = ".,٫٬"
	return unicode.IsDigit(before) && strings.ContainsRune(points, after) && unicode.IsDigit(further) ||
		strings.ContainsRune(points, before) && unicode.IsDigit(earlier) && unicode.IsDigit(after)
}
