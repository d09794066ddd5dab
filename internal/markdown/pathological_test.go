package markdown

import (
	"strings"
	"testing"
	"time"

	"mojaz/internal/corpus"
)

// TestPathological reads and renders what is repeated 50,000 times, in each
// place of a file. A reader that takes quadratic time does not come back.
func TestPathological(t *testing.T) {
	const n = 50_000 / 10
	marks := []string{
		"*", "**", "_", "`", "[", "]", "![", "[]", "](", "[](", "[a](", "[a](<b", "[a](b \"", "[a]{", "[a]{.strong}", "{", "}", "{#p1}", "{#", "<", ">", "<a", "<a@", "&", "&#", "&amp;", "\\",
		"\\*", "*a ", "a* ", "*a_ ", "a**b", "**a*", "_a__", "`a", "``a ", "~", "~~", "~~a ", "|", "|-", "#", "# ", "- ", "-", "+ ", "1. ", "> ", ">", "    ", "\t", "¶", "[¶1](#p1)", "[¶1](#p1) ", "[¶", "¶1 ", "[x][", "[x]: ", "!",
		"\r", "\x00", "\u202e", "\u0300", "\xff", "ا", "= ", "=", "---", "{{<", "http://a.b ", "[[", "]]", "[[a]{.b}", "\"", "{a=\"", "،",
	}
	for _, m := range marks {
		line := strings.Repeat(m, n)
		t0 := time.Now()
		lines := strings.Repeat(m+"\n", n)
		for _, body := range []string{line, lines, line + " {#p1}"} {
			Parse("content/d/briefings/x.md", []byte("---\ntitle: x\n---\n\n## الخلاصة\n\n- "+body+"\n\n## النص\n\n"+body+"\n\n## رأي\n\n"+body))
			ParseOverview("content/d/index.md", []byte("## الإحاطات\n\n- "+body))
			HTML(body)
		}
		t1 := time.Now()
		Format(briefingOf(normalText(line)))
		if d := time.Since(t0); d > 150*time.Millisecond {
			t.Logf("%q %v format %v", m, d, time.Since(t1))
		}
	}
}

// TestNestedBrackets reads 100,000 brackets inside each other.
func TestNestedBrackets(t *testing.T) {
	const n = 100_000
	for _, pair := range [][2]string{{"[", "]"}, {"[", "](x)"}, {"[", "]{.strong}"}, {"![", "](x)"}, {"*", "*"}, {"**a ", " b**"}, {"`", "`"}, {"(", ")"}, {"<", ">"}} {
		body := strings.Repeat(pair[0], n) + "x" + strings.Repeat(pair[1], n)
		Parse("content/d/briefings/x.md", []byte("## النص\n\n"+body+" {#p1}\n\n## رأي\n\n"+body))
		HTML(body)
	}
}

// TestManyMarks writes and reads a paragraph with 20,000 dates and marks.
func TestManyMarks(t *testing.T) {
	p := corpus.Paragraph{ID: "p1", Role: corpus.RoleBody, Text: strings.Repeat("في عام 2025، ", 10_000)[:200_000]}
	for i := 0; i+22 < len(p.Text); i += 22 {
		p.Dates = append(p.Dates, corpus.Date{Span: corpus.Span{Start: i + 5, End: i + 16}, Value: "2025", Timex: corpus.TimexDate})
		p.Marks = append(p.Marks, corpus.Mark{Span: corpus.Span{Start: i, End: i + 16}, Kind: corpus.MarkStrong})
	}
	b := corpus.Briefing{ID: "x", Dossier: "d", Path: "content/d/briefings/x.md", Title: "x", Paragraphs: []corpus.Paragraph{p}}
	checkIdentity(t, b)
}
