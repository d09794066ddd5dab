package markdown

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/yuin/goldmark"

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
