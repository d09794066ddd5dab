package seeds

import (
	"strings"
	"testing"
)

func TestDocID(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"000_6c3114ac1a7fdeef.txt", "000-6c3114"},
		{"6C3114AC1A7FDEEF.html", "6c3114"},
		{"202508311234.txt", "202508311234"},
		{"تقرير الأمم المتحدة.txt", "tqrir-al-amm-al-mthda"},
		{"Report.final.md", "report-final"},
		{"؟.txt", "x-b0d59428"},
		{strings.Repeat("abc-", 30) + ".txt", "abc-abc-abc-abc-abc-abc-abc-abc-9f2aa3"},
		{strings.Repeat("n", 90) + ".txt", strings.Repeat("n", 33) + "-971f9e"},
	} {
		if got := docID(c.in); got != c.want {
			t.Errorf("docID(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// Names that make one id are told apart, whatever stands behind them in the
// folder, and no id is longer than it may be.
func TestDocIDsCollide(t *testing.T) {
	names := []string{"a b.txt", "a-b.md", "a-b.txt", "z.txt"}
	got := docIDs(names)
	for i, want := range []string{"a-b", "a-b-", "a-b-", "z"} {
		if !strings.HasPrefix(string(got[i]), want) {
			t.Errorf("docIDs(%q)[%d] = %q, want %q…", names, i, got[i], want)
		}
	}
	if got[1] == got[2] {
		t.Errorf("docIDs(%q) gives %q twice", names, got[1])
	}
}

func FuzzDocID(f *testing.F) {
	f.Add("000_6c3114ac1a7fdeef.txt")
	f.Add("\u202e.txt")
	f.Fuzz(func(t *testing.T, name string) {
		for _, id := range docIDs([]string{name, name + " "}) {
			if id == "" || len(id) > maxID || strings.Trim(string(id), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
				t.Errorf("docIDs(%q) gives %q", name, id)
			}
		}
	})
}
