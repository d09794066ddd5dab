package build

import (
	"cmp"
	"context"
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
		for i, found := range own.check(parsed.Briefings) {
			r.anchor(found, parsed.Briefings[i], &t)
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

// anchor takes in what was found of a briefing in its source.
func (r *run) anchor(found checked, b *markdown.File, t *telling) {
	k := site.Key{Dossier: b.Dossier, ID: b.ID}
	if len(found.problems) > 0 && r.only != "" {
		// Words that are not there may stand in a source of another dossier.
		r.elsewhere = true
		found = r.everything().check([]*markdown.File{b})[0]
	}
	r.note(found.problems)
	doc, ok := found.in.bySource[b.Source]
	if !ok {
		return
	}
	t.documents[k] = doc
	if found.anchors != nil {
		t.anchors[k] = found.anchors
	}
}

// gated is documents in which the words of briefings are looked for.
type gated struct {
	gate     *markdown.Gate
	bySource map[string]corpus.Document
}

// checked is what a gate found of a briefing.
type checked struct {
	in       *gated
	anchors  *markdown.Anchors
	problems []corpus.Problem
}

// check looks for briefings, on all processors at once.
func (g *gated) check(all []*markdown.File) []checked {
	out := make([]checked, len(all))
	_ = parallel(context.Background(), len(all), func(i int) error { // which cannot fail
		out[i].in = g
		out[i].anchors, out[i].problems = g.gate.Check(all[i])
		return nil
	})
	return out
}

func newGated(docs []corpus.Document) *gated {
	s := &gated{markdown.NewGate(docs), map[string]corpus.Document{}}
	for _, doc := range docs {
		s.bySource[doc.Path] = doc
	}
	return s
}

// parseDossier parses all files of one dossier, on all processors at once. Of a
// conflict that nobody has solved yet, the editor's side is read.
func (r *run) parseDossier(name string, files []contentFile) markdown.DossierFiles {
	var all []*parsed
	for _, f := range files {
		if below, ok := strings.CutPrefix(f.path, name+"/"); ok {
			p := &parsed{below: below}
			p.text, p.at = r.edited(f)
			all = append(all, p)
		}
	}
	_ = parallel(context.Background(), len(all), func(i int) error { // which cannot fail
		all[i].parse(name)
		return nil
	})
	var out markdown.DossierFiles
	for _, p := range all {
		r.note(p.problems)
		switch {
		case p.overview != nil:
			out.Overview = p.overview
		case p.phases != nil:
			out.Phases = p.phases
		case p.entity != nil:
			out.Entities = append(out.Entities, p.entity)
		case p.briefing != nil:
			out.Briefings = append(out.Briefings, p.briefing)
		}
	}
	return out
}

// parsed is a file of content/ as it was read: one of the four.
type parsed struct {
	below string // the path below the folder of the dossier
	at    string // under which problems are reported
	text  []byte

	overview *markdown.OverviewFile
	phases   *markdown.PhasesFile
	entity   *markdown.EntityNote
	briefing *markdown.File
	problems []corpus.Problem
}

func (p *parsed) parse(dossier string) {
	switch dir, base := path.Split(p.below); {
	case p.below == "index.md":
		p.overview, p.problems = markdown.ParseOverview(p.at, p.text)
	case p.below == "phases.md":
		p.phases, p.problems = markdown.ParsePhases(p.at, p.text)
	case dir == "entities/":
		p.entity, p.problems = markdown.ParseEntity(p.at, p.text)
	case dir == "briefings/":
		p.briefing, p.problems = markdown.Parse(p.at, p.text)
		p.briefing.Dossier, p.briefing.ID = dossier, corpus.DocID(strings.TrimSuffix(base, ".md"))
	}
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
