package build

import (
	"cmp"
	"path"

	"mojaz/internal/corpus"
	"mojaz/internal/markdown"
)

// format makes the files of content/: one briefing for each document and one
// overview for each dossier.
func format(read reading, c Config) []contentFile {
	briefs := map[string][]corpus.Briefing{}
	var out []contentFile
	for _, doc := range read.documents {
		b := markdown.Brief(doc, nil)
		briefs[doc.Dossier] = append(briefs[doc.Dossier], b)
		out = append(out, contentFile{briefingFile(doc.Dossier, doc.ID), markdown.Format(b)})
	}
	for _, f := range read.folders {
		sortBriefings(briefs[f.Name])
		o := corpus.Overview{
			Dossier:     f.Name,
			Title:       cmp.Or(c.Dossiers[f.Name], f.Title, f.Name),
			Description: f.Description,
		}
		for _, b := range briefs[f.Name] {
			o.Briefings = append(o.Briefings, corpus.BriefingLink{
				ID: b.ID, Title: b.Title, Publisher: b.Publisher, Published: b.Published,
			})
		}
		out = append(out, contentFile{path.Join(f.Name, "index.md"), markdown.FormatOverview(o)})
	}
	return out
}

// briefingFile is the path of a briefing below content/.
func briefingFile(dossier string, id corpus.DocID) string {
	return path.Join(dossier, "briefings", string(id)+".md")
}
