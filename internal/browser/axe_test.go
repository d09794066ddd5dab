package browser

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"mojaz/internal/golden"
)

// axe gives the text of axe-core.
func axe(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(judge(t, axeFile))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// unfold opens the first of the page's notes, which are part of it.
const unfold = `document.querySelector('[popover]')?.showPopover(), true`

// view is a way to look at pages.
type view struct {
	name, scheme string
	size         Step
}

// TestBarriers has axe-core look at a page of each kind, in the light and in the
// dark, on a phone and on a desk; and of a dossier of many documents, whose pages
// are made otherwise, at each of these once.
func TestBarriers(t *testing.T) {
	script, tab := axe(t), open(t)
	looks := []view{
		{"390 px, light", "light", Phone()}, {"1280 px, dark", "dark", Desk()},
		{"390 px, dark", "dark", Phone()}, {"1280 px, light", "light", Desk()},
	}
	t.Run("example", func(t *testing.T) { lookAt(t, tab, example(t), script, looks) })
	t.Run("large", func(t *testing.T) { lookAt(t, tab, large(t), script, looks[:2]) })
}

// lookAt looks at the biggest page of each kind of a site.
func lookAt(t *testing.T, tab *Tab, dir, script string, looks []view) {
	t.Helper()
	root, pages, unsure := overHTTP(t, dir), kinds(t, dir), map[string]int{}
	for _, l := range looks {
		if err := tab.Do(l.size, Scheme(l.scheme), Scripts(true)); err != nil {
			t.Fatal(err)
		}
		for _, kind := range slices.Sorted(maps.Keys(pages)) {
			if kind == "archive" {
				continue // the same pages once more, all in one
			}
			b := barriers(t, tab, root+escape(pages[kind]), script)
			for _, v := range b.Violations {
				t.Errorf("%s, %s: %s", pages[kind], l.name, v)
			}
			for _, v := range b.Unsure {
				unsure[v.Rule] += v.Count
			}
		}
	}
	t.Logf("%d looks at %d kinds of page; what axe-core cannot tell: %v", len(looks)*len(pages), len(pages), unsure)
}

// barriers opens a page and has axe-core look at it.
func barriers(t *testing.T, tab *Tab, address, script string) Barriers {
	t.Helper()
	if _, _, err := tab.Visit(address); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	if _, err := ask(tab, chromedp.Evaluate[bool](unfold)); err != nil {
		t.Fatal(err)
	}
	b, err := tab.Barriers(script)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return b
}

// TestBarriersCatches shows axe-core pages that break a rule of each level.
func TestBarriersCatches(t *testing.T) {
	script, tab := axe(t), open(t)
	if err := tab.Do(Phone()); err != nil {
		t.Fatal(err)
	}
	golden.Run(t, "testdata/axe/*.txtar", func(t *testing.T, c *golden.Case) {
		file := filepath.Join(t.TempDir(), "page.html")
		if err := os.WriteFile(file, []byte(c.Input("page.html")), 0o644); err != nil {
			t.Fatal(err)
		}
		var rules []string
		for _, v := range barriers(t, tab, fromDisk(filepath.Dir(file))+"page.html", script).Violations {
			rules = append(rules, fmt.Sprintf("%s %d", v.Rule, v.Count))
		}
		c.Check("violations", strings.Join(rules, "\n"))
	})
}
