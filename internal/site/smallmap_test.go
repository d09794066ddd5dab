package site

import (
	"testing"

	"mojaz/internal/corpus"
)

// TestSmallMap: what nobody dates is not drawn, and one band alone is no map.
func TestSmallMap(t *testing.T) {
	phase := func(id, start, end string) corpus.Phase[corpus.Passage] {
		return corpus.Phase[corpus.Passage]{ID: id, Label: id, Start: start, End: end, Kind: corpus.PhasePast}
	}
	for _, c := range []struct {
		name       string
		phases     []corpus.Phase[corpus.Passage]
		rows, told int
	}{
		{"none", nil, 0, 0},
		{"one dated", []corpus.Phase[corpus.Passage]{phase("a", "2020", "2021"), phase("b", "", "")}, 0, 0},
		{"two of three dated", []corpus.Phase[corpus.Passage]{phase("a", "2020", "2021"), phase("b", "", ""), phase("c", "2022", "")}, 2, 3},
	} {
		d := corpus.Dossier{Overview: corpus.Overview{Dossier: "d"}, Phases: c.phases}
		m := newSite(Input{Dossiers: []corpus.Dossier{d}}).home().Pages[0].Map
		switch {
		case m == nil && c.rows > 0:
			t.Errorf("%s: no map, want %d rows", c.name, c.rows)
		case m != nil && (len(m.Rows) != c.rows || m.Phases.Count != c.told || m.RelPermalink != "d/index.html#map"):
			t.Errorf("%s: %d rows of %d phases at %s, want %d of %d", c.name, len(m.Rows), m.Phases.Count, m.RelPermalink, c.rows, c.told)
		}
	}
}
