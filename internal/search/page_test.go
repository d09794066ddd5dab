package search

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"mojaz/internal/browser"
	"mojaz/internal/engine"
)

// page is a site of nothing but the page that searches, open in a browser from a
// disk.
type page struct {
	t   *testing.T
	tab *browser.Tab
	dir string
}

// number is what templates are given for a count, as package site has it.
type number struct {
	Count int
	Text  string
}

// model is the view model of the page that searches, and what the frame needs.
type model struct {
	Lang, Dir, Root string
	Site            struct{ Title string }

	Index   string   // from the page to the folder of the index: "search/"
	Version string   // of the index
	Digits  string   // of the site's own words: "arab" or "latn"
	Counts  []number // one for each plural form, with "#" for the digits
	Terms   string   // from the page to the index of terms
}

func newModel() model {
	m := model{Lang: "ar", Dir: "rtl", Index: "search/", Digits: "arab", Terms: "terms.html"}
	for _, n := range []int{0, 1, 2, 3, 11, 100} {
		m.Counts = append(m.Counts, number{n, "#"})
	}
	return m
}

// copied reads a folder into memory.
func copied(t *testing.T, from fs.FS) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(from, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(from, name)
		out[name] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// templates are those of this package's pages in a frame of their own, under the
// policy and with the words of all pages.
func templates(t *testing.T) fs.FS {
	t.Helper()
	own := copied(t, os.DirFS("../../templates"))
	return fstest.MapFS{
		"baseof.html": copied(t, os.DirFS("testdata/page"))["baseof.html"],
		"search.html": own["search.html"], "terms.html": own["terms.html"],
		"_partials/pager.html": own["_partials/pager.html"], "_partials/policy.html": own["_partials/policy.html"], "_partials/sitename.html": own["_partials/sitename.html"],
		"i18n/ar.yaml": own["i18n/ar.yaml"],
	}
}

// hatch lets a test reach what the script keeps to itself.
const hatch = `
import { open as openIndex } from "./search/index.js";
import { parse as parseQuery, rank as rankQuery } from "./search/rank.js";
import { show as showText } from "./search/passages.js";
import { text as documentText } from "./search/index.js";
import * as words from "./search/words.js";
self.inside = { openIndex, parseQuery, rankQuery, showText, documentText, ...words };
`

// pageStyle is the site's style with that of this package's pages.
const pageStyle = `@layer tokens, base, layout, parts, search;
@import "fonts.css"; @import "tokens.css" layer(tokens); @import "base.css" layer(base);
@import "layout.css" layer(layout); @import "parts.css" layer(parts); @import "search.css" layer(search);
`

// assets are the program's own, with a hatch.
func assets(t *testing.T) fs.FS {
	t.Helper()
	out := copied(t, os.DirFS("../../assets"))
	out["css/page.css"] = &fstest.MapFile{Data: []byte(pageStyle)}
	script := out["js/search.js"]
	script.Data = append(script.Data, hatch...)
	return out
}

// writeSite writes the page and an index into a folder with a name that needs
// care in an address, and gives it.
func writeSite(t *testing.T, docs []Document) string {
	t.Helper()
	e, err := engine.New(engine.Options{Templates: templates(t), Assets: assets(t), Title: "موجز"})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	html, err := e.Render("search", newModel())
	if err != nil {
		t.Fatal(err)
	}
	files := e.Resources()
	files["search.html"] = html
	for _, f := range Build(ReadAll(docs), Options{}) {
		files["search/"+f.Path] = f.Bytes
	}
	dir := filepath.Join(t.TempDir(), "موقع #1")
	for name, b := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// openSite opens the page that searches documents, from disk.
func openSite(t *testing.T, docs []Document) *page {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves the browser out")
	}
	p := &page{t: t, dir: writeSite(t, docs)}
	p.start()
	return p
}

// start starts the browser. What it stumbles over fails the test.
func (p *page) start() {
	p.t.Helper()
	tab, stop, err := browser.Start(p.t.Context())
	if err != nil {
		p.t.Fatal(err)
	}
	p.tab = tab
	p.t.Cleanup(func() {
		for _, f := range tab.Faults() {
			p.t.Errorf("the browser: %s", f)
		}
		stop()
	})
}

func (p *page) address() string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(p.dir) + "/search.html"}).String()
}

func (p *page) do(steps ...browser.Step) {
	p.t.Helper()
	if err := p.tab.Do(steps...); err != nil {
		p.t.Fatal(err)
	}
}

func (p *page) visit(address string) {
	p.t.Helper()
	_, faults, err := p.tab.Visit(address)
	for _, f := range faults {
		p.t.Errorf("%s: %s", address, f)
	}
	if err != nil {
		p.t.Fatal(err)
	}
}

// eval runs a script in the page, waits for its promise, and reads its answer.
func (p *page) eval(script string, answer any) {
	p.t.Helper()
	step := chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		r, err := cdp.Call(ctx, target, runtime.Evaluate, runtime.EvaluateParams{
			Expression: script, AwaitPromise: new(true), ReturnByValue: new(true),
		})
		if err != nil {
			return err
		}
		if e := r.ExceptionDetails; e != nil {
			return fmt.Errorf("%s %v", e.Text, e.Exception)
		}
		if answer == nil {
			return nil
		}
		return json.Unmarshal(r.Result.Value, answer)
	})
	if err := p.tab.Do(step); err != nil {
		p.t.Fatalf("%s: %v", strings.TrimSpace(script), err)
	}
}
