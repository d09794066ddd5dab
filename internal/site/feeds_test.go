package site

import (
	"slices"
	"strings"
	"testing"

	"mojaz/internal/golden"
)

// TestFiles shows, file by file, what a site holds for other programs. Its
// sections are "base" (an address, or nothing), the site as readSite reads it,
// and the view "files".
func TestFiles(t *testing.T) {
	golden.Run(t, "testdata/files-*.txtar", func(t *testing.T, c *golden.Case) {
		in := readSite(t, c)
		in.Config.BaseURL = strings.TrimSpace(c.Input("base"))
		var b strings.Builder
		for _, f := range filesOf(t, in) {
			if strings.HasSuffix(f.Path, "/dossier.json") {
				continue
			}
			text := strings.ReplaceAll(string(f.Bytes), "\r\n", "\n")
			b.WriteString("## " + f.Path + "\n" + strings.TrimSpace(visible(text)) + "\n")
		}
		c.Check("files", b.String())
	})
}

// filesOf gives what a site holds for other programs, but its search index.
func filesOf(t *testing.T, in Input) []File {
	t.Helper()
	s := newSite(in)
	own, err := s.dossierFeeds()
	if err != nil {
		t.Fatal(err)
	}
	all, err := s.siteFeeds()
	if err != nil {
		t.Fatal(err)
	}
	tables, err := s.tables()
	if err != nil {
		t.Fatal(err)
	}
	return slices.Concat(own, all, tables, s.siteMap(), s.records())
}
