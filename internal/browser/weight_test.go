package browser

import (
	"bytes"
	"compress/gzip"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What a reader may have to wait for, in bytes.
const (
	briefingWeight = 60_000  // a briefing's page, style sheets and scripts, compressed
	fontWeight     = 180_000 // all fonts
	pageSize       = 300_000 // any page of a dossier of many documents, as it is stored
)

// loads matches what a page loads besides fonts and pictures: `<link
// rel="stylesheet" href="../assets/main.css">`, `<script src="../assets/a.js">`.
var loads = regexp.MustCompile(`<(?:link[^>]* rel="?stylesheet"?[^>]* href|script[^>]* src)="?([^">\s]+)`)

// weigh gives the compressed size of a page with the style sheets and scripts that
// it names.
func weigh(t *testing.T, dir, name string) int {
	t.Helper()
	b := read(t, dir, name)
	sum := squeezed(t, b)
	for _, m := range loads.FindAllSubmatch(b, -1) {
		sum += squeezed(t, read(t, dir, path.Join(path.Dir(name), string(m[1]))))
	}
	return sum
}

// squeezed gives the size that a server sends.
func squeezed(t *testing.T, b []byte) int {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}

// TestWeight weighs the pages of the example.
func TestWeight(t *testing.T) {
	dir := example(t)
	for kind, name := range kinds(t, dir) {
		w := weigh(t, dir, name)
		t.Logf("%6d bytes compressed, the heaviest %s", w, kind)
		if kind == "briefing" && w > briefingWeight {
			t.Errorf("%s weighs %d bytes with its sheets and scripts, want at most %d", name, w, briefingWeight)
		}
	}
	fonts, files := 0, 0
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".woff2" {
			return err
		}
		info, err := e.Info()
		fonts, files = fonts+int(info.Size()), files+1
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%6d bytes of fonts in %d files", fonts, files)
	if fonts > fontWeight || fonts == 0 {
		t.Errorf("the fonts weigh %d bytes, want at most %d and some", fonts, fontWeight)
	}
}

// TestLarge: many documents make no page heavy.
func TestLarge(t *testing.T) {
	dir := large(t)
	pages := htmlFiles(t, dir)
	for _, name := range pages {
		if strings.HasPrefix(name, archives) {
			continue // nobody waits for one
		}
		if n := len(read(t, dir, name)); n > pageSize {
			t.Errorf("%s has %d bytes, want at most %d", name, n, pageSize)
		}
	}
	for kind, name := range kinds(t, dir) {
		t.Logf("%6d bytes, the biggest %s: %s", len(read(t, dir, name)), kind, name)
	}
	if len(pages) < 2*many {
		t.Errorf("%d pages, want one a briefing and one a source of %d", len(pages), many)
	}
	marks := strings.Count(string(read(t, dir, "bridge/phases.html")), `href="briefings/`)
	t.Logf("%d pages, %d passages on the first page of phases", len(pages), marks)
	if marks < 20 {
		t.Errorf("the phases of %d documents cite %d passages: the invented text says too little", many, marks)
	}
}
