package markdown

import (
	"fmt"
	"path"
	"strings"
	"testing"

	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

// TestDossiers reads the files of a dossier and checks what is asked for:
//
//	content/…    the files, from the dossier's folder on
//	problems     of all parsers and of CheckDossier
//	told         what DossierFiles.Dossier gives
//	written/…    what a file becomes when it is written again
func TestDossiers(t *testing.T) {
	golden.Run(t, "testdata/dossier/*.txtar", func(t *testing.T, c *golden.Case) {
		var d DossierFiles
		var problems []corpus.Problem
		written := map[string]string{}
		for _, f := range c.Inputs("content/") {
			name := strings.TrimPrefix(f.Name, "content/")
			out, found := readInto(&d, path.Join("content/d", name), []byte(unseen(string(f.Data))))
			written[name] = out
			problems = append(problems, found...)
		}
		problems = append(problems, CheckDossier(d)...)
		for _, f := range c.Inputs("written/") {
			c.Check(f.Name, written[strings.TrimPrefix(f.Name, "written/")])
		}
		c.Check("problems", listProblems(corpus.SortProblems(problems)))
		c.Check("told", describeDossier(d.Dossier()))
	})
}

// readInto parses a file by its name, puts it among those of a dossier, and
// writes it again.
func readInto(d *DossierFiles, file string, src []byte) (string, []corpus.Problem) {
	switch path.Base(path.Dir(file)) + "/" + path.Base(file) {
	case "d/index.md":
		f, problems := ParseOverview(file, src)
		d.Overview = f
		return string(FormatOverview(f.Overview)), problems
	case "d/phases.md":
		f, problems := ParsePhases(file, src)
		d.Phases = f
		return string(FormatPhases(f.PhaseMap)), problems
	}
	if path.Base(path.Dir(file)) == "entities" {
		f, problems := ParseEntity(file, src)
		d.Entities = append(d.Entities, f)
		return string(FormatEntity(f.Entity, f.Sections...)), problems
	}
	f, problems := Parse(file, src)
	d.Briefings = append(d.Briefings, f)
	return string(Format(f.Briefing)), problems
}

func describeDossier(d corpus.Dossier) string {
	var w strings.Builder
	said := func(p corpus.Passage) string { return fmt.Sprintf("%s#%s %q", p.Doc, p.Cite, p.Text) }
	for _, b := range d.Briefings {
		fmt.Fprintf(&w, "briefing %s\n", b.ID)
		for _, r := range b.Relations {
			fmt.Fprintf(&w, "  %s rule=%s about=%q\n    %s\n    %s\n", r.Kind, r.Rule, r.About, said(r.A), said(r.B))
		}
	}
	fmt.Fprintf(&w, "overview as_of=%s\n", d.Overview.AsOf)
	for _, p := range d.Overview.Points {
		fmt.Fprintf(&w, "  %s phase=%s %s\n", p.Kind, p.Phase, said(p.At))
		for _, s := range p.Support {
			fmt.Fprintf(&w, "    support %s\n", said(s))
		}
		for _, s := range p.Against {
			fmt.Fprintf(&w, "    against %s\n", said(s))
		}
	}
	for _, p := range d.Phases {
		fmt.Fprintf(&w, "phase %s %s %s..%s inferred=%v,%v pinned=%v %q\n", p.ID, p.Kind, p.Start, p.End, p.StartInferred, p.EndInferred, p.Pinned, p.Label)
		for _, s := range p.Evidence {
			fmt.Fprintf(&w, "  %s when=%s %s by=%q\n", s.Status, s.When, said(s.At), s.Speaker)
		}
		for _, q := range p.Disputes {
			fmt.Fprintf(&w, "  dispute %s\n", q.About)
			for _, s := range q.Sides {
				fmt.Fprintf(&w, "    %q %s\n", s.Value, said(s.At))
			}
		}
	}
	for _, e := range d.Entities {
		fmt.Fprintf(&w, "entity %s %s %q aliases=%q distinct=%q\n", e.ID, e.Type, e.Name, e.Aliases, e.Distinct)
		if e.Line != nil {
			fmt.Fprintf(&w, "  line %s\n", said(*e.Line))
		}
		for _, t := range e.Tenures {
			fmt.Fprintf(&w, "  %q %s..%s %s\n", t.Role, t.First, t.Last, said(t.At))
		}
	}
	return w.String()
}
