package annotate_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"mojaz/internal/annotate"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

// figureDocument makes a document of a plain text, with its dates read against
// published.
func figureDocument(text, published string) corpus.Document {
	doc := linesDocument(text, published)
	doc.Dates = annotate.Dates(doc)
	return doc
}

// linesDocument makes a document of which every line with ink is a block of body
// text, with no annotation.
func linesDocument(text, published string) corpus.Document {
	doc := corpus.Document{Text: text, Meta: corpus.Meta{Published: published}}
	at := 0
	for line := range strings.Lines(text) {
		ink := strings.TrimRight(line, "\n")
		if strings.TrimSpace(ink) != "" {
			b := corpus.Block{Span: corpus.Span{Start: at, End: at + len(ink)}, Role: corpus.RoleBody}
			for _, s := range arabic.Sentences(ink) {
				b.Sentences = append(b.Sentences, corpus.Span{Start: s.Start, End: s.End}.Shift(at))
			}
			doc.Blocks = append(doc.Blocks, b)
		}
		at += len(line)
	}
	return doc
}

func TestFigures(t *testing.T) {
	golden.Run(t, "testdata/figures/*.txtar", func(t *testing.T, c *golden.Case) {
		doc := figureDocument(c.Input("input"), "2025-06-19")
		c.Check("figures", writeFigures(doc, annotate.Figures(doc)))
	})
}

// writeFigures writes one figure a line: value, bound, date, rule, words; and
// below what it counts and where.
func writeFigures(doc corpus.Document, fs []corpus.Figure) string {
	var b strings.Builder
	for _, f := range fs {
		value := fmt.Sprintf("%.10g", f.Min)
		if f.Min != f.Max {
			value += fmt.Sprintf("..%.10g", f.Max)
		}
		fmt.Fprintf(&b, "%s %s %s %s %q\n", value, cmp.Or(string(f.Bound), "exact"), f.AsOf, f.Rule, f.Of(doc.Text))
		fmt.Fprintf(&b, "\tunit=%q what=%q scope=%q\n", f.Unit, f.What, f.Scope)
	}
	return b.String()
}

func TestFiguresKeepToNames(t *testing.T) {
	doc := figureDocument("استقبل ألفين هيلرستين 20 جنديا في سن داخل المخيم.", "2025")
	for _, name := range []string{"ألفين هيلرستين", "سن"} {
		at := strings.Index(doc.Text, name)
		doc.Mentions = append(doc.Mentions, corpus.Mention{Span: corpus.Span{Start: at, End: at + len(name)}, Type: corpus.TypePerson})
	}
	got := writeFigures(doc, annotate.Figures(doc))
	want := "20 exact 2025 digits \"20 جنديا\"\n\tunit=\"جنديا\" what=\"جنديا\" scope=\"في سن\"\n"
	if got != want {
		t.Errorf("Figures = %s, want %s", got, want)
	}
}

// checkFigures holds figures to what corpus promises of them.
func checkFigures(t *testing.T, doc corpus.Document, fs []corpus.Figure) {
	t.Helper()
	end := 0
	for _, f := range fs {
		if !f.Valid(len(doc.Text)) || f.Empty() || f.Start < end || !liesInBlock(doc, f.Span) {
			t.Fatalf("figure %+v: want a span in one block, after %d", f, end)
		}
		if f.Rule == "" || !(f.Min <= f.Max) {
			t.Errorf("figure %q = %+v, want a rule and Min <= Max", f.Of(doc.Text), f)
		}
		for _, d := range doc.Dates {
			if f.Overlaps(d.Span) {
				t.Errorf("figure %q overlaps the date %q", f.Of(doc.Text), d.Of(doc.Text))
			}
		}
		end = f.End
	}
}

func liesInBlock(doc corpus.Document, s corpus.Span) bool {
	for _, b := range doc.Blocks {
		if b.Contains(s) {
			return true
		}
	}
	return false
}

func FuzzFigures(f *testing.F) {
	for _, s := range []string{
		"نحو 2500 جندي في العراق عام 2021، وبين 20 و30 ألف نازح.",
		"بلغ عدد القتلى 35.\nثلاث لجان و15 000 دينار و1.200.000 طن و4,5 مليار",
		"عشرات الآلاف من السكان %30 $5 F-16 2-1 12:30 جولتين مليون ونصف المليون",
		"- 1 - 2 -", "بين و و3", "ألف ألف ألف", "9999999999999999999999999 جندي",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := figureDocument(s, "2025-06-19")
		checkFigures(t, doc, annotate.Figures(doc))
	})
}

// TestFiguresRepeated would not end in time if reading looked far ahead or back
// for every word.
func TestFiguresRepeated(t *testing.T) {
	for _, mark := range []string{
		"5 ", "5 جنود ", "ألف ", "و", "عدد ", "000 ", "1.000", "5-", "نحو ", "آلاف ", "مئة و", "بين 5 و", "في ", "ا", "1", "من 5 إلى 6 ", "، ",
		"64 منهم ", "و5 من ", "5 من ", "من أصل 5 ", "لا سوى 5 ", "عدد في 5 ", "12 ألفا ", "من 6 إلى ",
		"5 جنود، والجنود 5، ", "بلغت الجنود 5 ",
	} {
		doc := linesDocument(strings.Repeat(mark, times), "2025")
		checkFiguresRepeated(t, doc)
	}
}

func checkFiguresRepeated(t *testing.T, doc corpus.Document) {
	t.Helper()
	end := 0
	for _, f := range annotate.Figures(doc) {
		if f.Start < end || f.End > len(doc.Text) {
			t.Fatalf("figure %v begins before %d", f.Span, end)
		}
		end = f.End
	}
}
