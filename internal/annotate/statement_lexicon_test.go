package annotate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mojaz/internal/arabic"
)

// TestReportingLists holds each list of the statements to its form: what it is,
// where it comes from, sorted, nothing twice.
func TestReportingLists(t *testing.T) {
	files, err := filepath.Glob("data/reporting_*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no lists (%v)", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		list := arabic.List(string(b))
		if !strings.HasPrefix(string(b), "# ") || !strings.Contains(string(b), "\n# Origin: ") {
			t.Errorf("%s: does not say what it is and where it comes from", name)
		}
		if !slices.IsSorted(list) {
			t.Errorf("%s: not sorted", name)
		}
		if n := len(slices.Compact(slices.Clone(list))); n != len(list) {
			t.Errorf("%s: %d entries, %d of them different", name, len(list), n)
		}
	}
}

// TestReportingVerbs holds each verb to its fields.
func TestReportingVerbs(t *testing.T) {
	b, err := os.ReadFile("data/reporting_verbs.txt")
	if err != nil {
		t.Fatal(err)
	}
	takes := strings.Fields("أن اسم إلى على عن من ب رقم -")
	marks := strings.Fields("homograph weak denies excludes light passes within accuses tells spoken decides ascribes charges blames estimates tallies")
	for _, e := range arabic.List(string(b)) {
		f := strings.Split(e, "; ")
		if len(f) < 4 || len(f) > 5 {
			t.Errorf("%q has %d fields, want 4 or 5", e, len(f))
			continue
		}
		for _, w := range strings.Fields(f[3]) {
			if !slices.Contains(takes, strings.TrimRight(w, "+!?")) {
				t.Errorf("%q takes %q, which means nothing", e, w)
			}
		}
		for _, w := range strings.Fields(strings.Join(f[4:], " ")) {
			if !slices.Contains(marks, w) {
				t.Errorf("%q is marked %q, which means nothing", e, w)
			}
		}
	}
}
