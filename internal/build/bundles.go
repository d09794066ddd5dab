package build

import (
	"path"
	"strings"

	"mojaz/internal/archive"
	"mojaz/internal/publish"
	"mojaz/internal/site"
)

// bundles packs the sources of each dossier of in with their annotations. They are
// made with the pages of the dossier and not with the other archives: these are
// bound when nothing is left in memory but pages.
func (w *works) bundles(c *chapter, in site.Input) error {
	if w.walker != nil || !w.wants(site.Annotated) {
		return nil // a check looks at no archive
	}
	for i := range in.Dossiers {
		one := in
		one.Dossiers = in.Dossiers[i : i+1]
		name := site.ArchiveName(site.Folder(in.Dossiers[i].Overview.Dossier), site.Annotated)
		packed, err := archive.ZIP(strings.TrimSuffix(name, ".zip"), published(site.Bundle(one)))
		if err != nil {
			return err
		}
		if err := w.put(c, publish.File{Path: path.Join(site.ArchivesFolder, name), Bytes: packed}); err != nil {
			return err
		}
	}
	return nil
}
