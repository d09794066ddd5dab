package site

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

// unescape turns \u200f and \U0001F600 in test data into what they name.
func unescape(t *testing.T, s string) string {
	t.Helper()
	out, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return out
}

// visible turns invisible characters into what unescape reads.
func visible(s string) string {
	var b strings.Builder
	for _, r := range s {
		if arabic.Invisible(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// lines cuts a section into its lines, without the last line end.
func lines(section string) []string {
	if section == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(section, "\n"), "\n")
}

// place gives the span of the first words in text that begin at or after from.
func place(t *testing.T, text, words string, from int) corpus.Span {
	t.Helper()
	i := strings.Index(text[from:], words)
	if i < 0 || words == "" {
		t.Fatalf("%q does not hold %q", text, words)
	}
	return corpus.Span{Start: from + i, End: from + i + len(words)}
}

// readMarks reads lines such as "date 2025-09-30 by WORDS", "name ID WORDS", "link
// URL WORDS" or "strong WORDS" and places their words in text. "-" stands for nothing.
func readMarks(t *testing.T, text string, ls []string) (p passage) {
	t.Helper()
	p.Text = text
	at := 0
	for _, l := range ls {
		kind, rest, _ := strings.Cut(unescape(t, l), " ")
		switch kind {
		case "date":
			f := strings.SplitN(rest, " ", 3)
			s := place(t, text, f[2], at)
			at = s.End
			d := corpus.Date{Span: s, Value: f[0], Timex: corpus.TimexDate, Rel: corpus.DateRelation(f[1])}
			if f[0] == "-" {
				d.Value = ""
			}
			if f[1] == "-" {
				d.Rel = ""
			}
			p.Dates = append(p.Dates, d)
		case "name":
			id, words, _ := strings.Cut(rest, " ")
			p.Names = append(p.Names, named{Span: place(t, text, words, 0), href: "#" + id, full: "full"})
		case "link":
			address, words, _ := strings.Cut(rest, " ")
			p.Marks = append(p.Marks, corpus.Mark{Span: place(t, text, words, 0), Kind: corpus.MarkLink, URL: address})
		default:
			p.Marks = append(p.Marks, corpus.Mark{Span: place(t, text, rest, 0), Kind: corpus.MarkKind(kind)})
		}
	}
	return p
}

// anchors places paragraphs by their id and all else by its number.
type anchors struct {
	paragraphs                 map[string]corpus.Span
	points, quotes, quantities []corpus.Span
}

func (a anchors) Text(id string, s corpus.Span) (corpus.Span, bool) {
	p, ok := a.paragraphs[id]
	return s.Shift(p.Start), ok
}

func (a anchors) Point(i int) (corpus.Span, bool)    { return nth(a.points, i) }
func (a anchors) Quote(i int) (corpus.Span, bool)    { return nth(a.quotes, i) }
func (a anchors) Quantity(i int) (corpus.Span, bool) { return nth(a.quantities, i) }

// nth gives a span that is known.
func nth(spans []corpus.Span, i int) (corpus.Span, bool) {
	if i >= len(spans) || spans[i].Empty() {
		return corpus.Span{}, false
	}
	return spans[i], true
}

// readDocument makes a document of lines such as "body|WORDS", "meta|WORDS", or
// "" for a blank one. Its Text leaves out the invisible marks of its Raw.
func readDocument(t *testing.T, path string, ls []string) corpus.Document {
	t.Helper()
	doc := corpus.Document{Source: corpus.Source{Path: path, Encoding: "utf-8", SHA256: "00ff"}}
	var raw, text strings.Builder
	for i, l := range ls {
		role, words, _ := strings.Cut(unescape(t, l), "|")
		start := text.Len()
		for _, r := range words {
			if !arabic.Invisible(r) {
				doc.Origin = append(doc.Origin, corpus.Run{Text: text.Len(), Raw: raw.Len(), N: len(string(r))})
				text.WriteRune(r)
			}
			raw.WriteRune(r)
		}
		if words != "" {
			doc.Lines = append(doc.Lines, corpus.Line{Span: corpus.Span{Start: start, End: text.Len()}, Role: corpus.Role(role)})
		}
		if i+1 < len(ls) {
			doc.Origin = append(doc.Origin, corpus.Run{Text: text.Len(), Raw: raw.Len(), N: 1})
			raw.WriteByte('\n')
			text.WriteByte('\n')
		}
	}
	doc.Raw, doc.Text = raw.String(), text.String()
	return doc
}

// readSite makes the input of a case: dossier "d", with a briefing of each
// section "source/ID". Kept lines become paragraphs; "dates/ID" marks their
// words, "found/ID" names, quotes and counts (see readFound), "meta/ID" sets
// fields, "related" says what they tell together (see readRelated), and the first
// paragraph is the summary.
func readSite(t *testing.T, c *golden.Case) Input {
	t.Helper()
	in := Input{Documents: map[Key]corpus.Document{}, Anchors: map[Key]Anchor{}, Version: "1.2.3"}
	d := corpus.Dossier{Overview: corpus.Overview{Dossier: "d", Title: "ملف", Description: "وصف"}}
	for _, f := range c.Inputs("source/") {
		id := strings.TrimPrefix(f.Name, "source/")
		k := Key{"d", corpus.DocID(id)}
		doc := readDocument(t, "seeds/d/"+id+".txt", lines(string(f.Data)))
		b := corpus.Briefing{ID: k.ID, Dossier: "d", Source: doc.Path}
		a := anchors{paragraphs: map[string]corpus.Span{}}
		var dates []string
		if c.Has("dates/" + id) {
			dates = lines(c.Input("dates/" + id))
		}
		for _, l := range doc.Lines {
			if l.Role.Kept() {
				p := corpus.Paragraph{ID: fmt.Sprintf("p%d", len(b.Paragraphs)+1), Role: l.Role, Text: l.Of(doc.Text)}
				var here []string
				for _, m := range dates {
					if words := strings.SplitN(unescape(t, m), " ", 4); strings.Contains(p.Text, words[3]) {
						here = append(here, m)
					}
				}
				p.Dates = readMarks(t, p.Text, here).Dates
				a.paragraphs[p.ID] = l.Span
				b.Paragraphs = append(b.Paragraphs, p)
			}
		}
		if len(b.Paragraphs) > 0 {
			b.Summary = []corpus.Cited{{Text: b.Paragraphs[0].Text, Cites: []string{"p1"}}}
			a.points = []corpus.Span{a.paragraphs["p1"]}
		}
		if c.Has("found/" + id) {
			readFound(t, &b, &a, lines(c.Input("found/"+id)))
		}
		if c.Has("meta/" + id) {
			readMeta(t, &b, lines(c.Input("meta/"+id)))
		}
		in.Documents[k], in.Anchors[k] = doc, a
		d.Briefings = append(d.Briefings, b)
	}
	if c.Has("related") {
		readRelated(t, &d, lines(c.Input("related")))
	}
	in.Dossiers = []corpus.Dossier{d}
	return in
}

// readFound reads lines of fields parted by "|", of which the last may be left out:
//
//	name|NAME|PER|ROLE
//	link|p2|WORDS|NAME
//	quote|p2|WORDS|SPEAKER|named|VERB|direct|asserts|REPORTED BY
//	quantity|p2|WORDS|MIN|MAX|about|UNIT|WHAT|SCOPE|AS OF
func readFound(t *testing.T, b *corpus.Briefing, a *anchors, ls []string) {
	t.Helper()
	for _, l := range ls {
		f := append(strings.Split(unescape(t, l), "|"), make([]string, 10)...)
		var p *corpus.Paragraph
		for i := range b.Paragraphs {
			if b.Paragraphs[i].ID == f[1] {
				p = &b.Paragraphs[i]
			}
		}
		if f[0] == "name" {
			b.Names = append(b.Names, corpus.Name{Name: f[1], Type: corpus.EntityType(f[2]), Role: f[3]})
			continue
		}
		at := place(t, p.Text, f[2], 0)
		switch in := at.Shift(a.paragraphs[p.ID].Start); f[0] {
		case "link":
			p.Links = append(p.Links, corpus.Link{Span: at, Name: f[3]})
		case "quote":
			a.quotes = append(a.quotes, in)
			b.Quotes = append(b.Quotes, corpus.Quote{
				Text: f[2], Cite: p.ID, Speaker: f[3], Kind: corpus.SpeakerKind(f[4]), Verb: f[5],
				Mode: corpus.Mode(f[6]), Polarity: corpus.Polarity(f[7]), ReportedBy: f[8],
			})
		case "quantity":
			a.quantities = append(a.quantities, in)
			b.Quantities = append(b.Quantities, corpus.Quantity{
				Text: f[2], Cite: p.ID, Min: number(t, f[3]), Max: number(t, f[4]), Bound: corpus.Bound(f[5]),
				Unit: f[6], What: f[7], Scope: f[8], AsOf: f[9],
			})
		default:
			t.Fatalf("unknown line %q", l)
		}
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// readMeta reads lines such as "title: WORDS" into a briefing.
func readMeta(t *testing.T, b *corpus.Briefing, ls []string) {
	t.Helper()
	for _, l := range ls {
		key, value, _ := strings.Cut(l, ": ")
		value = unescape(t, value)
		switch key {
		case "title":
			b.Title = value
		case "supplied":
			b.TitleSupplied = value == "true"
		case "publisher":
			b.Publisher = value
		case "author":
			b.Author = value
		case "published":
			b.Published = value
		case "time":
			b.Time = value
		case "evidence":
			b.Inferred = true
			b.Evidence = append(b.Evidence, value)
		case "section":
			b.Sections = append(b.Sections, corpus.Section{Title: value, Markdown: "**" + value + "**"})
		default:
			t.Fatalf("unknown field %q", key)
		}
	}
}

// siteOf makes a site of one source, "d/a", given as readDocument reads it.
func siteOf(t *testing.T, ls []string) Input {
	t.Helper()
	k := Key{"d", "a"}
	doc := readDocument(t, "seeds/d/a.txt", ls)
	b := corpus.Briefing{ID: "a", Dossier: "d", Title: "عنوان", Source: doc.Path}
	a := anchors{paragraphs: map[string]corpus.Span{}}
	for _, l := range doc.Lines {
		if l.Role.Kept() {
			p := corpus.Paragraph{ID: fmt.Sprintf("p%d", len(b.Paragraphs)+1), Role: l.Role, Text: l.Of(doc.Text)}
			a.paragraphs[p.ID] = l.Span
			b.Paragraphs = append(b.Paragraphs, p)
		}
	}
	return Input{
		Dossiers:  []corpus.Dossier{{Overview: corpus.Overview{Dossier: "d"}, Briefings: []corpus.Briefing{b}}},
		Documents: map[Key]corpus.Document{k: doc},
		Anchors:   map[Key]Anchor{k: a},
	}
}
