package site

// SmallMap is the phase map of a dossier as a picture of its bands alone, for
// places that lead to the map itself.
type SmallMap struct {
	Axis Axis
	Rows []SmallRow
	// Phases is how many phases the dossier has, those that nobody dates as well.
	Phases       Number
	RelPermalink string // leads to the map
}

// SmallRow is a phase on a small map.
type SmallRow struct {
	Kind string // as in PhaseHead
	Band Band   // without ticks
}

// smallMap draws the phases of a dossier that somebody dates; nil if fewer than
// two are dated, for one band alone compares with nothing.
func (s *site) smallMap(from string, r *register) *SmallMap {
	now := boundOf(r.asOf(s), false)
	a := s.mapAxis(r.Phases, now)
	m := &SmallMap{
		Axis: s.axis(a, now), Phases: s.number(len(r.Phases)),
		RelPermalink: link(from, dossierPath(r.Overview.Dossier)) + "#map",
	}
	for _, i := range r.mainPhases(mapRows) {
		p := &r.Phases[i]
		if b := a.band(p, now); b.Shape != "none" {
			m.Rows = append(m.Rows, SmallRow{string(p.Kind), b})
		}
	}
	if len(m.Rows) < 2 {
		return nil
	}
	return m
}
