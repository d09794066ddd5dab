package site

import "strings"

// How much of the changes one page holds: changesShown of an edition with
// beforeShown earlier passages each and namesNew people, editionsPaged editions on
// a page, and newsShown of the latest edition on the page of the dossier.
const (
	changesShown  = 10
	editionsPaged = 10
	newsShown     = 3
	namesNew      = 8
	beforeShown   = 4
)

// Changes is a page of what is new in an affair, by meaning: what the briefings of
// each date changed in what those before them tell.
type Changes struct {
	Base
	Dossier  Link // to the dossier's page
	Editions []Edition
	Pager    []Link // nil if there is one page
}

// Edition is the briefings of one date and what they changed.
type Edition struct {
	ID      string // "e-2025-11-27"
	Date    Day    // of publication
	Sources []SourceName
	// Unnamed is how many more sources there are.
	Unnamed Number
	// First says that the dossier began with it, so that it could change nothing.
	First   bool
	Changes []Change
	More    Number // how many changes are left out
	Named   []Link // people whom no briefing before named, the most important first
	Others  Number // how many more there are
}

// Change is one thing that is told otherwise than before, or for the first time.
type Change struct {
	// ID is that of the element. It stays the same for as long as the change means
	// the same, whatever its words: a script tells by it what a reader has seen.
	ID   string
	Kind string // "status", "dispute", "contradict", "phase" or "update"
	// Phase leads to the phase that it is about, nil if it is about none.
	Phase    *Link
	When     Day    // of a new phase, its Value "" if nobody dates it
	From, To string // statuses, as in Mark; From is "" of a new phase
	// Question is what sources differ about: of a dispute "start", "end", "status"
	// or "scope", of a relation the words of the sources.
	Question string
	Rule     string   // of a relation, the name of the rule; "" else
	Said     Quoted   // what is new
	Before   []Quoted // what was said until then, by publication; beforeShown at most
	// RelPermalink leads to the relation in the ledger, or to the phase.
	RelPermalink string
}

// News is the latest edition as the page of a dossier and the first page show it.
type News struct {
	Date   Day
	Latest []Change    // a few of its changes, the gravest
	Counts []NewsCount // all of its changes by kind
	All    Link        // leads to all editions
}

// NewsCount counts the changes of one kind.
type NewsCount struct {
	Kind  string // as in Change
	Count Number
}

func changesPath(dossier string) string { return Folder(dossier) + "/changes.html" }

// anchorMarks stand in an id for what no id can hold.
var anchorMarks = strings.NewReplacer("~", "a", "?", "u", "%", "b", "/", "_", ".", "o")

// anchorOf writes an EDTF date so that it can be part of an element's id.
func anchorOf(edtf string) string { return strings.ToLower(anchorMarks.Replace(edtf)) }

// changes makes page n, counted from 1, of what is new in a dossier.
func (s *site) changes(r *register, n int) *Changes {
	first := changesPath(r.Overview.Dossier)
	path := pagePath(first, n)
	v := &Changes{
		Base:    s.base("changes", path, r.Dossier),
		Dossier: dossierLink(path, r.Dossier),
		Pager:   s.pager(first, n, pagesOf(len(r.news), editionsPaged)),
	}
	v.Description = dossierTitle(r.Dossier)
	for i, e := range part(r.news, n, editionsPaged) {
		v.Editions = append(v.Editions, s.edition(path, r, e))
		v.Editions[i].First = (n-1)*editionsPaged+i == len(r.news)-1
	}
	return v
}

func (s *site) edition(from string, r *register, e edition) Edition {
	v := Edition{ID: "e-" + anchorOf(e.published), Date: s.day(e.published)}
	for _, b := range e.briefings[:min(len(e.briefings), sourcesNamed)] {
		v.Sources = append(v.Sources, s.sourceName(from, b))
	}
	v.Unnamed = s.number(len(e.briefings) - len(v.Sources))
	told := e.changes[:min(len(e.changes), changesShown)]
	for _, x := range told {
		if c, ok := s.change(from, r, x); ok {
			v.Changes = append(v.Changes, c)
		}
	}
	v.More = s.number(len(e.changes) - len(told))
	for _, n := range e.named[:min(len(e.named), namesNew)] {
		v.Named = append(v.Named, Link{Title: shown(n.Name), RelPermalink: link(from, entityPath(r.Overview.Dossier, string(n.ID)))})
	}
	v.Others = s.number(len(e.named) - len(v.Named))
	return v
}

// change shows a change on the page at from. ok is false if its words are not
// there.
func (s *site) change(from string, r *register, x change) (v Change, ok bool) {
	v = Change{ID: x.id, Kind: string(x.kind), From: string(x.from), To: string(x.to), Question: x.question}
	if v.Said, ok = s.quoted(from, r, x.at); !ok {
		return v, false
	}
	v.Before = s.allQuoted(from, r, x.before[:min(len(x.before), beforeShown)])
	if x.phase >= 0 {
		row := s.phaseRow(from, r, x.phase)
		v.Phase = &Link{Title: row.Label, RelPermalink: row.RelPermalink}
		v.When, v.RelPermalink = row.Date, row.RelPermalink
		return v, true
	}
	v.Question, v.Rule = shown(x.relation.About), shown(x.relation.Rule)
	v.RelPermalink = s.ledgerLink(from, r, x.relation)
	return v, true
}

// latest shows the latest edition in short, nil if nothing is new in it.
func (s *site) latest(from string, r *register) *News {
	if len(r.news) == 0 || len(r.news[0].changes) == 0 {
		return nil
	}
	e := r.news[0]
	to := link(from, changesPath(r.Overview.Dossier))
	v := &News{Date: s.day(e.published), All: Link{RelPermalink: to + "#e-" + anchorOf(e.published)}}
	for _, kind := range changeOrder {
		n := 0
		for _, x := range e.changes {
			if x.kind == kind {
				n++
			}
		}
		if n > 0 {
			v.Counts = append(v.Counts, NewsCount{string(kind), s.number(n)})
		}
	}
	for _, x := range e.changes {
		if len(v.Latest) == newsShown {
			break
		}
		if c, ok := s.change(from, r, x); ok {
			v.Latest = append(v.Latest, c)
		}
	}
	return v
}
