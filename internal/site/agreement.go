package site

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// relationsShown is how many relations of each kind the first page of the ledger
// holds, relationsPaged how many a page of one kind does.
const (
	relationsShown = 30
	relationsPaged = 100
)

// Agreement is a page of the ledger of relations: who confirms, contradicts,
// updates or tells more of what others say.
type Agreement struct {
	Base
	Dossier Link // to the dossier's page
	// Only is the kind of relation that the page holds, "" for all kinds.
	Only string
	// Filter leads to all kinds, whose Key is "all", and to each kind that is
	// there, whose Key is its name, with the number of its relations.
	Filter []KindLink
	// Sources are those to which the page can be narrowed; nil if there is no choice.
	Sources []SourceChoice
	Groups  []RelationGroup
	// Silent lists the phases that some sources date and others say nothing of;
	// on the first page only.
	Silent []Silence
	Pager  []Link // the pages of one kind, nil if there is one
}

// KindLink leads to the relations of one kind.
type KindLink struct {
	Link
	Count Number
}

// RelationGroup is the relations of one kind.
type RelationGroup struct {
	Kind      string // "contradicts", "updates", "corroborates" or "elaborates"
	Count     Number // how many there are in all
	Questions []Question
	// More counts those that stand on the pages of this kind only, and All leads
	// there: "" if there are none.
	More Number
	All  string
}

// Question is what the passages of some relations answer.
type Question struct {
	About     string // in the sources' own words
	Relations []Relation
}

// Relation is two passages that speak of the same thing.
type Relation struct {
	ID   string // "r-000-6c3114-3"
	Kind string // as in RelationGroup
	Rule string // the name of the rule that related them: "same-date"
	// A was published later, or stands later in the same briefing; of an update or
	// an elaboration it is the passage that updates or tells more.
	A, B Quoted
	From []string // the classes of its sources among those of the page
}

// Silence is a phase that some sources date and others say nothing of.
type Silence struct {
	Phase   Link
	Told    Number       // how many sources speak of it
	Silent  Number       // how many do not
	Sources []SourceName // the silent ones, sourcesNamed at most
	More    Number       // how many more there are
}

// ledgerOrder is the order of the ledger.
var ledgerOrder = []corpus.RelationKind{corpus.Contradicts, corpus.Updates, corpus.Corroborates, corpus.Elaborates}

// ledger is the relations of a dossier by kind, grouped by question, those of two
// briefings before those inside one.
type ledger map[corpus.RelationKind][]side

func newLedger(r *register) ledger {
	l := ledger{}
	for i := range r.Briefings {
		b := &r.Briefings[i]
		for j := range b.Relations {
			if rel := &b.Relations[j]; r.holds(rel.A) && r.holds(rel.B) && slices.Contains(ledgerOrder, rel.Kind) {
				l[rel.Kind] = append(l[rel.Kind], side{rel, relationID(b, j), true})
			}
		}
	}
	for _, kind := range ledgerOrder {
		// What one source says twice is less than what two say.
		slices.SortStableFunc(l[kind], func(a, b side) int { return cmp.Compare(r.inOne(a), r.inOne(b)) })
		l[kind] = byQuestion(l[kind])
	}
	return l
}

// byQuestion brings relations that answer one question together, in the order in
// which questions first come up.
func byQuestion(all []side) []side {
	first := map[string]int{}
	for _, x := range all {
		if _, known := first[x.About]; !known {
			first[x.About] = len(first)
		}
	}
	slices.SortStableFunc(all, func(a, b side) int { return first[a.About] - first[b.About] })
	return all
}

// hasAgreement reports whether the ledger has anything to show.
func (r *register) hasAgreement() bool { return r.ledger.size() > 0 || len(r.Phases) > 0 }

// size counts the relations of all kinds.
func (l ledger) size() int {
	n := 0
	for _, kind := range ledgerOrder {
		n += len(l[kind])
	}
	return n
}

// ledgerPage gives the page of the ledger that holds a relation.
func (s *site) ledgerPage(r *register, rel *corpus.Relation[corpus.Passage], id string) string {
	at := r.ledgerAt[id]
	if at < relationsShown {
		return agreementPath(r.Overview.Dossier, "")
	}
	return pagePath(agreementPath(r.Overview.Dossier, rel.Kind), at/relationsPaged+1)
}

// agreement makes page n, counted from 1, of one kind, or of all where only is "".
func (s *site) agreement(r *register, only corpus.RelationKind, n int) *Agreement {
	first := agreementPath(r.Overview.Dossier, only)
	path := pagePath(first, n)
	v := &Agreement{
		Base: s.base("agreement", path, r.Dossier), Only: string(only),
		Dossier: dossierLink(path, r.Dossier),
		Filter:  s.kinds(r, path, only),
	}
	v.Description = dossierTitle(r.Dossier)
	if only == "" {
		for _, kind := range ledgerOrder {
			if all := r.ledger[kind]; len(all) > 0 {
				v.Groups = append(v.Groups, s.relations(r, path, kind, all[:min(len(all), relationsShown)]))
			}
		}
		v.Silent = s.silences(r, path)
		s.narrow(v)
		return v
	}
	all := r.ledger[only]
	v.Groups = []RelationGroup{s.relations(r, path, only, part(all, n, relationsPaged))}
	v.Groups[0].More, v.Groups[0].All = s.number(0), ""
	v.Pager = s.pager(first, n, pagesOf(len(all), relationsPaged))
	s.narrow(v)
	return v
}

// kinds leads from the page at path to each kind: to its own page if it has one,
// else to its part of the first page.
func (s *site) kinds(r *register, path string, only corpus.RelationKind) []KindLink {
	all := agreementPath(r.Overview.Dossier, "")
	out := []KindLink{{Link{Key: "all", RelPermalink: link(path, all), Current: only == ""}, s.number(r.ledger.size())}}
	for _, kind := range ledgerOrder {
		n := len(r.ledger[kind])
		if n == 0 {
			continue
		}
		to := link(path, all) + "#" + string(kind)
		if n > relationsShown {
			to = link(path, agreementPath(r.Overview.Dossier, kind))
		}
		out = append(out, KindLink{Link{Key: string(kind), RelPermalink: to, Current: kind == only}, s.number(n)})
	}
	return out
}

// relations shows relations of one kind by question.
func (s *site) relations(r *register, path string, kind corpus.RelationKind, some []side) RelationGroup {
	all := len(r.ledger[kind])
	g := RelationGroup{Kind: string(kind), Count: s.number(all), More: s.number(all - len(some))}
	if len(some) < all {
		g.All = link(path, agreementPath(r.Overview.Dossier, kind))
	}
	for _, x := range some {
		about := shown(x.About)
		if n := len(g.Questions); n == 0 || g.Questions[n-1].About != about {
			g.Questions = append(g.Questions, Question{About: about})
		}
		q := &g.Questions[len(g.Questions)-1]
		q.Relations = append(q.Relations, s.relation(path, r, x))
	}
	return g
}

func (s *site) relation(from string, r *register, x side) Relation {
	v := Relation{ID: x.id, Kind: string(x.Kind), Rule: shown(x.Rule)}
	v.A, _ = s.quoted(from, r, x.A)
	v.B, _ = s.quoted(from, r, x.B)
	return v
}
