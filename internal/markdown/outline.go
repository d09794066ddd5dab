package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"mojaz/internal/corpus"
)

// blockParser finds the blocks of a file and leaves their lines unread. Raw
// HTML is no block: it is text.
var blockParser = parser.NewParser(
	parser.WithBlockParsers(blockParsers()...),
	parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
)

// blockParsers are the block parsers of files and of sections.
func blockParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
}

// part is a heading of level two and what stands below it; the part before the
// first heading has no title.
type part struct {
	title    string
	heading  located // unread
	at       int     // of the heading, or of the part's first byte
	body     corpus.Span
	blocks   []ast.Node
	headless bool
}

// outline cuts the body of a file, from byte from on, into its parts.
func (s *source) outline(from int) []part {
	body := s.tame(from)
	root := blockParser.Parse(text.NewReader([]byte(body)))
	parts := []part{{headless: true, at: from, body: corpus.Span{Start: from}}}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if !ok || h.Level != 2 {
			last := &parts[len(parts)-1]
			last.blocks = append(last.blocks, n)
			continue
		}
		lines := s.linesOf(h)
		parts[len(parts)-1].body.End = lines.Start
		heading := s.join(h)
		parts = append(parts, part{
			title:   readLine(heading.source).text,
			heading: heading,
			at:      lines.Start,
			body:    corpus.Span{Start: lines.End},
		})
	}
	parts[len(parts)-1].body.End = len(s.text)
	return parts
}

// linesOf gives the whole lines that a heading takes up, an underline included.
func (s *source) linesOf(h *ast.Heading) corpus.Span {
	first, last := h.Pos(), h.Pos()
	if l := h.Lines(); l.Len() > 0 {
		first, last = min(first, l.At(0).Start), max(last, l.At(l.Len()-1).Start)
	}
	from, _ := s.at(first)
	to, _ := s.at(last)
	end := len(s.text)
	if to < len(s.starts) {
		end = s.starts[to]
	}
	return corpus.Span{Start: s.starts[from-1], End: end}
}

// maxNesting bounds how many quotations and lists may stand in each other on
// one line. Deeper ones take a parser more than linear time.
const maxNesting = 32

// tame gives the text with everything before byte from, and each line that is
// nested too deeply, blanked out, so that offsets stay.
func (s *source) tame(from int) string {
	var b strings.Builder
	b.WriteString(strings.Repeat("\n", from))
	for at := from; at < len(s.text); {
		end := at + strings.IndexByte(s.text[at:], '\n') + 1
		if end == at {
			end = len(s.text)
		}
		if line := s.text[at:end]; nesting(line) > maxNesting {
			s.report(corpus.Warning, at, "the line opens too many quotations or lists inside each other", "it is left out; take some of its > and - away")
			b.WriteString(strings.Repeat(" ", len(line)-1) + "\n")
		} else {
			b.WriteString(line)
		}
		at = end
	}
	return b.String()[:len(s.text)]
}

// nesting counts the marks of quotations and lists that a line begins with. A
// rule such as "- - -" is not nested.
func nesting(line string) int {
	if bare := strings.Trim(line, blanks); bare != "" && strings.IndexByte("-_*", bare[0]) >= 0 && strings.Trim(bare, blanks+bare[:1]) == "" {
		return 0
	}
	marks := 0
	for line != "" {
		rest := strings.TrimLeft(line, "0123456789")
		numbered := len(rest) < len(line)
		switch {
		case rest == "":
			return marks
		case numbered && strings.IndexByte(".)", rest[0]) < 0:
			return marks // «000>», a text
		case rest[0] == '>', strings.IndexByte("-+*.)", rest[0]) >= 0 && (len(rest) == 1 || strings.IndexByte(blanks, rest[1]) >= 0):
			marks++
		case strings.IndexByte(blanks, rest[0]) < 0:
			return marks
		}
		line = rest[1:]
	}
	return marks
}

// join gives the lines of a block as one line, with the way back to the file.
// The hard line breaks of an editor become spaces too.
func (s *source) join(n ast.Node) located {
	var b strings.Builder
	l := located{}
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		line := s.text[seg.Start:seg.Stop]
		start := seg.Start + len(line) - len(strings.TrimLeft(line, blanks))
		line = strings.Trim(line, blanks)
		if last := i == lines.Len()-1; !last {
			line = strings.TrimRight(withoutBreak(line), blanks)
		}
		if line == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		l.joins = append(l.joins, step{b.Len(), start})
		b.WriteString(line)
	}
	if len(l.joins) == 0 {
		l.joins = []step{{0, max(n.Pos(), 0)}}
	}
	l.passage = &passage{source: b.String()}
	return l
}

// withoutBreak drops the backslash at the end of a line, if it is one of
// Markdown's line breaks and not an escaped backslash.
func withoutBreak(line string) string {
	bare := strings.TrimRight(line, `\`)
	if (len(line)-len(bare))%2 == 1 {
		return line[:len(line)-1]
	}
	return line
}
