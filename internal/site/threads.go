package site

import "mojaz/internal/corpus"

type phaseBody struct {
	Type   string        `json:"type"`  // PhaseEvidence
	Phase  string        `json:"phase"` // id of the phase
	Label  string        `json:"label"`
	Start  string        `json:"start,omitempty"` // EDTF
	End    string        `json:"end,omitempty"`   // EDTF
	Status corpus.Status `json:"status,omitempty"`
}

type relationBody struct {
	Type     string              `json:"type"` // Relation
	Relation corpus.RelationKind `json:"relation"`
	About    string              `json:"about,omitempty"`
	With     target              `json:"with"` // the passage that the target is related to
}

// stand is what a passage says of a phase.
type stand struct {
	of   *corpus.Phase[corpus.Passage]
	says corpus.Stand[corpus.Passage]
}

// dossier takes up a dossier: its briefings come next.
func (e *exporter) dossier(in Input, d *corpus.Dossier) {
	e.cast, e.placer, e.stands = newCast(d), newPlacer(in, d), map[corpus.DocID][]stand{}
	for i := range d.Phases {
		for _, s := range d.Phases[i].Evidence {
			e.stands[s.At.Doc] = append(e.stands[s.At.Doc], stand{&d.Phases[i], s})
		}
	}
}

// relations writes what b says of phases, and how it stands to passages of its
// own and other briefings.
func (e *exporter) relations(b *corpus.Briefing) {
	for _, s := range e.stands[b.ID] {
		if at, ok := e.placer.text(s.says.At); ok {
			e.tag("phase", at, phaseBody{"PhaseEvidence", s.of.ID, s.of.Label, s.of.Start, s.of.End, s.says.Status})
		}
	}
	for _, r := range b.Relations {
		at, ok := e.placer.text(r.A)
		with, known := e.placer.aim(r.B)
		if ok && known && r.A.Doc == b.ID {
			e.tag("relation", at, relationBody{"Relation", r.Kind, r.About, with})
		}
	}
}
