package markdown

import (
	"fmt"
	"strings"
	"testing"

	"mojaz/internal/corpus"
)

// TestPathological reads and renders what is repeated 50,000 times, in each
// place of a file. A reader that takes quadratic time does not come back.
func TestPathological(t *testing.T) {
	n := 50_000
	if raced {
		n = 5_000 // the race detector makes each step ten times as long
	}
	marks := []string{
		"*", "**", "_", "`", "[", "]", "![", "[]", "](", "[](", "[a](", "[a](<b", "[a](b \"", "[a]{", "[a]{.strong}", "{", "}", "{#p1}", "{#", "<", ">", "<a", "<a@", "&", "&#", "&amp;", "\\",
		"\\*", "*a ", "a* ", "*a_ ", "a**b", "**a*", "_a__", "`a", "``a ", "~", "~~", "~~a ", "|", "|-", "#", "# ", "- ", "-", "+ ", "1. ", "> ", ">", "    ", "\t", "¶", "[¶1](#p1)", "[¶1](#p1) ", "[¶", "¶1 ", "[x][", "[x]: ", "!",
		"\r", "\x00", "\u202e", "\u0300", "\xff", "ا", "= ", "=", "---", "{{<", "http://a.b ", "[[", "]]", "[[a]{.b}", "[[a|", "[[a]]", "[[a|b]]", "[[[", "|]]", "[[a|[", "(", ")", "،", "— ", "—", "| ", "(مباشر) ", "\\|", "> a\n\n— [[a]] [¶1](#p1)\n\n", "\"", "{a=\"", "،",
	}
	for _, m := range marks {
		line := strings.Repeat(m, n)
		lines := strings.Repeat(m+"\n", n)
		few := strings.Repeat(m+"\n", n/10)
		Parse("content/d/briefings/x.md", []byte("---\ntitle: x\n---\n\n## الخلاصة\n\n- "+line+"\n\n## النص\n\n"+line+" {#p1}\n\n"+lines+"\n\n## رأي\n\n"+line))
		Parse("content/d/briefings/x.md", []byte("## التصريحات\n\n> "+line+"\n\n— "+line+" (مباشر، "+line+") [¶1](#p1)\n\n"+few+"\n\n## الأعلام\n\n- "+line+" — "+line+"\n\n"+few))
		Parse("content/d/briefings/x.md", []byte("## الأرقام\n\n| القيمة | في النص | الموضع |\n|---|---|---|\n| "+line+" | "+line+" | "+line+" |\n"+few))
		ParseOverview("content/d/index.md", []byte("## الإحاطات\n\n- "+line))
		HTML(lines)
		formatParagraph(corpus.Paragraph{ID: "p1", Text: normalText(line)})
	}
}

// TestFrontMatter reads front matter that is as long as it may be and made of
// one mark, and one whose aliases would multiply.
func TestFrontMatter(t *testing.T) {
	n := maxFront - 100
	if raced {
		n /= 8 // the race detector makes each step ten times as long
	}
	for _, m := range []string{"[", "{", "- ", "a: ", "? ", "&a ", "*a ", "\"", "'", "|\n", "!!str ", "# x\n", "a: b\n", "- a\n", "\t", "[a,", "{a: ", "%", "("} {
		for _, before := range []string{"", "title: ", "evidence:\n  - "} {
			Parse("content/d/briefings/x.md", []byte("---\n"+before+strings.Repeat(m, n/len(m))+"\n---\n\n## النص\n"))
		}
	}
	bomb := "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'm'; c++ {
		bomb += string(c) + ": &" + string(c) + " [" + strings.Repeat("*"+string(c-1)+",", 9) + "x]\n"
	}
	if _, problems := Parse("content/d/briefings/x.md", []byte(bomb+"evidence: *l\n---\n")); len(problems) == 0 || problems[0].Severity != corpus.Fault {
		t.Errorf("Parse of aliases that multiply = %v, want a fault", problems)
	}
}

// TestManyNames writes, reads and checks a briefing with 20,000 wikilinks,
// statements and figures in one paragraph, all with the same words.
func TestManyNames(t *testing.T) {
	n := 20_000
	if raced {
		n = 2_000 // the race detector makes each step ten times as long
	}
	const unit = "قال [[العراق]] إن 5 جنود "
	body := strings.Repeat(unit, n)
	statements := strings.Repeat("\n> جنود\n\n— [[العراق]]، قال (مباشر) [¶1](#p1)\n", n)
	figures := "| القيمة | في النص | الموضع |\n|---|---|---|\n" + strings.Repeat("| 5 | 5 جنود | [¶1](#p1) |\n", n)
	src := "---\ntitle: x\nsource: seeds/d/x.txt\n---\n\n## النص\n\n" + body + "{#p1}\n\n## التصريحات\n" + statements + "\n## الأرقام\n\n" + figures + "\n## الأعلام\n\n- [[العراق]] — دولة\n"
	f, problems := Parse("content/d/briefings/x.md", []byte(src))
	doc := corpus.Document{Source: corpus.Source{ID: "x", Dossier: "d", Path: "seeds/d/x.txt"}, Text: f.Paragraphs[0].Text}
	doc.Blocks = []corpus.Block{{Span: corpus.Span{End: len(doc.Text)}, Role: corpus.RoleBody}}
	anchors, more := NewGate([]corpus.Document{doc}).Check(f)
	if problems = append(problems, more...); len(problems) > 0 || len(f.Paragraphs[0].Links) != n {
		t.Fatalf("Parse and Check have %d problems, the first %v, and %d names, want %d", len(problems), problems[:min(1, len(problems))], len(f.Paragraphs[0].Links), n)
	}
	first, _ := anchors.Quantity(0)
	last, _ := anchors.Quantity(n - 1)
	if want := strings.LastIndex(doc.Text, "5 جنود"); last.Start != want || first.Start != strings.Index(doc.Text, "5 جنود") {
		t.Errorf("Quantity(%d) = %v, want it at %d", n-1, last, want)
	}
	checkIdentity(t, f.Briefing)
}

// TestUnknownNames reads a briefing with 20,000 names and as many wikilinks to
// others, statements without a speaker and figures without a citation.
func TestUnknownNames(t *testing.T) {
	n := 20_000
	if raced {
		n = 2_000 // the race detector makes each step ten times as long
	}
	var w strings.Builder
	w.WriteString("## النص\n")
	for i := range n {
		fmt.Fprintf(&w, "\nقال [[رجل%d]] {#p%d}\n", i, i+1)
	}
	w.WriteString("\n## التصريحات\n" + strings.Repeat("\n> كلام\n", n))
	w.WriteString("\n## الأرقام\n\n| القيمة | في النص | الموضع |\n|---|---|---|\n" + strings.Repeat("| 5 | كلام | |\n", n))
	w.WriteString("\n## الأعلام\n\n")
	for i := range n {
		fmt.Fprintf(&w, "- [[امرأة%d]] — شخص\n", i)
	}
	f, problems := Parse("content/d/briefings/x.md", []byte(w.String()))
	if len(f.Paragraphs) != n || len(f.Names) != n || len(problems) == 0 {
		t.Errorf("Parse = %d paragraphs, %d names, %d problems, want %d, %d and some", len(f.Paragraphs), len(f.Names), len(problems), n, n)
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

// TestNestedLists reads lists that nest by their indentation and quotations
// that nest by their marks, over many lines.
func TestNestedLists(t *testing.T) {
	var lists strings.Builder
	for i := range 600 {
		lists.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	for _, body := range []string{lists.String(), strings.Repeat(strings.Repeat("> ", maxNesting)+"a\n", 2_000), strings.Repeat("> ", 1_000) + "\n"} {
		Parse("content/d/briefings/x.md", []byte("## النص\n\n"+body+"\n## رأي\n\n"+body))
		HTML(body)
	}
}

// TestManyMarks writes and reads a paragraph with 20,000 dates and marks.
func TestManyMarks(t *testing.T) {
	const unit = "في عام 2025، "
	p := corpus.Paragraph{ID: "p1", Role: corpus.RoleBody, Text: strings.Repeat(unit, 10_000) + "."}
	for i := 0; i+len(unit) < len(p.Text); i += len(unit) {
		words := corpus.Span{Start: i, End: i + len("في عام 2025")}
		p.Dates = append(p.Dates, corpus.Date{Span: corpus.Span{Start: i + len("في "), End: words.End}, Value: "2025", Timex: corpus.TimexDate})
		p.Marks = append(p.Marks, corpus.Mark{Span: words, Kind: corpus.MarkStrong})
	}
	b := corpus.Briefing{ID: "x", Dossier: "d", Path: "content/d/briefings/x.md", Title: "x", Paragraphs: []corpus.Paragraph{p}}
	checkIdentity(t, b)
}
