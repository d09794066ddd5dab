package site

import (
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
		feeds, err := Feeds(in)
		if err != nil {
			t.Fatal(err)
		}
		tables, err := Tables(in)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, f := range append(append(feeds, tables...), SiteMap(in, Pages(in))...) {
			text := strings.ReplaceAll(string(f.Bytes), "\r\n", "\n")
			b.WriteString("## " + f.Path + "\n" + strings.TrimSpace(visible(text)) + "\n")
		}
		c.Check("files", b.String())
	})
}
