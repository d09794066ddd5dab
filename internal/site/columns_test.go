package site

import (
	"fmt"
	"strings"
	"testing"

	"mojaz/internal/corpus"
)

// tellingDossier makes a dossier of n briefings that all speak of one phase.
func tellingDossier(n int, publisher func(i int) string, published func(i int) string) *corpus.Dossier {
	d := &corpus.Dossier{Overview: corpus.Overview{Dossier: "d"}, Phases: []corpus.Phase[corpus.Passage]{{ID: "x", Kind: corpus.PhasePast}}}
	for i := range n {
		id := corpus.DocID(fmt.Sprintf("b%d", i))
		d.Briefings = append(d.Briefings, corpus.Briefing{
			ID: id, Dossier: "d", Publisher: publisher(i), Published: published(i),
			Paragraphs: []corpus.Paragraph{{ID: "p1", Text: "نص"}},
		})
		d.Phases[0].Evidence = append(d.Phases[0].Evidence, corpus.Stand[corpus.Passage]{At: corpus.Passage{Doc: id, Cite: "p1", Text: "نص"}, Status: corpus.StatusDone})
	}
	return d
}

// TestColumns: few sources have a column each; many are grouped by outlet, by
// month, by year, and in the end the outlets that say most stand before the rest.
func TestColumns(t *testing.T) {
	outlet := func(of int) func(int) string { return func(i int) string { return fmt.Sprint("o", i%of) } }
	month := func(of int) func(int) string {
		return func(i int) string { return fmt.Sprintf("20%02d-%02d-01", 20+i/12%of, i%min(of, 12)+1) }
	}
	for _, c := range []struct {
		n, outlets, months int
		by                 string
		columns            string // how many sources each has
	}{
		{0, 1, 1, "document", ""},
		{1, 1, 1, "document", "1"},
		{8, 1, 1, "document", "1 1 1 1 1 1 1 1"},
		{9, 3, 1, "publisher", "3 3 3"},
		{9, 1, 3, "month", "3 3 3"},
		{36, 1, 12, "year", "12 12 12"},
		{36, 1, 1, "publisher", "36"},
		{40, 20, 1, "rest", "2 2 2 2 2 2 2 26"},
	} {
		d := tellingDossier(c.n, outlet(c.outlets), month(c.months))
		s := newSite(Input{Dossiers: []corpus.Dossier{*d}})
		g := s.registers["d"].group()
		var sizes []string
		for _, col := range s.columns("d/index.html", g) {
			sizes = append(sizes, fmt.Sprint(col.Sources.Count))
		}
		if got := strings.Join(sizes, " "); g.by != c.by || got != c.columns {
			t.Errorf("group(%d of %d outlets, %d months) = %s %q, want %s %q", c.n, c.outlets, c.months, g.by, got, c.by, c.columns)
		}
	}
}

// TestMapGroups: the cell of a group says what most of its sources say, how many
// do, and leads to all of them; that of one source leads to its sentence.
func TestMapGroups(t *testing.T) {
	d := tellingDossier(12, func(i int) string { return fmt.Sprint("o", i%2) }, func(int) string { return "2020" })
	d.Phases[0].Evidence[4].Status = corpus.StatusDenied
	s := newSite(Input{Dossiers: []corpus.Dossier{*d}})
	r := s.registers["d"]
	m := s.phaseMap("d/index.html", r, mapRows)
	marks := m.Rows[0].Cells[0].Marks
	if len(marks) != 2 || marks[0].Sources.Count != 5 || marks[0].RelPermalink != "phases.html#phase-x" {
		t.Errorf("marks of the first group = %+v, want five that say done and lead to the phase", marks)
	}
	if got, want := marks[1].RelPermalink, "briefings/b4.html#p1"; marks[1].Status != "denied" || got != want {
		t.Errorf("the one that denies leads to %q, want %q", got, want)
	}
}
