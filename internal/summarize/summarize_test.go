package summarize

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"mojaz/internal/annotate"
	"mojaz/internal/corpus"
	"mojaz/internal/golden"
	"mojaz/internal/segment"
)

func TestPoints(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		doc := annotated(parse(c.Input("input")))
		points := Points(doc)
		checkPoints(t, doc, points)
		var b strings.Builder
		for _, p := range points {
			fmt.Fprintf(&b, "%s\n", p.Of(doc.Text))
		}
		c.Check("points", b.String())
	})
}

// parse makes a document of lines of the form "role|text" and blank lines.
func parse(s string) corpus.Document {
	var b strings.Builder
	var lines []corpus.Line
	for line := range strings.Lines(s) {
		if role, ink, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "|"); ok {
			lines = append(lines, corpus.Line{
				Span: corpus.Span{Start: b.Len(), End: b.Len() + len(ink)}, Role: corpus.Role(role),
			})
			b.WriteString(ink)
		}
		b.WriteString("\n")
	}
	return corpus.Document{Text: b.String(), Lines: lines, Blocks: segment.Blocks(b.String(), lines)}
}

// annotated adds what the stages before this one find. A line of role meta is the
// day of publication.
func annotated(doc corpus.Document) corpus.Document {
	for _, l := range doc.Lines {
		switch l.Role {
		case corpus.RoleMeta:
			doc.Meta.Published = l.Of(doc.Text)
		case corpus.RoleTitle:
			doc.Meta.Title = l.Of(doc.Text)
		}
	}
	doc.Dates = annotate.Dates(doc)
	doc.Mentions = annotate.Mentions(doc, nil)
	doc.Statements = annotate.Statements(doc)
	doc.Figures = annotate.Figures(doc)
	doc.Claims = annotate.Claims(doc)
	return doc
}

// checkPoints checks that every point has ink and lies inside one block, that
// no two overlap, and that a text has one whose body has a sentence no longer than
// a point can be.
func checkPoints(t *testing.T, doc corpus.Document, points []corpus.Point) {
	t.Helper()
	for i, p := range points {
		in := 0
		for _, b := range doc.Blocks {
			if b.Contains(p.Span) {
				in++
			}
		}
		if in != 1 || strings.TrimFunc(p.Of(doc.Text), blank) != p.Of(doc.Text) || p.Empty() {
			t.Errorf("point %v %q is in %d blocks, want one, and no space around it", p, p.Of(doc.Text), in)
		}
		for _, q := range points[:i] {
			if p.Overlaps(q.Span) {
				t.Errorf("points %v and %v overlap", p, q)
			}
		}
	}
	for _, b := range doc.Blocks {
		short := slices.ContainsFunc(b.Sentences, func(s corpus.Span) bool { return s.Len() <= maxBytes })
		if b.Role == corpus.RoleBody && short && len(points) == 0 {
			t.Fatalf("no point of a text with body %q", b.Of(doc.Text))
		}
	}
}

func FuzzPoints(f *testing.F) {
	f.Add("lede|- خلاصة\nbody|نص. وأضاف أن لا شيء. انتهى؟\n")
	f.Add("body|- بند\nbody|و\nlede|-\n")
	f.Fuzz(func(t *testing.T, s string) {
		doc := parse(s)
		checkPoints(t, doc, Points(doc))
	})
}
