package markdown

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"strings"
	"sync"
	"testing"

	"mojaz/internal/corpus"
)

// TestGateManyDocuments holds 500 briefings against 500 documents, with two
// passages each that are not in their own. A gate that reads every document
// for every such passage does not come back.
func TestGateManyDocuments(t *testing.T) {
	n := 500
	if raced {
		n = 100 // the race detector makes each step ten times as long
	}
	docs := make([]corpus.Document, n)
	for i := range docs {
		docs[i] = manyWords(i)
	}
	gate := NewGate(docs)
	var all sync.WaitGroup
	for worker := range 4 {
		all.Go(func() {
			for i := worker; i < n; i += 4 {
				checkForged(t, gate, docs[i], docs[(i+1)%n])
			}
		})
	}
	all.Wait()
}

// checkForged changes a word of doc's briefing and sets a paragraph of another
// document into it.
func checkForged(t *testing.T, gate *Gate, doc, other corpus.Document) {
	b := Brief(doc, nil)
	b.Paragraphs[3].Text = strings.Replace(b.Paragraphs[3].Text, "كلمة", "غيرها", 1)
	b.Paragraphs[5].Text = other.Blocks[5].Of(other.Text)
	f, problems := Parse(b.Path, Format(b))
	_, more := gate.Check(f)
	if len(problems) != 0 || len(more) != 2 || !strings.HasPrefix(more[0].Message.String(), "altered") || !strings.HasPrefix(more[1].Message.String(), "misattributed") {
		t.Errorf("Check(%s) = %v, want one passage altered and one misattributed", b.ID, append(problems, more...))
	}
}

// manyWords makes a document of 40 paragraphs of 30 words that no other has.
func manyWords(i int) corpus.Document {
	d := corpus.Document{Source: corpus.Source{ID: corpus.DocID(fmt.Sprint(i)), Dossier: "d", Path: fmt.Sprintf("seeds/d/%d.txt", i)}}
	var text strings.Builder
	for p := range 40 {
		start := text.Len()
		for w := range 30 {
			fmt.Fprintf(&text, "كلمة%d ", (i*7919+p*104729+w*1299709)%50021)
		}
		d.Blocks = append(d.Blocks, corpus.Block{Span: corpus.Span{Start: start, End: text.Len()}, Role: corpus.RoleBody})
		text.WriteByte('\n')
	}
	d.Text = text.String()
	return d
}

// TestExceptions lists what Format changes. For everything else, Parse gives
// back what was written.
func TestExceptions(t *testing.T) {
	body := func(text string) corpus.Paragraph {
		return corpus.Paragraph{ID: "p1", Role: corpus.RoleBody, Text: text}
	}
	mark := func(kind corpus.MarkKind, from, to int, url string) corpus.Mark {
		return corpus.Mark{Span: corpus.Span{Start: from, End: to}, Kind: kind, URL: url}
	}
	date := func(from, to int, d corpus.Date) corpus.Date {
		d.Span = corpus.Span{Start: from, End: to}
		return d
	}
	with := func(p corpus.Paragraph, marks []corpus.Mark, dates ...corpus.Date) corpus.Paragraph {
		p.Marks, p.Dates = marks, dates
		return p
	}
	link := func(p corpus.Paragraph, links ...corpus.Link) corpus.Paragraph {
		p.Links = links
		return p
	}
	year := corpus.Date{Value: "2025", Timex: corpus.TimexDate}
	for _, c := range []struct {
		why      string
		in, want corpus.Paragraph
	}{
		{"a line end becomes a space: a paragraph is one line", body("a\nb"), body("a b")},
		{"a carriage return becomes a space, as it ends a line in some files", body("a\rb"), body("a b")},
		{"a NUL becomes U+FFFD, as CommonMark has it", body("a\x00b"), body("a\ufffdb")},
		{"bytes that are not UTF-8 become U+FFFD, as Go reads them", body("a\xffb"), body("a\ufffdb")},
		{"a role that is not kept becomes body: its text is kept, after all", corpus.Paragraph{ID: "p1", Role: corpus.RoleMeta, Text: "a"}, body("a")},
		{"an id that names nothing is supplied anew", corpus.Paragraph{ID: "p 1", Role: corpus.RoleBody, Text: "a"}, body("a {#p 1}")},
		{"marks that cross are cut, because Markdown nests",
			with(body("abc"), []corpus.Mark{mark(corpus.MarkStrong, 0, 2, ""), mark(corpus.MarkEmphasis, 1, 3, "")}),
			with(body("abc"), []corpus.Mark{mark(corpus.MarkStrong, 0, 2, ""), mark(corpus.MarkEmphasis, 1, 2, ""), mark(corpus.MarkEmphasis, 2, 3, "")})},
		{"a mark is cut at the end of a date that it crosses",
			with(body("abc"), []corpus.Mark{mark(corpus.MarkStrong, 0, 2, "")}, date(1, 3, year)),
			with(body("abc"), []corpus.Mark{mark(corpus.MarkStrong, 0, 1, ""), mark(corpus.MarkStrong, 1, 2, "")}, date(1, 3, year))},
		{"an empty mark, one outside the text and one of no kind are dropped",
			with(body("ab"), []corpus.Mark{mark(corpus.MarkStrong, 1, 1, ""), mark(corpus.MarkStrong, 1, 9, ""), mark("big", 0, 1, "")}), body("ab")},
		{"a link inside a link is dropped, as HTML has none",
			with(body("ab"), []corpus.Mark{mark(corpus.MarkLink, 0, 2, "x"), mark(corpus.MarkLink, 0, 1, "y")}),
			with(body("ab"), []corpus.Mark{mark(corpus.MarkLink, 0, 2, "x")})},
		{"a link that leads where none may is dropped",
			with(body("ab"), []corpus.Mark{mark(corpus.MarkLink, 0, 2, "javascript:x")}), body("ab")},
		{"a date that is none, of no known relation or kind is dropped",
			with(body("ab"), nil, date(0, 1, corpus.Date{Value: "2025-02-30"}), date(1, 2, corpus.Date{Value: "2025", Rel: "near"})), body("ab")},
		{"of dates that overlap, the first stays",
			with(body("abc"), nil, date(0, 2, year), date(1, 3, year)), with(body("abc"), nil, date(0, 2, year))},
		{"a name that is not among the briefing's, or that no wikilink can have, is dropped",
			link(body("ab"), corpus.Link{Span: corpus.Span{End: 1}, Name: "ص"}, corpus.Link{Span: corpus.Span{Start: 1, End: 2}, Name: "a|b"}), body("ab")},
		{"of names that overlap, the first stays",
			link(body("abc"), corpus.Link{Span: corpus.Span{End: 2}, Name: "س"}, corpus.Link{Span: corpus.Span{Start: 1, End: 3}, Name: "س"}),
			link(body("abc"), corpus.Link{Span: corpus.Span{End: 2}, Name: "س"})},
		{"a name that crosses a date is dropped, as one of the two must be",
			link(with(body("abc"), nil, date(0, 2, year)), corpus.Link{Span: corpus.Span{Start: 1, End: 3}, Name: "س"}), with(body("abc"), nil, date(0, 2, year))},
		{"a name that shares words with a link is dropped: an editor set the link",
			link(with(body("abc"), []corpus.Mark{mark(corpus.MarkLink, 0, 2, "x")}), corpus.Link{Span: corpus.Span{End: 3}, Name: "س"}),
			with(body("abc"), []corpus.Mark{mark(corpus.MarkLink, 0, 2, "x")})},
		{"a mark is cut at the end of a name that it crosses",
			link(with(body("abc"), []corpus.Mark{mark(corpus.MarkStrong, 0, 2, "")}), corpus.Link{Span: corpus.Span{Start: 1, End: 3}, Name: "س"}),
			link(with(body("abc"), []corpus.Mark{mark(corpus.MarkStrong, 0, 1, ""), mark(corpus.MarkStrong, 1, 2, "")}), corpus.Link{Span: corpus.Span{Start: 1, End: 3}, Name: "س"})},
		{"the rule that read a date is for tracing, and a date is a DATE when it says nothing else",
			with(body("ab"), nil, date(0, 1, corpus.Date{Value: "2025", Rule: "x"})), with(body("ab"), nil, date(0, 1, year))},
	} {
		b := corpus.Briefing{ID: "x", Dossier: "d", Path: "content/d/briefings/x.md", Title: "x", Paragraphs: []corpus.Paragraph{c.in}}
		b.Names = []corpus.Name{{Name: "س", Type: corpus.TypePerson}}
		f, _ := Parse(b.Path, Format(b))
		if len(f.Paragraphs) != 1 || !reflect.DeepEqual(f.Paragraphs[0], c.want) {
			t.Errorf("%s:\nParse(Format(%+v)) = %+v, want %+v", c.why, c.in, f.Paragraphs, c.want)
		}
	}
}

// TestListExceptions lists what Format changes in statements, figures and names.
func TestListExceptions(t *testing.T) {
	type quotes = []corpus.Quote
	type quantities = []corpus.Quantity
	type names = []corpus.Name
	said := func(q corpus.Quote) corpus.Quote {
		q.Text, q.Cite = cmp.Or(q.Text, "a"), "p1"
		q.Mode, q.Polarity = cmp.Or(q.Mode, corpus.ModeDirect), cmp.Or(q.Polarity, corpus.Asserts)
		return q
	}
	count := func(q corpus.Quantity) corpus.Quantity {
		q.Text, q.Cite = "a", "p1"
		return q
	}
	for _, c := range []struct {
		why      string
		in, want corpus.Briefing
	}{
		{"a statement without words says nothing", corpus.Briefing{Quotes: quotes{{Cite: "p1"}}}, corpus.Briefing{}},
		{"line ends and runs of blanks in a speaker, a verb and an outlet become a space, as these are names and no passages",
			corpus.Briefing{Quotes: quotes{said(corpus.Quote{Kind: corpus.SpeakerUnnamed, Speaker: "a\n b", Verb: " c  d", ReportedBy: "e\tf"})}},
			corpus.Briefing{Quotes: quotes{said(corpus.Quote{Kind: corpus.SpeakerUnnamed, Speaker: "a b", Verb: "c d", ReportedBy: "e f"})}}},
		{"a mode that is none is indirect, a polarity that is none asserts",
			corpus.Briefing{Quotes: quotes{said(corpus.Quote{Kind: corpus.SpeakerAuthor, Mode: "x", Polarity: "y"})}},
			corpus.Briefing{Quotes: quotes{said(corpus.Quote{Kind: corpus.SpeakerAuthor, Mode: corpus.ModeIndirect})}}},
		{"a named speaker who is not among the names is unnamed, and one without words is the page",
			corpus.Briefing{Quotes: quotes{said(corpus.Quote{Kind: corpus.SpeakerNamed, Speaker: "a"}), said(corpus.Quote{Kind: corpus.SpeakerNamed})}},
			corpus.Briefing{Quotes: quotes{said(corpus.Quote{Kind: corpus.SpeakerUnnamed, Speaker: "a"}), said(corpus.Quote{Kind: corpus.SpeakerAuthor})}}},
		{"a figure without words, or without a number, is none",
			corpus.Briefing{Quantities: quantities{{Min: 1, Max: 1, Cite: "p1"}, count(corpus.Quantity{Min: math.NaN()}), count(corpus.Quantity{Max: math.Inf(1)})}}, corpus.Briefing{}},
		{"a range is put in order, a bound that is none is exact, and a date that is none is dropped",
			corpus.Briefing{Quantities: quantities{count(corpus.Quantity{Min: 2, Max: 1, Bound: "x", AsOf: "2025-13"})}},
			corpus.Briefing{Quantities: quantities{count(corpus.Quantity{Min: 1, Max: 2})}}},
		{"of two names that are the same the first stays, and one that no wikilink can have is dropped",
			corpus.Briefing{Names: names{{Name: "a", Type: corpus.TypePerson}, {Name: "a", Type: corpus.TypeMisc}, {Name: "a]b"}, {Name: " a"}, {}}},
			corpus.Briefing{Names: names{{Name: "a", Type: corpus.TypePerson}}}},
		{"a name of no known type is MISC, and its role is on one line",
			corpus.Briefing{Names: names{{Name: "a", Type: "x", Role: "b\n c"}}}, corpus.Briefing{Names: names{{Name: "a", Type: corpus.TypeMisc, Role: "b c"}}}},
	} {
		c.in.Path, c.in.Paragraphs = "content/d/briefings/x.md", []corpus.Paragraph{{ID: "p1", Role: corpus.RoleBody, Text: "a"}}
		f, _ := Parse(c.in.Path, Format(c.in))
		got := corpus.Briefing{Quotes: f.Quotes, Quantities: f.Quantities, Names: f.Names}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\nParse(Format(x)) = %+v, want %+v", c.why, got, c.want)
		}
	}
}

// TestWrongDate checks values that EDTF has and values that it has not.
func TestWrongDate(t *testing.T) {
	for _, v := range strings.Fields("2025 2025-09 2025-09-30 2024-02-29 2025~ 2025-09? 199X 20XX 2025-XX-03 2025-21 2025-34 2024-09-27/2025-09 ../2026-12 2026/.. 2026/ P6M P1Y6M P2W PT36H P79.5Y PT12.3H P3D~ 2025-09-30T12:43 2025-09-01/2025-09") {
		if got := wrongDate(v); got != "" {
			t.Errorf("wrongDate(%q) = %q, want nothing", v, got)
		}
	}
	for _, v := range strings.Fields("25 2025-9 2025-13 2025-00 2025-02-29 2025-04-31 2025-09-00 2026/2025 2025-09-30/2025-09-01 ../.. / P P6 PT P.5Y P5.Y P6X 6M 2025-09-30-01 2025/2026/2027 غدا 2025-21-01 2025T10:00") {
		if got := wrongDate(v); got == "" {
			t.Errorf("wrongDate(%q) = nothing, want a reason", v)
		}
	}
}

// TestSupplyTitle makes titles of first sentences.
func TestSupplyTitle(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"بغداد/المسلة: قال الوزير ذلك.", "قال الوزير ذلك"},
		{"القاهرة (وكالة الأنباء) - قال الوزير ذلك.", "قال الوزير ذلك"},
		{"الرياض - واس: قال الوزير ذلك.", "قال الوزير ذلك"},
		{"قال الوزير: لن نغادر.", "قال الوزير: لن نغادر"},
		{"F-16: طائرة", "F-16: طائرة"},
		{"أكد المتحدث باسم الحكومة أن الاجتماع المقبل سيعقد في العاصمة، وأن جدول أعماله سيعلن في وقت لاحق من هذا الشهر.", "أكد المتحدث باسم الحكومة أن الاجتماع المقبل سيعقد في العاصمة…"},
		{"تلوح ملامح مرحلة أمنية جديدة في البلاد مع اقتراب موعد المفاوضات الحاسمة بين العاصمتين الكبيرتين.", "تلوح ملامح مرحلة أمنية جديدة في البلاد مع اقتراب موعد المفاوضات الحاسمة…"},
		{strings.Repeat("م", 100), strings.Repeat("م", 80) + "…"},
		{". ", "x"},
	} {
		doc := corpus.Document{Source: corpus.Source{Path: "seeds/d/x.txt"}, Text: c.in}
		doc.Blocks = []corpus.Block{{Span: corpus.Span{End: len(c.in)}, Role: corpus.RoleBody}}
		if got := supplyTitle(doc); got != c.want {
			t.Errorf("supplyTitle(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}
