package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/eval/score"
)

// floor makes the export of a program that understands nothing: what a row
// gains above its score is what the program knows.
//
//   - Every line is kept. Of everything else the floor is told which lines are
//     the article, so that a figure is not flattered by mistakes in cleaning.
//   - The title is the first line; nothing else is known of a document.
//   - Every number of four digits from 1900 to 2099 is a year, in which
//     something is; every number is a figure.
//   - A name is what the lists hold, each spelling a thing of its own.
//   - What stands in quotation marks is a statement of the page's own voice.
//   - The first three lines are the summary.
//
// Phases and relations have no method as simple.
func floor(c *score.Corpus, l lookup) []score.Annotation {
	var out []score.Annotation
	for _, d := range c.Docs {
		t := &trivial{doc: d, lists: l}
		t.document()
		for i, n := range d.Gold.BodyLines {
			t.line(d.Source.Lines[n-1], i)
		}
		out = append(out, t.out...)
	}
	return out
}

// trivial reads one document.
type trivial struct {
	doc   *score.Doc
	lists lookup
	out   []score.Annotation
}

// summaryLines is the number of lines of a trivial summary.
const summaryLines = 3

// add annotates a span.
func (t *trivial) add(sp score.Span, body score.Body) {
	id := fmt.Sprintf("%s#%d", t.doc.Source.Name, len(t.out))
	t.out = append(t.out, score.Annotation{ID: id, Body: body, Target: t.doc.Target(sp)})
}

// document keeps all lines, the first as the title.
func (t *trivial) document() {
	title := ""
	for _, sp := range t.doc.Source.Lines {
		text := strings.TrimSpace(t.doc.Source.Text(sp))
		if text == "" {
			continue
		}
		if title == "" {
			title = text
		}
		t.add(sp, score.Body{Type: "Block", Role: "body"})
	}
	t.out = append(t.out, score.Annotation{
		Body:   score.Body{Type: "Document", Title: title},
		Target: score.Target{Source: t.doc.Source.Name},
	})
}

// line reads the i-th line of the article.
func (t *trivial) line(sp score.Span, i int) {
	text := t.doc.Source.Text(sp)
	if i < summaryLines {
		t.add(sp, score.Body{Type: "Summary", Rank: float64(i + 1)})
	}
	for _, at := range number.FindAllStringIndex(text, -1) {
		t.number(part(sp, text, at[0], at[1]), text[at[0]:at[1]])
	}
	for _, at := range quoted.FindAllStringIndex(text, -1) {
		_, first := utf8.DecodeRuneInString(text[at[0]:])
		_, last := utf8.DecodeLastRuneInString(text[at[0]:at[1]])
		t.add(part(sp, text, at[0]+first, at[1]-last), score.Body{Type: "Statement"})
	}
	for _, f := range t.lists.find(text) {
		name := text[f.start:f.end]
		t.add(part(sp, text, f.start, f.end),
			score.Body{Type: "Mention", Entity: arabic.Fold(name), EntityType: f.kind, Name: name})
	}
}

// number matches "2500", "٢٠٢٥", "1,200", "3.5" and «٣٫٥».
var number = regexp.MustCompile(`[0-9٠-٩]+(?:[.,٫٬][0-9٠-٩]+)*`)

// quoted matches «…», “…” and "…".
var quoted = regexp.MustCompile(`«[^«»]+»|“[^“”]+”|"[^"]+"`)

// number annotates a number as a figure, and as a date where it can be a year.
func (t *trivial) number(sp score.Span, text string) {
	digits := strings.NewReplacer(",", "", "٬", "", "٫", ".").Replace(arabic.Digits(text))
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return // 31.8.2025
	}
	t.add(sp, score.Body{Type: "Figure", Value: raw(v)})
	if len(digits) == 4 && v >= 1900 && v < 2100 {
		t.add(sp, score.Body{Type: "Date", Value: raw(digits), Timex: "DATE", Relation: "in"})
	}
}

// raw is v, a number or text, as JSON.
func raw(v any) json.RawMessage {
	b, _ := json.Marshal(v) // such values always marshal
	return b
}

// part is the bytes from to to of a line's text as a span of the document.
func part(line score.Span, text string, from, to int) score.Span {
	start := line.Start + utf8.RuneCountInString(text[:from])
	return score.Span{Start: start, End: start + utf8.RuneCountInString(text[from:to])}
}
