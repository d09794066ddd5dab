package markdown

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/corpus"
)

// weave writes the text of a paragraph with its dates, names and marks. start says
// that it opens a block.
//
// Emphasis is written with asterisks where any reader of Markdown will see it
// as such, and as a span of class .strong or .emphasis where it would not:
// between a letter and a quotation mark («و**«…»**» is not emphasis), or beside
// another asterisk. What comes out is read back, and if it does not say the
// same, all marks are written as spans.
func weave(p corpus.Paragraph, start bool) string {
	threads := untangle(p)
	if len(threads) == 0 {
		return escapeText(p.Text, start)
	}
	w := &weaver{text: p.Text}
	w.run(threads)
	out := newEscaper(w.tokens, start).String()
	if got := readLine(out); got.text == p.Text && slices.Equal(got.marks, marksOf(threads)) && len(got.dates) == len(datesOf(threads)) && len(got.links) == len(linksOf(threads)) {
		return out
	}
	w = &weaver{text: p.Text, spansOnly: true}
	w.run(threads)
	return newEscaper(w.tokens, start).String()
}

// weaver makes tokens of a text and its threads.
type weaver struct {
	text      string
	spansOnly bool
	tokens    []token
}

// run weaves all threads, which are nested and in order.
func (w *weaver) run(threads []thread) {
	w.inside(corpus.Span{End: len(w.text)}, threads)
}

// inside weaves the part s of the text with the threads inside it.
func (w *weaver) inside(s corpus.Span, threads []thread) {
	at := s.Start
	for len(threads) > 0 {
		t := threads[0]
		n := 1
		for n < len(threads) && threads[n].Start < t.End {
			n++
		}
		w.plain(corpus.Span{Start: at, End: t.Start})
		w.one(t, threads[1:n])
		at, threads = t.End, threads[n:]
	}
	w.plain(corpus.Span{Start: at, End: s.End})
}

// plain adds the characters of s.
func (w *weaver) plain(s corpus.Span) {
	for _, r := range s.Of(w.text) {
		w.tokens = append(w.tokens, token{r: r})
	}
}

func (w *weaver) add(mark string) { w.tokens = append(w.tokens, token{mark: mark}) }

// one weaves a thread and those inside it.
func (w *weaver) one(t thread, inner []thread) {
	before, after := "[", "]{."+string(t.mark.Kind)+"}"
	switch {
	case t.date != nil:
		after = "]" + dateAttributes(*t.date)
	case t.name != "":
		if len(inner) == 0 && t.Of(w.text) == t.name {
			w.add(formatWikilink(t.name, ""))
			return
		}
		before, after = "[["+t.name+"|", "]]"
	case t.mark.Kind == corpus.MarkLink:
		after = "](" + destination(t.mark.URL) + ")"
	case w.spansOnly:
	case t.mark.Kind == corpus.MarkCode:
		if len(inner) == 0 && w.codeFits(t.Span) {
			w.add(fenced(t.Of(w.text)))
			return
		}
	case w.flanks(t.Span, inner):
		before = map[corpus.MarkKind]string{corpus.MarkStrong: "**", corpus.MarkEmphasis: "*"}[t.mark.Kind]
		after = before
	}
	w.add(before)
	w.inside(t.Span, inner)
	w.add(after)
}

// flanks reports whether asterisks around s are sure to be emphasis: a letter
// or a digit stands inside each, or white space outside and no white space
// inside. Another asterisk beside them is never safe.
func (w *weaver) flanks(s corpus.Span, inner []thread) bool {
	first, _ := utf8.DecodeRuneInString(w.text[s.Start:])
	last, _ := utf8.DecodeLastRuneInString(w.text[:s.End])
	if len(inner) > 0 && (inner[0].Start == s.Start || inner[len(inner)-1].End == s.End) {
		return false
	}
	before, after := edge, edge
	if s.Start > 0 {
		before, _ = utf8.DecodeLastRuneInString(w.text[:s.Start])
	}
	if s.End < len(w.text) {
		after, _ = utf8.DecodeRuneInString(w.text[s.End:])
	}
	if before == '*' || after == '*' || hidden(first) || hidden(last) {
		return false
	}
	marked := len(w.tokens) > 0 && strings.HasSuffix(w.tokens[len(w.tokens)-1].mark, "*")
	return !marked && sides(before, first) && sides(after, last)
}

// sides reports whether an asterisk between out and in leans on in.
func sides(out, in rune) bool {
	return alnum(in) || blank(out) && !unicode.IsSpace(in) && in != '*'
}

// codeFits reports whether s can stand between backticks, where nothing can be
// escaped.
func (w *weaver) codeFits(s corpus.Span) bool {
	t := s.Of(w.text)
	if strings.Trim(t, " \t`") != t || strings.Contains(t, "{{") || strings.ContainsFunc(t, hidden) || strings.ContainsRune(t, 0) {
		return false
	}
	return true
}

// fenced puts code between as many backticks as it needs.
func fenced(code string) string {
	fence := "`"
	for strings.Contains(code, fence) {
		fence += "`"
	}
	return fence + code + fence
}

// destination writes a link's URL: in angle brackets when it could not stand
// bare.
func destination(url string) string {
	var b strings.Builder
	parens := strings.Count(url, "(") != strings.Count(url, ")") || strings.IndexByte(url, ')') < strings.IndexByte(url, '(') || strings.Count(url, "(") > 8
	for _, r := range url {
		switch {
		case hidden(r) || unicode.IsSpace(r):
			b.WriteString("&#x" + hex(r) + ";")
		case strings.ContainsRune("\\<>{}`", r), r == '&' && strings.Contains(url, ";"), parens && (r == '(' || r == ')'):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	if url == "" || url[0] == '<' {
		return "<" + b.String() + ">"
	}
	return b.String()
}
