package score

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// Doc is one document: its source text, its gold and what the export says of it.
type Doc struct {
	Source *Source
	Gold   *GoldDoc
	Anns   []*Ann
}

// Corpus is all documents, in the order of their names, and the cross gold.
type Corpus struct {
	Docs   []*Doc
	Cross  *GoldCross
	byName map[string]*Doc
}

// crossFile is the gold of what spans documents; every other file of a gold
// folder is the gold of one document.
const crossFile = "cross.json"

// Load reads a folder of gold files and the sources that they name, which stand
// in seeds or in one of its folders. Gold that quotes what is not in its source
// is an error.
func Load(gold, seeds fs.FS) (*Corpus, error) {
	c := &Corpus{Cross: &GoldCross{}, byName: map[string]*Doc{}}
	if err := readJSON(gold, crossFile, c.Cross); err != nil {
		return nil, err
	}
	files, err := fs.Glob(gold, "*.json")
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if f == crossFile {
			continue
		}
		g := &GoldDoc{}
		if err := readJSON(gold, f, g); err != nil {
			return nil, err
		}
		if err := c.addDoc(g, seeds); err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
	}
	if len(c.Docs) == 0 {
		return nil, errors.New("no gold documents")
	}
	return c, c.locate()
}

// addDoc adds the gold of a document with its source.
func (c *Corpus) addDoc(g *GoldDoc, seeds fs.FS) error {
	file, err := findSource(seeds, g.Source)
	if err != nil {
		return err
	}
	text, err := fs.ReadFile(seeds, file)
	if err != nil {
		return err
	}
	d := &Doc{Source: newSource(g.Source, string(text)), Gold: g}
	c.Docs = append(c.Docs, d)
	c.byName[g.Source] = d
	return nil
}

// findSource gives the path of the one file called name in seeds or in one of
// its folders.
func findSource(seeds fs.FS, name string) (string, error) {
	var found []string
	for _, pattern := range []string{name, path.Join("*", name)} {
		files, err := fs.Glob(seeds, pattern)
		if err != nil {
			return "", err
		}
		found = append(found, files...)
	}
	if len(found) != 1 {
		return "", fmt.Errorf("%d sources are called %q, not one", len(found), name)
	}
	return found[0], nil
}

// readJSON decodes a whole file into v.
func readJSON(fsys fs.FS, file string, v any) error {
	b, err := fs.ReadFile(fsys, file)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}

// locate finds the span of everything the gold quotes.
func (c *Corpus) locate() error {
	var errs []error
	for _, d := range c.Docs {
		errs = append(errs, d.locate()...)
	}
	at := func(p *Place) {
		if p.Source != "" {
			errs = append(errs, c.locatePlace(p))
		}
	}
	x := c.Cross
	for i := range x.Phases {
		for j := range x.Phases[i].Evidence {
			at(&x.Phases[i].Evidence[j])
		}
	}
	for i := range x.Relations {
		at(&x.Relations[i].A)
		at(&x.Relations[i].B)
	}
	for i := range x.NotTheSame {
		at(&x.NotTheSame[i].A.Place)
		at(&x.NotTheSame[i].B.Place)
	}
	return errors.Join(errs...)
}

// locatePlace finds a place that names its own source.
func (c *Corpus) locatePlace(p *Place) (err error) {
	d, ok := c.byName[p.Source]
	if !ok {
		return fmt.Errorf(crossFile+": unknown source %q", p.Source)
	}
	p.Span, err = d.Source.Find(p.Line, p.Text, p.Start)
	return err
}

// locate finds the spans of one document's gold.
func (d *Doc) locate() []error {
	var errs []error
	at := func(line int, text string, start *int, sp *Span) {
		var err error
		*sp, err = d.Source.Find(line, text, start)
		errs = append(errs, err)
	}
	g := d.Gold
	for _, p := range g.places() {
		at(p.Line, p.Text, p.Start, &p.Span)
	}
	for _, ss := range [][]GoldStatement{g.Statements, g.StatementsOptional} {
		for i := range ss {
			at(ss[i].Line, ss[i].Quote, ss[i].Start, &ss[i].Span)
		}
	}
	for i := range g.PhaseEvents {
		e := &g.PhaseEvents[i]
		at(e.Line, e.Text, nil, &e.Span)
	}
	return errs
}

// places lists the dates, mentions, figures and key sentences.
func (g *GoldDoc) places() []*Place {
	var out []*Place
	for _, dates := range [][]GoldDate{g.Dates, g.DatesOptional} {
		for i := range dates {
			out = append(out, &dates[i].Place)
		}
	}
	for _, e := range slices.Concat(g.Entities, g.EntitiesOptional) {
		for i := range e.Mentions {
			out = append(out, &e.Mentions[i])
		}
	}
	for i := range g.Figures {
		out = append(out, &g.Figures[i].Place)
	}
	for i := range g.KeySentences {
		out = append(out, &g.KeySentences[i])
	}
	return out
}

// unlabelled reports whether a line is neutral and holds no body text, so that
// the gold is silent about it.
func (d *Doc) unlabelled(line int) bool {
	return slices.Contains(d.Gold.NeutralLines, line) && !slices.Contains(d.Gold.BodyLines, line)
}

// preds lists the export's annotations of a kind, without those that lie on
// unlabelled lines. Dangling ones stay: they count as wrong.
func (d *Doc) preds(kind string) []*Ann {
	var out []*Ann
	for _, a := range d.Anns {
		if a.Body.Type == kind && !(a.Anchored && d.ignored(a.Span)) {
			out = append(out, a)
		}
	}
	return out
}

// ignored reports whether sp lies on unlabelled lines only.
func (d *Doc) ignored(sp Span) bool {
	lines := d.Source.LinesOf(sp)
	return len(lines) > 0 && !slices.ContainsFunc(lines, func(l int) bool { return !d.unlabelled(l) })
}
