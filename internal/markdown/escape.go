package markdown

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// token is a piece of a line that is being written: a character of the text, or
// a piece of Markdown of our own.
type token struct {
	r     rune
	mark  string // when not ""
	coded bool   // r is to be written by its number
}

// The runes that a neighbour search reports for the two ends of a line.
const edge = '\n'

// escaper writes tokens so that a Markdown parser reads back exactly their
// characters. It writes a backslash only where it changes what is read.
type escaper struct {
	tokens []token
	start  bool // a block starts here, so a list mark or a heading could
	cell   bool // a table's cell, which ends at a stroke
	pairs  map[rune]bool
	// strokes are the strokes that would end the name of a wikilink: two
	// brackets of ours stand before them.
	strokes map[int]bool
}

// newEscaper prepares tokens. start says that they open a block.
func newEscaper(tokens []token, start bool) *escaper {
	e := &escaper{tokens: tokens, start: start, pairs: map[rune]bool{}, strokes: map[int]bool{}}
	dollars, brackets := 0, 0
	for i, t := range tokens {
		switch {
		case t.mark == "[":
			brackets++
			continue
		case t.mark != "":
			if strings.ContainsAny(t.mark, "[]") {
				brackets = 0
			}
			continue
		case t.r == '|' && brackets > 1:
			e.strokes[i] = true
			brackets = 0
		case brackets == 1:
			brackets = 0
		}
		switch t.r {
		case '$':
			dollars++
		case '~', '=', '%':
			e.pairs[t.r] = e.pairs[t.r] || e.next(i) == t.r
		}
	}
	e.pairs['$'] = dollars > 1
	return e
}

// String writes all tokens.
func (e *escaper) String() string {
	var b strings.Builder
	lead := e.lead()
	for i, t := range e.tokens {
		switch {
		case t.mark != "":
			b.WriteString(t.mark)
		case e.entity(i):
			fmt.Fprintf(&b, "&#x%x;", t.r)
		case i == lead || e.special(i):
			b.WriteByte('\\')
			b.WriteRune(t.r)
		default:
			b.WriteRune(t.r)
		}
	}
	return b.String()
}

// prev gives the character before token i as it will stand in the file.
func (e *escaper) prev(i int) rune {
	if i == 0 {
		return edge
	}
	if t := e.tokens[i-1]; t.mark != "" {
		r, _ := utf8.DecodeLastRuneInString(t.mark)
		return r
	}
	return e.tokens[i-1].r
}

// next gives the character after token i.
func (e *escaper) next(i int) rune {
	if i+1 >= len(e.tokens) {
		return edge
	}
	if t := e.tokens[i+1]; t.mark != "" {
		r, _ := utf8.DecodeRuneInString(t.mark)
		return r
	}
	return e.tokens[i+1].r
}

// marked reports whether a piece of our own Markdown follows token i.
func (e *escaper) marked(i int) bool { return i+1 < len(e.tokens) && e.tokens[i+1].mark != "" }

// entity reports whether token i can only be written as a character reference:
// white space that Markdown would trim, and characters that cannot be seen.
func (e *escaper) entity(i int) bool {
	switch r := e.tokens[i].r; r {
	case ' ', '\t':
		return e.prev(i) == edge || e.next(i) == edge
	default:
		return e.tokens[i].coded || hidden(r)
	}
}

// hidden reports whether an editor should see r by its number, because it has
// no ink or would turn the line around. The two joiners are left: Persian words
// are written with them.
func hidden(r rune) bool {
	switch {
	case r == '\t' || r == '\u200c' || r == '\u200d' || 0x80 <= r && r < 0xa0:
		return false
	case r < 0x20 || r == 0x7f || r == '\u2028' || r == '\u2029':
		return r != 0 // a NUL becomes U+FFFD either way
	}
	return arabic.Invisible(r)
}

// special reports whether token i would be read as Markdown in the middle of a
// line.
func (e *escaper) special(i int) bool {
	prev, next := e.prev(i), e.next(i)
	switch r := e.tokens[i].r; r {
	case '`', '[', ']':
		return true
	case '*':
		return !blank(prev) || !blank(next)
	case '_':
		return !(blank(prev) && blank(next)) && !(alnum(prev) && alnum(next))
	case '!':
		return next == '['
	case '(':
		return i > 0 && strings.HasSuffix(e.tokens[i-1].mark, "]]")
	case '|':
		return e.cell || e.strokes[i]
	case '<':
		return next < 0x80 && unicode.IsLetter(next) || strings.ContainsRune("/!?", next) || e.address(i)
	case '&':
		return e.reference(i)
	case '\\':
		return next < 0x80 && (unicode.IsPunct(next) || unicode.IsSymbol(next)) || e.marked(i) || i+1 < len(e.tokens) && e.entity(i+1)
	case '{':
		return strings.ContainsRune("{#.%<:", next) || prev == ']' || prev == '{'
	case '$':
		return e.pairs['$']
	case '~', '=', '%':
		return e.pairs[r] && (prev == r || next == r)
	}
	return false
}

// address reports whether an address in angle brackets, <2026@example.org>, could
// begin at token i.
func (e *escaper) address(i int) bool {
	for _, t := range e.tokens[i+1:] {
		if t.r == '@' && t.mark == "" {
			return true
		}
		if t.mark != "" || t.r <= ' ' || t.r >= 0x7f || t.r == '<' {
			break
		}
	}
	return false
}

// reference reports whether a character reference such as &amp; or &#1234;
// could begin at token i.
func (e *escaper) reference(i int) bool {
	for n, t := range e.tokens[i+1:] {
		switch {
		case t.mark != "" || n > 40:
			return false
		case t.r == ';':
			return n > 0
		case t.r >= 0x80 || !unicode.IsLetter(t.r) && !unicode.IsDigit(t.r) && t.r != '#':
			return false
		}
	}
	return false
}

// lead gives the token to escape so that the line does not begin a heading, a
// list, a quotation, a fence or a rule; -1 if there is none.
func (e *escaper) lead() int {
	if !e.start || len(e.tokens) == 0 || e.tokens[0].mark != "" {
		return -1
	}
	n := 1 // how often the first character is repeated
	for n < len(e.tokens) && e.tokens[n] == e.tokens[0] {
		n++
	}
	next := e.next(n - 1)
	switch r := e.tokens[0].r; {
	case r == '>':
		return 0
	case r == '#' && n <= 6 && blank(next), strings.ContainsRune("+-", r) && n == 1 && blank(next), r == '*' && n == 1 && blank(next):
		return 0
	case r == '~' && n >= 3, strings.ContainsRune("-_=", r) && e.rule(r):
		return 0
	case '0' <= r && r <= '9':
		return e.ordinal()
	}
	return -1
}

// rule reports whether the line holds only r and blanks.
func (e *escaper) rule(r rune) bool {
	for _, t := range e.tokens {
		if t.mark != "" || t.r != r && t.r != ' ' && t.r != '\t' {
			return false
		}
	}
	return true
}

// ordinal gives the mark after a number that would begin a list: "1. ".
func (e *escaper) ordinal() int {
	i := 0
	for i < len(e.tokens) && '0' <= e.tokens[i].r && e.tokens[i].r <= '9' && e.tokens[i].mark == "" {
		i++
	}
	if i > 9 || i == len(e.tokens) || !strings.ContainsRune(".)", e.tokens[i].r) || !blank(e.next(i)) {
		return -1
	}
	return i
}

// blank reports whether r counts as white space beside a mark; what is written
// as a character reference does not.
func blank(r rune) bool { return r == edge || unicode.IsSpace(r) && !hidden(r) }

func alnum(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// escapeText writes plain text without any marks. start says that it opens a
// block.
func escapeText(s string, start bool) string { return newEscaper(tokensOf(s), start).String() }

// escapeBefore writes plain text that a piece of our own Markdown follows.
func escapeBefore(s, mark string) string {
	out := newEscaper(append(tokensOf(s), token{mark: mark}), false).String()
	return strings.TrimSuffix(out, mark)
}

// escapeCell writes plain text as the cell of a table.
func escapeCell(s string) string {
	e := newEscaper(tokensOf(flat(s)), false)
	e.cell = true
	return e.String()
}

func tokensOf(s string) []token {
	tokens := make([]token, 0, len(s))
	for _, r := range s {
		tokens = append(tokens, token{r: r})
	}
	return tokens
}
