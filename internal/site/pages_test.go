package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

// dump gives a view model as JSON, without what is empty.
func dump(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(full(reflect.ValueOf(v))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// full copies v into values that encoding/json writes with the keys in order,
// leaving out zero values.
func full(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return nil
		}
		return full(v.Elem())
	case reflect.Slice:
		out := []any{}
		for i := range v.Len() {
			out = append(out, full(v.Index(i)))
		}
		return out
	case reflect.Struct:
		if n, ok := v.Interface().(Number); ok {
			return n.Text
		}
		out := map[string]any{}
		for i := range v.NumField() {
			if f := v.Field(i); !f.IsZero() {
				out[v.Type().Field(i).Name] = full(f)
			}
		}
		return out
	}
	return v.Interface()
}

func TestPages(t *testing.T) {
	golden.Run(t, "testdata/pages-*.txtar", func(t *testing.T, c *golden.Case) {
		in := readSite(t, c)
		if c.Has("without") {
			without := c.Input("without")
			if strings.Contains(without, "documents") {
				in.Documents = nil
			}
			if strings.Contains(without, "anchors") {
				in.Anchors = nil
			}
		}
		if c.Has("config") {
			if err := json.Unmarshal([]byte(c.Input("config")), &in.Config); err != nil {
				t.Fatal(err)
			}
		}
		var list strings.Builder
		for _, p := range Pages(in) {
			fmt.Fprintf(&list, "%s %s %T\n", p.Kind, p.Path, p.Model())
			c.Check(p.Path, dump(t, p.Model()))
		}
		c.Check("pages", list.String())
	})
}

// TestModelIsPure: a model does not depend on which other models were made, nor
// on how often.
func TestModelIsPure(t *testing.T) {
	in := siteOf(t, []string{"title|عنوان", "body|نص", "", "body|نص آخر"})
	first, second := Pages(in), Pages(in)
	for i := range first {
		want := dump(t, first[i].Model())
		for j := range second {
			second[j].Model()
		}
		if got := dump(t, second[i].Model()); got != want {
			t.Errorf("%s: model changed from\n%s\nto\n%s", first[i].Path, want, got)
		}
	}
}

// TestSourceRepetition would not end in time if a source's lines were looked
// through for each of its paragraphs, or the other way round.
func TestSourceRepetition(t *testing.T) {
	const n = 50_000
	var ls []string
	for i := range n {
		ls = append(ls, []string{"body|ب", "boilerplate|x", ""}[i%3])
	}
	in := siteOf(t, ls)
	for _, p := range Pages(in) {
		if v, ok := p.Model().(*Source); ok && len(v.Lines) != n {
			t.Errorf("%s has %d lines, want %d", p.Path, len(v.Lines), n)
		}
	}
	long := siteOf(t, []string{"body|" + strings.Repeat("كلمة word ", 1<<17)})
	for _, p := range Pages(long) {
		if v, ok := p.Model().(*Source); ok && strings.Count(string(v.Lines[0].Content), `<span class="piece">`) < 100 {
			t.Errorf("a long line of %s is not cut in pieces", p.Path)
		}
	}
	if got := len(readAnnotations(t, Annotations(in))); got < n/2 {
		t.Errorf("%d lines have %d annotations", n, got)
	}
}

// TestEditorsWork: a paragraph taken out by an editor leaves its line marked, a
// section without a renderer is shown as typed, a section with one is rendered.
func TestEditorsWork(t *testing.T) {
	in := siteOf(t, []string{"body|نص", "body|محذوف"})
	b := &in.Dossiers[0].Briefings[0]
	b.Paragraphs = b.Paragraphs[:1]
	b.Sections = []corpus.Section{{Title: "رأي", Markdown: "*<b>*"}}
	s := newSite(in)
	if l := s.source(&in.Dossiers[0], 0).Lines[1]; l.Kept || !l.Omitted || l.Role != "body" {
		t.Errorf("line without its paragraph: %+v, want it omitted", l)
	}
	if got, want := s.briefing(&in.Dossiers[0], 0).Sections[0].Content, "<pre>*&lt;<bdi>b</bdi>&gt;*</pre>"; string(got) != want {
		t.Errorf("section as typed = %q, want %q", got, want)
	}
	s.in.HTML = func(md string) string { return "<p>" + fmt.Sprint(len(md)) + "</p>" }
	if got, want := s.briefing(&in.Dossiers[0], 0).Sections[0].Content, "<p>5</p>"; string(got) != want {
		t.Errorf("section = %q, want %q", got, want)
	}
}

func TestMarkup(t *testing.T) {
	raw := "<p>نص</p><p>إعلان &amp;</p>\r\n<hr>\n"
	word, ad := strings.Index(raw, "نص"), strings.Index(raw, "إعلان")
	text := "نص\nإعلان"
	doc := corpus.Document{
		Source: corpus.Source{Raw: raw, Path: "seeds/d/a.html"}, Text: text,
		Origin: corpus.Origin{{Text: 0, Raw: word, N: len("نص")}, {Text: len("نص") + 1, Raw: ad, N: len("إعلان")}},
		Lines: []corpus.Line{
			{Span: corpus.Span{Start: 0, End: len("نص")}, Role: corpus.RoleBody},
			{Span: corpus.Span{Start: len("نص") + 1, End: len(text)}, Role: corpus.RoleBoilerplate},
		},
	}
	in := siteOf(t, []string{"body|نص"})
	in.Documents[Key{"d", "a"}] = doc
	got := newSite(in).source(&in.Dossiers[0], 0).Lines
	for i, w := range []struct{ role, dir, content string }{
		{"mixed", "", `<span class="markup">&lt;p&gt;</span>نص<span class="markup">&lt;/p&gt;&lt;p&gt;</span><span class="dropped">إعلان</span><span class="markup"> &amp;amp;&lt;/p&gt;</span>`},
		{"markup", "ltr", "&lt;hr&gt;"},
		{"blank", "", ""},
	} {
		if l := got[i]; l.Role != w.role || l.Dir != w.dir || string(l.Content) != w.content {
			t.Errorf("line %d = %s %q %s, want %s %q %s", i+1, l.Role, l.Dir, l.Content, w.role, w.dir, w.content)
		}
	}
}
