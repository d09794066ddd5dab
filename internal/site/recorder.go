package site

import "mojaz/internal/corpus"

// recorder makes the record of one dossier.
type recorder struct {
	*site
	*register
	placer *placer
}

func newRecorder(s *site, d *corpus.Dossier) recorder {
	return recorder{s, s.register(d), newPlacer(s.in, d)}
}

func (r recorder) record() record {
	name := r.Overview.Dossier
	v := record{
		Dossier: name, Title: dossierTitle(r.Dossier), AsOf: r.register.asOf(r.site), URL: dossierPath(name),
		Sources: []sourceRecord{}, Points: []pointRecord{}, Phases: []phaseRecord{},
		Relations: []relationRecord{}, Entities: []entityRecord{},
	}
	for i := range r.Briefings {
		b := &r.Briefings[i]
		v.Sources = append(v.Sources, sourceRecord{
			string(b.ID), b.Title, b.Publisher, b.Author, b.Published, b.Inferred, b.Source, briefingPath(keyOf(b)),
		})
		for j, rel := range b.Relations {
			if r.holds(rel.A) && r.holds(rel.B) {
				id := relationID(b, j)
				v.Relations = append(v.Relations, relationRecord{
					id, rel.Kind, rel.About, rel.Rule, r.passage(rel.A), r.passage(rel.B),
					r.ledgerPage(r.register, &b.Relations[j], id) + "#" + id,
				})
			}
		}
	}
	for _, p := range r.Overview.Points {
		if r.holds(p.At) {
			v.Points = append(v.Points, pointRecord{p.Kind, r.passage(p.At), r.passages(p.Support), r.passages(p.Against), p.Phase})
		}
	}
	for i := range r.Phases {
		v.Phases = append(v.Phases, r.phase(i))
	}
	for _, e := range r.cast.people {
		v.Entities = append(v.Entities, r.entity(r.namings[e.ID]))
	}
	return v
}

// passage records a passage whose paragraph is there.
func (r recorder) passage(p corpus.Passage) passageRecord {
	b := r.register.briefings[p.Doc]
	v := passageRecord{
		Doc: string(p.Doc), Paragraph: p.Cite, Text: p.Text, Source: b.Source,
		URL: briefingPath(keyOf(b.Briefing)) + "#" + p.Cite,
	}
	if t, ok := r.placer.aim(p); ok {
		at := t.Selector[0].(position)
		v.Source, v.Start, v.End = t.Source, &at.Start, &at.End
	}
	return v
}

func (r recorder) passages(ps []corpus.Passage) []passageRecord {
	var out []passageRecord
	for _, p := range ps {
		if r.holds(p) {
			out = append(out, r.passage(p))
		}
	}
	return out
}

func (r recorder) phase(i int) phaseRecord {
	p := &r.Phases[i]
	v := phaseRecord{
		ID: p.ID, Label: p.Label, Start: p.Start, End: p.End, StartInferred: p.StartInferred,
		EndInferred: p.EndInferred, Kind: p.Kind, Pinned: p.Pinned, Evidence: []standRecord{},
		URL: r.pageOfPhase(i) + "#" + phaseID(p.ID),
	}
	for _, e := range p.Evidence {
		if r.holds(e.At) {
			v.Evidence = append(v.Evidence, standRecord{r.passage(e.At), e.Status, e.When, e.Speaker})
		}
	}
	for _, d := range p.Disputes {
		w := disputeRecord{About: d.About, Sides: []sideRecord{}}
		for _, side := range d.Sides {
			if r.holds(side.At) {
				w.Sides = append(w.Sides, sideRecord{r.passage(side.At), side.Value})
			}
		}
		v.Disputes = append(v.Disputes, w)
	}
	return v
}

func (r recorder) entity(n *naming) entityRecord {
	v := entityRecord{
		ID: string(n.ID), Name: n.Name, Type: n.Type, Aliases: n.Aliases, Mentions: n.mentions,
		URL: entityPath(r.Overview.Dossier, string(n.ID)),
	}
	for _, t := range n.Tenures {
		if r.holds(t.At) {
			v.Roles = append(v.Roles, roleRecord{t.Role, t.First, t.Last, r.passage(t.At)})
		}
	}
	if n.Line != nil && r.holds(*n.Line) {
		p := r.passage(*n.Line)
		v.Line = &p
	}
	for _, b := range n.briefs {
		v.Briefings = append(v.Briefings, string(b.in.ID))
	}
	return v
}
