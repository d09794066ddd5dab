package site

import "slices"

// ArchivesFolder is the folder of the site for the archives that the build makes
// of it: "archives/iraq-coalition.epub", after the folder of the dossier, and
// "archives/site.zip".
const (
	ArchivesFolder = "archives"
	WholeSite      = "site"
)

// Annotated is the form of the archive that holds a [Bundle].
const Annotated = "annotations"

// archives leads to the archives of a name, of the forms that there are.
func (s *site) archives(from, name string, forms ...string) (out []Link) {
	for _, form := range forms {
		if slices.Contains(s.in.Config.Archives, form) {
			out = append(out, Link{Key: form, RelPermalink: link(from, ArchivesFolder+"/"+ArchiveName(name, form))})
		}
	}
	return out
}

// ArchiveName names the archive of a form: "iraq-coalition.epub", and
// "iraq-coalition-annotations.zip" for [Bundle].
func ArchiveName(name, form string) string {
	if form == Annotated {
		return name + "-annotations.zip"
	}
	return name + "." + form
}
