package site

import (
	"slices"

	"mojaz/internal/corpus"
)

// disagreementsShown is how many disagreements the page of a dossier shows.
const disagreementsShown = 3

// sayersShown is how many passages that say the same a point of a summary names.
const sayersShown = 5

// KeyPoint is a point of a dossier's summary: a passage of a source, and the
// others that say the same or otherwise.
type KeyPoint struct {
	Kind    string // "state", "phase" or "dispute"
	Said    Quoted
	Support []Quoted // other passages that say the same, sayersShown at most
	Against []Quoted // passages that say otherwise, as many
	// MoreSupport and MoreAgainst count those that are not listed.
	MoreSupport, MoreAgainst Number
	// Phase leads to the phase that it tells of, nil if it tells of none.
	Phase *Link
}

// Disagreement is a question that sources answer differently, with both answers.
type Disagreement struct {
	About string // in the sources' own words, "" if not known
	Rule  string // the name of the rule that told them apart: "denied"; "" if not known
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
	v.Support, v.MoreSupport = s.sayers(s.allQuoted(from, r, p.Support))
	v.Against, v.MoreAgainst = s.sayers(s.allQuoted(from, r, p.Against))
	for i := range r.Phases {
		if r.Phases[i].ID == p.Phase {
			row := s.phaseRow(from, r, i)
			v.Phase = &Link{Title: row.Label, RelPermalink: row.RelPermalink}
		}
	}
	return v, true
}

// sayers gives the first of passages, and how many more there are.
func (s *site) sayers(all []Quoted) ([]Quoted, Number) {
	n := min(len(all), sayersShown)
	return all[:n], s.number(len(all) - n)
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
// none, the points, and the disagreements; see [site.disagreements].
func (s *site) points(from string, r *register) (state *KeyPoint, points []KeyPoint, disagreements []Disagreement) {
	for _, p := range r.Overview.Points {
		v, ok := s.keyPoint(from, r, p)
		switch {
		case !ok || p.Kind == corpus.PointDispute && len(v.Against) > 0:
		case p.Kind == corpus.PointState && state == nil:
			state = &v
		default:
			points = append(points, v)
		}
	}
	return state, points, s.disagreements(from, r)
}

// disagreements shows those of a dossier's summary and, if they are few, those of
// its ledger; what one source says against itself comes last.
func (s *site) disagreements(from string, r *register) []Disagreement {
	var across, within []Disagreement
	add := func(d Disagreement, a, b corpus.DocID) {
		if a == b {
			within = append(within, d)
		} else {
			across = append(across, d)
		}
	}
	told, asked := map[string]bool{}, map[string]bool{}
	for _, p := range r.Overview.Points {
		against := slices.IndexFunc(p.Against, r.holds)
		if p.Kind != corpus.PointDispute || against < 0 {
			continue
		}
		if v, ok := s.keyPoint(from, r, p); ok {
			d, id := s.disputed(from, r, p, v)
			if id == "" || !told[id] { // the summary may have both its sides
				add(d, p.At.Doc, p.Against[against].Doc)
			}
			told[id], asked[d.About] = true, true
		}
	}
	for _, x := range r.disagreements(disagreementsShown + len(told)) {
		if !told[x.id] && (x.About == "" || !asked[shown(x.About)]) {
			v := s.relation(from, r, x)
			add(Disagreement{shown(x.About), v.Rule, v.A, v.B, s.ledgerLink(from, r, x)}, x.A.Doc, x.B.Doc)
		}
	}
	all := append(across, within...)
	return all[:min(len(all), disagreementsShown)]
}

// disputed shows a point of the summary that is a disagreement, with the question
// and the rule that the ledger has for it, and the relation's id. Points are whole
// sentences and relations often clauses of them. Where the ledger knows nothing
// of it, the phase that it tells of is the question.
func (s *site) disputed(from string, r *register, p corpus.KeyPoint[corpus.Passage], v KeyPoint) (d Disagreement, id string) {
	d = Disagreement{A: v.Said, B: v.Against[0]}
	for _, x := range r.briefings[p.At.Doc].related[p.At.Cite] {
		n := slices.IndexFunc(p.Against, func(q corpus.Passage) bool { return holdsOther(q, x.other()) })
		if x.Kind != corpus.Contradicts || n < 0 || !holdsOther(p.At, x.own()) {
			continue
		}
		if b, ok := s.quoted(from, r, p.Against[n]); ok {
			d.B = b
		}
		d.About, d.Rule, d.RelPermalink = shown(x.About), shown(x.Rule), s.ledgerLink(from, r, x)
		return d, x.id
	}
	if v.Phase != nil {
		d.About, d.RelPermalink = v.Phase.Title, v.Phase.RelPermalink
	}
	return d, ""
}

// holdsOther reports whether the words of one of two passages are part of the
// other's, in the same paragraph.
func holdsOther(a, b corpus.Passage) bool {
	if a.Doc != b.Doc || a.Cite != b.Cite {
		return false
	}
	_, in := find(a.Text, b.Text)
	_, around := find(b.Text, a.Text)
	return in || around
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
