package browser

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"mojaz/internal/golden"
)

// open starts a browser for a test. It fails without Chromium: a site that
// nobody has looked at is not tested.
func open(t *testing.T) *Tab {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves the browser out")
	}
	if !haveChromium() {
		t.Fatal("CHROMIUM IS NOT INSTALLED, so nothing here was tested. Install it (scripts/test does, on Debian), or run go test -short.")
	}
	tab, stop, err := Start(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	return tab
}

func haveChromium() bool {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if _, err := exec.LookPath(name); err == nil {
			return true
		}
	}
	return false
}

// fromDisk gives the address of a folder on disk, with a last slash.
func fromDisk(dir string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"}).String()
}

// overHTTP serves a folder as a part of a larger site and gives its address.
func overHTTP(t *testing.T, dir string) string {
	t.Helper()
	const prefix = "/ملفات/mojaz/"
	server := httptest.NewServer(http.StripPrefix(prefix, plainServer{os.DirFS(dir)}))
	t.Cleanup(server.Close)
	return server.URL + (&url.URL{Path: prefix}).EscapedPath()
}

// plainServer serves the files of a folder as they are. Unlike http.FileServer it
// does not send a reader who asks for index.html elsewhere; no other host does.
type plainServer struct{ files fs.FS }

func (s plainServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	b, err := fs.ReadFile(s.files, r.URL.Path)
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	http.ServeContent(w, r, r.URL.Path, time.Time{}, bytes.NewReader(b))
}

// htmlFiles lists the pages below dir.
func htmlFiles(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ".html" {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		names = append(names, filepath.ToSlash(rel))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// wording matches what each version of Chromium puts in words of its own:
// "security: Refused to load …".
var wording = regexp.MustCompile(`(security:) .*`)

// TestCrawlCatches shows the crawler small sites, each with faults of one kind.
func TestCrawlCatches(t *testing.T) {
	tab := open(t)
	if err := tab.Do(Phone()); err != nil {
		t.Fatal(err)
	}
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		dir := filepath.Join(t.TempDir(), "موقع صغير")
		for _, f := range c.Inputs("site/") {
			name := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(f.Name, "site/")))
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for view, root := range map[string]string{"disk": fromDisk(dir), "http": overHTTP(t, dir)} {
			report := tab.Crawl(root, htmlFiles(t, dir), nil)
			got := strings.ReplaceAll(strings.Join(report.Faults, "\n"), root, "ROOT/")
			got = strings.ReplaceAll(got, filepath.Dir(dir), "PARENT")
			c.Check(view, wording.ReplaceAllString(got, "$1 …"))
		}
	})
}
