package build

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/markdown"
	"mojaz/internal/merge"
	"mojaz/internal/site"
	"mojaz/internal/wording"
)

// telling is content/ read back and checked against the sources.
type telling struct {
	dossiers  []corpus.Dossier
	documents map[site.Key]corpus.Document
	anchors   map[site.Key]site.Anchor
}

// load reads content/ and holds every briefing against the verbatim gate. A
// fault ends the build unless it is lenient.
func (r *run) load(read reading) (telling, error) {
	files, err := contentFilesOf(r.opt.Content, r.only)
	if err != nil {
		return telling{}, wording.Errorf("%s: %w", r.opt.Content, err)
	}
	files = r.drafts.over(files)
	t := telling{documents: map[site.Key]corpus.Document{}, anchors: map[site.Key]site.Anchor{}}
	own := newGated(read.documents)
	for _, name := range dossierNames(files) {
		parsed := r.parseDossier(name, files)
		r.note(markdown.CheckDossier(parsed))
		for _, b := range parsed.Briefings {
			r.anchor(own, b, &t)
		}
		d := parsed.Dossier()
		sortBriefings(d.Briefings)
		d.Overview.Dossier = name
		d.Overview.Path = path.Join("content", name, "index.md")
		d.Overview.Title = cmp.Or(d.Overview.Title, name)
		t.dossiers = append(t.dossiers, d)
	}
	return t, nil
}

// anchor finds a briefing in its source.
func (r *run) anchor(own *gated, b *markdown.File, t *telling) {
	k := site.Key{Dossier: b.Dossier, ID: b.ID}
	in := own
	anchors, problems := in.gate.Check(b)
	if len(problems) > 0 && r.only != "" {
		// Words that are not there may stand in a source of another dossier.
		in, r.elsewhere = r.everything(), true
		anchors, problems = in.gate.Check(b)
	}
	r.note(problems)
	doc, ok := in.bySource[b.Source]
	if !ok {
		return
	}
	t.documents[k] = doc
	if anchors != nil {
		t.anchors[k] = anchors
	}
}

// gated is documents in which the words of briefings are looked for.
type gated struct {
	gate     *markdown.Gate
	bySource map[string]corpus.Document
}

func newGated(docs []corpus.Document) *gated {
	s := &gated{markdown.NewGate(docs), map[string]corpus.Document{}}
	for _, doc := range docs {
		s.bySource[doc.Path] = doc
	}
	return s
}

// parseDossier parses all files of one dossier. Of a conflict that nobody has
// solved yet, the editor's side is read.
func (r *run) parseDossier(name string, files []contentFile) markdown.DossierFiles {
	var out markdown.DossierFiles
	for _, f := range files {
		below, ok := strings.CutPrefix(f.path, name+"/")
		if !ok {
			continue
		}
		text, at := r.edited(f)
		var problems []corpus.Problem
		switch dir, base := path.Split(below); {
		case below == "index.md":
			out.Overview, problems = markdown.ParseOverview(at, text)
		case below == "phases.md":
			out.Phases, problems = markdown.ParsePhases(at, text)
		case dir == "entities/":
			var e *markdown.EntityNote
			e, problems = markdown.ParseEntity(at, text)
			out.Entities = append(out.Entities, e)
		case dir == "briefings/":
			var b *markdown.File
			b, problems = markdown.Parse(at, text)
			b.Dossier, b.ID = name, corpus.DocID(strings.TrimSuffix(base, ".md"))
			out.Briefings = append(out.Briefings, b)
		}
		r.note(problems)
	}
	return out
}

// edited gives the text of a file, for each conflict in it the editor's side,
// and the path under which its problems are reported.
func (r *run) edited(f contentFile) (text []byte, at string) {
	at = path.Join("content", f.path)
	side := merge.Edited(string(f.bytes))
	switch onDisk := r.lines[at]; {
	case onDisk != nil: // the file is a draft
		r.lines[at] = through(side.Lines, onDisk)
	case len(side.Conflicts) > 0:
		r.lines[at] = side.Lines
	}
	return []byte(side.Text), at
}

// dossierNames lists the folders that hold an overview or briefings, sorted.
func dossierNames(files []contentFile) []string {
	var out []string
	for _, f := range files {
		if first, rest, ok := strings.Cut(f.path, "/"); ok && (rest == "index.md" || strings.HasPrefix(rest, "briefings/")) {
			out = append(out, first)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sameFolder finds dossiers whose pages would lie in one folder of the site.
func sameFolder(names []string) []corpus.Problem {
	var out []corpus.Problem
	first := map[string]string{}
	for _, name := range names {
		folder := site.Folder(name)
		if other, taken := first[folder]; taken {
			out = append(out, corpus.Problem{
				Severity: corpus.Fault, Path: path.Join("content", name),
				Message: wording.Of("its pages would lie in the folder %q of the site, with those of %q", folder, other),
				Hint:    "rename one of the two dossiers",
			})
			continue
		}
		first[folder] = name
	}
	return out
}
