package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"mojaz/internal/eval/score"
)

// Why there is no figure.
const (
	notMeasured = "not measured"
	// nothingSaid is for what the export does not speak of at all.
	nothingSaid = "none"
)

// row is a figure of the example that is reported: a row of package score, the
// stat that counts, and how far a second person agreed with the gold, 0 where
// that was not measured.
type row struct {
	name, stat string
	ceiling    float64
	meaning    string
}

// rows are the figures of the example in order. Their ceilings come from a
// second, blind labelling of the same documents.
var rows = []row{
	{"body.lines", "f1", 0, "lines kept that belong to the article, and no other"},
	{"body.chars", "f1", 0, "the same, each line weighed by its length"},
	{"meta.title", "acc", 0, "title of the document; none where it has none"},
	{"meta.publisher", "acc", 0, "who published it"},
	{"meta.author", "acc", 0, "who wrote it"},
	{"meta.published", "acc", 0, "when it was published, to the day where the page says so"},
	{"meta.yearmonth", "acc", 0, "the same, to the month"},
	{"dates.detect", "f1", 0, "dates and periods found"},
	{"dates.value", "f1", 0.99, "found and resolved to the right day, month or interval"},
	{"dates.relation", "acc", 0.81, "of these, those with the right relation (by, until, since, in, …)"},
	{"mentions.detect", "f1", 0, "names found"},
	{"mentions.typed", "f1", 0.99, "found, and known to be a person, organisation, place, …"},
	{"entities.b3.within", "f1", 0, "names of one thing joined in a document (B-cubed)"},
	{"entities.b3.across", "f1", 0, "the same across documents"},
	{"not_the_same", "acc", 0, "pairs that must not be joined and are not"},
	{"statements.detect", "f1", 0.99, "statements found that somebody is reported to have made"},
	{"statements.speaker", "f1", 0, "found, with the right speaker"},
	{"statements.verb", "f1", 0, "found, with the right verb of saying"},
	{"figures.detect", "f1", 0, "quantities found"},
	{"figures.value", "f1", 0.86, "found, with the right number or range"},
	{"summary.at_k", "f1", 0.90, "summary points that are key sentences, and key sentences among the points"},
	{"phases.align", "f1", 0.71, "phases of the affair that match one of the gold"},
	{"phases.start", "acc", 0, "phases that match and begin within a month of the gold's"},
	{"phases.end", "acc", 0, "phases that match and end within a month of the gold's"},
	{"phases.evidence", "f1", 0.79, "lines cited for the phases that match"},
	{"relations.pair", "acc", 0.69, "passages joined that confirm, contradict or update each other"},
	{"relations.typed", "acc", 0.59, "joined, and with the right relation"},
	{"dangling", "acc", 0, "annotations whose quotation stands where they say"},
}

// example scores the export against the gold.
func (o *options) example(details io.Writer) (section, error) {
	s := section{title: "Example: the export against the gold"}
	c, err := score.Load(os.DirFS(o.gold), os.DirFS(o.seeds))
	if err != nil {
		return s, fmt.Errorf("%s: %w", o.gold, err)
	}
	l, err := readLists(os.DirFS(o.lists))
	if err != nil {
		return s, fmt.Errorf("%s: %w", o.lists, err)
	}
	var trivial bytes.Buffer
	if err := score.WriteExport(&trivial, floor(c, l)); err != nil {
		return s, err
	}
	low, err := c.Score(&trivial)
	if err != nil {
		return s, err
	}
	got, err := o.scoreExport(c, details)
	if err != nil {
		return s, err
	}
	for _, r := range rows {
		s.figures = append(s.figures, r.figure(got, low.Total))
	}
	return s, nil
}

// scoreExport scores the export, or gives nil where there is none.
func (o *options) scoreExport(c *score.Corpus, details io.Writer) (*score.Sheet, error) {
	f, err := os.Open(o.export)
	if errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintf(details, "%s is not there: run go run ./cmd/build\n\n", o.export)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := c.Score(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", o.export, err)
	}
	if err := r.Write(details); err != nil {
		return nil, err
	}
	fmt.Fprintln(details)
	return r.Total, nil
}

// figure gives the row's figure of a sheet, which may be nil, and its floor.
func (r row) figure(got, low *score.Sheet) figure {
	f := figure{name: r.name, stat: r.stat, meaning: r.meaning, absent: notMeasured, ceiling: value{r.ceiling, r.ceiling > 0}}
	if silent(low, r.name) == "" && r.name != "dangling" {
		f.floor = stat(low.Get(r.name), r.stat)
	}
	if got == nil {
		return f
	}
	m := got.Get(r.name)
	f.absent, f.stats, f.n = silent(got, r.name), map[string]float64{}, size(m)
	for _, name := range []string{"p", "r", "f1", "acc"} {
		if v := stat(m, name); v.ok {
			f.stats[name] = v.v
		}
	}
	return f
}

// stat gives a value of a measure.
func stat(m *score.Measure, name string) value {
	v, ok := m.Stat(name)
	return value{v, ok}
}

// size is what a measure judged.
func size(m *score.Measure) int {
	if isRecall(m) {
		return int(m.RDen)
	}
	return int(m.PDen)
}

// isRecall reports whether a measure has precision and recall.
func isRecall(m *score.Measure) bool {
	_, ok := m.R()
	return ok
}

// speaks names, for measures that do not show it themselves, the one whose
// predictions say whether the export speaks of the matter at all: no pairs are
// joined where there are no names.
var speaks = map[string]string{
	"not_the_same": "mentions.detect", "phases.evidence": "phases.align",
	"phases.start": "phases.align", "phases.end": "phases.align",
	"relations.pair": "relations.unlisted", "relations.typed": "relations.unlisted",
}

// silent gives nothingSaid when an export says nothing of what a measure judges.
func silent(s *score.Sheet, name string) string {
	by := name
	if other, ok := speaks[name]; ok {
		by = other
	}
	m := s.Get(by)
	if (by != name || isRecall(m)) && m.PDen == 0 {
		return nothingSaid
	}
	return ""
}
