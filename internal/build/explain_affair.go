package build

import (
	"context"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/seeds"
)

// affairKinds are the kinds of line that the explanation of a dossier has, in
// the order printed.
var affairKinds = []string{"entities", "assertions", "relations", "phases", "keypoints"}

// folderNamed gives the dossier that name stands for: by its name, or by the
// path of its folder.
func folderNamed(folders []seeds.Folder, dir, name string) (seeds.Folder, bool) {
	for _, f := range folders {
		if name == f.Name || path.Clean(filepath.ToSlash(name)) == "seeds/"+f.Name || samePath(name, filepath.Join(dir, f.Name)) {
			return f, true
		}
	}
	return seeds.Folder{}, false
}

// explainAffair reads and relates one dossier as a build does, with what
// editors said of its cast.
func explainAffair(opt Options, f seeds.Folder) (Explanation, error) {
	ctx := context.Background()
	r := &run{opt: opt, lines: map[string][]int{}}
	var err error
	if r.config, err = loadConfig(opt.Config); err != nil {
		return Explanation{}, err
	}
	read := reading{folders: []seeds.Folder{f}}
	for _, s := range f.Sources {
		read.documents = append(read.documents, corpus.Document{Source: s})
	}
	problems, err := r.readAll(ctx, read.documents, lexicons(read.folders), true)
	if err != nil {
		return Explanation{}, err
	}
	found, err := r.relate(ctx, read)
	if err != nil {
		return Explanation{}, err
	}
	return Explanation{Affair: &found[0].Affair, Problems: corpus.SortProblems(append(problems, r.report.Problems...))}, nil
}

// affairExplainer prints a dossier, line by line.
type affairExplainer struct {
	affair    *corpus.Affair
	documents map[corpus.DocID]*explainer
	out       strings.Builder
}

// explainedAffair gives the lines of the kinds that wants says. Each begins
// with the place it rests on, "003-f304fb:12:31", or "-"; lines that belong to
// the one above are indented.
func explainedAffair(a *corpus.Affair, wants func(kind string) bool) string {
	e := &affairExplainer{affair: a, documents: map[corpus.DocID]*explainer{}}
	for _, d := range a.Documents {
		e.documents[d.ID] = newExplainer(d, nil)
	}
	for i, print := range [...]func(){e.entities, e.assertions, e.relations, e.phases, e.keyPoints} {
		if wants(affairKinds[i]) {
			print()
		}
	}
	return e.out.String()
}

// print adds a line made of its parts; empty ones are left out.
func (e *affairExplainer) print(indent string, parts ...string) {
	e.out.WriteString(indent)
	for i, p := range parts {
		if i > 0 && p != "" {
			e.out.WriteByte(' ')
		}
		e.out.WriteString(p)
	}
	e.out.WriteByte('\n')
}

func (e *affairExplainer) place(r corpus.Ref) string {
	return string(r.Doc) + ":" + e.documents[r.Doc].place(r.Span)
}

func (e *affairExplainer) words(r corpus.Ref) string { return e.documents[r.Doc].words(r.Span) }

const below = "    "

func (e *affairExplainer) entities() {
	for _, x := range e.affair.Cast.Entities {
		e.print("", "- entity", string(x.ID), plain(string(x.Type)), fmt.Sprintf("mentions=%d", len(x.Mentions)), key("rule", x.Rule), quoted(x.Name))
		for _, alias := range x.Aliases {
			e.print(below, "- alias", quoted(alias))
		}
		for _, t := range x.Tenures {
			e.print(below, e.place(t.At), "role", plain(t.First), plain(t.Last), quoted(t.Role))
		}
		if x.Line != nil {
			e.print(below, e.place(*x.Line), "line", e.words(*x.Line))
		}
	}
}

func (e *affairExplainer) assertions() {
	for _, x := range e.affair.Assertions {
		parts := []string{e.place(x.Ref), "assertion", plain(x.Event), plain(string(x.Status)), plain(string(x.Polarity))}
		for _, s := range x.Subjects {
			parts = append(parts, key("subject", string(s)))
		}
		for _, d := range x.Dates {
			parts = append(parts, key("date", strings.TrimPrefix(string(d.Rel)+":"+d.Value, ":")))
		}
		e.print("", append(parts, key("speaker", string(x.Speaker)), e.words(x.Ref), said("name", x.SpeakerName), said("phase", x.Phase))...)
	}
}

func (e *affairExplainer) relations() {
	for _, x := range e.affair.Relations {
		e.print("", e.place(x.A), "relation", string(x.Kind), key("rule", x.Rule), e.words(x.A), said("about", x.About))
		e.print(below, e.place(x.B), "with", e.words(x.B))
	}
}

func (e *affairExplainer) phases() {
	for _, x := range e.affair.Phases {
		e.print("", "- phase", x.ID, key("start", x.Start)+inferred(x.StartInferred), key("end", x.End)+inferred(x.EndInferred), string(x.Kind), key("rule", x.Rule), quoted(x.Label))
		for _, s := range x.Evidence {
			e.print(below, e.place(s.At), "stand", plain(string(s.Status)), key("when", s.When), e.words(s.At), said("speaker", s.Speaker))
		}
		for _, d := range x.Disputes {
			for _, s := range d.Sides {
				e.print(below, e.place(s.At), "dispute", string(d.About), key("value", s.Value), e.words(s.At))
			}
		}
	}
}

// inferred marks a bound that was worked out.
func inferred(yes bool) string {
	if yes {
		return "?"
	}
	return ""
}

func (e *affairExplainer) keyPoints() {
	for _, x := range e.affair.Points {
		e.print("", e.place(x.At), "keypoint", string(x.Kind), key("phase", x.Phase), e.words(x.At))
		for _, s := range x.Support {
			e.print(below, e.place(s), "support", e.words(s))
		}
		for _, s := range x.Against {
			e.print(below, e.place(s), "against", e.words(s))
		}
	}
}
