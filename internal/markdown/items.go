package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// item is an item of a list: its own line, and the lines of the lists below it.
type item struct {
	line located
	subs []located
}

// items gives the items of the lists among blocks, and each other line as an
// item of its own, so that a forgotten dash costs nothing.
func (s *source) items(blocks []ast.Node) []item {
	var out []item
	for _, n := range blocks {
		if list, ok := n.(*ast.List); ok {
			for c := list.FirstChild(); c != nil; c = c.NextSibling() {
				if lines := s.lines(c); len(lines) > 0 {
					out = append(out, item{lines[0], lines[1:]})
				}
			}
			continue
		}
		for _, l := range s.lines(n) {
			out = append(out, item{line: l})
		}
	}
	return out
}

// lines gives the joined lines inside a block.
func (s *source) lines(n ast.Node) []located {
	switch n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *ast.CodeBlock:
		return []located{s.join(n)}
	}
	var out []located
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = append(out, s.lines(c)...)
	}
	return out
}

// eachLine gives the lines of a paragraph, each by itself; none of any other
// block.
func (s *source) eachLine(n ast.Node) []located {
	if n.Kind() != ast.KindParagraph {
		return nil
	}
	var out []located
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		line := s.text[seg.Start:seg.Stop]
		at := seg.Start + len(line) - len(strings.TrimLeft(line, blanks))
		out = append(out, located{&passage{source: strings.Trim(line, blanks)}, []step{{0, at}}})
	}
	return out
}

// fits reports whether a line is no longer than a line may be.
func (s *source) fits(l located, what wording.Text) bool {
	if len(l.source) <= maxLine {
		return true
	}
	s.report(corpus.Warning, l.inFile(0), wording.Of("%s of more than %d bytes", what, maxLine), "shorten it; it is left out")
	return false
}

// reportSlips notes what cannot be used in a line.
func (s *source) reportSlips(l located) {
	for _, slip := range l.slips {
		s.report(corpus.Warning, l.inFile(slip.at), slip.message, slip.hint)
	}
}

// say reads a line that must quote a passage and cite its paragraph. What is
// wrong with it is reported as being wrong with what.
func (s *source) say(from shelf, l located, what wording.Text, headed bool) (said saying, ok bool) {
	if !s.fits(l, what) {
		return said, false
	}
	said, ok = from.readSaying(l, headed)
	s.reportSlips(said.line)
	switch {
	case !ok:
		s.report(corpus.Fault, l.inFile(0), wording.Of("%s without a citation", what), wording.Of("end it with the paragraph that says so, %s", from.example()))
	case said.passage.Text == "":
		s.report(corpus.Fault, l.inFile(0), wording.Of("%s without its words", what), wording.Of("write the words of the source before the citation: «…» %s", from.example()))
		return said, false
	case !said.straight:
		s.report(corpus.Warning, said.link.place(said.mark), "the link leads to another folder", wording.Of("write (%s)", from.address(said.passage)))
	}
	return said, ok
}

// example is a citation as it is written in a file.
func (s shelf) example() string {
	if s.own != "" {
		return "[¶12](#p12)"
	}
	return "[¶12](" + s.folder + "<id>.md#p12)"
}
