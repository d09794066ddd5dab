package search

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// nasty are texts that look like what the files of an index are written with.
var nasty = []string{
	"`نص` بين ``علامات`` و_شرطة_ و#وسم",
	"</script><script>alert(1)</script> <!-- ]]>",
	"خط\u2028فاصل\u2029آخر \u202eمقلوب\u202c",
	"نص A وB ثم ab ثم Zz9 ثم !@#$%^&*()_+-={}[]|;':\",./<>?~",
	"😀 𝔸 \\u0041 \\n \\\\ \"اقتباس\"",
	"كلمة كلمة كلمة كلمة كلمة كلمة، كلمة«كلمة» كلمة",
	"_كلمة`كلمة`a كلمة 一 中文 Ünï שלום ߀ ١٢٣ ـكلمةـ",
	" ",
}

func nastyDocuments() []Document {
	d := Document{URL: "a b/#?.html", Title: nasty[3], Outlet: nasty[1], Date: nasty[4], Kind: "briefing"}
	for i, s := range nasty {
		d.Paragraphs = append(d.Paragraphs, Paragraph{fmt.Sprintf("p%d", i+1), s})
	}
	d.Paragraphs[2].ID = "own-id"
	return []Document{d, {}, {URL: "last.html", Title: "x", Paragraphs: []Paragraph{{"p1", strings.Repeat("طويل ", 30_000)}}}}
}

// TestTextsInBrowser: what the browser reads is what was written, but for line
// ends.
func TestTextsInBrowser(t *testing.T) {
	docs := append(nastyDocuments(), documents()...)
	p := openSite(t, docs)
	p.visit(p.address())
	for i, want := range docs {
		var got Document
		p.eval(fmt.Sprintf(`inside.openIndex("search/").then(() => inside.documentText(%d)).then((d) => ({
			URL: d.url, Title: d.title, Outlet: d.outlet, Date: d.date, Kind: d.kind,
			Paragraphs: d.paragraphs.map((p) => ({ ID: p.id, Text: p.text })) }))`, i), &got)
		want.Names = nil
		want.Title = oneLine.Replace(want.Title)
		want.Paragraphs = slices.Clone(want.Paragraphs)
		for j := range want.Paragraphs {
			want.Paragraphs[j].Text = oneLine.Replace(want.Paragraphs[j].Text)
		}
		if len(got.Paragraphs) == 0 {
			got.Paragraphs = want.Paragraphs[:0]
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("document %d (-want +got):\n%.2000s", i, diff)
		}
	}
}

// TestBuildAgain: the same documents give the same bytes, and none give an index.
func TestBuildAgain(t *testing.T) {
	docs := append(nastyDocuments(), documents()...)
	a, b := Build(ReadAll(docs), Options{TermBytes: 500, TextBytes: 500}), Build(ReadAll(docs), Options{TermBytes: 500, TextBytes: 500})
	if len(a) != len(b) || len(a) < 20 {
		t.Fatalf("two builds have %d and %d files, want as many, and many", len(a), len(b))
	}
	for i := range a {
		if a[i].Path != b[i].Path || !bytes.Equal(a[i].Bytes, b[i].Bytes) {
			t.Errorf("file %d is %s, and then %s with other bytes", i, a[i].Path, b[i].Path)
		}
	}
	if got := Build(ReadAll(nil), Options{}); len(got) != 1 || got[0].Path != "index.js" {
		t.Errorf("no documents give %d files, want index.js alone", len(got))
	}
}

// TestScripts: no file can end the script element that it stands in.
func TestScripts(t *testing.T) {
	for _, f := range Build(ReadAll(nastyDocuments()), Options{}) {
		if i := bytes.IndexAny(f.Bytes, "<\u2028\u2029"); i >= 0 {
			t.Errorf("%s: %q", f.Path, f.Bytes[max(0, i-20):min(len(f.Bytes), i+20)])
		}
	}
}

// TestRepeated indexes many times one mark. Work that is not linear would outlast
// the test's own deadline by far.
func TestRepeated(t *testing.T) {
	for _, m := range []string{"ال", "و", "لل ", "`", "_ا", "ا", "كلمة ", "بكلمة ", "1,", "1.", "\n", "A", "في "} {
		d := Document{URL: "a.html", Title: m, Paragraphs: []Paragraph{{"p1", strings.Repeat(m, times)}}}
		for range times / 100 {
			d.Paragraphs = append(d.Paragraphs, Paragraph{"p", m})
		}
		parts := ReadAll([]Document{d, d})
		if n := len(Build(parts, Options{})); n < 2 {
			t.Errorf("%d × %q: %d files", times, m, n)
		}
		Terms(parts)
	}
}

func FuzzTerm(f *testing.F) {
	for _, s := range []string{"والقوات", "للجنة", "2,500", "ﷺ", "الالتزام", "وال", "\xff", "كلماتهم", "مسئولياتها"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Term(s)
		if twice := Term(once); twice != once {
			t.Errorf("Term(%q) = %q, and of that %q", s, once, twice)
		}
		if strings.ContainsAny(once, " \n") && !strings.ContainsAny(s, " \n\u00a0") {
			t.Errorf("Term(%q) = %q: a term is one word", s, once)
		}
	})
}
