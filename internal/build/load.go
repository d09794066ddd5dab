package build

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/markdown"
	"mojaz/internal/site"
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
	files, err := contentFiles(r.opt.Content)
	if err != nil {
		return telling{}, fmt.Errorf("%s: %w", r.opt.Content, err)
	}
	t := telling{documents: map[site.Key]corpus.Document{}, anchors: map[site.Key]site.Anchor{}}
	bySource := map[string]corpus.Document{}
	for _, doc := range read.documents {
		bySource[doc.Path] = doc
	}
	gate := markdown.NewGate(read.documents)
	for _, name := range dossierNames(files) {
		overview, briefings := r.parseDossier(name, files)
		d := corpus.Dossier{Overview: overview}
		for _, b := range briefings {
			r.anchor(gate, b, bySource, &t)
			d.Briefings = append(d.Briefings, b.Briefing)
		}
		sortBriefings(d.Briefings)
		t.dossiers = append(t.dossiers, d)
	}
	r.note(sameFolder(t.dossiers))
	r.report.Dossiers = len(t.dossiers)
	if r.report.Worst() == corpus.Fault && !r.opt.Lenient {
		return t, fmt.Errorf("nothing was published: the errors above break what the site promises (--lenient publishes all the same)")
	}
	return t, nil
}

// anchor finds a briefing in its source.
func (r *run) anchor(gate *markdown.Gate, b *markdown.File, bySource map[string]corpus.Document, t *telling) {
	k := site.Key{Dossier: b.Dossier, ID: b.ID}
	anchors, problems := gate.Check(b)
	r.note(problems)
	doc, ok := bySource[b.Source]
	if !ok {
		return
	}
	t.documents[k] = doc
	if anchors != nil {
		t.anchors[k] = anchors
	}
}

// parseDossier parses the overview and the briefings of one dossier.
func (r *run) parseDossier(name string, files []contentFile) (corpus.Overview, []*markdown.File) {
	overview := corpus.Overview{Dossier: name, Title: name, Path: path.Join("content", name, "index.md")}
	var parsed *markdown.OverviewFile
	var briefings []*markdown.File
	known := map[corpus.DocID]bool{}
	for _, f := range files {
		switch dir, base := path.Split(f.path); {
		case f.path == path.Join(name, "index.md"):
			o, problems := markdown.ParseOverview(path.Join("content", f.path), f.bytes)
			parsed = o
			r.note(problems)
		case dir == path.Join(name, "briefings")+"/":
			b, problems := markdown.Parse(path.Join("content", f.path), f.bytes)
			b.Dossier, b.ID = name, corpus.DocID(strings.TrimSuffix(base, ".md"))
			known[b.ID] = true
			briefings = append(briefings, b)
			r.note(problems)
		}
	}
	if parsed != nil {
		r.note(markdown.CheckOverview(parsed, known))
		overview = parsed.Overview
	}
	overview.Dossier = name
	overview.Title = cmp.Or(overview.Title, name)
	return overview, briefings
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
func sameFolder(dossiers []corpus.Dossier) []corpus.Problem {
	var out []corpus.Problem
	first := map[string]string{}
	for _, d := range dossiers {
		name := d.Overview.Dossier
		folder := site.Folder(name)
		if other, taken := first[folder]; taken {
			out = append(out, corpus.Problem{
				Severity: corpus.Fault, Path: path.Join("content", name),
				Message: fmt.Sprintf("its pages would lie in the folder %q of the site, with those of %q", folder, other),
				Hint:    "rename one of the two dossiers",
			})
			continue
		}
		first[folder] = name
	}
	return out
}
