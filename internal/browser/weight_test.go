package browser

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
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
	earlyWeight    = 50_000  // those that all pages wait for
	pageSize       = 300_000 // any page of a dossier of many documents, as it is stored
)

// loads matches what a page loads besides fonts and pictures: `<link
// rel="stylesheet" href="../assets/main.css">`, `<script src="../assets/a.js">`.
var loads = regexp.MustCompile(`<(?:link[^>]* rel="?stylesheet"?[^>]* href|script[^>]* src)="?([^">\s]+)`)

// inSheet matches a font that stands in a style sheet: "data:font/woff2;base64,d09G…".
var inSheet = regexp.MustCompile(`data:font/woff2;base64,([A-Za-z0-9+/=]+)`)

// weigh gives the compressed size of a page with the style sheets and scripts that
// it names, without the fonts that stand in the sheets.
func weigh(t *testing.T, dir, name string) int {
	t.Helper()
	b := read(t, dir, name)
	sum := squeezed(t, b)
	for _, m := range loads.FindAllSubmatch(b, -1) {
		part := read(t, dir, path.Join(path.Dir(name), string(m[1])))
		sum += squeezed(t, inSheet.ReplaceAll(part, nil))
	}
	return sum
}

// fontSizes gives the sizes of a site's fonts: those in files and those in style
// sheets.
func fontSizes(t *testing.T, dir string) (inFiles, inSheets int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(name)
		switch filepath.Ext(name) {
		case ".woff2":
			inFiles += len(b)
		case ".css":
			for _, m := range inSheet.FindAllSubmatch(b, -1) {
				inSheets += base64.StdEncoding.DecodedLen(len(m[1]))
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return inFiles, inSheets
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
	files, sheets := fontSizes(t, dir)
	t.Logf("%6d bytes of fonts in files, %d in style sheets", files, sheets)
	if files+sheets > fontWeight || files == 0 {
		t.Errorf("the fonts weigh %d bytes, want at most %d and some", files+sheets, fontWeight)
	}
	if sheets > earlyWeight || sheets == 0 {
		t.Errorf("all pages wait for %d bytes of fonts, want at most %d and some", sheets, earlyWeight)
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
