package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// readSummary reads the section الخلاصة: each item of its lists is a point.
// Paragraphs there are points too, so that a forgotten dash costs nothing.
func (f *File) readSummary(p part) {
	for _, n := range p.blocks {
		f.readPoints(n)
	}
}

func (f *File) readPoints(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock, *ast.Heading, *ast.CodeBlock:
		f.addPoint(f.source.join(n))
	default:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			f.readPoints(c)
		}
		if i, ok := n.(*ast.ListItem); ok && i.FirstChild() == nil {
			f.source.report(corpus.Warning, max(n.Pos(), 0), "an empty point", "write a sentence of the text and its citation, [¶12](#p12)")
		}
	}
}

// addPoint reads a joined line as a point. One that nothing in the text
// supports is left out: the site says nothing without a reference.
func (f *File) addPoint(l located) {
	line, cited := cutCitations(l.source)
	if len(line) > maxLine {
		f.source.report(corpus.Warning, l.inFile(0), wording.Of("a point of more than %d bytes", maxLine), "shorten it; it is left out")
		return
	}
	l.passage = readLine(line)
	f.reportSlips(l)
	f.linksIn(l)
	point := corpus.Cited{Text: l.text}
	for _, c := range cited {
		if f.known(c, l, quoted{"point", l.text}) {
			point.Cites = append(point.Cites, c.id)
		}
	}
	if len(cited) == 0 {
		f.source.report(corpus.Fault, l.inFile(0), "a point without a citation", f.citeHint(quoted{"point", l.text}))
	}
	if len(point.Cites) == 0 {
		return
	}
	f.points = append(f.points, l)
	f.Summary = append(f.Summary, point)
}

// quoted is a text that needs a citation, and what it is: a point, a statement, a
// figure.
type quoted struct {
	what wording.Text
	text string
}

// known checks one citation on a line that cites a paragraph for a text.
func (f *File) known(c cited, l located, by quoted) bool {
	if !f.has(c.id) {
		f.source.report(corpus.Fault, l.inFile(c.at), wording.Of("there is no paragraph ¶%s", strings.TrimPrefix(c.id, "p")), f.citeHint(by))
		return false
	}
	if want := citation(c.id); c.label != "" && want != "[¶"+c.label+"](#"+c.id+")" {
		f.source.report(corpus.Warning, l.inFile(c.at), wording.Of("the citation says ¶%s and leads to #%s", c.label, c.id), wording.Of("write %s", want))
	}
	return true
}

// citeHint names the paragraph that holds a text.
func (f *File) citeHint(c quoted) wording.Text {
	if f.source.full() {
		return ""
	}
	for _, p := range f.Paragraphs {
		if c.text != "" && strings.Contains(p.Text, c.text) {
			return wording.Of("it stands in %s", citation(p.ID))
		}
	}
	return wording.Of("end the %s with the paragraph that says so, [¶12](#p12)", c.what)
}
