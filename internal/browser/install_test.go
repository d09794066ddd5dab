package browser

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// manifest is what the test looks at of a web app manifest.
type manifest struct {
	Name, Lang, Dir string
	StartURL        string `json:"start_url"`
	Icons           []struct{ Src string }
}

// TestInstall: a browser on a host finds what it has to know to keep the site, from
// the first page and from a dossier's; from a disk, where it may not read that, it
// is not told of it and complains of nothing.
func TestInstall(t *testing.T) {
	tab, dir := open(t), example(t)
	disk, host := fromDisk(dir), overHTTP(t, dir)
	for _, name := range []string{"index.html", "iraq-coalition/index.html"} {
		if m := kept(t, tab, disk+name); m != "" {
			t.Errorf("%s, from disk: there is a manifest: %s", name, m)
		}
		var m manifest
		if err := json.Unmarshal([]byte(kept(t, tab, host+name)), &m); err != nil {
			t.Fatalf("%s, over HTTP: %v", name, err)
		}
		if m.Name != "موجز" || m.Lang != "ar" || m.Dir != "rtl" || m.StartURL != "index.html" || len(m.Icons) != 3 {
			t.Errorf("%s: the manifest says %+v", name, m)
		}
		for _, icon := range m.Icons {
			if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(icon.Src))); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// kept opens a page and gives its manifest, "" if there is none. What the browser
// finds wrong with it, or complains of on the way, fails the test.
func kept(t *testing.T, tab *Tab, address string) string {
	t.Helper()
	_, faults, err := tab.Visit(address)
	if err != nil {
		t.Fatal(err)
	}
	m, err := chromedp.Call(tab.ctx, page.GetAppManifest, page.GetAppManifestParams{})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range m.Errors {
		t.Errorf("%s: %s", address, e.Message)
	}
	for _, f := range append(faults, tab.Faults()...) {
		t.Errorf("%s: %s", address, f)
	}
	return m.Data
}
