package score

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// corpus loads a gold standard.
func corpus(t *testing.T, gold, seeds string) *Corpus {
	t.Helper()
	c, err := Load(os.DirFS(gold), os.DirFS(seeds))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// fixture loads the small gold standard of the tests.
func fixture(t *testing.T) *Corpus {
	t.Helper()
	return corpus(t, "testdata/gold", "testdata/seeds")
}

// scoreOf writes the annotations out, reads them back and scores them.
func scoreOf(t *testing.T, c *Corpus, anns []Annotation) *Result {
	t.Helper()
	var buf bytes.Buffer
	if err := WriteExport(&buf, anns); err != nil {
		t.Fatal(err)
	}
	r, err := c.Score(&buf)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// stat is one figure of the total, such as "dates.value.f1".
func stat(t *testing.T, r *Result, key string) float64 {
	t.Helper()
	dot := strings.LastIndex(key, ".")
	m := r.Total.Get(key[:dot])
	if m == nil {
		t.Fatalf("no measure %s", key)
	}
	v, ok := m.Stat(key[dot+1:])
	if !ok {
		t.Fatalf("no figure %s", key)
	}
	return v
}

// exact is the text that an annotation quotes.
func exact(a *Annotation) string {
	_, s, _ := a.Target.selection()
	return s
}

// pick gives the first annotation of a kind whose quotation holds text.
func pick(t *testing.T, anns []Annotation, kind, text string) *Annotation {
	t.Helper()
	for i := range anns {
		if anns[i].Body.Type == kind && strings.Contains(exact(&anns[i]), text) {
			return &anns[i]
		}
	}
	t.Fatalf("no %s with %q", kind, text)
	return nil
}

// without leaves one annotation out.
func without(anns []Annotation, gone *Annotation) []Annotation {
	var out []Annotation
	for i := range anns {
		if &anns[i] != gone {
			out = append(out, anns[i])
		}
	}
	return out
}

// on makes an annotation of the first occurrence of text on a line.
func on(t *testing.T, source string, line int, text string, body Body) Annotation {
	t.Helper()
	d := fixture(t).byName[source]
	sp, err := d.Source.Find(line, text, nil)
	if err != nil {
		t.Fatal(err)
	}
	b := &builder{}
	b.add(body, d.Target(sp))
	b.out[0].ID = "extra"
	return b.out[0]
}

// number is v as JSON.
func number(v float64) json.RawMessage {
	out, _ := json.Marshal(v)
	return out
}
