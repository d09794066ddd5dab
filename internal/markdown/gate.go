package markdown

import (
	"strings"
	"sync"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// Gate is the verbatim gate over all documents: it lets a briefing pass whose
// every paragraph, summary point, statement and figure stands in its source, and
// says of any other what was done to it. It is safe for use by several
// goroutines.
type Gate struct {
	docs     []corpus.Document
	standing []func() *standing // made on first use, one a document
	bySource map[string]int
	byID     map[string]int
	shingles func() *shingles
}

// NewGate makes the gate. The documents must not change while it is in use.
func NewGate(docs []corpus.Document) *Gate {
	g := &Gate{docs: docs, bySource: map[string]int{}, byID: map[string]int{}}
	for i := range docs {
		g.standing = append(g.standing, sync.OnceValue(func() *standing { return newStanding(&docs[i]) }))
		g.bySource[docs[i].Path] = i
		g.byID[docs[i].Dossier+"/"+string(docs[i].ID)] = i
	}
	g.shingles = sync.OnceValue(func() *shingles { return newShingles(g) })
	return g
}

// Check finds a briefing in the document that its front matter names, or, when
// it names none, the document of its own id. Each paragraph, point, statement
// and figure that is not there is a Fault at its line, and so is one that does
// not stand in the paragraph it cites. The anchors are nil when the document is
// missing.
func (g *Gate) Check(f *File) (*Anchors, []corpus.Problem) {
	own, ok := g.bySource[f.Source]
	if !ok && f.Source == "" {
		own, ok = g.byID[f.Dossier+"/"+string(f.ID)]
	}
	if !ok {
		return nil, []corpus.Problem{g.missing(f)}
	}
	c := &check{gate: g, file: f, own: own, doc: g.standing[own](), last: map[string]corpus.Span{}}
	c.anchors = &Anchors{doc: c.doc, paragraphs: map[string]anchored{}}
	for i, p := range c.doc.align(f.Paragraphs) {
		c.anchors.paragraphs[f.Paragraphs[i].ID] = p
		if !p.found && p.text != "" {
			c.judge(f.paragraphs[i], p.verbatim)
		}
	}
	for i, p := range f.Summary {
		c.point(i, p)
	}
	for i, q := range f.Quotes {
		c.anchors.quotes = append(c.anchors.quotes, c.passage(f.quotes[i], citing{quoted{"statement", q.Text}, q.Cite}))
	}
	for i, q := range f.Quantities {
		c.anchors.quantities = append(c.anchors.quantities, c.passage(f.quantities[i], citing{quoted{"figure", q.Text}, q.Cite}))
	}
	return c.anchors, corpus.SortProblems(c.problems)
}

// missing is the problem of a briefing without a document.
func (g *Gate) missing(f *File) corpus.Problem {
	paths := make([]string, len(g.docs))
	for i, d := range g.docs {
		paths[i] = d.Path
	}
	hint := wording.Text("write the path of a source, source: seeds/…")
	if best := nearest(f.Source, paths); best != "" {
		hint = wording.Of("write source: %s", best)
	}
	message := wording.Of("there is no source %q", f.Source)
	return f.source.problem(corpus.Fault, f.source.starts[f.source.keyLine("source")-1], message, hint)
}

// check is the check of one briefing.
type check struct {
	gate     *Gate
	file     *File
	own      int
	doc      *standing
	anchors  *Anchors
	last     map[string]corpus.Span // kind and paragraph → what was last found there
	problems []corpus.Problem
}

// report notes a verdict on a passage, at the word that it is about.
func (c *check) report(l located, v verdict) {
	c.problems = append(c.problems, c.file.source.problem(corpus.Fault, l.place(v.at), v.message, v.hint))
}

// judge reports a passage that is not in the document. When a file has very many,
// as one of another affair would, the rest is not judged one by one.
func (c *check) judge(l located, v verbatim) {
	switch n := len(c.problems); {
	case n < maxProblems:
		c.report(l, c.gate.judge(c.own, v))
	case n == maxProblems:
		c.report(l, verdict{message: "this and more passages do not stand in the source", hint: ownWords})
	}
}

// point checks one summary point: first in the paragraphs that it cites.
func (c *check) point(i int, p corpus.Cited) {
	a := anchored{verbatim: newVerbatim(p.Text)}
	cited := c.cited(p)
	at, ok := c.inside(a.text, cited)
	inCited := ok
	if !ok {
		at, ok = c.doc.find(a.text, c.doc.all())
	}
	a.at, a.found = at.Start, ok
	c.anchors.points = append(c.anchors.points, a)
	switch {
	case a.text == "" || inCited:
	case !ok:
		c.judge(c.file.points[i], a.verbatim)
	case len(cited) > 0:
		c.report(c.file.points[i], verdict{
			message: "the point does not stand in the paragraph that it cites",
			hint:    c.holder(at),
		})
	}
}

// cited gives the places of the paragraphs that a point cites.
func (c *check) cited(p corpus.Cited) []corpus.Span {
	var out []corpus.Span
	for _, id := range p.Cites {
		if a := c.anchors.paragraphs[id]; a.found {
			out = append(out, a.span())
		}
	}
	return out
}

// inside finds a text in one of some places, or across them all.
func (c *check) inside(text string, places []corpus.Span) (at corpus.Span, ok bool) {
	var hull corpus.Span
	for i, s := range places {
		if at, ok = c.doc.find(text, s); ok {
			return at, true
		}
		if i == 0 {
			hull = s
		}
		hull.Start, hull.End = min(hull.Start, s.Start), max(hull.End, s.End)
	}
	return c.doc.find(text, hull)
}

// holder names the paragraph that holds a place of the document.
func (c *check) holder(at corpus.Span) wording.Text {
	for _, p := range c.file.Paragraphs {
		if a := c.anchors.paragraphs[p.ID]; a.found && a.span().Contains(at) {
			return wording.Of("it stands in %s", citation(p.ID))
		}
	}
	return "it stands in the source, but in no paragraph of " + titleText
}

// shorten shortens a quotation for a message.
func shorten(s string) string {
	words := strings.Fields(s)
	if len(words) > 8 {
		return strings.Join(words[:8], " ") + " …"
	}
	return strings.Join(words, " ")
}
