package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mojaz/internal/golden"
)

// TestJoins: the letters of a word join where a highlight, a link or a note begins
// or ends inside it.
func TestJoins(t *testing.T) {
	tab, dir := open(t), example(t)
	if err := tab.Do(Phone(), Scheme("light"), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	parted := 0
	for kind, name := range kinds(t, dir) {
		if _, _, err := tab.Visit(fromDisk(dir) + escape(name)); err != nil {
			t.Fatal(err)
		}
		j, err := tab.Joins()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		parted += j.Parted
		for _, word := range j.Apart {
			t.Errorf("%s (%s): %s", name, kind, word)
		}
	}
	t.Logf("%d words with an element inside", parted)
	if parted == 0 {
		t.Error("no word has an element inside it: nothing was measured")
	}
}

func TestJoinsCatches(t *testing.T) {
	tab := open(t)
	if err := tab.Do(Phone(), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	golden.Run(t, "testdata/joins/*.txtar", func(t *testing.T, c *golden.Case) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "page.html"), []byte(c.Input("page.html")), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, _, err := tab.Visit(fromDisk(dir) + "page.html"); err != nil {
			t.Fatal(err)
		}
		j, err := tab.Joins()
		if err != nil {
			t.Fatal(err)
		}
		for i, word := range j.Apart { // how far off is a matter of the font
			j.Apart[i], _, _ = strings.Cut(word, " is ")
		}
		c.Check("apart", strings.Join(j.Apart, "\n"))
	})
}
