package browser

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"mojaz/internal/golden"
)

// maxKeys is how often a reader may have to press Tab before a link.
const maxKeys = 400

// stage is one step of a walk.
type stage struct {
	name  string
	href  *regexp.Regexp // what the address of the link that is taken ends in
	table bool           // it stands in a table
}

// way leads from the home page to the line that a mark of the phase map rests on.
var way = []stage{
	{name: "the dossier", href: regexp.MustCompile(`/[^/]+/index\.html$`)},
	{name: "its phase map", href: regexp.MustCompile(`/phases\.html$`)},
	{name: "a mark, which leads to a passage", href: regexp.MustCompile(`/briefings/[^/]+\.html#p\d+$`), table: true},
	{name: "the line of the source", href: regexp.MustCompile(`/sources/[^/]+\.html#.+$`)},
}

// leads reports whether a link is the one that the stage takes.
func (s stage) leads(f Focus) bool {
	return f.Main && (f.Table || !s.table) && s.href.MatchString(f.Href)
}

// TestWalk goes by keys alone from the home page to the line of a source, and
// back, over HTTP and from disk, with scripts and without.
func TestWalk(t *testing.T) {
	tab, dir := open(t), example(t)
	for _, c := range []struct {
		name, root string
		scripts    bool
	}{
		{"over HTTP", overHTTP(t, dir), true},
		{"without scripts", overHTTP(t, dir), false},
		{"from disk", fromDisk(dir), true},
		{"from disk without scripts", fromDisk(dir), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := tab.Do(Desk(), Scheme("light"), Scripts(c.scripts)); err != nil {
				t.Fatal(err)
			}
			walk(t, tab, c.root)
		})
	}
}

// walk goes the way and back.
func walk(t *testing.T, tab *Tab, root string) {
	t.Helper()
	at := root + "index.html"
	if _, _, err := tab.Visit(at); err != nil {
		t.Fatal(err)
	}
	been := []string{at}
	for _, s := range way {
		faults, pressed := tab.seek(t, s)
		for _, f := range faults {
			t.Errorf("on the way to %s: %s", s.name, f)
		}
		if pressed == 0 {
			t.Fatalf("after %d keys on %s nothing leads to %s", maxKeys, been[len(been)-1], s.name)
		}
		next, err := tab.Open()
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d keys to %s", pressed, s.name)
		if strings.Contains(next, "#") {
			checkTarget(t, tab, s.name)
		}
		been = append(been, next)
	}
	for i := len(been) - 2; i >= 0; i-- {
		if now, err := tab.Back(); err != nil || now != been[i] {
			t.Errorf("back from %s leads to %s (%v), want %s", been[i+1], now, err, been[i])
		}
	}
	for _, f := range tab.Faults() {
		t.Error(f)
	}
}

// seek presses Tab until the link of a stage has the focus, and gives what was
// wrong on the way and the number of keys, 0 if there is no such link.
func (t *Tab) seek(test *testing.T, s stage) (faults []string, pressed int) {
	test.Helper()
	for pressed = 1; pressed <= maxKeys; pressed++ {
		f, err := t.Press(kb.Tab)
		for try := 0; err == nil && pressed == 1 && f.onBody() && try < 20; try++ {
			time.Sleep(settle) // before its first picture a page takes no key
			f, err = t.Press(kb.Tab)
		}
		if err != nil {
			test.Fatal(err)
		}
		if f.onBody() {
			return faults, 0 // once round
		}
		if fault := f.fault(); fault != "" && len(faults) < 5 {
			faults = append(faults, fault)
		}
		if s.leads(f) {
			return faults, pressed
		}
	}
	return faults, 0
}

// checkTarget fails unless the place that the address points to is in the window.
func checkTarget(t *testing.T, tab *Tab, name string) {
	t.Helper()
	const look = `(() => {
		const target = document.querySelector(':target');
		const box = (target?.querySelector('.words') ?? target)?.getBoundingClientRect(); // a row of floats has no height
		return !!box && box.height > 0 && box.top < innerHeight && box.bottom > 0;
	})()`
	if seen, err := until(tab, look, func(seen bool) bool { return seen }); err != nil || !seen {
		t.Errorf("%s: what the address points to is not in the window (%v)", name, err)
	}
}

// TestWalkCatches goes by keys over pages that hide where the reader is.
func TestWalkCatches(t *testing.T) {
	tab := open(t)
	if err := tab.Do(Desk(), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	golden.Run(t, "testdata/keyboard/*.txtar", func(t *testing.T, c *golden.Case) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "page.html"), []byte(c.Input("page.html")), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, _, err := tab.Visit(fromDisk(dir) + "page.html"); err != nil {
			t.Fatal(err)
		}
		faults, pressed := tab.seek(t, stage{href: regexp.MustCompile(`/nowhere/`)})
		if pressed != 0 {
			t.Errorf("a link leads nowhere after %d keys", pressed)
		}
		c.Check("faults", strings.Join(faults, "\n"))
	})
}
