package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// node runs a judge that is a script of scripts/judges, in the folder of what was
// fetched for it, and gives its lines but the last, and that one.
func node(t *testing.T, script, needs string, args ...string) (faults []string, last string) {
	t.Helper()
	judge(t, needs)
	script, err := filepath.Abs("../../scripts/judges/" + script)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", append([]string{script}, args...)...)
	cmd.Dir = "../../.cache/judges"
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", filepath.Base(script), err, said.String())
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	return lines[:len(lines)-1], lines[len(lines)-1]
}

// TestStructuredData has the JSON-LD of a page of each kind judged, and of all
// pages that speak of people, as it is at a domain and without one.
func TestStructuredData(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves the judges out")
	}
	var pages []string
	for _, make := range []func() (string, error){published, shipped} {
		dir, err := make()
		if err != nil {
			t.Fatal(err)
		}
		of := kinds(t, dir)
		for kind, name := range of {
			if kind != "notfound" && kind != "archive" {
				pages = append(pages, filepath.Join(dir, filepath.FromSlash(name)))
			}
		}
		for _, folder := range []string{"briefings", "entities"} {
			more, err := filepath.Glob(filepath.Join(dir, "*", folder, "*.html"))
			if err != nil || len(more) < 5 {
				t.Fatalf("%d pages of %s (%v)", len(more), folder, err)
			}
			pages = append(pages, more...)
		}
	}
	slices.Sort(pages)
	faults, last := node(t, "structured.mjs", "schema-dts/dist/schema.d.ts", slices.Compact(pages)...)
	for _, f := range faults {
		t.Error(f)
	}
	t.Log(last)
}

// TestStructuredDataCatches shows the judge what is wrong in a way of its own each.
func TestStructuredDataCatches(t *testing.T) {
	wrong := map[string]string{
		"no data":              `<p>x`,
		"no JSON":              `{"@context":"https://schema.org",}`,
		"no such type":         `{"@context":"https://schema.org","@type":"NewsArticl","headline":"x"}`,
		"no such property":     `{"@context":"https://schema.org","@type":"NewsArticle","headlin":"x"}`,
		"property of another":  `{"@context":"https://schema.org","@type":"Person","headline":"x"}`,
		"value of another":     `{"@context":"https://schema.org","@type":"Claim","author":{"@type":"AdministrativeArea","name":"x"}}`,
		"wrong deep inside":    `{"@context":"https://schema.org","@type":"Claim","author":{"@type":"Person","jobTitel":"x"}}`,
		"no date":              `{"@context":"https://schema.org","@type":"NewsArticle","datePublished":"2025-9-1"}`,
		"another's vocabulary": `{"@context":"https://example.org","@type":"Person","name":"x"}`,
		"no such keyword":      `{"@context":"https://schema.org","@type":"Person","@foo":"x"}`,
	}
	dir := t.TempDir()
	page := func(name, data string) string {
		file := filepath.Join(dir, name+".html")
		if strings.HasPrefix(data, "{") {
			data = `<script type="application/ld+json">` + data + `</script>`
		}
		if err := os.WriteFile(file, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	good := page("good", `{"@context":"https://schema.org","@type":"Person","name":"x"}`)
	pages := []string{good}
	for name, data := range wrong {
		pages = append(pages, page(name, data))
	}
	faults, _ := node(t, "structured.mjs", "schema-dts/dist/schema.d.ts", pages...)
	said := strings.Join(faults, "\n")
	for _, p := range pages {
		if strings.Contains(said, p+": ") != (p != good) {
			t.Errorf("%s: the judge says\n%s", filepath.Base(p), said)
		}
	}
}
