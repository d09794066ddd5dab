package site

import (
	"net/url"
	"strings"
	"testing"
)

func TestLink(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"index.html", "index.html", "index.html"},
		{"index.html", "d/index.html", "d/index.html"},
		{"d/index.html", "index.html", "../index.html"},
		{"d/index.html", "d/briefings/a.html", "briefings/a.html"},
		{"d/briefings/a.html", "d/sources/a.html", "../sources/a.html"},
		{"d/briefings/a.html", "e/index.html", "../../e/index.html"},
		{"d/briefings/a.html", "d/index.html", "../index.html"},
		{"index.html", "javascript:x/index.html", "./javascript:x/index.html"},
		{"index.html", "ملف ١/index.html", "%D9%85%D9%84%D9%81%20%D9%A1/index.html"},
		{"index.html", "a?b#c/index.html", "a%3Fb%23c/index.html"},
	} {
		if got := link(c.from, c.to); got != c.want {
			t.Errorf("link(%q, %q) = %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestRoot(t *testing.T) {
	for path, want := range map[string]string{"index.html": "", "d/index.html": "../", "d/sources/a.html": "../../"} {
		if got := root(path); got != want {
			t.Errorf("root(%q) = %q, want %q", path, got, want)
		}
	}
}

// A link followed from its page leads where it should, in a browser's reading.
func FuzzLink(f *testing.F) {
	f.Add("d/briefings/a.html", "e/sources/b.html")
	f.Add("a:b/c.html", "a:b/d e%/f.html")
	f.Fuzz(func(t *testing.T, from, to string) {
		for _, p := range []string{from, to} {
			for part := range strings.SplitSeq(p, "/") {
				if part == "" || part == "." || part == ".." {
					return
				}
			}
		}
		base := &url.URL{Scheme: "https", Host: "example.org", Path: "/" + from}
		ref, err := url.Parse(link(from, to))
		if err != nil {
			t.Fatalf("link(%q, %q): %v", from, to, err)
		}
		if got := base.ResolveReference(ref); got.Path != "/"+to || got.Host != base.Host || got.RawQuery != "" || got.Fragment != "" {
			t.Errorf("link(%q, %q) = %q, which leads to %q", from, to, ref, got)
		}
	})
}
