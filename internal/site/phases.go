package site

import (
	"strings"
	"unicode"

	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
)

// sidesShown is how many sides of a dispute are listed, sourcesNamed how many
// silent sources.
const (
	sidesShown   = 12
	sourcesNamed = 12
)

// Phases is a page of the phases of a dossier: the map, and all that is said of
// each phase.
type Phases struct {
	Base
	Dossier Link      // to the dossier's page
	Map     *PhaseMap // on the first page only
	Phases  []Phase
	Pager   []Link // nil if there is one page
}

// Phase is a phase with all that is said of it.
type Phase struct {
	ID string // of the element: "phase-first-stage"
	PhaseHead
	Disputes []Dispute
	Evidence []Stand
	More     Number       // how much more evidence there is
	Silent   []SourceName // sources that say nothing of it, sourcesNamed at most
	// Unnamed is how many more say nothing.
	Unnamed Number
}

// PhaseHead is what a phase is and when.
type PhaseHead struct {
	Label string // in the sources' own words
	Kind  string // "past", "current", "planned" or "scenario"
	Date  Day    // from its start to its end; its Value is "" if nobody dates it
	// StartInferred and EndInferred say that the bound was worked out.
	StartInferred, EndInferred bool
	Pinned                     bool // an editor vouches for it
}

// Stand is what one passage says of a phase.
type Stand struct {
	Status string // as in Mark
	When   Day    // the date that the passage gives the phase, its Value "" if none
	Said   Quoted
}

// Dispute is a question about a phase that sources answer differently.
type Dispute struct {
	About string // "start", "end", "status" or "scope"
	Sides []Side
	More  Number // how many more sides there are
}

// Side is one answer to a dispute: a Date, a Status, or Words.
type Side struct {
	Date   Day
	Status string
	Words  string
	Said   Quoted
}

// phases makes page n, counted from 1, of the phases of a dossier.
func (s *site) phases(r *register, n int) *Phases {
	first := phasesPath(r.Overview.Dossier)
	path := pagePath(first, n)
	v := &Phases{
		Base:    s.base("phases", path, r.Dossier),
		Dossier: dossierLink(path, r.Dossier),
		Pager:   s.pager(first, n, r.phasePages()),
	}
	v.Description = dossierTitle(r.Dossier)
	if n == 1 {
		v.Map = s.phaseMap(path, r, mapRowsAll)
	}
	for i := range r.Phases {
		if r.phasePage[i] == n {
			v.Phases = append(v.Phases, s.phase(path, r, &r.Phases[i]))
		}
	}
	return v
}

// phasePages counts the pages of the phases.
func (r *register) phasePages() int {
	if len(r.phasePage) == 0 {
		return 0
	}
	return r.phasePage[len(r.phasePage)-1]
}

func (s *site) phase(from string, r *register, p *corpus.Phase[corpus.Passage]) Phase {
	v := Phase{ID: phaseID(p.ID), PhaseHead: s.phaseHead(p)}
	for _, d := range p.Disputes {
		v.Disputes = append(v.Disputes, s.dispute(from, r, d))
	}
	told, left := map[corpus.DocID]bool{}, 0
	for _, e := range p.Evidence {
		told[e.At.Doc] = true
		if len(v.Evidence) == evidenceShown {
			left++
			continue
		}
		if st, ok := s.stand(from, r, e); ok {
			v.Evidence = append(v.Evidence, st)
		}
	}
	v.More = s.number(left)
	v.Silent, v.Unnamed = s.silent(from, r, told)
	return v
}

func (s *site) phaseHead(p *corpus.Phase[corpus.Passage]) PhaseHead {
	return PhaseHead{
		Label: shown(p.Label), Kind: string(p.Kind), Date: s.day(stretchOf(p)), Pinned: p.Pinned,
		StartInferred: p.StartInferred && p.Start != "", EndInferred: p.EndInferred && p.End != "",
	}
}

func (s *site) stand(from string, r *register, e corpus.Stand[corpus.Passage]) (v Stand, ok bool) {
	said, ok := s.quoted(from, r, e.At)
	if e.Speaker != "" && said.Speaker == "" {
		said.Speaker = shown(e.Speaker)
	}
	return Stand{Status: string(e.Status), When: s.day(e.When), Said: said}, ok
}

func (s *site) dispute(from string, r *register, d corpus.Dispute[corpus.Passage]) Dispute {
	v := Dispute{About: string(d.About), More: s.number(max(0, len(d.Sides)-sidesShown))}
	for _, side := range d.Sides[:min(len(d.Sides), sidesShown)] {
		said, ok := s.quoted(from, r, side.At)
		if !ok {
			continue
		}
		w := Side{Said: said}
		switch d.About {
		case corpus.DisputeStart, corpus.DisputeEnd:
			w.Date = s.day(side.Value)
		case corpus.DisputeStatus:
			w.Status = string(side.Value)
		default:
			w.Words = shown(side.Value)
		}
		v.Sides = append(v.Sides, w)
	}
	return v
}

// silent lists the briefings that are not among those told of.
func (s *site) silent(from string, r *register, told map[corpus.DocID]bool) (named []SourceName, more Number) {
	left := 0
	for i := range r.Briefings {
		b := r.briefings[r.Briefings[i].ID]
		switch {
		case told[b.ID]:
		case len(named) == sourcesNamed:
			left++
		default:
			named = append(named, s.sourceName(from, b))
		}
	}
	return named, s.number(left)
}

// silences lists the phases that some sources date and others say nothing of.
func (s *site) silences(r *register, from string) []Silence {
	var out []Silence
	for i := range r.Phases {
		p := &r.Phases[i]
		told, dated := map[corpus.DocID]bool{}, false
		for _, e := range p.Evidence {
			told[e.At.Doc] = true
			dated = dated || e.When != ""
		}
		quiet := len(r.Briefings) - len(told)
		if !dated || quiet <= 0 || len(out) == mapRowsAll {
			continue
		}
		row := s.phaseRow(from, r, i)
		v := Silence{Phase: Link{Title: row.Label, RelPermalink: row.RelPermalink}, Told: s.number(len(told)), Silent: s.number(quiet)}
		v.Sources, v.More = s.silent(from, r, told)
		out = append(out, v)
	}
	return out
}

// stretchOf gives the time of a phase as one EDTF value, "" if nobody dates it.
func stretchOf(p *corpus.Phase[corpus.Passage]) string {
	switch {
	case p.Start == p.End:
		return p.Start
	case p.Start == "":
		return firstValid("../"+p.End, p.End)
	case p.End == "":
		return firstValid(p.Start+"/..", p.Start)
	}
	return firstValid(p.Start+"/"+p.End, p.Start)
}

func firstValid(values ...string) string {
	for _, v := range values {
		if calendar.Valid(v) {
			return v
		}
	}
	return ""
}

// beginning gives the first words of text, about most letters, with dots if that
// is not all.
func beginning(text string, most int) string {
	n := 0
	for i, r := range text {
		if n++; n > most && unicode.IsSpace(r) {
			return strings.TrimRight(text[:i], " ،؛:.") + "…"
		}
	}
	return text
}
