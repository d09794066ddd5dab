package build

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/markdown"
	"mojaz/internal/merge"
	"mojaz/internal/wording"
)

// guides gives what editors said of entities, by dossier: each file below
// content/<dossier>/entities/ that is not as the program wrote it last is one.
// A file that was deleted says that its entity is none.
//
// What the program writes into such a file as the entity's names never holds
// what the guide said (see [entityFiles]), so an edit stays one for ever.
func (r *run) guides() (map[string][]corpus.Guide, error) {
	now, err := contentFilesOf(r.opt.Content, r.only)
	if err != nil {
		return nil, wording.Errorf("%s: %w", r.opt.Content, err)
	}
	written, err := contentFilesOf(path.Join(r.opt.Content, generated), r.only)
	if err != nil {
		return nil, wording.Errorf("%s: %w", r.opt.Content, err)
	}
	bases := map[string][]byte{}
	for _, f := range written {
		bases[f.path] = f.bytes
	}
	out := map[string][]corpus.Guide{}
	for _, f := range now {
		dossier, ok := entityDossier(f.path)
		if ok && !bytes.Equal(bases[f.path], f.bytes) {
			out[dossier] = append(out[dossier], guide(f, bases[f.path]))
		}
		delete(bases, f.path)
	}
	for _, f := range written {
		if dossier, ok := entityDossier(f.path); ok && bases[f.path] != nil {
			g := guide(f, f.bytes)
			g.Type = corpus.TypeNone
			out[dossier] = append(out[dossier], g)
		}
	}
	return out, nil
}

// entityDossier gives the dossier of an entity's file; ok is false for any
// other file.
func entityDossier(file string) (dossier string, ok bool) {
	parts := strings.Split(file, "/")
	return parts[0], len(parts) == 3 && parts[1] == "entities"
}

// guide reads one file, and what the program wrote there last, nil if it wrote
// none. Problems of the file are reported when the site is made.
func guide(f contentFile, base []byte) corpus.Guide {
	name := path.Join("content", f.path)
	now, _ := markdown.ParseEntity(name, []byte(merge.Edited(string(f.bytes)).Text))
	if base == nil {
		return now.Guide(nil)
	}
	last, _ := markdown.ParseEntity(name, base)
	return now.Guide(last)
}

// entityFiles makes the files of a cast. own is the cast as the program finds
// it without guides: a file's names, type and slug come from there, so that
// what an editor changes differs from what is written here for ever; the rest
// comes from the entity as guided. An entity that a guide joined to another has
// no file of its own any more.
func entityFiles(a *corpus.Affair, own []corpus.Entity[corpus.Ref], tell func([]corpus.Entity[corpus.Ref]) []corpus.Entity[corpus.Passage], guides []corpus.Guide) []contentFile {
	homes := homes(a, own, guides)
	var found []corpus.Entity[corpus.Ref]
	for i, e := range own {
		if guided := guidedAs(a, e); guided != nil {
			if homes[guided.ID] != i {
				continue
			}
			e.Tenures, e.Line = guided.Tenures, guided.Line
		}
		found = append(found, e)
	}
	for _, e := range a.Cast.Entities { // those that a guide made by keeping apart
		if _, housed := homes[e.ID]; !housed {
			found = append(found, e)
		}
	}
	outlets := markdown.OutletsOf(a.Documents)
	var out []contentFile
	for _, e := range tell(found) {
		out = append(out, contentFile{path.Join(a.Dossier, "entities", markdown.EntityFile(e.Name)), outlets.FormatEntity(e)})
	}
	return out
}

// guidedAs gives the entity that most mentions of an unguided one mean under
// the guides, nil if they mean none.
func guidedAs(a *corpus.Affair, e corpus.Entity[corpus.Ref]) *corpus.Entity[corpus.Ref] {
	var best *corpus.Entity[corpus.Ref]
	count := map[corpus.EntityID]int{}
	for _, m := range e.Mentions {
		if g := a.Cast.Of(m.Doc, m.Mention); g != nil {
			if count[g.ID]++; best == nil || count[g.ID] > count[best.ID] {
				best = g
			}
		}
	}
	return best
}

// homes gives, for each guided entity, the index of the unguided one whose file
// tells of it: the one that a guide is about, else the one named most often.
func homes(a *corpus.Affair, own []corpus.Entity[corpus.Ref], guides []corpus.Guide) map[corpus.EntityID]int {
	guided := map[string]bool{} // names of files that editors changed
	for _, g := range guides {
		if len(g.Known) > 0 {
			guided[g.Known[0]] = true
		}
	}
	out := map[corpus.EntityID]int{}
	for i, e := range own {
		g := guidedAs(a, e)
		if g == nil {
			continue
		}
		j, taken := out[g.ID]
		better := !taken || guided[e.Name] && !guided[own[j].Name] ||
			guided[e.Name] == guided[own[j].Name] && len(e.Mentions) > len(own[j].Mentions)
		if better {
			out[g.ID] = i
		}
	}
	return out
}

// sortFiles orders files by path.
func sortFiles(files []contentFile) {
	slices.SortFunc(files, func(a, b contentFile) int { return strings.Compare(a.path, b.path) })
}
