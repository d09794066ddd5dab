package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"mojaz/internal/corpus"
)

// annotation is one line of the export: a W3C Web Annotation.
type annotation struct {
	Context    any    `json:"@context"`
	ID         string `json:"id"`
	Type       string `json:"type"`
	Motivation string `json:"motivation"`
	Body       any    `json:"body"`
	Target     target `json:"target"`
}

// target is the place that an annotation speaks of; without selectors, the
// whole source.
type target struct {
	Source   string `json:"source"`
	Selector []any  `json:"selector,omitempty"`
}

// position counts Unicode code points of the decoded source, from zero; End is
// the first that is not meant.
type position struct {
	Type  string `json:"type"` // TextPositionSelector
	Start int    `json:"start"`
	End   int    `json:"end"`
}

type quotation struct {
	Type  string `json:"type"` // TextQuoteSelector
	Exact string `json:"exact"`
	// Prefix and Suffix are what stands beside it; in a bundle only.
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// annoContext is what the words of an annotation mean.
const annoContext = "http://www.w3.org/ns/anno.jsonld"

type documentBody struct {
	Type              string `json:"type"`            // Document
	Title             string `json:"title,omitempty"` // "" if the source has none
	Publisher         string `json:"publisher,omitempty"`
	Author            string `json:"author,omitempty"`
	Published         string `json:"published,omitempty"` // EDTF
	PublishedInferred bool   `json:"publishedInferred,omitempty"`
}

type blockBody struct {
	Type string      `json:"type"` // Block
	Role corpus.Role `json:"role"` // body, heading, lede, pullquote, boilerplate
}

type dateBody struct {
	Type     string              `json:"type"`            // Date
	Value    string              `json:"value,omitempty"` // EDTF
	Timex    corpus.Timex        `json:"timex,omitempty"`
	Relation corpus.DateRelation `json:"relation,omitempty"`
}

type summaryBody struct {
	Type string `json:"type"` // Summary
	Rank int    `json:"rank"` // from 1, the best
}

// Annotations gives data/annotations.jsonl: for each briefing the document, its
// blocks, dates, names, statements, figures, the phases it is evidence of, how it
// stands to passages of others, and summary points, one W3C Web Annotation a
// line. What the briefing says is placed through its anchor in the document's raw text; words
// that cannot be placed are left out. Lines of the document that no paragraph
// rests on are blocks of role boilerplate, titles and dates of publication too.
func Annotations(in Input) []byte {
	e := newExporter()
	e.input(in)
	return e.out.Bytes()
}

// exporter writes annotations, of one briefing at a time.
type exporter struct {
	out    bytes.Buffer
	json   *json.Encoder
	key    Key
	doc    corpus.Document
	points codePoints
	ids    map[string]int // how often an id was asked for
	// cast tells who is meant by the names of the dossier.
	cast   *cast
	stands map[corpus.DocID][]stand
	placer *placer // places the passages of the dossier

	context any
	beside  int  // how many letters of the source go along with a quote, on either side
	limited bool // not all of the source may be shown
}

func newExporter() *exporter {
	e := &exporter{context: annoContext}
	e.json = json.NewEncoder(&e.out)
	e.json.SetEscapeHTML(false)
	return e
}

// input writes the annotations of all dossiers.
func (e *exporter) input(in Input) {
	for i := range in.Dossiers {
		d := &in.Dossiers[i]
		e.dossier(in, d)
		for j := range d.Briefings {
			e.limited = limits(d, &d.Briefings[j]) != ""
			e.briefing(in, &d.Briefings[j])
		}
	}
}

func (e *exporter) briefing(in Input, b *corpus.Briefing) {
	doc, known := in.Documents[keyOf(b)]
	source := b.Source
	if known {
		source = doc.Path
	}
	e.key, e.doc, e.ids = keyOf(b), doc, map[string]int{}
	title := b.Title
	if b.TitleSupplied {
		title = ""
	}
	e.write("", target{Source: source}, documentBody{"Document", title, b.Publisher, b.Author, b.Published, b.Inferred})
	anchor := in.Anchors[e.key]
	if !known || anchor == nil {
		return
	}
	e.points = e.placer.source(b.ID).points
	e.blocks(b, anchor)
	e.dates(b, anchor)
	e.findings(b, anchor)
	e.relations(b)
	for i := range b.Summary {
		if at, ok := anchor.Point(i); ok {
			e.tag("summary", at, summaryBody{"Summary", i + 1})
		}
	}
}

// blocks writes a block for each paragraph and for each line that none rests on,
// in the order of the text.
func (e *exporter) blocks(b *corpus.Briefing, anchor Anchor) {
	var placed []corpus.Line
	for i := range b.Paragraphs {
		p := &b.Paragraphs[i]
		if at, ok := anchor.Text(p.ID, corpus.Span{Start: 0, End: len(p.Text)}); ok && !at.Empty() {
			placed = append(placed, corpus.Line{Span: at, Role: p.Role})
		}
	}
	byStart := func(a, b corpus.Line) int { return a.Start - b.Start }
	slices.SortStableFunc(placed, byStart)
	all, reach, next := slices.Clone(placed), 0, 0
	for _, l := range e.doc.Lines {
		for next < len(placed) && placed[next].Start < l.End {
			reach = max(reach, placed[next].End)
			next++
		}
		if reach <= l.Start {
			all = append(all, corpus.Line{Span: l.Span, Role: corpus.RoleBoilerplate})
		}
	}
	slices.SortStableFunc(all, byStart)
	for _, l := range all {
		e.tag("block", l.Span, blockBody{"Block", l.Role})
	}
}

func (e *exporter) dates(b *corpus.Briefing, anchor Anchor) {
	for i := range b.Paragraphs {
		for _, d := range b.Paragraphs[i].Dates {
			if at, ok := anchor.Text(b.Paragraphs[i].ID, d.Span); ok {
				e.tag("date", at, dateBody{"Date", d.Value, d.Timex, d.Rel})
			}
		}
	}
}

// tag writes an annotation of a place in Document.Text. A place that no byte of
// the raw text stands behind is left out.
func (e *exporter) tag(kind string, at corpus.Span, body any) {
	t, ok := aim(&e.doc, e.points, at)
	if !ok {
		return
	}
	p, q := t.Selector[0].(position), t.Selector[1].(quotation)
	if raw, ok := e.doc.Origin.Raw(at); ok && e.beside > 0 {
		q.Prefix, q.Suffix = e.around(raw, e.beside)
		t.Selector[1] = q
	}
	e.write(fmt.Sprintf("#%s=%d,%d", kind, p.Start, p.End), t, body)
}

// aim gives the place in a document's source of a place in its text. ok is false
// if no byte of the raw text stands behind it, and for what is withheld.
func aim(doc *corpus.Document, points codePoints, at corpus.Span) (t target, ok bool) {
	raw, ok := doc.Origin.Raw(at)
	if !ok || !raw.Valid(len(doc.Raw)) || strings.ContainsFunc(raw.Of(doc.Raw), withheld) {
		return t, false
	}
	return target{doc.Path, []any{
		position{"TextPositionSelector", points.offset(raw.Start), points.offset(raw.End)},
		quotation{Type: "TextQuoteSelector", Exact: raw.Of(doc.Raw)},
	}}, true
}

// write writes one line. The id is the document's, or says what stands where in
// it, so it changes only with the source: "iraq-coalition/000-6c3114#date=7,21".
func (e *exporter) write(fragment string, t target, body any) {
	id := e.key.Dossier + "/" + string(e.key.ID) + fragment
	e.ids[id]++
	if n := e.ids[id]; n > 1 {
		id = fmt.Sprintf("%s~%d", id, n)
	}
	// Encoding fails only for values that these structs cannot hold.
	_ = e.json.Encode(annotation{
		e.context, id, "Annotation", "tagging", body, t,
	})
}
