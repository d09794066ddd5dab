package arabic

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is a sentence of a text: text[Start:End], without space around it.
type Sentence struct{ Start, End int }

// Of gives the sentence's words in the text that it was cut from.
func (s Sentence) Of(text string) string { return text[s.Start:s.End] }

// Sentences cuts s, the text of one paragraph, into sentences, in order. They
// cover every visible character.
//
// A sentence ends at . ؟ ! … or ۔ with the quotation marks and brackets that
// close there; not at ؛. A line end is a space, as in hard-wrapped text, but a
// blank line ends a sentence, and so does a line that begins with the dash of
// a list. What does not end one: a mark inside a quotation or a bracket (up to
// 600 characters), a decimal point, dotted initials and one-letter titles
// («أ.ف.ب»، «د. علي»), a known abbreviation, the number of a list item, two
// dots («..» is a pause in Arabic print), an ellipsis after fewer than four
// words. What holds no letter and no digit belongs to the sentence before it.
//
// Text that runs on without an end is cut all the same, at a space, about every
// [longestSentence] bytes: what looks at the sentence around each of many words
// would otherwise read all of the text for each.
//
// It is wrong where a sentence truly ends in a lone letter or in an
// abbreviation, and where an ellipsis only delays.
func Sentences(s string) []Sentence {
	c := cutter{s: s, guards: guards(s), first: -1}
	for i := 0; i < len(s); {
		i = c.step(i)
	}
	c.close(len(s))
	return c.joinMarks()
}

// longestSentence is how many bytes a sentence has before it is cut at the next
// space, and half of what it has before it is cut anywhere. That is some 500 words;
// no journalist writes them without a full stop.
const longestSentence = 6_000

// cutter cuts one text.
type cutter struct {
	s      string
	guards []guard // those that begin at or after the place reached
	inside int     // the end of the guards that hold the place reached
	innerB bool    // the guard that ends at inside is a bracket
	outerA int     // where that guard begins
	start  int     // of the sentence, the space before it included
	first  int     // its first ink, -1 before that
	words  int     // seen since start
	inWord bool
	out    []Sentence
}

// step looks at the character at i and gives the place to go on from.
func (c *cutter) step(i int) int {
	r, n := utf8.DecodeRuneInString(c.s[i:])
	c.enter(i)
	if c.first >= 0 && c.tooLong(i, r) {
		c.close(i)
	}
	if c.first < 0 && isInk(r) {
		c.first = i
	}
	if isEnd(r) {
		c.inWord = false
		m := c.mark(i)
		if at, ok := c.ends(m); ok {
			c.close(at)
			return at
		}
		return m.end
	}
	if r == '\n' && c.lineEnds(i+n) {
		c.close(i)
	}
	word := unicode.IsLetter(r) || isDigit(r) || isMark(r) || r == Tatweel || Invisible(r) && c.inWord
	if word && !c.inWord {
		c.words++
	}
	c.inWord = word
	return i + n
}

// tooLong reports whether the sentence is to be cut before the character r at i.
func (c *cutter) tooLong(i int, r rune) bool {
	long := i - c.first
	return long > longestSentence && unicode.IsSpace(r) || long > 2*longestSentence && isInk(r) && !isMark(r)
}

// enter notes the guards that begin at or before i.
func (c *cutter) enter(i int) {
	for len(c.guards) > 0 && c.guards[0].start <= i {
		if g := c.guards[0]; g.end > c.inside {
			c.inside, c.innerB, c.outerA = g.end, g.bracket, g.start
		}
		c.guards = c.guards[1:]
	}
}

// close ends the sentence at i.
func (c *cutter) close(i int) {
	if start, end := trim(c.s, c.start, i); start < end {
		c.out = append(c.out, Sentence{start, end})
	}
	c.start, c.first, c.words = i, -1, 0
}

// joinMarks gives the sentences with those that hold no letter and no digit
// joined to the one before, or, at the beginning, after.
func (c *cutter) joinMarks() []Sentence {
	var out []Sentence
	for _, s := range c.out {
		bare := !strings.ContainsFunc(s.Of(c.s), spoken)
		switch {
		case len(out) > 0 && (bare || !strings.ContainsFunc(out[len(out)-1].Of(c.s), spoken)):
			out[len(out)-1].End = s.End
		default:
			out = append(out, s)
		}
	}
	return slices.Clip(out)
}

func spoken(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// lineEnds reports whether the line end before i ends a sentence: a blank line
// or the dash of a list follows, outside any quotation.
func (c *cutter) lineEnds(i int) bool {
	if i < c.inside {
		return false
	}
	rest := strings.TrimLeft(c.s[i:min(len(c.s), i+16)], " \t\u00a0\u200f\u200e")
	if strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, "\r\n") {
		return true
	}
	r, n := utf8.DecodeRuneInString(rest)
	return isBullet(r) && n < len(rest) && rest[n] == ' '
}

func isBullet(r rune) bool {
	return r == '-' || r == '*' || r == '\u2022' || r == '\u25A0' || r == '\u25CF' || r == '\u25AA' || r == '\u2013' || r == '\u2014'
}

// mark is a run of end marks: s[start:end].
type mark struct {
	start, end int
	dots       int  // full stops, when there is nothing else
	asks       bool // ؟ or !
}

// mark reads the run of end marks at i.
func (c *cutter) mark(i int) mark {
	m := mark{start: i, end: i}
	for m.end < len(c.s) {
		r, n := utf8.DecodeRuneInString(c.s[m.end:])
		switch {
		case r == '.':
			m.dots++
		case r == Ellipsis:
			m.dots += 3
		case isEnd(r):
			m.asks = true
		case !isMark(r):
			return m
		}
		m.end += n
	}
	return m
}

func isEnd(r rune) bool {
	switch r {
	case '.', '!', '?', Question, Ellipsis, UrduStop, '\u203C', '\u2047', '\u2048', '\u2049':
		return true
	}
	return false
}

// ends reports whether m ends the sentence, and where, the closing marks after
// it included.
func (c *cutter) ends(m mark) (at int, ok bool) {
	at = c.closers(m.end)
	if at < c.inside || !m.asks && !c.stops(m) {
		return 0, false
	}
	if m.start < c.inside && !c.closesSentence(m, at) {
		return 0, false
	}
	return at, c.follows(m, at)
}

// closers skips closing quotation marks and brackets at i, and a citation
// such as [3] behind them. A mark of quotation closes where one is open, and
// before a space.
func (c *cutter) closers(i int) int {
	for i < len(c.s) {
		r, n := utf8.DecodeRuneInString(c.s[i:])
		switch r {
		case ')', ']', '}', '\'', '\u2019', '\u203A':
		default:
			if quoteFamily(r) < 0 || i >= c.inside && inkAt(c.s, i+n) {
				return c.citation(i)
			}
		}
		i += n
	}
	return i
}

// citation skips [12] at i.
func (c *cutter) citation(i int) int {
	if i < len(c.s) && c.s[i] == '[' {
		if end := digitsEnd(c.s, i+1); end > i+1 && end < len(c.s) && c.s[end] == ']' {
			return end + 1
		}
	}
	return i
}

// closesSentence judges a mark inside a quotation or bracket that closes right
// behind it, at the end of the guard. A bracket closes a sentence only when it
// holds the whole of it; a quoted question, when a conjunction or nothing
// follows («"متى؟" سأل النائب» goes on).
func (c *cutter) closesSentence(m mark, at int) bool {
	if c.innerB {
		return c.first == c.outerA
	}
	if !m.asks {
		return true
	}
	rest := strings.TrimLeftFunc(c.s[at:min(len(c.s), at+16)], func(r rune) bool { return !isInk(r) })
	return rest == "" || strings.HasPrefix(rest, string(Waw))
}

// follows reports whether what stands at i, behind m and its closing marks,
// lets a new sentence begin.
func (c *cutter) follows(m mark, i int) bool {
	if inkAt(c.s, i) {
		next, _ := utf8.DecodeRuneInString(c.s[i:])
		return c.touches(m, next)
	}
	for i < len(c.s) {
		r, n := utf8.DecodeRuneInString(c.s[i:])
		if isInk(r) {
			return !isContinuation(r)
		}
		i += n
	}
	return true
}

// touches reports whether a sentence can begin with next although no space
// parts it from m: «انتهى.وقال». Not after an ellipsis, and not in addresses,
// numbers and file names.
func (c *cutter) touches(m mark, next rune) bool {
	if m.dots > 1 && !m.asks {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(c.s[:m.start])
	if !isInk(last) {
		return false
	}
	return next >= 0x600 && unicode.IsLetter(next) || next == '«' || next == '\u201C'
}

// isContinuation reports whether r, behind an end mark and a space, shows that
// the sentence goes on.
func isContinuation(r rune) bool {
	switch r {
	case Comma, Semicolon, ',', ';', ':', ')', ']', '}', '»':
		return true
	}
	return unicode.IsLower(r)
}

// inkAt reports whether a visible character stands at i.
func inkAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && isInk(r)
}

// trim gives the part of s[start:end] without space and invisible characters
// at either end.
func trim(s string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(s[start:end])
		if isInk(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(s[start:end])
		if isInk(r) {
			break
		}
		end -= n
	}
	return start, end
}
