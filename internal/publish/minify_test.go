package publish

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"mojaz/internal/golden"
)

func TestMinify(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		for _, ext := range []string{"html", "css", "js", "json", "svg", "xml", "txt"} {
			if !c.Has("in." + ext) {
				continue
			}
			got, err := Minify("in."+ext, []byte(c.Input("in."+ext)))
			if err != nil {
				t.Fatal(err)
			}
			c.Check("out."+ext, string(got))
		}
	})
}

func TestMinifyNamesTheFile(t *testing.T) {
	_, err := Minify("assets/x.js", []byte("let = = ;"))
	if err == nil || !strings.HasPrefix(err.Error(), "minify assets/x.js: ") {
		t.Errorf("Minify(a broken script) = %v, want an error that names it", err)
	}
}

// shown gives what a page shows and says, in a form that two pages share only
// if no reader, of whatever kind, can tell them apart: tags with all attributes,
// text with runs of blanks as one where they are one, other text as it is.
func shown(t *testing.T, page []byte) string {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	v := view{blank: true}
	v.node(doc, false)
	return strings.TrimRight(v.String(), blanks)
}

// blanks are those that HTML joins.
const blanks = " \t\n\f\r"

type view struct {
	strings.Builder
	blank bool // a blank stands before, or the start of the page
}

// node writes n; kept says that blanks count in it.
func (v *view) node(n *html.Node, kept bool) {
	switch n.Type {
	case html.TextNode:
		v.text(n.Data, kept)
	case html.ElementNode:
		switch n.Data {
		case "pre", "textarea", "script", "style", "svg":
			kept = true
		}
		v.WriteString("\x01" + n.Data) // no text holds this mark
		for _, a := range n.Attr {
			v.WriteString(" " + a.Key + "=" + strings.Trim(a.Val, blanks))
		}
		v.WriteString("\x01")
	}
	for c := range n.ChildNodes() {
		v.node(c, kept)
	}
	if n.Type == html.ElementNode {
		v.WriteString("\x01/" + n.Data + "\x01")
	}
}

func (v *view) text(s string, kept bool) {
	for _, r := range s {
		is := strings.ContainsRune(blanks, r)
		switch {
		case is && kept:
			v.WriteString(strconv.QuoteRune(r))
		case is && !v.blank:
			v.WriteByte(' ')
		case !is:
			v.WriteRune(r)
		}
		v.blank = is
	}
}

// pieces is what a fuzzed page is put together from: what templates write, and
// not the broken mark-up that they never do.
var pieces = []string{
	" ", "  ", "\n", "\t\n ", "\u00a0", "&nbsp;", "\u200c", "&zwnj;", "&#x202e;", "&shy;", "&lt;", "&amp;lt;", "&amp;", "&quot;",
	"سبتمبر", "أيلول", "2025", "٢٠٢٥", "،", "؟", "/", "(", "US", "{{x}}", "<%x%>", "\u0623", "\u0627\u0654",
	"<b>", "</b>", "<bdi>", "</bdi>", "<span lang=\"en\" dir=\"ltr\">", "</span>", "<a href=\"../x.html#ف ق\">", "</a>", "<mark>", "</mark>",
	"<p>", "</p>", "<h2 id=\"س\">", "</h2>", "<ul><li>", "<li>", "</ul>", "<div>", "</div>", "<section>", "</section>", "<br>", "<wbr>",
	"<table><tr><td>", "<td>", "<th scope=\"row\">", "</table>", "<details><summary>", "</summary>", "</details>", "<dl><dt>", "<dd>", "</dl>",
	"<pre>\n  ا\n <b>ب</b>  \n</pre>", "<textarea>\n ا  ب</textarea>", "<blockquote>", "</blockquote>", "<time datetime=\"2025-09\">", "</time>",
	"<script type=\"application/ld+json\">{ \"ا\" : [ 1.0,  \"ب  ج\" ] }</script>", "<svg viewBox=\"0 0 9 9\"><text>ا <tspan>ب</tspan> ج</text></svg>",
	"<img alt=\"صورة  ما\" src=\"x.png\">", "<abbr title=\"أ &quot;ب&quot; 'ج'\">", "</abbr>", "<q>", "</q>", "<button type=\"submit\">", "</button>",
}

func FuzzMinifyShowsTheSame(f *testing.F) {
	for i := range pieces {
		f.Add([]byte{byte(i), 0, byte(i + 1), 14, byte(i + 2), 1, byte(i), 15, 0})
	}
	f.Fuzz(func(t *testing.T, choice []byte) {
		if len(choice) > 100 {
			return // a thousand <b> left open are a million to the parser
		}
		var body strings.Builder
		for _, c := range choice {
			body.WriteString(pieces[int(c)%len(pieces)])
		}
		page := page(t, body.String())
		got, err := Minify("x.html", page)
		if err != nil {
			t.Fatalf("Minify(%q) = %v, want no error", page, err)
		}
		if diff := cmp.Diff(shown(t, page), shown(t, got)); diff != "" {
			t.Errorf("Minify(%q) = %q\nshows (-before +after):\n%s", page, got, diff)
		}
	})
}

// page gives a whole page with body in it, its tags balanced.
func page(t *testing.T, body string) []byte {
	t.Helper()
	doc, err := html.Parse(strings.NewReader("<!doctype html><html lang=\"ar\" dir=\"rtl\"><body>" + body))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := html.Render(&b, doc); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
