package crossref_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"mojaz/internal/arabic"
)

// TestAliasesAgree holds the names that all know to those by which annotate
// gives one document one name: what is one in a document is one in a dossier.
func TestAliasesAgree(t *testing.T) {
	ours, theirs := aliasLines(t, "data/entity_aliases.txt"), aliasLines(t, "../annotate/data/mention_aliases.txt")
	for _, line := range theirs {
		if !slices.Contains(ours, line) {
			t.Errorf("entity_aliases.txt lacks %q of mention_aliases.txt", line)
		}
	}
}

// TestDataSorted keeps the word lists sorted, each entry once, with an origin.
func TestDataSorted(t *testing.T) {
	files, err := os.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasPrefix(f.Name(), "entity_") {
			continue
		}
		lines := aliasLines(t, "data/"+f.Name())
		if !slices.IsSorted(lines) || len(slices.Compact(slices.Clone(lines))) != len(lines) {
			t.Errorf("%s is not sorted, or has an entry twice", f.Name())
		}
		if b, _ := os.ReadFile("data/" + f.Name()); !strings.Contains(string(b), "\n# Origin: ") {
			t.Errorf("%s does not say where it is from", f.Name())
		}
	}
}

// aliasLines gives the entries of a word list.
func aliasLines(t *testing.T, file string) []string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return arabic.List(string(b))
}
