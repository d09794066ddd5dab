package markdown

import (
	"html"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/yuin/goldmark"
	nethtml "golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"mojaz/internal/corpus"
)

// hostile are texts that try to be something else than text.
var hostile = []string{
	"", " ", "  وسط  فراغين  ", "# عنوان", "###### x", "####### x", "- بند", "-", "+ x", "* x", "*", "1. x", "12) x", "1.", "> اقتباس", "    رمز", "\tx",
	"---", "- - -", "***", "___", "===", "+++", "~~~", "```", "``` go", "`x`", "a ` b `` c", "{#p1}", "نص {#p1 .lede}", "{.x}", "{", "}{", "{{< youtube x >}}", "{{% x %}}", "{{ .Title }}",
	"[x](y)", "[[x|y]]", "[x]{date=2025}", "![x](y)", "![", "[x]: http://y", "[^1]", "]", "<b>x</b>", "<script>alert(1)</script>", "<http://a.b>", "<a@b.c>", "http://a.b/c_d_e?x=*y*&amp;z", "<!-- x -->", "<?x", "a < b > c",
	"&amp;", "&lt;b&gt;", "&#42;x&#42;", "&#x202e;", "&nosuch;", "AT&T; x", "\\", "\\\\", "\\*x\\*", "x\\", "\\[x\\]", "\\&amp;",
	"*x*", "**x**", "_x_", "__x__", "a_b_c", "_بحسب تعبيره_", "2*3*4", "* * *", "و**«نص»**", "~~x~~", "==x==", "%%x%%", "$1 و$2", "$", "|a|b|", "| - |", "¶12", "[¶12](#p12)", "x ¶12",
	"\u202eمعكوس\u202c", "\u2028", "a\u2028b", "\u200f", "م\u200cن", "\ufeffx", "\u00adx", "x\x00y", "\x01", "a\rb", "\v", "\f", "\u0085", "\u00a0x\u00a0", "😀*😀", "\u2028*\u2028*\u2028", " * ", "_ ", " _x_ ", "«_x_»", "!", "x!", "!x",
	"\ufffd", "\u200f*\u200fa*", ": x", "x  ", "a  b", "a\tb", "@a #b", "- [ ] x", "-\tx", "1986\\. x", "\"x\" 'y'", "``", "\\`", "\u0300", "*\u0300*", "_\u064b_",
}

func FuzzText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = normalText(s)
		if len(s) > 1_500 {
			t.Skip("the front matter would be longer than it may be")
		}
		b := briefingOf(s)
		checkIdentity(t, b)
		checkPlain(t, s)
	})
}

// normalText is what Format makes of a text that cannot be a paragraph's.
func normalText(s string) string {
	return strings.ReplaceAll(flat(strings.ToValidUTF8(s, "\ufffd")), "\x00", "\ufffd")
}

// briefingOf sets one text in every place that holds one.
func briefingOf(s string) corpus.Briefing {
	b := corpus.Briefing{
		ID: "000-abc", Dossier: "d", Path: "content/d/briefings/000-abc.md",
		Title: s + "x", TitleSupplied: true, Source: "seeds/d/000.txt", SHA256: "0e1", Publisher: s, Author: s, Published: "2025-08-31", Time: "09:30",
		Rights:   []corpus.Rights{"", corpus.RightsFull, corpus.RightsQuote, corpus.RightsLink}[len(s)%4],
		Inferred: true, Evidence: []string{s, "x" + s},
		Summary:  []corpus.Cited{{Text: s, Cites: []string{"p1"}}, {Text: "x " + s, Cites: []string{"p2", "p1", "a-b"}}},
		Sections: []corpus.Section{{Title: strings.Trim(s, blanks) + "y", Markdown: "x\n\n- y"}, {Title: "الأثر"}},
	}
	for i, role := range []corpus.Role{corpus.RoleBody, corpus.RoleHeading, corpus.RoleLede, corpus.RolePullQuote, corpus.RoleBody} {
		b.Paragraphs = append(b.Paragraphs, corpus.Paragraph{ID: paragraphID(i), Role: role, Text: s})
	}
	b.Paragraphs[4].ID = "a-b"
	return b
}

func checkIdentity(t *testing.T, b corpus.Briefing) {
	t.Helper()
	src := Format(b)
	got, problems := Parse(b.Path, src)
	if d := cmp.Diff(b, got.Briefing, cmpopts.EquateEmpty()); d != "" {
		t.Fatalf("Parse(Format(x)) (-want +got):\n%s\nfile:\n%s", d, src)
	}
	if len(problems) > 0 {
		t.Fatalf("Parse(Format(x)) has problems: %v\nfile:\n%s", problems, src)
	}
	if again := Format(got.Briefing); string(again) != string(src) {
		t.Fatalf("Format(Parse(Format(x))) = %q, want %q", again, src)
	}
}

// tag matches what a renderer adds to plain text: "<p>", "</h3>".
var tag = regexp.MustCompile(`</?(p|h3|blockquote)>\n?`)

// checkPlain renders a paragraph without any of our extensions and expects the
// characters, the id after them, and no other element.
func checkPlain(t *testing.T, s string) {
	t.Helper()
	for _, role := range []corpus.Role{corpus.RoleBody, corpus.RoleHeading, corpus.RolePullQuote} {
		src := formatParagraph(corpus.Paragraph{ID: "p1", Role: role, Text: s})
		var out strings.Builder
		if err := goldmark.Convert([]byte(src), &out); err != nil {
			t.Fatal(err)
		}
		got := html.UnescapeString(strings.Trim(tag.ReplaceAllString(out.String(), ""), "\n"))
		want, id := s, "{#p1}"
		if role == corpus.RolePullQuote {
			id = "{#p1 .pullquote}"
		}
		if s != "" {
			want += " "
		}
		if strings.ContainsAny(s, "\u0080\u0085") || !utf8.ValidString(s) {
			continue
		}
		if got != want+id {
			t.Fatalf("a plain renderer shows %q, want %q\nfile: %q\nhtml: %q", got, want+id, src, out.String())
		}
	}
}

// FuzzMarks weaves dates and marks into a text at places that the bytes of at
// choose, crossing and nested as they come, and expects back what can be
// written of them.
func FuzzMarks(f *testing.F) {
	for _, s := range []string{"قال «نعم» و*لا* ثم سكت", "a**b", "**«x»**y", "[a](b)", "x_y_z", "`a`", " a ", "أب", "2025-09"} {
		f.Add(s, []byte{0, 4, 0, 2, 9, 1, 3, 5, 2, 1, 6, 3, 4, 9, 4, 0, 20, 1})
		f.Add(s, []byte{1, 3, 1, 3, 3, 1, 0, 1, 2, 2, 2, 4})
	}
	f.Fuzz(func(t *testing.T, s string, at []byte) {
		p := corpus.Paragraph{ID: "p1", Role: corpus.RoleBody, Text: normalText(s)}
		scatter(&p, at)
		threads := untangle(p)
		p.Dates, p.Links, p.Marks = datesOf(threads), linksOf(threads), marksOf(threads)
		b := corpus.Briefing{ID: "x", Dossier: "d", Path: "content/d/briefings/x.md", Title: "x", Paragraphs: []corpus.Paragraph{p}}
		b.Names = namesFor(p.Links)
		checkIdentity(t, b)
		checkPlainMarks(t, p)
	})
}

// inlineTag matches what a renderer makes of marks.
var inlineTag = regexp.MustCompile(`</?(em|strong|code|a)( href="[^"]*")?>`)

// checkPlainMarks renders a paragraph whose marks could all be written without
// spans by a plain renderer, and expects the characters of its text: no
// asterisk that only our own reader takes for emphasis.
func checkPlainMarks(t *testing.T, p corpus.Paragraph) {
	t.Helper()
	src := formatParagraph(p)
	if strings.Contains(src, "]{") || len(p.Links) > 0 || p.Text == "" || strings.ContainsAny(p.Text, "\u0080\u0085") {
		return
	}
	var out strings.Builder
	if err := goldmark.Convert([]byte(src), &out); err != nil {
		t.Fatal(err)
	}
	got := html.UnescapeString(strings.Trim(tag.ReplaceAllString(inlineTag.ReplaceAllString(out.String(), ""), ""), "\n"))
	if got != p.Text+" {#p1}" {
		t.Fatalf("a plain renderer shows %q, want %q\nfile: %q\nhtml: %q", got, p.Text, src, out.String())
	}
}

// scatter sets dates and marks on p: three bytes each are start, length, kind.
func scatter(p *corpus.Paragraph, at []byte) {
	var bounds []int
	for i := range p.Text {
		bounds = append(bounds, i)
	}
	bounds = append(bounds, len(p.Text))
	kinds := []corpus.MarkKind{corpus.MarkEmphasis, corpus.MarkStrong, corpus.MarkCode, corpus.MarkLink}
	for ; len(at) >= 3 && len(p.Marks)+len(p.Dates)+len(p.Links) < 50; at = at[3:] {
		from := int(at[0]) % len(bounds)
		to := min(from+int(at[1])%16, len(bounds)-1)
		s := corpus.Span{Start: bounds[from], End: bounds[to]}
		switch k := int(at[2]) % 6; {
		case k == 5 && at[2]%4 == 0:
			p.Links = append(p.Links, corpus.Link{Span: s, Name: nameOf(s.Of(p.Text))})
		case k == 5:
			p.Links = append(p.Links, corpus.Link{Span: s, Name: []string{"محمد", "a*b`c", "{#p1}", "&amp;"}[at[2]/6%4]})
		case k < 4:
			m := corpus.Mark{Span: s, Kind: kinds[k]}
			if k == 3 {
				m.URL = []string{"#p1", "https://a.b/c_(d)?e=f&g;h", "a b", "<x>", "(", ""}[at[2]/5%6]
			}
			p.Marks = append(p.Marks, m)
		default:
			p.Dates = append(p.Dates, corpus.Date{Span: s, Value: []string{"2025-09-30", "", "../2026"}[at[2]/5%3], Timex: corpus.TimexDate, Rel: corpus.RelBy})
		}
	}
	slices.SortStableFunc(p.Dates, func(a, b corpus.Date) int { return a.Start - b.Start })
	slices.SortStableFunc(p.Links, func(a, b corpus.Link) int { return a.Start - b.Start })
}

// namesFor gives a name for each link.
func namesFor(links []corpus.Link) []corpus.Name {
	var out []corpus.Name
	for _, l := range links {
		if !slices.ContainsFunc(out, func(n corpus.Name) bool { return n.Name == l.Name }) {
			out = append(out, corpus.Name{Name: l.Name, Type: corpus.TypePerson})
		}
	}
	return out
}

// FuzzLists sets one text in every place of statements, figures and names, with
// the kinds that the bytes of pick choose, and expects back what can be written
// of them.
func FuzzLists(f *testing.F) {
	for i, s := range hostile {
		f.Add(s, "قال", 2500.0, 1.5, []byte{byte(i), byte(i / 2), byte(i / 3), byte(i / 5)})
	}
	for _, s := range []string{"مصدر، طلب", "،", "قال،", "(", ")", "a)", "(أ ف ب)", "a\\", "عبر س", "وثيقة", "بصوت الصفحة", "مباشر", "— س", "— س ¶1", "محمد", "[[محمد]]", "شخص، س"} {
		for i := range 8 {
			f.Add(s, s, -1e300, 1e-9, []byte{byte(i), byte(i), byte(i / 2), byte(i / 4)})
		}
	}
	f.Fuzz(func(t *testing.T, s, u string, from, to float64, pick []byte) {
		s, u = normalText(s), normalText(u)
		pick = append(pick, 0, 0, 0, 0)
		names := map[string]bool{"محمد": true, "س": true}
		b := corpus.Briefing{
			ID: "x", Dossier: "d", Path: "content/d/briefings/x.md", Title: "x",
			Paragraphs: []corpus.Paragraph{{ID: "p1", Role: corpus.RoleBody, Text: "x"}, {ID: "a-b", Role: corpus.RoleBody, Text: "x"}},
			Names: writableNames([]corpus.Name{
				{Name: "محمد", Type: corpus.TypePerson, Role: s}, {Name: "س", Type: corpus.TypeMisc}, {Name: nameOf(s), Type: typeWords[int(pick[0])%9].value, Role: u},
			}),
		}
		for i := range 2 {
			q := corpus.Quote{
				Text: s, Cite: []string{"p1", "a-b"}[i], Speaker: []string{u, "", "محمد", s}[pick[1]%4], Verb: []string{"", u, "قال"}[(int(pick[2])+i)%3],
				ReportedBy: []string{"", s, u}[(int(pick[3])+i)%3], Mode: modeWords[pick[0]%3].value, Polarity: polarityWords[pick[1]%3].value,
				Kind: []corpus.SpeakerKind{corpus.SpeakerNamed, corpus.SpeakerUnnamed, corpus.SpeakerDocument, corpus.SpeakerAuthor}[pick[2]%4],
			}
			if q, ok := writableQuote(q, names); ok {
				b.Quotes = append(b.Quotes, q)
			}
			n := corpus.Quantity{
				What: u, Min: from, Max: []float64{to, from}[i], Bound: []corpus.Bound{"", corpus.BoundAbout, corpus.BoundAtLeast, corpus.BoundAtMost}[pick[3]%4],
				Unit: s, Scope: u + s, AsOf: []string{"", "2025-09", "../2026"}[pick[0]%3], Text: s, Cite: "a-b",
			}
			if n, ok := writableQuantity(n); ok {
				b.Quantities = append(b.Quantities, n)
			}
		}
		checkIdentity(t, b)
	})
}

// FuzzParse reads any bytes as a briefing: nothing panics, the result can be
// written, and reads back as itself without a new problem.
func FuzzParse(f *testing.F) {
	cases, _ := filepath.Glob("testdata/*.txtar")
	for _, c := range cases {
		a, err := txtar.ParseFile(c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(unseen(string(a.Files[0].Data))))
	}
	for _, s := range hostile {
		f.Add([]byte("## النص\n\n" + s + "\n\n## x\n\n" + s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		const path = "content/d/briefings/x.md"
		first, _ := Parse(path, src)
		second, problems := Parse(path, Format(first.Briefing))
		if d := cmp.Diff(first.Briefing, second.Briefing, cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("Parse(Format(Parse(x))) (-want +got):\n%s\nfile:\n%s", d, Format(first.Briefing))
		}
		for _, p := range problems {
			if p.Severity == corpus.Fault && !strings.Contains(p.Message.String(), "there is no paragraph") {
				t.Fatalf("Parse(Format(Parse(x))) has a new problem: %v", p)
			}
		}
		HTML(string(src))
		o, _ := ParseOverview("content/d/index.md", src)
		CheckOverview(o, nil)
		again, _ := ParseOverview("content/d/index.md", FormatOverview(o.Overview))
		if d := cmp.Diff(o.Overview, again.Overview, cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("ParseOverview(FormatOverview(x)) (-want +got):\n%s\nfile:\n%s", d, FormatOverview(o.Overview))
		}
	})
}

// FuzzHTML renders any text: what comes out has only elements and attributes
// that are allowed, and only allowed schemes.
func FuzzHTML(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	for _, s := range []string{"[x](javascript:alert(1))", "[x](&#106;avascript:x)", "[x](java\tscript:x)", "![x](http://a/b.png)", "# p1", "<svg/onload=x>", "| a |\n|:-:|\n| b |", "[x]{.strong .code}", "[a](/b \"c\")"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		z := nethtml.NewTokenizer(strings.NewReader(HTML(s)))
		for kind := z.Next(); kind != nethtml.ErrorToken; kind = z.Next() {
			token := z.Token()
			if kind == nethtml.CommentToken || kind == nethtml.DoctypeToken || kind != nethtml.TextToken && !slices.Contains(elements, token.Data) {
				t.Fatalf("HTML(%q) has %q", s, token)
			}
			for _, a := range token.Attr {
				if !slices.Contains([]string{"id", "class", "href", "align", "start"}, a.Key) || a.Key == "href" && !safeURL(a.Val) {
					t.Fatalf("HTML(%q) has %q", s, token)
				}
			}
		}
	})
}

var elements = strings.Fields("p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre code em strong del a br hr table thead tbody tr th td")

// FuzzGate holds the briefing of any document against that document: all of it
// passes, and each paragraph is anchored to the block it was made of.
func FuzzGate(f *testing.F) {
	f.Add("نص أول.\nنص ثان\nنص أول.\n\n2500 جندي")
	f.Add("العـــراق\u200f  و\u0633\u0651\u064e\nا\u0653خر")
	for _, s := range hostile {
		f.Add(s + "\n" + s + " " + s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc := linesOf(s)
		for _, b := range doc.Blocks {
			doc.Points = append(doc.Points, corpus.Point{Span: b.Span})
			doc.Statements = append(doc.Statements, corpus.Statement{Span: b.Span, SpeakerKind: corpus.SpeakerAuthor})
			doc.Figures = append(doc.Figures, corpus.Figure{Span: b.Span, Min: 1, Max: 1})
			doc.Mentions = append(doc.Mentions, corpus.Mention{Span: b.Span, Type: corpus.TypeMisc})
		}
		b := Brief(doc, nil)
		file, problems := Parse(b.Path, Format(b))
		anchors, more := NewGate([]corpus.Document{doc}).Check(file)
		if problems = append(problems, more...); len(problems) > 0 {
			t.Fatalf("the gate holds back its own document %q: %v", doc.Text, problems)
		}
		for i, block := range doc.Blocks {
			p := file.Paragraphs[i]
			got, ok := anchors.Text(p.ID, corpus.Span{End: len(p.Text)})
			said, also := anchors.Quote(i)
			counted, too := anchors.Quantity(i)
			if also != ok || too != ok || said != got || counted != got {
				t.Fatalf("Quote(%d) = %v, Quantity(%d) = %v, want %v in %q", i, said, i, counted, got, doc.Text)
			}
			if want := newVerbatim(block.Of(doc.Text)).text; ok != (want != "") || ok && (!block.Contains(got) || newVerbatim(got.Of(doc.Text)).text != want) {
				t.Fatalf("Text(%s) = %v %q, want %v in %q", p.ID, got, got.Of(doc.Text), block.Span, doc.Text)
			}
		}
	})
}

// linesOf makes a document of any text, each line with ink a block.
func linesOf(s string) corpus.Document {
	doc := corpus.Document{Source: corpus.Source{ID: "x", Dossier: "d", Path: "seeds/d/x.txt"}, Text: strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "")}
	at := 0
	for _, line := range strings.SplitAfter(doc.Text, "\n") {
		b := corpus.Span{Start: at, End: at + len(strings.TrimSuffix(line, "\n"))}
		if strings.Trim(b.Of(doc.Text), blanks) != "" {
			doc.Blocks = append(doc.Blocks, corpus.Block{Span: b, Role: corpus.RoleBody})
		}
		at += len(line)
	}
	return doc
}
