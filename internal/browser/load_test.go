package browser

import (
	"context"
	"io/fs"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"mojaz/internal/golden"
)

// slowServer serves the files of a folder, those that end in late only after a
// while, and not at all if that is none.
func slowServer(t *testing.T, dir, late string, wait time.Duration) (root string) {
	t.Helper()
	files := plainServer{os.DirFS(dir)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path.Ext(r.URL.Path) == late {
			if wait == 0 {
				w.WriteHeader(http.StatusNotFound)
				return
			}
			select {
			case <-time.After(wait):
			case <-r.Context().Done():
				return
			}
		}
		http.StripPrefix("/", files).ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		server.CloseClientConnections() // what waits, waits no longer
		server.Close()
	})
	return server.URL + "/"
}

// maxEarly is how many fonts a page may ask for before it needs them: those of
// the first window.
const maxEarly = 2

// maxShift is how far things may move while a page loads, by the measure that
// Chromium uses. It calls up to 0.1 good; nearly all pages reach 0.
const maxShift = 0.02

// slowLine serves the files of a folder as a phone gets them where there are few
// masts: each 150 ms after it was asked for, and then 16 KB every 80 ms.
func slowLine(t *testing.T, dir string) (root string) {
	t.Helper()
	files := os.DirFS(dir)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := fs.ReadFile(files, strings.TrimPrefix(r.URL.Path, "/"))
		if err != nil {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(r.URL.Path)))
		time.Sleep(150 * time.Millisecond)
		for part := range slices.Chunk(b, 16<<10) {
			w.Write(part)
			http.NewResponseController(w).Flush()
			time.Sleep(80 * time.Millisecond)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// TestStill: nothing moves while a page loads, however it comes: from a disk, from
// a server, over a slow line, when what fonts are still to come is late and when it
// never comes.
func TestStill(t *testing.T) {
	tab, dir := open(t), example(t)
	for _, way := range []struct{ name, root string }{
		{"from disk", fromDisk(dir)},
		{"over HTTP", overHTTP(t, dir)},
		{"over a slow line", slowLine(t, dir)},
		{"with late fonts", slowServer(t, dir, ".woff2", 300*time.Millisecond)},
		{"without further fonts", slowServer(t, dir, ".woff2", 0)},
	} {
		for width, size := range map[string]Step{"390": Phone(), "1280": Desk()} {
			if way.name == "over a slow line" && width != "390" {
				continue // it takes long, and phones are on such lines
			}
			if err := tab.Do(size, Scheme("light"), Scripts(true)); err != nil {
				t.Fatal(err)
			}
			t.Logf("%s, %s px: things move by %.4f at most", way.name, width, mostMoved(t, tab, way.root, dir))
		}
	}
}

// mostMoved opens a page of each kind and gives how far things move on the one
// where they move most. It fails the test where that is too far, and on pages that
// wait for scripts or ask early for more than they need.
func mostMoved(t *testing.T, tab *Tab, root, dir string) (most float64) {
	t.Helper()
	for kind, name := range kinds(t, dir) {
		if kind == "archive" {
			continue // opened from a disk, as a whole
		}
		l := loaded(t, tab, root+escape(name))
		if l.Shift > maxShift { // on a busy machine a picture may come between once, not twice
			l = loaded(t, tab, root+escape(name))
		}
		if l.Shift > maxShift {
			t.Errorf("%s (%s): things move by %.4f: %s", name, kind, l.Shift, strings.Join(l.Moved, ", "))
		}
		if len(l.Early) > maxEarly {
			t.Errorf("%s (%s) asks early for the fonts %q, want two at most", name, kind, l.Early)
		}
		if len(l.Blocks) > 0 {
			t.Errorf("%s (%s) waits for the scripts %q", name, kind, l.Blocks)
		}
		most = max(most, l.Shift)
	}
	return most
}

// loaded opens a page and tells how it came to be shown.
func loaded(t *testing.T, tab *Tab, address string) Load {
	t.Helper()
	if _, _, err := tab.Visit(address); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	l, err := tab.Load()
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return l
}

// TestWordsFirst: every page shows its words while its scripts are still on their
// way, for ever if need be.
func TestWordsFirst(t *testing.T) {
	tab, dir := open(t), example(t)
	if err := tab.Do(Phone(), Scheme("light"), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	root := slowServer(t, dir, ".js", time.Hour)
	for kind, name := range kinds(t, dir) {
		if !shows(t, tab, root+escape(name)) {
			t.Errorf("%s (%s) shows nothing while its scripts are on their way", name, kind)
		}
	}
}

// shows reports whether a page shows words within a few seconds, though it may
// never be loaded whole.
func shows(t *testing.T, tab *Tab, address string) bool {
	t.Helper()
	_, err := ask(tab, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, page.Navigate, page.NavigateParams{URL: address})
		return err // without waiting until it is loaded
	}))
	if err != nil {
		t.Fatal(err)
	}
	for range 100 {
		time.Sleep(settle)
		painted, err := ask(tab, chromedp.Evaluate[bool](`performance.getEntriesByName('first-contentful-paint').length > 0`))
		if err == nil && painted {
			return true
		}
	}
	return false
}

// TestLoadCatches shows pages that move, wait and ask too early.
func TestLoadCatches(t *testing.T) {
	tab := open(t)
	if err := tab.Do(Phone(), Scheme("light"), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	golden.Run(t, "testdata/load/*.txtar", func(t *testing.T, c *golden.Case) {
		dir := t.TempDir()
		for _, f := range c.Inputs("site/") {
			if err := os.WriteFile(dir+"/"+strings.TrimPrefix(f.Name, "site/"), f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		l := loaded(t, tab, overHTTP(t, dir)+"page.html")
		if l.Shift == 0 || !slices.Contains(l.Moved, `<p id="below">تحت</p>`) {
			t.Errorf("things move by %v (%q), want the paragraph below", l.Shift, l.Moved)
		}
		c.Check("early", strings.Join(l.Early, "\n"))
		c.Check("blocks", strings.Join(l.Blocks, "\n"))
		if shows(t, tab, slowServer(t, dir, ".js", time.Hour)+"page.html") {
			t.Error("the page shows words without the script that it waits for")
		}
	})
}
