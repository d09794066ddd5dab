package browser

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestEnglish: a site whose own words are English reads from left to right, and
// nothing else about its pages is wrong; what sources say is marked as Arabic.
func TestEnglish(t *testing.T) {
	tab := open(t)
	if err := tab.Do(Phone(), Scheme("light"), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	seeds, err := filepath.Abs("../../seeds")
	if err != nil {
		t.Fatal(err)
	}
	dir, err := makeSite(t.TempDir(), seeds, "language: en\narchives: []\n")
	if err != nil {
		t.Fatal(err)
	}
	for kind, name := range kinds(t, dir) {
		p, faults, err := tab.Visit(fromDisk(dir) + escape(name))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if p.Lang != "en" || p.Dir != "ltr" {
			t.Errorf("%s (%s) says lang=%q dir=%q", name, kind, p.Lang, p.Dir)
		}
		for _, fault := range append(faults, p.faults()...) {
			if !strings.HasPrefix(fault, "the root element says") {
				t.Errorf("%s (%s): %s", name, kind, fault)
			}
		}
	}
	if !strings.Contains(string(read(t, dir, "iraq-coalition/index.html")), `<h1 lang="ar" dir="rtl">`) {
		t.Error("the title of a dossier is not marked as Arabic")
	}
}
