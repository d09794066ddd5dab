package site

import "mojaz/internal/corpus"

// disagreementsShown is how many disagreements the page of a dossier shows.
const disagreementsShown = 3

// KeyPoint is a point of a dossier's summary: a passage of a source, and the
// others that say the same or otherwise.
type KeyPoint struct {
	Kind    string // "state", "phase" or "dispute"
	Said    Quoted
	Support []Quoted // other passages that say the same
	Against []Quoted // passages that say otherwise
	// Phase leads to the phase that it tells of, nil if it tells of none.
	Phase *Link
}

// Disagreement is a question that sources answer differently, with both answers.
type Disagreement struct {
	About string // in the sources' own words, "" if not known
	A, B  Quoted
	// RelPermalink leads to it in the ledger of agreement, "" if it is not there.
	RelPermalink string
}

// keyPoint shows a point of a dossier's summary. ok is false if its words are
// not there.
func (s *site) keyPoint(from string, r *register, p corpus.KeyPoint[corpus.Passage]) (v KeyPoint, ok bool) {
	v.Kind = string(p.Kind)
	if v.Said, ok = s.quoted(from, r, p.At); !ok {
		return v, false
	}
	v.Support, v.Against = s.allQuoted(from, r, p.Support), s.allQuoted(from, r, p.Against)
	for i := range r.Phases {
		if r.Phases[i].ID == p.Phase {
			row := s.phaseRow(from, r, i)
			v.Phase = &Link{Title: row.Label, RelPermalink: row.RelPermalink}
		}
	}
	return v, true
}

// allQuoted shows passages, of each paragraph the first.
func (s *site) allQuoted(from string, r *register, ps []corpus.Passage) []Quoted {
	var out []Quoted
	seen := map[corpus.Passage]bool{}
	for _, p := range ps {
		place := corpus.Passage{Doc: p.Doc, Cite: p.Cite}
		if q, ok := s.quoted(from, r, p); ok && !seen[place] {
			seen[place] = true
			out = append(out, q)
		}
	}
	return out
}

// points parts the summary of a dossier: the state of affairs, nil if it has
// none, the points, and the disagreements, to which the ledger adds if there are
// few.
func (s *site) points(from string, r *register) (state *KeyPoint, points []KeyPoint, disagreements []Disagreement) {
	asked := map[corpus.Passage]bool{}
	for _, p := range r.Overview.Points {
		v, ok := s.keyPoint(from, r, p)
		switch {
		case !ok:
		case p.Kind == corpus.PointState && state == nil:
			state = &v
		case p.Kind == corpus.PointDispute && len(v.Against) > 0:
			asked[p.At] = true
			if len(disagreements) < disagreementsShown {
				disagreements = append(disagreements, s.disputed(from, r, p, v))
			}
		default:
			points = append(points, v)
		}
	}
	for _, x := range r.disagreements(disagreementsShown) {
		if len(disagreements) >= disagreementsShown || asked[x.A] || asked[x.B] {
			continue
		}
		v := s.relation(from, r, x)
		disagreements = append(disagreements, Disagreement{shown(x.About), v.A, v.B, s.ledgerLink(from, r, x)})
	}
	return state, points, disagreements
}

// disputed shows a point of the summary that is a disagreement, with the question
// that the ledger has for it.
func (s *site) disputed(from string, r *register, p corpus.KeyPoint[corpus.Passage], v KeyPoint) Disagreement {
	d := Disagreement{A: v.Said, B: v.Against[0]}
	for _, x := range r.briefings[p.At.Doc].related[p.At.Cite] {
		if x.Kind == corpus.Contradicts && x.own() == p.At {
			d.About, d.RelPermalink = shown(x.About), s.ledgerLink(from, r, x)
			break
		}
	}
	if d.About == "" && v.Phase != nil {
		d.About, d.RelPermalink = v.Phase.Title, v.Phase.RelPermalink
	}
	return d
}

// ledgerLink leads to a relation in the ledger.
func (s *site) ledgerLink(from string, r *register, x side) string {
	return link(from, s.ledgerPage(r, x.Relation, x.id)) + "#" + x.id
}

// state gives the state of affairs of a dossier, nil if its summary has none.
func (s *site) state(from string, r *register) *KeyPoint {
	for _, p := range r.Overview.Points {
		if p.Kind != corpus.PointState {
			continue
		}
		if v, ok := s.keyPoint(from, r, p); ok {
			return &v
		}
	}
	return nil
}
