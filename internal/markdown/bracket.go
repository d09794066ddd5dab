package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// kindSpan is the kind of a bracketed span.
var kindSpan = ast.NewNodeKind("Span")

// span is a Pandoc bracketed span: [words]{date=2025-09 rel=in}.
type span struct {
	ast.BaseInline
	attributes attributes
	at         int  // of the opening brace in the source
	malformed  bool // the braces hold something else than attributes
}

func (s *span) Kind() ast.NodeKind            { return kindSpan }
func (s *span) Dump(source []byte, level int) { ast.DumpHelper(s, source, level, nil, nil) }

// maxOpen bounds the brackets that are open at once; one more is a character.
const maxOpen = 200

// brackets parses everything that opens with a bracket: spans, links, images,
// references and wikilinks. goldmark's own link parser keeps its open brackets to itself,
// so a span could not share them; this one takes its place. It looks at each
// character a bounded number of times.
type brackets struct{}

var bracketKey = parser.NewContextKey()

// openBracket is a bracket that nothing has closed yet.
type openBracket struct {
	ast.BaseInline
	segment text.Segment // "[", "![" or "[[name|"
	bottom  ast.Node     // the last delimiter before it
	image   bool
	linked  bool   // a link has been made inside, so it cannot be one itself
	name    string // of a wikilink, "" for any other bracket
}

func (o *openBracket) Kind() ast.NodeKind            { return kindOpenBracket }
func (o *openBracket) Dump(source []byte, level int) { ast.DumpHelper(o, source, level, nil, nil) }

var kindOpenBracket = ast.NewNodeKind("OpenBracket")

func (brackets) Trigger() []byte { return []byte{'!', '[', ']'} }

func (p brackets) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	open, _ := pc.Get(bracketKey).([]*openBracket)
	line, segment := block.PeekLine()
	if line[0] == ']' {
		return p.closing(parent, block, pc)
	}
	if len(open) >= maxOpen {
		return nil
	}
	if w := p.wiki(block, pc); w != nil {
		return w
	}
	n := 1
	if line[0] == '!' {
		n = 2
	}
	if len(line) < n || line[n-1] != '[' {
		return nil
	}
	if _, wiki, _ := wikiHead(util.BytesToReadOnlyString(line[n-1:])); wiki > 0 {
		return nil // "![[name]]" embeds nothing here
	}
	return p.open(&openBracket{segment: segment.WithStop(segment.Start + n), image: n == 2}, block, pc)
}

// open notes a bracket that opens.
func (brackets) open(o *openBracket, block text.Reader, pc parser.Context) ast.Node {
	open, _ := pc.Get(bracketKey).([]*openBracket)
	if d := pc.LastDelimiter(); d != nil {
		o.bottom = d
	}
	pc.Set(bracketKey, append(open, o))
	block.Advance(o.segment.Len())
	return o
}

// closing handles a closing bracket.
func (p brackets) closing(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	open, _ := pc.Get(bracketKey).([]*openBracket)
	if len(open) == 0 {
		return nil
	}
	last := open[len(open)-1]
	open = open[:len(open)-1]
	pc.Set(bracketKey, open)
	if last.name != "" {
		return p.closeWiki(wrapping{parent, last, open}, block, pc)
	}
	_, here := block.PeekLine()
	block.Advance(1)
	line, segment := block.PeekLine()
	node, n := p.follow(util.BytesToReadOnlyString(head(line)), last)
	if node == nil && (last.image || !last.linked) && len(pc.References()) > 0 {
		label := block.Value(text.NewSegment(last.segment.Stop, here.Start))
		node, n = p.reference(line, label, pc)
	}
	if node == nil {
		ast.MergeOrReplaceTextSegment(last.Parent(), last, last.segment)
		return nil
	}
	block.Advance(n)
	if s, ok := node.(*span); ok {
		s.at = segment.Start
	}
	return p.wrap(node, wrapping{parent, last, open}, pc)
}

// head bounds what is looked at after a closing bracket.
func head(line []byte) []byte { return line[:min(len(line), 4*maxAttributes)] }

// follow reads what stands after a closing bracket: attributes of a span or the
// destination of a link. n is its length.
func (brackets) follow(s string, last *openBracket) (ast.Node, int) {
	switch {
	case strings.HasPrefix(s, "{") && !last.image:
		a, n, ok := parseAttributes(s)
		if n > 0 {
			return &span{attributes: a, malformed: !ok}, n
		}
	case strings.HasPrefix(s, "(") && (last.image || !last.linked):
		if url, title, n := parseDestination(s); n > 0 {
			link := ast.NewLink()
			link.Destination, link.Title = []byte(url), []byte(title)
			return link, n
		}
	}
	return nil, 0
}

// reference resolves [label][ref], [label][] and [label] against the link
// definitions of the text, of which a briefing's own sections have none.
func (brackets) reference(line, label []byte, pc parser.Context) (ast.Node, int) {
	if len(label) > 999 {
		return nil, 0
	}
	n := 0
	if len(line) > 0 && line[0] == '[' {
		if end := strings.IndexAny(string(head(line)[1:]), "[]"); end >= 0 && line[1+end] == ']' {
			if n = end + 2; end > 0 {
				label = line[1 : 1+end]
			}
		}
	}
	ref, ok := pc.Reference(util.ToLinkReference(label))
	if !ok {
		return nil, 0
	}
	link := ast.NewLink()
	link.Destination, link.Title = ref.Destination(), ref.Title()
	return link, n
}

// wrapping is what wrap needs to know of a bracket that closes.
type wrapping struct {
	parent ast.Node
	last   *openBracket
	open   []*openBracket // those still open
}

// wrap moves all that follows the opening bracket into node.
func (brackets) wrap(node ast.Node, w wrapping, pc parser.Context) ast.Node {
	parser.ProcessDelimiters(w.last.bottom, pc)
	for c := w.last.NextSibling(); c != nil; {
		next := c.NextSibling()
		w.parent.RemoveChild(w.parent, c)
		node.AppendChild(node, c)
		c = next
	}
	w.parent.RemoveChild(w.parent, w.last)
	if link, ok := node.(*ast.Link); ok {
		if w.last.image {
			node = ast.NewImage(link)
		} else {
			for _, o := range w.open {
				o.linked = true
			}
		}
	}
	node.(interface{ SetPos(int) }).SetPos(w.last.segment.Start)
	return node
}

// CloseBlock makes characters of the brackets that nothing has closed.
func (brackets) CloseBlock(_ ast.Node, _ text.Reader, pc parser.Context) {
	open, _ := pc.Get(bracketKey).([]*openBracket)
	for _, o := range open {
		ast.MergeOrReplaceTextSegment(o.Parent(), o, o.segment)
	}
	pc.Set(bracketKey, nil)
}

// parseDestination reads (url "title") at the start of s. n is its length with
// both parentheses, 0 when it is none.
func parseDestination(s string) (url, title string, n int) {
	i := skipBlanks(s, 1)
	var ok bool
	if url, i, ok = parseURL(s, i); !ok {
		return "", "", 0
	}
	if at := skipBlanks(s, i); at > i && at < len(s) && s[at] != ')' {
		if title, i, ok = parseTitle(s, at); !ok {
			return "", "", 0
		}
	}
	if i = skipBlanks(s, i); i >= len(s) || s[i] != ')' {
		return "", "", 0
	}
	return url, title, i + 1
}

func skipBlanks(s string, i int) int {
	for i < len(s) && strings.IndexByte(blanks, s[i]) >= 0 {
		i++
	}
	return i
}

// parseURL reads a URL at s[i:], in angle brackets or bare with balanced
// parentheses, and gives where it ends.
func parseURL(s string, i int) (url string, end int, ok bool) {
	start, depth, angle := i, 0, i < len(s) && s[i] == '<'
	if angle {
		i++
	}
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			i++
		case angle && c == '>':
			return s[start+1 : i], i + 1, true
		case angle && (c == '<' || c == '\n'):
			return "", 0, false
		case angle:
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case c == ')' || strings.IndexByte(blanks, c) >= 0:
			return s[start:i], i, depth == 0
		}
		if depth > 32 {
			return "", 0, false
		}
	}
	return "", 0, false
}

// parseTitle reads a link's title in any of its three kinds of quotes.
func parseTitle(s string, i int) (title string, end int, ok bool) {
	closer := map[byte]byte{'"': '"', '\'': '\'', '(': ')'}[s[i]]
	if closer == 0 {
		return "", 0, false
	}
	for j := i + 1; j < len(s); j++ {
		switch s[j] {
		case '\\':
			j++
		case closer:
			return s[i+1 : j], j + 1, true
		}
	}
	return "", 0, false
}
