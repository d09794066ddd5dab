package site

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// mapRows is how many phases the map on the page of a dossier has, mapRowsAll how
// many the one on the page of phases.
const (
	mapRows    = 14
	mapRowsAll = 80
)

// PhaseMap is the phases of a dossier as a table: a row for each phase, a column
// for each source, and between them the phase's band on one axis of time.
type PhaseMap struct {
	Axis    Axis
	Columns []Column
	Rows    []PhaseRow
	Past    Number // how many of the rows are past and undisputed
	More    Number // how many phases have no row here
	All     string // leads to the page of all phases, "" on that page itself
	AsOf    Day    // past and planned are judged from here
}

// PhaseRow is a phase on a map.
type PhaseRow struct {
	PhaseHead
	RelPermalink string // leads to all that is said of it
	Band         Band
	Cells        []Cell // one for each column
	Silent       Number // how many sources say nothing of it, if each has a column
	Disputed     bool
}

// Cell is what one source, or a group, says of a phase; without marks, nothing.
type Cell struct {
	Marks    []Mark // marksShown at most, each status once
	Disputed bool   // it takes a side in a dispute about the phase
}

// Mark is a status that a source gives a phase.
type Mark struct {
	Status       string // "done", "ongoing", "planned", "expected", "postponed" or "denied"
	Words        string // the beginning of the sentence
	Sources      Number // how many of the column say so
	RelPermalink string // leads to the sentence, or to all of them if there are several sources
}

// marksShown is how many statuses a cell shows.
const marksShown = 2

// wordsShown is how many letters of a sentence a mark tells.
const wordsShown = 80

// phaseMap makes the map of a dossier for the page at from, with most rows at
// most; nil if it has no phases.
func (s *site) phaseMap(from string, r *register, most int) *PhaseMap {
	if len(r.Phases) == 0 {
		return nil
	}
	g, now := r.group(), boundOf(r.asOf(s), false)
	a := s.mapAxis(r.Phases, now)
	m := &PhaseMap{Axis: s.axis(a, now), Columns: s.columns(from, g), AsOf: s.day(r.asOf(s))}
	if all := phasesPath(r.Overview.Dossier); all != from {
		m.All = link(from, all)
	}
	chosen := r.mainPhases(most)
	m.More = s.number(len(r.Phases) - len(chosen))
	past := 0
	for _, i := range chosen {
		row := s.phaseRow(from, r, i)
		row.Band = a.band(&r.Phases[i], now)
		row.Band.Ticks = s.ticks(a, &r.Phases[i])
		row.Cells = s.cells(from, r, i, g)
		if row.Silent = s.number(0); g.by == "document" {
			row.Silent = s.number(silentIn(row.Cells))
		}
		m.Rows = append(m.Rows, row)
		if row.Kind == string(corpus.PhasePast) && !row.Disputed {
			past++
		}
	}
	m.Past = s.number(past)
	return m
}

// asOf gives the day from which past and planned are judged in a dossier.
func (r *register) asOf(s *site) string {
	return cmp.Or(r.Overview.AsOf, s.in.Config.AsOf, newest(r.Briefings))
}

// mainPhases chooses phases for a map, in order: those that an editor vouches for
// and those of which most is said.
func (r *register) mainPhases(most int) []int {
	var all []int
	for i := range r.Phases {
		all = append(all, i)
	}
	weight := func(i int) int {
		p := &r.Phases[i]
		n := len(p.Evidence) + 2*len(p.Disputes)
		if p.Pinned {
			n += 1 << 20
		}
		return n
	}
	slices.SortStableFunc(all, func(i, j int) int { return weight(j) - weight(i) })
	all = all[:min(len(all), most)]
	slices.Sort(all)
	return all
}

// phaseRow shows phase i of a dossier, without what depends on the map.
func (s *site) phaseRow(from string, r *register, i int) PhaseRow {
	p := &r.Phases[i]
	v := PhaseRow{PhaseHead: s.phaseHead(p), Disputed: len(p.Disputes) > 0}
	if page := r.pageOfPhase(i); page != from {
		v.RelPermalink = link(from, page)
	}
	v.RelPermalink += "#" + phaseID(p.ID)
	return v
}

// cells shows what each column says of phase i.
func (s *site) cells(from string, r *register, i int, g grouping) []Cell {
	p := &r.Phases[i]
	out := make([]Cell, len(g.columns))
	for n := range out {
		out[n].Marks = s.marks(from, r, i, func(doc corpus.DocID) bool {
			at, ok := g.of[doc]
			return ok && at == n
		})
	}
	for _, d := range p.Disputes {
		for _, side := range d.Sides {
			if n, ok := g.of[side.At.Doc]; ok && len(out[n].Marks) > 0 {
				out[n].Disputed = true
			}
		}
	}
	return out
}

func silentIn(cells []Cell) int {
	n := 0
	for _, c := range cells {
		if len(c.Marks) == 0 {
			n++
		}
	}
	return n
}

// marks shows the statuses that the sources of a column give phase i: the one
// said most often first, of equals the one said last.
func (s *site) marks(from string, r *register, i int, in func(corpus.DocID) bool) []Mark {
	type said struct {
		corpus.Stand[corpus.Passage]
		times int
		docs  map[corpus.DocID]bool
	}
	var all []*said
	evidence := r.Phases[i].Evidence
	for _, e := range slices.Backward(evidence) {
		if !in(e.At.Doc) || !r.holds(e.At) {
			continue
		}
		n := slices.IndexFunc(all, func(o *said) bool { return o.Status == e.Status })
		if n < 0 {
			n, all = len(all), append(all, &said{Stand: e, docs: map[corpus.DocID]bool{}})
		}
		all[n].times++
		all[n].docs[e.At.Doc] = true
	}
	slices.SortStableFunc(all, func(a, b *said) int { return b.times - a.times })
	var out []Mark
	for _, m := range all[:min(len(all), marksShown)] {
		v := Mark{
			Status: string(m.Status), Words: shown(beginning(m.At.Text, wordsShown)), Sources: s.number(len(m.docs)),
			RelPermalink: s.page(from, r.briefings[m.At.Doc]) + "#" + m.At.Cite,
		}
		if len(m.docs) > 1 {
			v.RelPermalink = s.phaseRow(from, r, i).RelPermalink
		}
		out = append(out, v)
	}
	return out
}
