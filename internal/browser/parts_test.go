package browser

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"mojaz/assets"
	"mojaz/internal/archive"
	"mojaz/internal/publish"
)

// inParts writes the shipped site as a single file whose limit is so low that it
// comes in parts, and gives their folder and their names.
func inParts(t *testing.T) (dir string, names []string) {
	t.Helper()
	from := filepath.Dir(filepath.Dir(archived(t, "site.html")))
	v := archive.Volume{Name: "site", Title: "موقع", Site: "موقع", Language: "ar"}
	ofAssets := func(name string) []byte {
		b, err := assets.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	v.Style, v.Unscripted, v.Script = ofAssets("css/single.css"), ofAssets("css/unscripted.css"), ofAssets("js/single.js")
	for _, name := range htmlFiles(t, from) {
		b := read(t, from, name)
		if m := bodyKind.FindSubmatch(b); m != nil && string(m[1]) != "notfound" && !strings.HasPrefix(name, archives) {
			v.Pages = append(v.Pages, archive.Page{File: publish.File{Path: name, Bytes: b}, Kind: string(m[1])})
		}
	}
	for _, pattern := range []string{"*", "assets/*", "search/*"} {
		found, err := filepath.Glob(filepath.Join(from, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range found {
			f := publish.File{Path: path.Join(path.Dir(pattern), filepath.Base(name))}
			if b, err := os.ReadFile(name); err == nil && path.Ext(name) != ".html" {
				f.Bytes = b
				v.Files = append(v.Files, f)
				if path.Dir(pattern) == "search" {
					v.Index = append(v.Index, publish.File{Path: filepath.Base(name), Bytes: b})
				}
			}
		}
	}
	files, err := archive.Single(v, 500_000)
	if err != nil {
		t.Fatal(err)
	}
	dir = filepath.Join(t.TempDir(), "أجزاء من الموقع")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		names = append(names, f.Path)
		if err := os.WriteFile(filepath.Join(dir, f.Path), f.Bytes, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, names
}

// TestSearchInParts searches in the first part of a single file and follows what
// is found into another, goes back, and searches from a part that was opened
// first. Nothing else may be asked for.
func TestSearchInParts(t *testing.T) {
	dir, names := inParts(t)
	if len(names) < 3 {
		t.Fatalf("the site is in %d parts, want three or more", len(names))
	}
	tab := open(t)
	root := fromDisk(dir)
	if err := tab.Do(Desk(), Scheme("light"), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	tab.keepTo(root)
	t.Cleanup(func() { tab.keepTo("") })
	const query = "#q=%D8%A7%D9%84%D8%B9%D8%B1%D8%A7%D9%82"
	for _, first := range []string{names[0], names[len(names)-1]} {
		const passage = "[id='search.html'] [data-search=results] a.proof"
		if err := tab.Do(chromedp.Navigate(root+first+query), chromedp.WaitVisible(passage)); err != nil {
			t.Fatalf("%s: nothing is found: %v", first, err)
		}
		hrefs, err := ask(tab, chromedp.Evaluate[[]string](`[...document.querySelectorAll("`+passage+`")].map((a) => a.getAttribute('href'))`))
		if err != nil {
			t.Fatal(err)
		}
		other := ""
		for _, href := range hrefs {
			if !strings.HasPrefix(href, "#") {
				other = href
			}
		}
		if other == "" || strings.Contains(other, "/site") {
			t.Fatalf("%s: what is found leads to %q, to no other part by a relative name", first, hrefs)
		}
		if err := tab.Click("[id='search.html'] a.proof[href='" + other + "']"); err != nil {
			t.Fatal(err)
		}
		if now, ok := look(t, tab, found); !ok {
			t.Errorf("%s: %s leads to %+v", first, other, now)
		}
		if at, err := ask(tab, chromedp.Location()); err != nil || !strings.HasPrefix(at, root+other[:strings.Index(other, "#")]) {
			t.Errorf("%s: what is found is in %s, want the part of %s (%v)", first, at, other, err)
		}
		if err := tab.Do(chromedp.NavigateBack()); err != nil {
			t.Fatal(err)
		}
		if now, ok := look(t, tab, searched); !ok {
			t.Errorf("%s: back from what is found leads to %+v", first, now)
		}
	}
	for _, f := range tab.Faults() {
		t.Error(f)
	}
}

// TestBookmarkInParts: an address of any page leads to it in whatever part it is,
// and the link to the search works in all.
func TestBookmarkInParts(t *testing.T) {
	dir, names := inParts(t)
	tab := open(t)
	root := fromDisk(dir)
	if err := tab.Do(Phone(), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		for _, page := range []string{"index.html", "about.html", "search.html", "iraq-coalition/timeline.html"} {
			there := chromedp.WaitVisible("[id='" + page + "'].shown")
			if err := tab.Do(chromedp.Navigate(root+name+(&url.URL{Fragment: page}).String()), there); err != nil {
				t.Fatalf("%s#%s: %v", name, page, err)
			}
			if now, ok := look(t, tab, func(now shown) bool { return now.only() == page }); !ok {
				t.Errorf("%s#%s shows %q", name, page, now.Pages)
			}
		}
	}
}
