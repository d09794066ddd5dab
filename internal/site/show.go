package site

import (
	"fmt"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The marks that turn the reading direction or end a line, and the byte order
// mark: obeyed, they let a source hide or reorder its words.
const (
	arabicLetterMark = '\u061C'
	leftToRightMark  = '\u200E'
	rightToLeftMark  = '\u200F'
	firstEmbedding   = '\u202A' // … to RIGHT-TO-LEFT OVERRIDE
	lastEmbedding    = '\u202E'
	firstIsolate     = '\u2066' // … to POP DIRECTIONAL ISOLATE
	lastIsolate      = '\u2069'
	lineSeparator    = '\u2028'
	paraSeparator    = '\u2029'
	byteOrderMark    = '\uFEFF'
	firstAnnotation  = '\uFFF9' // interlinear annotation
	lastAnnotation   = '\uFFFB'
	firstTag         = '\U000E0000' // tag characters
	lastTag          = '\U000E007F'
)

// steers reports whether r acts on the text around it without being seen. The
// joiners U+200C and U+200D are not among them: Arabic spelling needs them.
func steers(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n'
	case r < arabicLetterMark:
		return unicode.IsControl(r)
	case r == arabicLetterMark, r == leftToRightMark, r == rightToLeftMark, r == byteOrderMark,
		r == lineSeparator, r == paraSeparator:
		return true
	}
	return within(r, firstEmbedding, lastEmbedding) || within(r, firstIsolate, lastIsolate) ||
		within(r, firstAnnotation, lastAnnotation) || within(r, firstTag, lastTag)
}

func within(r, first, last rune) bool { return first <= r && r <= last }

// name is how a mark that steers is shown: "U+202E".
func name(r rune) string { return fmt.Sprintf("U+%04X", r) }

// shown gives s with its steering marks named in place. It is for the strings of
// view models, which templates escape; passages are made by escape.
func shown(s string) string {
	if strings.IndexFunc(s, steers) < 0 {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if steers(r) {
			b.WriteString(name(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// An escaper writes text as HTML text.
type escaper func(b *strings.Builder, s string)

// escaping gives what escapes a text, which may be one of which letters are
// withheld.
func escaping(limited bool) escaper {
	if limited {
		return escapeLimited
	}
	return escape
}

// escapeLimited is escape for what [withhold] gave: a run of withheld letters
// comes out as an ellipsis.
func escapeLimited(b *strings.Builder, s string) {
	for i := strings.IndexFunc(s, withheld); i >= 0; i = strings.IndexFunc(s, withheld) {
		escape(b, s[:i])
		b.WriteString(ellipsis)
		s = strings.TrimLeftFunc(s[i:], withheld)
	}
	escape(b, s)
}

// escape writes s as HTML text. A steering mark comes out as its name in an
// element of its own, so that it is seen and not obeyed.
func escape(b *strings.Builder, s string) {
	for i := strings.IndexFunc(s, steers); i >= 0; i = strings.IndexFunc(s, steers) {
		r, size := utf8.DecodeRuneInString(s[i:])
		b.WriteString(html.EscapeString(s[:i]))
		b.WriteString(`<bdi class="mark" dir="ltr">` + name(r) + `</bdi>`)
		s = s[i+size:]
	}
	b.WriteString(html.EscapeString(s))
}
