package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// TestLargeType: letters of twice the size fit the width of a phone.
func TestLargeType(t *testing.T) {
	tab, dir := open(t), example(t)
	if err := tab.Do(Phone(), Scheme("light"), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	for kind, name := range kinds(t, dir) {
		if kind == "archive" {
			continue // the same pages as one
		}
		if _, _, err := tab.Visit(fromDisk(dir) + escape(name)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		const larger = `document.documentElement.style.fontSize = "200%"`
		if _, err := ask(tab, chromedp.Evaluate[string](larger)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		p, err := tab.Look()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, fault := range p.faults() {
			t.Errorf("%s (%s), letters of twice the size: %s", name, kind, fault)
		}
	}
}
