package markdown

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// inlineParser reads one line of Markdown: no blocks, no raw HTML.
var inlineParser = parser.NewParser(
	parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 100)),
	parser.WithInlineParsers(inlineParsers()...),
)

// inlineParsers are the inline parsers of both paragraphs and sections.
func inlineParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(brackets{}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(emphasis{}, 500),
	}
}

// passage is what a line of Markdown says: its plain text and what stands off
// it.
type passage struct {
	text   string
	dates  []corpus.Date
	links  []link
	marks  []corpus.Mark
	steps  []step
	slips  []slip
	source string
}

// link is a wikilink at a byte of the line. Whether there is such a name, the
// line does not say.
type link struct {
	corpus.Link
	at int
}

// step says that the text from byte text on was read from byte source on.
type step struct{ text, source int }

// slip is something in a line that cannot be used, at a byte of the line.
type slip struct {
	at            int
	message, hint wording.Text
}

// place gives the byte of the line from which byte i of the text was read.
func (p *passage) place(i int) int {
	lo, hi := 0, len(p.steps)
	for lo < hi {
		if mid := (lo + hi) / 2; p.steps[mid].text <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == 0 {
		return 0
	}
	return min(p.steps[lo-1].source+i-p.steps[lo-1].text, len(p.source))
}

// readLine reads one line of Markdown that opens no block.
func readLine(line string) *passage {
	if unmarked(line) {
		return &passage{text: line, steps: []step{{0, 0}}, source: line}
	}
	r := &lineReader{source: []byte(line)}
	root := inlineParser.Parse(text.NewReader(r.source))
	for block := root.FirstChild(); block != nil; block = block.NextSibling() {
		r.children(block)
	}
	sortMarks(r.marks)
	return &passage{r.text.String(), r.dates, r.links, r.marks, r.steps, r.slips, line}
}

// unmarked reports whether a line is sure to say what it is: it holds nothing
// that could be Markdown and no white space that a paragraph loses.
func unmarked(line string) bool {
	for i := range len(line) {
		if c := line[i]; c < ' ' || strings.IndexByte("\\&*_`[]<!", c) >= 0 {
			return false
		}
	}
	return !strings.HasPrefix(line, " ") && !strings.HasSuffix(line, " ")
}

// lineReader walks the nodes of a line.
type lineReader struct {
	source []byte
	text   strings.Builder
	dates  []corpus.Date
	links  []link
	marks  []corpus.Mark
	steps  []step
	slips  []slip
}

func (r *lineReader) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.node(c)
	}
}

func (r *lineReader) node(n ast.Node) {
	from := r.text.Len()
	switch n := n.(type) {
	case *ast.Text:
		r.segment(n.Segment, n.IsRaw())
	case *ast.AutoLink:
		r.step(n.Pos() + 1)
		r.text.Write(n.Label(r.source))
		r.link(from, string(n.URL(r.source)), n.Pos())
	case *ast.CodeSpan:
		r.code(n)
		r.mark(from, corpus.Mark{Kind: corpus.MarkCode})
	case *ast.Emphasis:
		r.children(n)
		kind := corpus.MarkEmphasis
		if n.Level == 2 {
			kind = corpus.MarkStrong
		}
		r.mark(from, corpus.Mark{Kind: kind})
	case *ast.Link:
		names := len(r.links)
		r.children(n)
		if r.link(from, unescape(string(n.Destination)), n.Pos()) {
			r.links = r.links[:names] // what leads elsewhere names nobody
		}
	case *wikilink:
		marks := len(r.marks)
		r.children(n)
		r.wikilink(corpus.Span{Start: from, End: r.text.Len()}, n, r.marks[marks:])
	case *span:
		r.children(n)
		r.span(from, n)
	default: // an image is its words
		r.children(n)
	}
}

// code reads the inside of a code span, where nothing is escaped.
func (r *lineReader) code(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			r.segment(t.Segment, true)
		}
	}
}

// segment reads a part of the line.
func (r *lineReader) segment(s text.Segment, raw bool) {
	if raw {
		r.step(s.Start)
		r.text.Write(s.Value(r.source))
		return
	}
	src := string(s.Value(r.source))
	for i := 0; i < len(src); {
		char, n := unescapeOne(src[i:])
		if n == 0 { // an ordinary run
			n = 1 + strings.IndexAny(src[i+1:], `\&`)
			if n == 0 {
				n = len(src) - i
			}
			char = src[i : i+n]
		}
		r.step(s.Start + i)
		r.text.WriteString(char)
		i += n
	}
}

func (r *lineReader) step(source int) { r.steps = append(r.steps, step{r.text.Len(), source}) }

// mark sets a mark on what has been read since byte from.
func (r *lineReader) mark(from int, m corpus.Mark) {
	m.Span = corpus.Span{Start: from, End: r.text.Len()}
	if !m.Empty() {
		r.marks = append(r.marks, m)
	}
}

// linkHint says where links may lead.
const linkHint = "use http, https, mailto, a relative address or #p12"

// link marks a link, unless it leads to where no link of the site may.
func (r *lineReader) link(from int, url string, at int) bool {
	if !safeURL(url) {
		r.slips = append(r.slips, slip{at, wording.Of("a link may not lead to %q", url), linkHint})
		return false
	}
	r.mark(from, corpus.Mark{Kind: corpus.MarkLink, URL: url})
	return true
}

// wikilink notes the name of what has been read as s. Names do not nest, and
// what leads elsewhere names nobody: marks are those inside s.
func (r *lineReader) wikilink(s corpus.Span, n *wikilink, marks []corpus.Mark) {
	if s.Empty() || slices.ContainsFunc(marks, func(m corpus.Mark) bool { return m.Kind == corpus.MarkLink }) {
		return
	}
	for len(r.links) > 0 && r.links[len(r.links)-1].Start >= s.Start {
		r.links = r.links[:len(r.links)-1]
	}
	r.links = append(r.links, link{corpus.Link{Span: s, Name: n.name}, n.Pos()})
}

// span reads the attributes of a bracketed span as a date or a mark.
func (r *lineReader) span(from int, n *span) {
	if n.malformed {
		r.slips = append(r.slips, slip{n.at, "what stands in the braces cannot be read", "write {date=2025-09-30 rel=by}"})
		return
	}
	s := corpus.Span{Start: from, End: r.text.Len()}
	for _, class := range n.attributes.classes {
		kind := corpus.MarkKind(class)
		if rankOf[kind] == 0 || kind == corpus.MarkLink {
			r.slip(n, wording.Of("unknown class %q", "."+class), suggest(class, []string{"strong", "emphasis", "code"}, "write {.%s}"))
			continue
		}
		r.mark(from, corpus.Mark{Kind: kind})
	}
	d, given := r.date(n)
	if given && r.apart(s) {
		d.Span = s
		r.dates = append(r.dates, d)
	}
}

func (r *lineReader) slip(n *span, message, hint wording.Text) {
	r.slips = append(r.slips, slip{n.at, message, hint})
}

// unescapeOne reads a backslash escape or a character reference at the start of
// s; n is 0 when there is none.
func unescapeOne(s string) (char string, n int) {
	if len(s) < 2 {
		return "", 0
	}
	if s[0] == '\\' && util.IsPunct(s[1]) {
		return s[1:2], 2
	}
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if s[0] != '&' || end < 2 {
		return "", 0
	}
	if s[1] != '#' {
		if entity, ok := util.LookUpHTML5EntityByName(s[1:end]); ok {
			return string(entity.Characters), end + 1
		}
		return "", 0
	}
	digits, base, most := s[2:end], 10, 7
	if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, most = digits[1:], 16, 6
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return "", 0
	}
	r := rune(v)
	if v == 0 || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return string(r), end + 1
}

// unescape reads all escapes and character references in s.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		char, n := unescapeOne(s[i:])
		if n == 0 {
			char, n = s[i:i+1], 1
		}
		b.WriteString(char)
		i += n
	}
	return b.String()
}
