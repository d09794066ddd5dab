package browser

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mojaz/internal/eval/hostile"
)

// writeHostile writes the dossier and gives the folder that holds it.
func writeHostile(t *testing.T) string {
	t.Helper()
	seeds := filepath.Join(t.TempDir(), "seeds")
	if _, err := hostile.Write(seeds); err != nil {
		t.Fatal(err)
	}
	return seeds
}

// turning matches what turns letters around in a page: "\u202e".
var turning = regexp.MustCompile(`[\x{202A}\x{202B}\x{202D}\x{202E}]`)

func TestHostile(t *testing.T) {
	tab := open(t)
	dir := build(t, writeHostile(t))
	if err := tab.Do(Phone(), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	for _, root := range []string{fromDisk(dir), overHTTP(t, dir)} {
		report := crawlAll(t, tab, dir, root)
		t.Logf("counted: hostile-pages %d", len(report.Pages))
		for name, p := range report.Pages {
			if m := turning.FindString(p.Text); m != "" {
				t.Errorf("%s shows %+q as it is: it turns the letters after it", name, m)
			}
		}
		checkShown(t, report)
	}
}

// checkShown looks for every hostile line, as it was written, on the page of its
// source; and in its briefing for all of a line whose beginning is there, for the
// program may take some lines for no part of the text.
func checkShown(t *testing.T, report Report) {
	t.Helper()
	for _, kind := range []string{"sources", "briefings"} {
		page := pageOf(report, kind+"/a.html")
		shown, whole := plain(page.Text), 0
		for _, line := range hostile.Lines {
			line = plain(line)
			beginning, _, _ := strings.Cut(line, " ")
			switch {
			case strings.Contains(shown, line):
				whole++
			case kind == "sources" || strings.Contains(shown, beginning):
				t.Errorf("%s/a.html does not show %q", kind, line)
			}
		}
		if whole < len(hostile.Lines)/2 {
			t.Errorf("%s/a.html shows %d of %d hostile lines, want most", kind, whole, len(hostile.Lines))
		}
	}
}

// plain gives a text with its blanks as one.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }

// pageOf gives the page whose path ends as given, an empty one if there is none.
func pageOf(report Report, end string) Page {
	for name, p := range report.Pages {
		if strings.HasSuffix(name, "/"+end) {
			return p
		}
	}
	return Page{}
}
