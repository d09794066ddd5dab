package site

import "slices"

// ArchivesFolder is the folder of the site for the archives that the build makes
// of it: "archives/iraq-coalition.epub", after the folder of the dossier, and
// "archives/site.zip".
const (
	ArchivesFolder = "archives"
	WholeSite      = "site"
)

// archives leads to the archives of a name, of the forms that there are.
func (s *site) archives(from, name string, forms ...string) (out []Link) {
	for _, form := range forms {
		if slices.Contains(s.in.Config.Archives, form) {
			out = append(out, Link{Key: form, RelPermalink: link(from, ArchivesFolder+"/"+name+"."+form)})
		}
	}
	return out
}
