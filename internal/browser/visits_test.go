package browser

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
)

// news is what the page of changes shows of the reader's last visit.
type news struct {
	Fresh     []string `json:"fresh"`     // ids of changes marked as new
	Reworded  []string `json:"reworded"`  // and as reworded
	Withdrawn []string `json:"withdrawn"` // words of the list; nil while it is hidden
	Kept      string   `json:"kept"`      // what is kept on the device
}

const lookForNews = `(() => {
	const section = document.querySelector('[data-visits]');
	const marked = (words) => [...document.querySelectorAll('.change[id]')]
		.filter((c) => [...c.querySelectorAll('.fresh')].some((f) => f.textContent === words)).map((c) => c.id);
	return {
		fresh: marked(section.dataset.fresh), reworded: marked(section.dataset.reworded),
		withdrawn: section.hidden ? null : [...section.querySelectorAll('li')].map((li) => li.textContent),
		kept: Object.values(localStorage).find((v) => v.includes('change-')) ?? '',
	};
})()`

// TestVisits: the page of changes marks what is new, reworded or gone since the
// last visit, from a disk; the first visit and a reload change nothing.
func TestVisits(t *testing.T) {
	tab, dir := open(t), example(t)
	if err := tab.Do(Phone(), Scheme("light"), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	page := fromDisk(dir) + "iraq-coalition/changes.html"
	look := func() news {
		t.Helper()
		if _, _, err := tab.Visit(page); err != nil {
			t.Fatal(err)
		}
		n, err := ask(tab, chromedp.Evaluate[news](lookForNews))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	first := look()
	if len(first.Fresh)+len(first.Reworded)+len(first.Withdrawn) > 0 || first.Kept == "" {
		t.Fatalf("a first visit shows %+v", first)
	}
	var kept map[string][3]any
	if err := json.Unmarshal([]byte(first.Kept), &kept); err != nil {
		t.Fatal(err)
	}
	ids := shownIDs(t, dir)
	if len(ids) < 3 || len(ids) != len(kept) {
		t.Fatalf("%d changes on the page, %d are kept", len(ids), len(kept))
	}
	edition := kept[ids[0]][0]
	delete(kept, ids[0])
	kept[ids[1]] = [3]any{kept[ids[1]][0], 1, kept[ids[1]][2]}
	kept["change-gone"] = [3]any{edition, 2, "<b>مرحلة سُحبت</b>"}
	kept["change-elsewhere"] = [3]any{"e-1900", 3, "في صفحة أخرى"}
	b, err := json.Marshal(kept)
	if err != nil {
		t.Fatal(err)
	}
	replace := `((v) => { for (const k of Object.keys(localStorage)) localStorage.setItem(k, v); sessionStorage.clear(); return true; })(` + quoteJS(t, string(b)) + `)`
	if _, err := ask(tab, chromedp.Evaluate[bool](replace)); err != nil {
		t.Fatal(err)
	}
	want := news{Fresh: ids[:1], Reworded: ids[1:2], Withdrawn: []string{"<b>مرحلة سُحبت</b>"}, Kept: first.Kept}
	for _, visit := range []string{"a later visit", "a reload"} {
		if diff := cmp.Diff(want, look()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", visit, diff)
		}
	}
	if _, err := ask(tab, chromedp.Evaluate[bool](`(() => { sessionStorage.clear(); return true; })()`)); err != nil {
		t.Fatal(err)
	}
	if n := look(); len(n.Fresh)+len(n.Reworded)+len(n.Withdrawn) > 0 {
		t.Errorf("what was seen is marked again: %+v", n)
	}
}

// shownIDs lists the ids of the changes on the page, in order.
func shownIDs(t *testing.T, dir string) []string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, "iraq-coalition", "changes.html"))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, m := range regexp.MustCompile(`id="?(change-[0-9a-f-]+)`).FindAllSubmatch(b, -1) {
		ids = append(ids, string(m[1]))
	}
	return ids
}

// quoteJS writes a string of JavaScript.
func quoteJS(t *testing.T, s string) string {
	t.Helper()
	b, err := json.Marshal(strings.ToValidUTF8(s, ""))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
