package markdown

import (
	"fmt"
	"path"
	"strings"

	"mojaz/internal/corpus"
)

// Brief turns a document into the briefing that is written for it: a paragraph
// a block, p1 and on, dates and names moved onto the paragraphs' text, each
// summary point with the paragraphs it is quoted from, each statement and each
// figure with the paragraph that holds it. A document without a title gets one
// made from its first sentence. What crosses the end of a block or lies outside
// every block is left out, and so is a name that crosses a date.
//
// With a cast, names and speakers are called as it calls them, and a mention of
// no entity stays plain words; with nil, they are called as the document has it.
func Brief(doc corpus.Document, cast *corpus.Cast) corpus.Briefing {
	b := corpus.Briefing{
		ID:        doc.ID,
		Dossier:   doc.Dossier,
		Path:      path.Join("content", doc.Dossier, "briefings", string(doc.ID)+".md"),
		Title:     field(doc.Meta.Title),
		Source:    doc.Path,
		SHA256:    doc.SHA256,
		Publisher: field(doc.Meta.Publisher),
		Author:    field(doc.Meta.Author),
		Published: doc.Meta.Published,
		Time:      doc.Meta.Time,
		Inferred:  doc.Meta.Inferred,
	}
	for _, s := range doc.Meta.Evidence[:min(len(doc.Meta.Evidence), maxEvidence)] {
		b.Evidence = append(b.Evidence, field(s.Of(doc.Text)))
	}
	if b.Title == "" {
		b.Title, b.TitleSupplied = supplyTitle(doc), true
	}
	spans := paragraphSpans(doc)
	from := newBriefer(doc, spans, cast)
	dates := doc.Dates
	for i, block := range doc.Blocks {
		p := corpus.Paragraph{ID: paragraphID(i), Role: block.Role, Text: flat(spans[i].Of(doc.Text))}
		p.Dates, dates = datesIn(spans[i], dates)
		p.Links = from.linksIn(spans[i], p)
		b.Paragraphs = append(b.Paragraphs, p)
	}
	b.Quotes, b.Quantities = from.quotes(), from.quantities()
	b.Names = from.inOrder()
	for _, point := range doc.Points {
		if c, ok := cite(doc.Text, point.Span, spans); ok {
			b.Summary = append(b.Summary, c)
		}
	}
	return b
}

// paragraphID names the paragraph of the block with index i.
func paragraphID(i int) string { return fmt.Sprintf("p%d", i+1) }

// datesIn gives the dates inside block, moved to its start, and the dates that
// are still to come. dates is sorted.
func datesIn(block corpus.Span, dates []corpus.Date) (inside, rest []corpus.Date) {
	for len(dates) > 0 && dates[0].Start < block.End {
		if d := dates[0]; block.Contains(d.Span) {
			d.Span = d.Shift(-block.Start)
			inside = append(inside, d)
		}
		dates = dates[1:]
	}
	return inside, dates
}

// cite quotes point and names the paragraphs that it touches.
func cite(text string, point corpus.Span, blocks []corpus.Span) (corpus.Cited, bool) {
	point = trimmed(text, point)
	c := corpus.Cited{Text: flat(point.Of(text))}
	for i, b := range blocks {
		if b.Overlaps(point) {
			c.Cites = append(c.Cites, paragraphID(i))
		}
	}
	return c, len(c.Cites) > 0
}

// trimmed leaves the white space at both ends out of s.
func trimmed(text string, s corpus.Span) corpus.Span {
	t := s.Of(text)
	s.Start += len(t) - len(strings.TrimLeft(t, blanks))
	s.End = s.Start + len(strings.Trim(t, blanks))
	return s
}

// blanks are the characters that Markdown drops at both ends of a paragraph.
const blanks = " \t\n\r\v\f"

// flat puts a text that a hard wrap had parted on one line, byte for byte: a
// line end becomes one space, so spans stay where they are.
func flat(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' {
			return ' '
		}
		return r
	}, s)
}

// The bounds of front matter: characters of a field, and pieces of evidence.
// What is longer was no title or name, and would cost its reader.
const (
	maxField    = 400
	maxEvidence = 20
)

// field gives a text as a field of the front matter: on one line, and cut after
// maxField characters.
func field(s string) string {
	s = oneLine(s)
	if r := []rune(s); len(r) > maxField {
		return strings.TrimRight(string(r[:maxField]), " ") + "…"
	}
	return s
}

// oneLine joins lines and drops runs of white space, for what no span points
// into.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
