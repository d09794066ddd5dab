package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// TestNarrow: the ledger can be narrowed to one source without a script, and a
// dossier on a phone opened to the phases that are past.
func TestNarrow(t *testing.T) {
	tab, dir := open(t), example(t)
	if err := tab.Do(Phone(), Scheme("light")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ page, all, only, press string }{
		{"agreement.html", ".pair", ".pair.from-2", "#from-2"},
		{"index.html", "tr.past", "tr.past.disputed", "#past-shown"},
	} {
		if _, _, err := tab.Visit(fromDisk(dir) + "iraq-coalition/" + c.page); err != nil {
			t.Fatal(err)
		}
		before := seenOf(t, tab, c.all)
		if err := tab.Click(c.press); err != nil {
			t.Fatal(err)
		}
		after, only := seenOf(t, tab, c.all), seenOf(t, tab, c.only)
		less, more := after == only && after < before && after > 0, before == only && after > before
		if c.press == "#from-2" && !less || c.press == "#past-shown" && !more {
			t.Errorf("%s: %d of %q were seen, after a press on %s %d, of %q %d", c.page, before, c.all, c.press, after, c.only, only)
		}
	}
}

// seenOf counts the elements of a selector that have a place on the page.
func seenOf(t *testing.T, tab *Tab, selector string) int {
	t.Helper()
	n, err := ask(tab, chromedp.Evaluate[int](`[...document.querySelectorAll("`+selector+`")].filter(e => e.getClientRects().length).length`))
	if err != nil {
		t.Fatal(err)
	}
	return n
}
