package build

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/corpus"
	"mojaz/internal/publish"
)

func TestWalk(t *testing.T) {
	files := func(pages map[string]string) (out []publish.File) {
		for _, name := range []string{"404.html", "index.html", "a/one.html", "a/two.html", "data/x.csv"} {
			out = append(out, publish.File{Path: name, Bytes: []byte(pages[name])})
		}
		return out
	}
	for name, c := range map[string]struct {
		pages map[string]string
		want  []string
	}{
		"whole": {map[string]string{
			"index.html": `<a href="a/one.html#p1">1</a><a href=data/x.csv>x</a><a href="archives/site.html"><a href="https://else.org/x.html">e</a>`,
			"a/one.html": `<p id=p1><form action="two.html"></form><a href="#p1">`,
			"a/two.html": `<a href="../index.html#">`,
		}, nil},
		"broken": {map[string]string{
			"404.html":   `<a href="a/two.html">`,
			"index.html": `<a href="one.html">1</a><a href="a/one.html#p2">1</a><a href="">`,
		}, []string{
			`public/index.html: warning: links to "one.html", which is not there`,
			`public/index.html: warning: links to "a/one.html#p2", but that page has no such place`,
			`public/a/two.html: warning: no link leads to this page (link to it in a template)`,
		}},
	} {
		var got []string
		w := newWalker()
		for _, f := range files(c.pages) {
			w.add(f)
		}
		for _, p := range w.walk() {
			got = append(got, corpus.Problem.String(p))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("walk of a %s site (-want +got):\n%s", name, diff)
		}
	}
}
