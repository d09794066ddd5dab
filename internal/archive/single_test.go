package archive

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/golden"
	"mojaz/internal/publish"
)

// sheet is the style sheet of the pages of these tests.
const sheet = `@font-face{font-family:f;src:url("a.woff2")}main{margin:0}main>section,.domain main:hover{color:#fade}.phases:has(#axis-turned:checked){fill:url(#grid)}`

// siteVolume makes a volume of the pages of a case.
func siteVolume(c *golden.Case) Volume {
	v := Volume{
		Name: "site", Title: "</title><موقع>", Site: "موقع", Language: "ar",
		Style: []byte(".page { display: none; }"), Unscripted: []byte(".page:target { display: block; }"), Script: []byte("// x\nturn('</script><!--');"),
		Index: []publish.File{{Path: "search/index.js", Bytes: []byte(`push("i")`)}, {Path: "search/t0.js", Bytes: []byte(`push("t0")`)}},
		Files: []publish.File{
			{Path: "assets/main.css", Bytes: []byte(sheet)}, {Path: "assets/a.woff2", Bytes: []byte("font")},
			{Path: "assets/search.js", Bytes: []byte("search()")}, {Path: "icon.svg", Bytes: []byte("<svg/>")},
		},
	}
	for _, f := range c.Inputs("page/") {
		kind, name, _ := strings.Cut(strings.TrimPrefix(f.Name, "page/"), "/")
		v.Pages = append(v.Pages, Page{publish.File{Path: name, Bytes: f.Data}, kind})
	}
	return v
}

func TestSingle(t *testing.T) {
	golden.Run(t, "testdata/single/*.txtar", func(t *testing.T, c *golden.Case) {
		v := siteVolume(c)
		files, err := Single(v, 0)
		if err != nil || len(files) != 1 || files[0].Path != "site.html" {
			t.Fatalf("Single = %d files, %v, want site.html", len(files), err)
		}
		c.Check("html", string(files[0].Bytes))
		checkFragments(t, files)
		runtime.GOMAXPROCS(1)
		defer runtime.GOMAXPROCS(runtime.NumCPU())
		if again, err := Single(v, 0); err != nil || !bytes.Equal(files[0].Bytes, again[0].Bytes) {
			t.Errorf("Single gives other bytes the second time (%v)", err)
		}
	})
}

// checkFragments fails unless every link inside the files leads to an id that is
// there, and each id is there once.
func checkFragments(t *testing.T, files []publish.File) {
	t.Helper()
	ids := map[string]bool{}
	for _, f := range files {
		for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllSubmatch(f.Bytes, -1) {
			id := f.Path + "#" + string(m[1])
			if ids[id] {
				t.Errorf("two elements have the id %s", id)
			}
			ids[id] = true
		}
	}
	for _, f := range files {
		for _, m := range regexp.MustCompile(` href="([^"#:]*)#([^"]*)"`).FindAllSubmatch(f.Bytes, -1) {
			to := string(m[1])
			if to == "" {
				to = f.Path
			}
			if id := to + "#" + string(m[2]); !ids[id] {
				t.Errorf("%s: nothing has the id of the link to %s", f.Path, id)
			}
		}
	}
}

// manyPages makes a volume of n pages, each of which leads to the next.
func manyPages(n int) Volume {
	v := Volume{Name: "site", Title: "موقع", Language: "ar"}
	for i := range n {
		v.Pages = append(v.Pages, Page{publish.File{
			Path:  fmt.Sprintf("a/%d.html", i),
			Bytes: fmt.Appendf(nil, `<html lang="ar" dir="rtl"><body><main><h1>%d</h1><p id="p1">%s<a href="%d.html#p1">x</a></p></main></body></html>`, i, strings.Repeat("حرف ", 200), (i+1)%n),
		}, "briefing"})
	}
	return v
}

func TestSingleInParts(t *testing.T) {
	v := manyPages(20)
	const limit = 10_000
	files, err := Single(v, limit)
	if err != nil || len(files) < 3 || files[0].Path != "site.html" || files[1].Path != "site-2.html" {
		t.Fatalf("Single = %d files, %v, want three or more", len(files), err)
	}
	pages := 0
	for _, f := range files {
		if len(f.Bytes) > limit+2_000 { // the head and the links to other parts come on top
			t.Errorf("%s has %d bytes, the limit is %d", f.Path, len(f.Bytes), limit)
		}
		pages += bytes.Count(f.Bytes, []byte(`<section class="page"`))
	}
	if pages != len(v.Pages) {
		t.Errorf("%d pages are in the parts of %d", pages, len(v.Pages))
	}
	checkFragments(t, files)
	if whole, err := Single(v, 0); err != nil || len(whole) != 1 {
		t.Errorf("Single without a limit = %d files, %v, want one", len(whole), err)
	}
}

// A page that is larger than the limit by itself has a part of its own.
func TestSingleOfLargePages(t *testing.T) {
	if files, err := Single(manyPages(3), 10); err != nil || len(files) != 3 {
		t.Errorf("Single = %d files, %v, want one for each of three pages", len(files), err)
	}
}

func TestCheckSingle(t *testing.T) {
	files, err := Single(manyPages(1), 0)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "site.html")
	check := func(b []byte) ([]Fault, int, error) {
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
		return Check(name)
	}
	good := files[0].Bytes
	if faults, n, err := check(good); faults != nil || n != 1 || err != nil {
		t.Errorf("Check of a good file = %v, %d, %v", faults, n, err)
	}
	changed := []Fault{{"site.html", "changed"}}
	for i := 0; i < len(good)-sealed; i += 7 {
		bad := bytes.Clone(good)
		bad[i] ^= 1
		if faults, _, err := check(bad); !cmp.Equal(faults, changed) || err != nil {
			t.Fatalf("byte %d flipped: Check = %v, %v, want %v", i, faults, err, changed)
		}
	}
	if faults, _, _ := check(append(bytes.Clone(good), ' ')); !cmp.Equal(faults, changed) {
		t.Errorf("a byte added: Check = %v, want %v", faults, changed)
	}
	if _, _, err := check([]byte("<p>x")); err == nil {
		t.Error("Check of a page without a hash gives no error")
	}
}

// A book brings its list of hashes along.
func TestCheckBook(t *testing.T) {
	f, err := Book(Volume{Name: "a", Title: "ا", Language: "ar", Pages: []Page{{publish.File{Path: "a/index.html", Bytes: []byte("<h1>x</h1>")}, "dossier"}}})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), f.Path)
	if err := os.WriteFile(name, f.Bytes, 0o644); err != nil {
		t.Fatal(err)
	}
	if faults, n, err := Check(name); faults != nil || n < 5 || err != nil {
		t.Errorf("Check = %v, %d files, %v", faults, n, err)
	}
}

func TestWithout(t *testing.T) {
	in := []publish.File{
		{Path: "index.html", Bytes: []byte("<p>a</p><section class=\"archives\" aria-labelledby=\"x\">\n<a href=\"archives/site.zip\">b</a></section><p>c</p>")},
		{Path: "x.txt", Bytes: []byte(`<section class="archives"></section>`)},
	}
	out := Without(in)
	if got := string(out[0].Bytes); got != "<p>a</p><p>c</p>" || !bytes.Equal(out[1].Bytes, in[1].Bytes) || !bytes.Contains(in[0].Bytes, []byte("site.zip")) {
		t.Errorf("Without = %q, %q", got, out[1].Bytes)
	}
}
