package main

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"mojaz/internal/eval/hostile"
)

// TestHostile builds the hostile dossier and looks at every page for anything that
// the site's own templates do not make. What a browser does with it, package
// browser asks.
func TestHostile(t *testing.T) {
	t.Parallel()
	p := &place{T: t, dir: t.TempDir()}
	n, err := hostile.Write(filepath.Join(p.dir, "seeds"))
	if err != nil {
		t.Fatal(err)
	}
	out, err := p.command("--quiet").CombinedOutput()
	if err != nil || bytes.Contains(out, []byte("a rule of the program failed")) {
		t.Fatalf("%v\n%s", err, out)
	}
	p.whole()
	pages := 0
	root := os.DirFS(filepath.Join(p.dir, "public"))
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		b, err := fs.ReadFile(root, name)
		pages++
		harmless(t, name, string(b))
		return err
	})
	if err != nil || pages < 20 {
		t.Errorf("%d pages were looked at: %v", pages, err)
	}
	counted(t, "bad-documents", n)
	counted(t, "bad-lines", len(hostile.Lines)+1)
}

// harmless looks through a page for what no template makes.
func harmless(t *testing.T, name, page string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(page))
	for z.Next() != html.ErrorToken {
		tok := z.Token()
		if tok.Type != html.StartTagToken && tok.Type != html.SelfClosingTagToken {
			continue
		}
		if slices.Contains([]string{"iframe", "object", "embed", "base", "frame", "applet", "form"}, tok.Data) && !ownForm(tok) {
			t.Errorf("%s holds %s", name, tok)
		}
		for _, a := range tok.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "srcdoc" || a.Key == "style" && strings.Contains(a.Val, "mojaz") {
				t.Errorf("%s holds %s", name, tok)
			}
			if scheme, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(a.Val)), ":"); (a.Key == "href" || a.Key == "src") &&
				(scheme == "javascript" || scheme == "vbscript" || scheme == "data" && tok.Data == "a") {
				t.Errorf("%s leads to %q", name, a.Val)
			}
			if a.Key == "http-equiv" && a.Val != "Content-Security-Policy" {
				t.Errorf("%s holds %s", name, tok)
			}
		}
		if tok.Data == "script" && !strings.Contains(tok.String(), "json") {
			z.Next()
			if run := string(z.Raw()); strings.Contains(run, "mojazAlarm") && !strings.Contains(run, ".mojazIndex=") { // words to search for are data
				t.Errorf("%s runs %.200q", name, run)
			}
		}
	}
}

// ownForm tells the site's own form of search.
func ownForm(tok html.Token) bool {
	return tok.Data == "form" && slices.ContainsFunc(tok.Attr, func(a html.Attribute) bool { return a.Key == "role" && a.Val == "search" })
}
