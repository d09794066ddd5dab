package build

import (
	"cmp"
	"context"
	"path"

	"mojaz/internal/corpus"
	"mojaz/internal/markdown"
	"mojaz/internal/seeds"
)

// format makes the files of content/ of all dossiers.
func format(read reading, all []related, c Config) []contentFile {
	var out []contentFile
	for i := range all {
		f := folderFiles{related: &all[i], folder: read.folders[i], config: c}
		out = append(out, f.all()...)
	}
	return out
}

// folderFiles makes the files of one dossier.
type folderFiles struct {
	*related
	folder  seeds.Folder
	config  Config
	teller  *markdown.Teller
	outlets markdown.Outlets
}

// all makes one briefing for each document, one file for each entity, the phase
// map and the overview.
func (f *folderFiles) all() []contentFile {
	f.teller, f.outlets = markdown.NewTeller(f.Documents), markdown.OutletsOf(f.Documents)
	f.follow()
	briefs, phases := f.briefings(), f.teller.Phases(f.Phases)
	out := []contentFile{
		{path.Join(f.Dossier, "index.md"), f.outlets.FormatOverview(f.overview(briefs), phases...)},
		{path.Join(f.Dossier, "phases.md"), f.outlets.FormatPhases(markdown.PhaseMap{
			Dossier: f.Dossier, Title: f.title(), Phases: phases,
		})},
	}
	written := make([]contentFile, len(briefs))
	_ = parallel(context.Background(), len(briefs), func(i int) error { // which cannot fail
		b := briefs[i]
		written[i] = contentFile{briefingFile(b.Dossier, b.ID), f.outlets.Format(b)}
		return nil
	})
	out = append(out, written...)
	out = append(out, entityFiles(&f.Affair, f.unguided, f.teller.Entities, f.guides)...)
	sortFiles(out)
	return out
}

// follow makes the teller tell of each edited briefing as it will be when this
// build has put in what changed, so that what is written elsewhere cites the
// paragraphs that are there. Relations are left out of what is put in: they are
// told by the same teller, and change no paragraph.
func (f *folderFiles) follow() {
	for i, doc := range f.read {
		if edit, ok := f.corrections[briefingFile(doc.Dossier, doc.ID)]; ok {
			then := edit.then(doc, f.outlets.Format(markdown.Brief(doc, &f.Cast)))
			anchors, _ := markdown.NewGate(f.read[i : i+1]).Check(then)
			f.teller.Follow(then, anchors)
		}
	}
}

// briefings makes the briefings, each with the relations of which it holds the
// first passage.
func (f *folderFiles) briefings() []corpus.Briefing {
	relations := map[corpus.DocID][]corpus.Relation[corpus.Passage]{}
	for _, r := range f.teller.Relations(f.Relations) {
		relations[r.A.Doc] = append(relations[r.A.Doc], r)
	}
	var out []corpus.Briefing
	for _, doc := range f.read {
		b := markdown.Brief(doc, &f.Cast)
		b.Relations = relations[doc.ID]
		out = append(out, b)
	}
	sortBriefings(out)
	return out
}

func (f *folderFiles) overview(briefs []corpus.Briefing) corpus.Overview {
	o := corpus.Overview{
		Dossier: f.Dossier, Title: f.title(), Description: f.folder.Description,
		AsOf: f.AsOf, Rights: corpus.Rights(f.folder.Rights), Points: f.teller.Points(f.Points),
	}
	for _, b := range briefs {
		o.Briefings = append(o.Briefings, corpus.BriefingLink{
			ID: b.ID, Title: b.Title, Publisher: b.Publisher, Published: b.Published,
		})
	}
	return o
}

func (f *folderFiles) title() string {
	return cmp.Or(f.config.Dossiers[f.Dossier], f.folder.Title, f.Dossier)
}

// briefingFile is the path of a briefing below content/.
func briefingFile(dossier string, id corpus.DocID) string {
	return path.Join(dossier, "briefings", string(id)+".md")
}
