package browser

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// shown is what a single file shows: the id of the page, whether the place that
// the address points to is in the window, and how far it was scrolled.
type shown struct {
	Pages  []string `json:"pages"`
	Target bool     `json:"target"`
	Scroll float64  `json:"scroll"`
	Title  string   `json:"title"`
}

// only gives the page that is shown, "" if it is not one.
func (s shown) only() string {
	if len(s.Pages) != 1 {
		return ""
	}
	return s.Pages[0]
}

const lookShown = `(() => {
	const box = document.querySelector(':target')?.getBoundingClientRect();
	return {
		pages: [...document.querySelectorAll('.page')].filter((p) => p.getClientRects().length).map((p) => p.id),
		target: !!box && box.top < innerHeight && box.bottom > 0, // what floats in it may leave it without height
		scroll: scrollY, title: document.title,
	};
})()`

// archived gives the path of an archive of the shipped dossiers.
func archived(t *testing.T, name string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("-short builds no site")
	}
	return filepath.Join(example(t), "archives", name)
}

// TestSingleFile opens the site as one file from a disk, on a desk and on a phone,
// with scripts and without, and walks from the dossier to the line of a source and
// back. Any request is a fault.
func TestSingleFile(t *testing.T) {
	tab := open(t)
	root := fromDisk(filepath.Dir(archived(t, "site.html"))) + "site.html"
	tab.keepTo(root)
	t.Cleanup(func() { tab.keepTo("") })
	for _, c := range []struct {
		name    string
		size    Step
		scripts bool
	}{
		{"on a desk", Desk(), true},
		{"on a phone without scripts", Phone(), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := tab.Do(c.size, Scheme("light"), Scripts(c.scripts)); err != nil {
				t.Fatal(err)
			}
			p, faults, err := tab.Visit(root)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range append(faults, p.faults()...) {
				t.Error(f)
			}
			walkSingle(t, tab)
			if c.scripts {
				searchSingle(t, tab, root)
			}
		})
	}
}

// walkSingle goes the way of a reader inside one file, and back.
func walkSingle(t *testing.T, tab *Tab) {
	t.Helper()
	var been []shown
	for _, s := range []struct{ at, link, to string }{
		{"index.html", ".main a[href$='/index.html']", "/index.html"},
		{"/index.html", ".main a[href$='/phases.html']", "/phases.html"},
		{"/phases.html", "td a[href*='/briefings/']", ".html"},
		{"/briefings/", ":target a.proof[href*='/sources/']", ".html"},
		{"/sources/", "", ""},
	} {
		now, ok := look(t, tab, func(now shown) bool {
			return now.only() != "" && strings.Contains("/"+now.only(), s.at) && (s.link != "" || now.Target)
		})
		if now.only() == "" || !strings.Contains("/"+now.only(), s.at) {
			t.Fatalf("the file shows the pages %q, want one of %q", now.Pages, s.at)
		}
		if !ok {
			t.Errorf("the line of the source is not in the window of %v", now.Pages)
		}
		been = append(been, now)
		if s.link == "" {
			break
		}
		if err := tab.Click(fmt.Sprintf("[id='%s'] %s", now.Pages[0], s.link)); err != nil {
			t.Fatalf("from %s: %v", now.Pages[0], err)
		}
		been[len(been)-1].Scroll = -1 // the click may have scrolled
	}
	for i := len(been) - 2; i >= 0; i-- {
		if err := tab.Do(chromedp.NavigateBack()); err != nil {
			t.Fatal(err)
		}
		if now, ok := look(t, tab, func(now shown) bool { return now.only() == been[i].Pages[0] }); !ok {
			t.Errorf("back leads to %q, want %q", now.Pages, been[i].Pages)
		}
	}
	for _, f := range tab.Faults() {
		t.Error(f)
	}
}

// look waits until the file shows what is wanted, gives what it shows, and
// reports whether that came.
func look(t *testing.T, tab *Tab, wanted func(shown) bool) (s shown, ok bool) {
	t.Helper()
	s, err := until(tab, lookShown, wanted)
	if err != nil {
		t.Fatal(err)
	}
	return s, wanted(s)
}

// found is a passage in the window.
func found(now shown) bool { return strings.Contains(now.only(), "/briefings/") && now.Target }

// searched is the page of the search.
func searched(now shown) bool { return now.only() == "search.html" }

// searchSingle searches inside the file and goes to what is found.
func searchSingle(t *testing.T, tab *Tab, root string) {
	t.Helper()
	if _, _, err := tab.Visit(root + "#q=%D8%A7%D9%84%D8%B9%D8%B1%D8%A7%D9%82"); err != nil {
		t.Fatal(err)
	}
	const passage = "[id='search.html'] [data-search=results] a.proof"
	if err := tab.Click(passage); err != nil {
		t.Fatalf("nothing is found: %v", err)
	}
	if now, ok := look(t, tab, found); !ok {
		t.Errorf("what is found leads to %+v", now)
	}
	if err := tab.Do(chromedp.NavigateBack()); err != nil {
		t.Fatal(err)
	}
	if now, ok := look(t, tab, searched); !ok {
		t.Errorf("back from what is found leads to %+v", now)
	}
	for _, f := range tab.Faults() {
		t.Error(f)
	}
}

// TestSingleFileScroll goes back to where the reader was.
func TestSingleFileScroll(t *testing.T) {
	tab := open(t)
	if err := tab.Do(Desk(), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := tab.Visit(fromDisk(filepath.Dir(archived(t, "site.html"))) + "site.html"); err != nil {
		t.Fatal(err)
	}
	const down = `(() => { scrollTo(0, 700); return scrollY; })()`
	was, err := ask(tab, chromedp.Evaluate[float64](down))
	if err != nil || was == 0 {
		t.Fatalf("the first page cannot be scrolled (%v)", err)
	}
	const leave = `(() => { location.hash = document.querySelector('#index\\.html .main a').getAttribute('href'); return true; })()`
	if _, err := ask(tab, chromedp.Evaluate[bool](leave)); err != nil {
		t.Fatal(err)
	}
	if now, ok := look(t, tab, func(now shown) bool { return now.only() != "index.html" }); !ok {
		t.Fatalf("the link shows %q", now.Pages)
	}
	if err := tab.Do(chromedp.NavigateBack()); err != nil {
		t.Fatal(err)
	}
	if now, ok := look(t, tab, func(now shown) bool { return now.only() == "index.html" && math.Abs(now.Scroll-was) <= 10 }); !ok {
		t.Errorf("back shows %q scrolled to %v, want %v", now.Pages, now.Scroll, was)
	}
}

// TestZIPHoldsTheSite compares the ZIP with the folder: it holds each file but
// the archives, and pages that do not lead to archives.
func TestZIPHoldsTheSite(t *testing.T) {
	z, err := zip.OpenReader(archived(t, "site.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	site := os.DirFS(example(t))
	files := 0
	for _, f := range z.File {
		name := strings.TrimPrefix(f.Name, "site/")
		got, err := fs.ReadFile(z, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		want, err := fs.ReadFile(site, name)
		if err != nil || strings.HasPrefix(name, "archives/") || bytes.Contains(got, []byte(`href="archives/`)) {
			t.Errorf("%s is in the ZIP (%v)", name, err)
		}
		if files++; filepath.Ext(name) != ".html" && name != "SHA256SUMS" && !bytes.Equal(got, want) {
			t.Errorf("%s is another file in the ZIP", name)
		}
	}
	if files < 50 {
		t.Errorf("the ZIP has %d files", files)
	}
}

// TestSingleFileInFirefox goes into the dossier and back.
func TestSingleFileInFirefox(t *testing.T) {
	f, root := startFirefox(t), fromDisk(filepath.Dir(archived(t, "site.html")))+"site.html"
	p, said, err := f.look(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range append(said, p.faults()...) {
		t.Error(fault)
	}
	for _, c := range []struct{ do, page string }{
		{"document.querySelector(\"[id='index.html'] .main a[href$='/index.html']\").click()", "/index.html"},
		{"document.querySelector(\".shown .main a[href$='/phases.html']\").click()", "/phases.html"},
		{"document.querySelector(\".shown td a[href*='/briefings/']\").click()", "/briefings/"},
		{"history.back()", "/phases.html"},
		{"history.back()", "/index.html"},
	} {
		var now shown
		turned := "return new Promise((done) => { addEventListener('hashchange', () => setTimeout(() => done(" + lookShown + "), 100), { once: true }); " + c.do + "; })"
		if err := f.run("content", turned, &now); err != nil {
			t.Fatalf("%s: %v", c.do, err)
		}
		if len(now.Pages) != 1 || !strings.Contains(now.Pages[0], c.page) {
			t.Errorf("%s shows %q, want one of %s", c.do, now.Pages, c.page)
		}
	}
	if err := f.run("chrome", complaints, &said); err != nil || len(said) > 0 {
		t.Errorf("Firefox complains: %q (%v)", said, err)
	}
}

// TestBook has the books of the shipped dossiers judged.
func TestBook(t *testing.T) {
	books, err := filepath.Glob(archived(t, "*.epub"))
	if err != nil || len(books) == 0 {
		t.Fatalf("there are no books (%v)", err)
	}
	jar, err := exec.LookPath("epubcheck")
	if err != nil {
		t.Fatal("EPUBCHECK IS NOT INSTALLED, so it judged nothing. Install it (scripts/test does, on Debian), or run go test -short.")
	}
	for _, book := range books {
		out, err := exec.Command("java", "-jar", jar, "--failonwarnings", book).CombinedOutput()
		if err != nil || !strings.Contains(string(out), "0 fatals / 0 errors / 0 warnings") {
			t.Errorf("%s: %v\n%s", filepath.Base(book), err, out)
		}
	}
}

// TestUnpackedZIP goes the way of a reader, and searches, in the folder of an
// unpacked ZIP whose path has Arabic letters and blanks.
func TestUnpackedZIP(t *testing.T) {
	tab := open(t)
	z, err := zip.OpenReader(archived(t, "site.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	dir := filepath.Join(t.TempDir(), "نسخة من الموقع")
	if err := os.CopyFS(dir, z); err != nil {
		t.Fatal(err)
	}
	if err := tab.Do(Desk(), Scheme("light"), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	root := fromDisk(filepath.Join(dir, "site"))
	tab.keepTo(root)
	t.Cleanup(func() { tab.keepTo("") })
	walk(t, tab, root)
	if _, _, err := tab.Visit(root + "search.html#q=%D8%A7%D9%84%D8%B9%D8%B1%D8%A7%D9%82"); err != nil {
		t.Fatal(err)
	}
	if err := tab.Click("[data-search=results] a.proof"); err != nil {
		t.Fatalf("nothing is found: %v", err)
	}
	if at, err := ask(tab, chromedp.Location()); err != nil || !strings.Contains(at, "/briefings/") {
		t.Errorf("what is found leads to %s (%v)", at, err)
	}
	for _, f := range tab.Faults() {
		t.Error(f)
	}
}
