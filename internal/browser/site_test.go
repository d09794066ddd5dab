package browser

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

var shots = flag.String("shots", "", "folder for pictures of the main pages")

// scratch is a folder for what all tests share; TestMain takes it away.
var scratch = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "mojaz-browser-") })

// program is the built program, built once.
var program = sync.OnceValues(func() (string, error) {
	dir, err := scratch()
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "build")
	out, err := exec.Command("go", "build", "-o", name, "mojaz/cmd/build").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return name, nil
})

// shipped is the site of the shipped dossiers, built once. No test changes it.
var shipped = sync.OnceValues(func() (string, error) {
	dir, err := scratch()
	if err != nil {
		return "", err
	}
	seeds, err := filepath.Abs("../../seeds")
	if err != nil {
		return "", err
	}
	return makeSite(filepath.Join(dir, "shipped"), seeds, "")
})

func TestMain(m *testing.M) {
	code := m.Run()
	if dir, err := scratch(); err == nil {
		os.RemoveAll(dir)
	}
	os.Exit(code)
}

// makeSite makes a site of the dossiers in seeds, with the program's own
// templates, below dir in a folder whose name has Arabic letters and blanks, and
// gives the folder. config is what its mojaz.yaml says.
func makeSite(dir, seeds, config string) (public string, err error) {
	name, err := program()
	if err != nil {
		return "", err
	}
	dir = filepath.Join(dir, "موقع على قرص")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(dir, "mojaz.yaml"), []byte(config), 0o644); err != nil {
		return "", err
	}
	public = filepath.Join(dir, "public")
	cmd := exec.Command(name, "--seeds", seeds, "--public", public)
	cmd.Dir = dir // nothing of the user's own is there
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, out)
	}
	return public, nil
}

// build makes a site of the dossiers in seeds for one test.
func build(t *testing.T, seeds string) string {
	t.Helper()
	public, err := makeSite(t.TempDir(), seeds, "")
	if err != nil {
		t.Fatal(err)
	}
	return public
}

// example gives the site of the shipped dossiers.
func example(t *testing.T) string {
	t.Helper()
	public, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return public
}

// crawlAll crawls a site and fails the test on every fault.
func crawlAll(t *testing.T, tab *Tab, dir, root string) Report {
	t.Helper()
	files := htmlFiles(t, dir)
	report := tab.Crawl(root, files, []string{"404.html"}) // no link leads to a page for lost readers
	for _, fault := range report.Faults {
		t.Error(fault)
	}
	if len(report.Pages) != len(files) {
		t.Errorf("%d pages were opened of %d that were written", len(report.Pages), len(files))
	}
	return report
}

func TestExample(t *testing.T) {
	tab := open(t)
	dir := example(t)
	for name, c := range map[string]struct {
		root string
		size Step
	}{"from disk": {fromDisk(dir), Phone()}, "over HTTP": {overHTTP(t, dir), Narrow()}} {
		t.Run(name, func(t *testing.T) {
			if err := tab.Do(c.size, Scheme("light"), Scripts(true)); err != nil {
				t.Fatal(err)
			}
			report := crawlAll(t, tab, dir, c.root)
			for name, p := range report.Pages {
				if name == "404.html" {
					continue // shown at any depth, so it can reach no file of the site
				}
				if !slices.ContainsFunc(p.Fonts, func(f Font) bool { return f.Family == p.Family && f.Status == "loaded" }) {
					t.Errorf("%s: the body's font %s is not the site's own: %v", name, p.Family, p.Fonts)
				}
			}
		})
	}
}

func TestExampleWithoutScripts(t *testing.T) {
	tab := open(t)
	dir := example(t)
	if err := tab.Do(Phone(), Scripts(false)); err != nil {
		t.Fatal(err)
	}
	root := fromDisk(dir)
	crawlAll(t, tab, dir, root)

	if _, _, err := tab.Visit(root + "index.html"); err != nil {
		t.Fatal(err)
	}
	for _, link := range []string{`main a[href$="/index.html"]`, `main a[href*="briefings/"]`} {
		if err := tab.Click(link); err != nil {
			t.Fatalf("%s: %v", link, err)
		}
	}
	paragraph := clickTo(t, tab, `.points a[href^="#p"]`)
	line := clickTo(t, tab, `:target a[href*="/sources/"]`)
	if !strings.Contains(line.Address, "/sources/") {
		t.Errorf("the way ends at %s, want a source", line.Address)
	}
	words := strings.Fields(line.Pre)
	if len(words) < 4 {
		t.Fatalf("the line of the source has the words %q, want a sentence", words)
	}
	for _, w := range words[:4] {
		if !strings.Contains(paragraph.Text, w) {
			t.Errorf("the paragraph %q does not hold %q, the line of the source %q does", paragraph.Text, w, line.Pre)
		}
	}
}

// goal is the element that the address of a page points to.
type goal struct {
	Address string `json:"address"`
	Seen    bool   `json:"seen"` // in the window
	Text    string `json:"text"`
	Pre     string `json:"pre"` // the text of its <pre>
}

// clickTo clicks a link to a place and gives the place, which must be in sight.
func clickTo(t *testing.T, tab *Tab, selector string) goal {
	t.Helper()
	if err := tab.Click(selector); err != nil {
		t.Fatalf("%s: %v", selector, err)
	}
	const look = `(() => {
		const e = document.querySelector(':target'), box = e?.getBoundingClientRect();
		return { address: location.href, seen: !!e && box.height > 0 && box.top < innerHeight && box.bottom > 0,
			text: e?.textContent ?? '', pre: e?.querySelector('pre')?.textContent ?? '' };
	})()`
	g, err := until(tab, look, func(g goal) bool { return g.Seen })
	if err != nil {
		t.Fatal(err)
	}
	if !g.Seen {
		t.Errorf("after a click on %s the window shows no part of %s", selector, g.Address)
	}
	return g
}

// TestExampleDark also takes the pictures.
func TestExampleDark(t *testing.T) {
	tab := open(t)
	dir := example(t)
	root := fromDisk(dir)
	background := map[string]string{}
	for _, scheme := range []string{"light", "dark"} {
		for width, size := range map[string]Step{"390": Phone(), "1280": Desk()} {
			if err := tab.Do(size, Scheme(scheme), Scripts(true)); err != nil {
				t.Fatal(err)
			}
			for name, file := range kinds(t, dir) {
				p, _, err := tab.Visit(root + escape(file))
				if err != nil {
					t.Fatalf("%s: %v", file, err)
				}
				background[scheme] = p.Background
				shoot(t, tab, fmt.Sprintf("%s-%s-%s.png", name, width, scheme))
			}
		}
	}
	if background["light"] == background["dark"] {
		t.Errorf("the page is %s in the light and in the dark", background["light"])
	}
}

// shoot takes a picture of the whole page, if pictures are wanted.
func shoot(t *testing.T, tab *Tab, name string) {
	t.Helper()
	if *shots == "" {
		return
	}
	picture, err := ask(tab, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(*shots, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*shots, name), picture, 0o644); err != nil {
		t.Fatal(err)
	}
}
