package markdown

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/corpus"
)

// A thread is a date or a mark that is woven into a paragraph's text.
type thread struct {
	corpus.Span
	rank int // at the same place the lower rank stands outside
	mark corpus.Mark
	date *corpus.Date
}

// The ranks of threads.
var rankOf = map[corpus.MarkKind]int{
	corpus.MarkLink: 1, corpus.MarkStrong: 2, corpus.MarkEmphasis: 3, corpus.MarkCode: 4,
}

// weave writes the text of a paragraph with its dates and marks. start says
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
	if got := readLine(out); got.text == p.Text && slices.Equal(got.marks, marksOf(threads)) && len(got.dates) == datesIn(threads) {
		return out
	}
	w = &weaver{text: p.Text, spansOnly: true}
	w.run(threads)
	return newEscaper(w.tokens, start).String()
}

// untangle gives the dates and marks of p that can be written, outermost first:
// inside the text, not empty, and each either inside another or apart from it.
// A mark that crosses a date or another mark is cut in two.
func untangle(p corpus.Paragraph) []thread {
	var dates, out []thread
	for _, d := range p.Dates {
		apart := len(dates) == 0 || dates[len(dates)-1].End <= d.Start
		if d.Valid(len(p.Text)) && !d.Empty() && apart && writable(d) {
			dates = append(dates, thread{Span: d.Span, date: &d})
		}
	}
	for _, m := range p.Marks {
		known := rankOf[m.Kind] > 0 && (m.Kind != corpus.MarkLink || safeURL(m.URL))
		if m.Valid(len(p.Text)) && !m.Empty() && known {
			out = append(out, split(thread{Span: m.Span, rank: rankOf[m.Kind], mark: m}, dates)...)
		}
	}
	return nest(append(out, dates...))
}

// split cuts a mark at the ends of the dates that it crosses.
func split(t thread, dates []thread) []thread {
	i, _ := slices.BinarySearchFunc(dates, t.Start, func(d thread, at int) int { return cmp.Compare(d.End, at+1) })
	var out []thread
	for ; i < len(dates) && dates[i].Start < t.End; i++ {
		at := 0
		switch d := dates[i]; {
		case d.Start < t.Start && d.End < t.End:
			at = d.End
		case t.Start < d.Start && t.End < d.End:
			at = d.Start
		default:
			continue
		}
		head := t
		head.End, t.Start = at, at
		out = append(out, head)
	}
	return append(out, t)
}

// nest sorts threads, cuts those that cross, and drops what is there twice and
// links within links.
func nest(in []thread) []thread {
	slices.SortStableFunc(in, outerFirst)
	var out, open []thread
	for len(in) > 0 {
		t := in[0]
		in = in[1:]
		for len(open) > 0 && open[len(open)-1].End <= t.Start {
			open = open[:len(open)-1]
		}
		if len(open) > 0 && open[len(open)-1].End < t.End {
			rest := t
			t.End = open[len(open)-1].End
			rest.Start = t.End
			i, _ := slices.BinarySearchFunc(in, rest, outerFirst)
			in = slices.Insert(in, i, rest)
		}
		if !redundant(t, open) {
			out, open = append(out, t), append(open, t)
		}
	}
	return out
}

// redundant reports whether t adds nothing to the threads around it.
func redundant(t thread, open []thread) bool {
	for _, o := range open {
		if o.rank == t.rank && (t.rank == rankOf[corpus.MarkLink] || o.Span == t.Span) {
			return true
		}
	}
	return false
}

func outerFirst(a, b thread) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.rank, b.rank),
		cmp.Compare(a.mark.URL, b.mark.URL))
}

// marksOf gives the marks among threads, in the order in which Parse gives them.
func marksOf(threads []thread) []corpus.Mark {
	var out []corpus.Mark
	for _, t := range threads {
		if t.date == nil {
			t.mark.Span = t.Span
			out = append(out, t.mark)
		}
	}
	sortMarks(out)
	return out
}

func datesIn(threads []thread) (n int) {
	for _, t := range threads {
		if t.date != nil {
			n++
		}
	}
	return n
}

// sortMarks orders marks by place, the outer before the inner.
func sortMarks(marks []corpus.Mark) {
	slices.SortStableFunc(marks, func(a, b corpus.Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(rankOf[a.Kind], rankOf[b.Kind]))
	})
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
