package site

import (
	"strings"
	"testing"

	"mojaz/internal/corpus"
)

// readRelated reads what a dossier's briefings say together, as lines of fields
// parted by "|", of which the last may be left out. A place is "a:p2:WORDS", lists
// of places are parted by ";", other lists by ",".
//
//	asof|2025-11-27
//	entity|ID|NAME|PER|ALIASES|DISTINCT
//	tenure|ID|ROLE|FIRST|LAST|PLACE
//	line|ID|PLACE
//	phase|ID|LABEL|START|END|past|start end pinned
//	stand|ID|PLACE|done|WHEN|SPEAKER
//	side|ID|end|PLACE|VALUE
//	relation|contradicts|PLACE A|PLACE B|ABOUT|RULE
//	point|state|PLACE|SUPPORT|AGAINST|PHASE
func readRelated(t *testing.T, d *corpus.Dossier, ls []string) {
	t.Helper()
	for _, l := range ls {
		f := append(strings.Split(unescape(t, l), "|"), make([]string, 8)...)
		switch f[0] {
		case "asof":
			d.Overview.AsOf = f[1]
		case "entity", "tenure", "line":
			readEntity(t, d, f)
		case "phase", "stand", "side":
			readPhase(t, d, f)
		case "relation":
			a, b := readPlace(t, f[2]), readPlace(t, f[3])
			for i := range d.Briefings {
				if d.Briefings[i].ID == a.Doc {
					rs := &d.Briefings[i].Relations
					*rs = append(*rs, corpus.Relation[corpus.Passage]{Kind: corpus.RelationKind(f[1]), A: a, B: b, About: f[4], Rule: f[5]})
				}
			}
		case "point":
			d.Overview.Points = append(d.Overview.Points, corpus.KeyPoint[corpus.Passage]{
				Kind: corpus.PointKind(f[1]), At: readPlace(t, f[2]), Support: readPlaces(t, f[3]), Against: readPlaces(t, f[4]), Phase: f[5],
			})
		default:
			t.Fatalf("unknown line %q", l)
		}
	}
}

func readEntity(t *testing.T, d *corpus.Dossier, f []string) {
	t.Helper()
	if f[0] == "entity" {
		d.Entities = append(d.Entities, corpus.Entity[corpus.Passage]{
			ID: corpus.EntityID(f[1]), Name: f[2], Type: corpus.EntityType(f[3]), Aliases: list(f[4]), Distinct: list(f[5]),
		})
		return
	}
	for i := range d.Entities {
		if e := &d.Entities[i]; string(e.ID) != f[1] {
			continue
		} else if f[0] == "line" {
			p := readPlace(t, f[2])
			e.Line = &p
		} else {
			e.Tenures = append(e.Tenures, corpus.Tenure[corpus.Passage]{Role: f[2], First: f[3], Last: f[4], At: readPlace(t, f[5])})
		}
	}
}

func readPhase(t *testing.T, d *corpus.Dossier, f []string) {
	t.Helper()
	if f[0] == "phase" {
		d.Phases = append(d.Phases, corpus.Phase[corpus.Passage]{
			ID: f[1], Label: f[2], Start: f[3], End: f[4], Kind: corpus.PhaseKind(f[5]),
			StartInferred: strings.Contains(f[6], "start"), EndInferred: strings.Contains(f[6], "end"), Pinned: strings.Contains(f[6], "pinned"),
		})
		return
	}
	for i := range d.Phases {
		p := &d.Phases[i]
		if p.ID != f[1] {
			continue
		}
		if f[0] == "stand" {
			p.Evidence = append(p.Evidence, corpus.Stand[corpus.Passage]{At: readPlace(t, f[2]), Status: corpus.Status(f[3]), When: f[4], Speaker: f[5]})
			continue
		}
		side := corpus.Side[corpus.Passage]{At: readPlace(t, f[3]), Value: f[4]}
		if n := len(p.Disputes); n == 0 || string(p.Disputes[n-1].About) != f[2] {
			p.Disputes = append(p.Disputes, corpus.Dispute[corpus.Passage]{About: corpus.DisputeKind(f[2])})
		}
		last := &p.Disputes[len(p.Disputes)-1]
		last.Sides = append(last.Sides, side)
	}
}

// list cuts a list at its commas.
func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ",")
}

// readPlace reads "a:p2:WORDS".
func readPlace(t *testing.T, s string) corpus.Passage {
	t.Helper()
	f := strings.SplitN(s, ":", 3)
	if len(f) != 3 {
		t.Fatalf("%q is no place", s)
	}
	return corpus.Passage{Doc: corpus.DocID(f[0]), Cite: f[1], Text: f[2]}
}

func readPlaces(t *testing.T, s string) []corpus.Passage {
	t.Helper()
	var out []corpus.Passage
	for _, p := range strings.Split(s, ";") {
		if p != "" {
			out = append(out, readPlace(t, p))
		}
	}
	return out
}
