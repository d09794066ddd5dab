package archive

import (
	"path"
	"regexp"
	"slices"

	"mojaz/internal/publish"
)

// archiveSection finds the part of a page that leads to archives, a section of
// that class without another inside.
var archiveSection = regexp.MustCompile(`(?s)<section class="archives".*?</section>`)

// Without gives the files of a site as they are in an archive of it, which does
// not hold itself: its pages do not lead to archives.
func Without(files []publish.File) []publish.File {
	files = slices.Clone(files)
	for i, f := range files {
		if path.Ext(f.Path) == ".html" {
			files[i].Bytes = archiveSection.ReplaceAll(f.Bytes, nil)
		}
	}
	return files
}
