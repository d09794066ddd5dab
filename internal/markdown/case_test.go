package markdown

import (
	"fmt"
	"strings"
	"testing"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

// TestCases reads a file and checks what is asked for:
//
//	input.md   a briefing, content/d/briefings/a.md; or
//	index.md   an overview, content/d/index.md, with its briefings' ids in "ids"; or
//	section.md an editor's section
//	sources/…  documents; the briefing is held against them
//	markdown   what Format makes of the briefing
//	parsed     what Parse found
//	problems   of Parse and of the gate
//	anchors    where paragraphs, dates, points, statements and figures stand in
//	           the document
//	html       what HTML makes of the section
//	brief      what Format makes of Brief of the only document, after "found"
//	           in it, as annotate has it
func TestCases(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		docs := documents(c)
		switch {
		case c.Has("input.md"):
			checkBriefing(c, docs)
		case c.Has("index.md"):
			checkOverview(c)
		case c.Has("section.md"):
			c.Check("html", HTML(unseen(c.Input("section.md"))))
		}
		if c.Has("brief") {
			if c.Has("found") {
				annotate(t, &docs[0], c.Input("found"))
			}
			c.Check("brief", strings.ReplaceAll(string(Format(Brief(docs[0], nil))), "\u200c", `\u{200c}`))
		}
	})
}

// unseen writes \u{202e} and the like as the character, so that cases stay
// legible.
func unseen(s string) string {
	for _, r := range []rune{'\u200f', '\u202e', '\u202c', '\u2028', '\u200c', '\ufeff', '\r', 0} {
		s = strings.ReplaceAll(s, fmt.Sprintf(`\u{%x}`, r), string(r))
	}
	return s
}

// documents makes a document of each section below sources/, with a block a
// line; a line that begins with "~" is boilerplate, one with "+" goes on with
// the block before it.
func documents(c *golden.Case) []corpus.Document {
	var docs []corpus.Document
	for _, f := range c.Inputs("sources/") {
		name := strings.TrimPrefix(f.Name, "sources/")
		d := corpus.Document{Source: corpus.Source{
			ID: corpus.DocID(strings.TrimSuffix(name, ".txt")), Dossier: "d", Path: "seeds/d/" + name,
		}}
		var text strings.Builder
		for _, line := range strings.Split(strings.TrimSuffix(unseen(string(f.Data)), "\n"), "\n") {
			bare := strings.TrimLeft(line, "~+")
			s := corpus.Span{Start: text.Len(), End: text.Len() + len(bare)}
			text.WriteString(bare + "\n")
			switch {
			case strings.HasPrefix(line, "+"):
				d.Blocks[len(d.Blocks)-1].End = s.End
			case bare != "" && !strings.HasPrefix(line, "~"):
				d.Blocks = append(d.Blocks, corpus.Block{Span: s, Role: corpus.RoleBody})
			}
		}
		d.Text = text.String()
		for i, b := range d.Blocks {
			for _, s := range arabic.Sentences(b.Of(d.Text)) {
				d.Blocks[i].Sentences = append(d.Blocks[i].Sentences, corpus.Span{Start: s.Start, End: s.End}.Shift(b.Start))
			}
		}
		docs = append(docs, d)
	}
	return docs
}

func checkBriefing(c *golden.Case, docs []corpus.Document) {
	f, problems := Parse("content/d/briefings/a.md", []byte(unseen(c.Input("input.md"))))
	var anchors *Anchors
	if len(docs) > 0 {
		found, more := NewGate(docs).Check(f)
		anchors, problems = found, append(problems, more...)
	}
	c.Check("problems", listProblems(problems))
	c.Check("parsed", describe(f.Briefing))
	c.Check("markdown", string(Format(f.Briefing)))
	if anchors != nil {
		c.Check("anchors", describeAnchors(f, anchors, docs[0].Text))
	}
}

func checkOverview(c *golden.Case) {
	o, problems := ParseOverview("content/d/index.md", []byte(unseen(c.Input("index.md"))))
	if c.Has("ids") {
		there := map[corpus.DocID]bool{}
		for _, id := range strings.Fields(c.Input("ids")) {
			there[corpus.DocID(id)] = true
		}
		problems = append(problems, CheckOverview(o, there)...)
	}
	var w strings.Builder
	fmt.Fprintf(&w, "title %q\ndescription %q\n", o.Title, o.Description)
	for _, l := range o.Briefings {
		fmt.Fprintf(&w, "%s %s %q %q\n", l.ID, l.Published, l.Title, l.Publisher)
	}
	describeSections(&w, o.Sections)
	c.Check("problems", listProblems(problems))
	c.Check("parsed", w.String())
	c.Check("markdown", string(FormatOverview(o.Overview)))
}

func listProblems(problems []corpus.Problem) string {
	var w strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&w, "%s\n    %s\n", p, p.Excerpt)
	}
	return w.String()
}

func describe(b corpus.Briefing) string {
	var w strings.Builder
	fmt.Fprintf(&w, "%s/%s\n", b.Dossier, b.ID)
	f := frontOf(b)
	fmt.Fprintf(&w, "%+v\n", f)
	for _, p := range b.Summary {
		fmt.Fprintf(&w, "point %v %q\n", p.Cites, p.Text)
	}
	for _, p := range b.Paragraphs {
		fmt.Fprintf(&w, "%s %s %q\n", p.ID, p.Role, p.Text)
		for _, d := range p.Dates {
			fmt.Fprintf(&w, "  date %d:%d %q rel=%s timex=%s %q\n", d.Start, d.End, d.Value, d.Rel, d.Timex, d.Of(p.Text))
		}
		for _, l := range p.Links {
			fmt.Fprintf(&w, "  name %d:%d %q %q\n", l.Start, l.End, l.Name, l.Of(p.Text))
		}
		for _, m := range p.Marks {
			fmt.Fprintf(&w, "  %s %d:%d %q %q\n", m.Kind, m.Start, m.End, m.URL, m.Of(p.Text))
		}
	}
	for _, q := range b.Quotes {
		fmt.Fprintf(&w, "quote %s %s %s %s %q %q %q %q\n", q.Cite, q.Kind, q.Mode, q.Polarity, q.Speaker, q.Verb, q.ReportedBy, q.Text)
	}
	for _, q := range b.Quantities {
		fmt.Fprintf(&w, "quantity %s %v..%v bound=%s as_of=%s unit=%q what=%q scope=%q %q\n", q.Cite, q.Min, q.Max, q.Bound, q.AsOf, q.Unit, q.What, q.Scope, q.Text)
	}
	for _, n := range b.Names {
		fmt.Fprintf(&w, "name %s %q %q\n", n.Type, n.Name, n.Role)
	}
	describeSections(&w, b.Sections)
	return w.String()
}

func describeSections(w *strings.Builder, sections []corpus.Section) {
	for _, s := range sections {
		fmt.Fprintf(w, "section %q %q\n", s.Title, s.Markdown)
	}
}

func describeAnchors(f *File, a *Anchors, text string) string {
	var w strings.Builder
	show := func(label string, s corpus.Span, ok bool) {
		if ok {
			fmt.Fprintf(&w, "%s %d:%d %q\n", label, s.Start, s.End, s.Of(text))
		} else {
			fmt.Fprintf(&w, "%s nowhere\n", label)
		}
	}
	for i := range f.Summary {
		s, ok := a.Point(i)
		show(fmt.Sprintf("point %d", i), s, ok)
	}
	for i := range f.Quotes {
		s, ok := a.Quote(i)
		show(fmt.Sprintf("quote %d", i), s, ok)
	}
	for i := range f.Quantities {
		s, ok := a.Quantity(i)
		show(fmt.Sprintf("quantity %d", i), s, ok)
	}
	for _, p := range f.Paragraphs {
		s, ok := a.Text(p.ID, corpus.Span{End: len(p.Text)})
		show(p.ID, s, ok)
		for _, d := range p.Dates {
			s, ok := a.Text(p.ID, d.Span)
			show("  date", s, ok)
		}
	}
	return w.String()
}
