package site

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"mojaz/internal/calendar"
	"mojaz/internal/corpus"
)

// edition is the briefings of one date of publication and what they changed in
// the affair as the briefings before them tell it.
type edition struct {
	published string // EDTF
	briefings []*noted
	changes   []change
	named     []*naming // people whom no briefing before named
}

// changeKind is what a change means.
type changeKind string

// The kinds of change, in the order in which an edition tells them.
const (
	changeStatus     changeKind = "status"     // a phase has come further, or not
	changeDispute    changeKind = "dispute"    // what sources say of a phase differs from now on
	changeContradict changeKind = "contradict" // an earlier passage is contradicted
	changePhase      changeKind = "phase"      // a phase that nobody spoke of before
	changeUpdate     changeKind = "update"     // an earlier passage is out of date
)

// changeOrder is the order of an edition's changes.
var changeOrder = []changeKind{changeStatus, changeDispute, changeContradict, changePhase, changeUpdate}

// change is one thing that a briefing said first.
type change struct {
	id       string // unique in its dossier
	kind     changeKind
	phase    int    // in Dossier.Phases, -1 if it is about none
	question string // of a dispute: what it is about
	from, to corpus.Status
	at       corpus.Passage   // what says so
	before   []corpus.Passage // what was said until then
	relation side             // of contradict and update: the first of them
}

// changelog lists the editions of a dossier that changed something, the latest
// first, and at the end the one with which it began; nil if none changed anything.
// Briefings without a date are in none, and count as the earliest.
//
// Of a phase only steps forward are told: what sources say of it afterwards in
// other words, or in hindsight, changes nothing.
func (r *register) changelog() []edition {
	c := chronicle{register: r, rank: map[corpus.DocID]int{}, told: map[[2]corpus.Passage]bool{}}
	c.collect()
	if len(c.editions) < 2 {
		return nil
	}
	for i := range r.Phases {
		c.tellPhase(i)
	}
	c.tellRelations()
	c.tellPeople()
	c.name()
	first := c.editions[0]
	told := slices.DeleteFunc(c.editions[1:], func(e edition) bool { return len(e.changes) == 0 })
	if len(told) == 0 {
		return nil
	}
	slices.Reverse(told)
	return append(told, first)
}

// name puts the changes of each edition in order and gives them their ids. Of two
// that rest on the same paragraphs the second has a tail.
func (c *chronicle) name() {
	times := map[string]int{}
	for i := range c.editions {
		all := c.editions[i].changes
		slices.SortStableFunc(all, func(a, b change) int {
			return cmp.Compare(slices.Index(changeOrder, a.kind), slices.Index(changeOrder, b.kind))
		})
		for j := range all {
			id := all[j].meaning()
			if times[id]++; times[id] > 1 {
				id += "-" + strconv.Itoa(times[id])
			}
			all[j].id = id
		}
	}
}

// chronicle is a changelog while it is made, the earliest edition first.
type chronicle struct {
	*register
	editions []edition
	rank     map[corpus.DocID]int       // the edition of a briefing; without a date the first
	told     map[[2]corpus.Passage]bool // pairs of paragraphs of which a change was told
}

// collect groups the briefings by their dates.
func (c *chronicle) collect() {
	dated := slices.Clone(c.Briefings)
	dated = slices.DeleteFunc(dated, func(b corpus.Briefing) bool { return b.Published == "" })
	slices.SortStableFunc(dated, func(a, b corpus.Briefing) int { return calendar.Compare(a.Published, b.Published) })
	for _, b := range dated {
		if n := len(c.editions); n == 0 || c.editions[n-1].published != b.Published {
			c.editions = append(c.editions, edition{published: b.Published})
		}
		last := &c.editions[len(c.editions)-1]
		last.briefings = append(last.briefings, c.briefings[b.ID])
		c.rank[b.ID] = len(c.editions) - 1
	}
}

// add tells a change of what was said before, if anything was. The first edition
// changes nothing, and two paragraphs stand against each other once.
func (c *chronicle) add(x change, before ...corpus.Passage) {
	e := &c.editions[c.rank[x.at.Doc]]
	if e == &c.editions[0] {
		return
	}
	for _, b := range before {
		key := [2]corpus.Passage{{Doc: x.at.Doc, Cite: x.at.Cite}, {Doc: b.Doc, Cite: b.Cite}}
		if c.told[key] {
			return
		}
		c.told[key] = true
	}
	if n := len(e.changes) - 1; n >= 0 && x.phase < 0 && e.changes[n].kind == x.kind && e.changes[n].at == x.at {
		e.changes[n].before = append(e.changes[n].before, before...) // one passage overtakes several
		return
	}
	x.before = before
	e.changes = append(e.changes, x)
}

// tellPhase tells when a phase was first spoken of, each step that it made since,
// and when sources began to differ about it.
func (c *chronicle) tellPhase(i int) {
	p := &c.Phases[i]
	stands := slices.DeleteFunc(slices.Clone(p.Evidence), func(s corpus.Stand[corpus.Passage]) bool { return !c.holds(s.At) })
	slices.SortStableFunc(stands, func(a, b corpus.Stand[corpus.Passage]) int { return c.rank[a.At.Doc] - c.rank[b.At.Doc] })
	for n := 0; n < len(stands); {
		end := n + 1
		for end < len(stands) && c.rank[stands[end].At.Doc] == c.rank[stands[n].At.Doc] {
			end++
		}
		now := furthest(stands[n:end])
		if n == 0 {
			c.add(change{kind: changePhase, phase: i, to: now.Status, at: now.At})
		} else if was := furthest(stands[:n]); steps(was.Status, now.Status) {
			c.add(change{kind: changeStatus, phase: i, from: was.Status, to: now.Status, at: now.At}, was.At)
		}
		n = end
	}
	for _, d := range p.Disputes {
		c.tellDispute(i, d)
	}
}

// tellDispute tells of a dispute in the edition that has its second side.
func (c *chronicle) tellDispute(phase int, d corpus.Dispute[corpus.Passage]) {
	sides := slices.DeleteFunc(slices.Clone(d.Sides), func(s corpus.Side[corpus.Passage]) bool { return !c.holds(s.At) })
	slices.SortStableFunc(sides, func(a, b corpus.Side[corpus.Passage]) int { return c.rank[a.At.Doc] - c.rank[b.At.Doc] })
	if len(sides) > 1 {
		c.add(change{kind: changeDispute, phase: phase, question: string(d.About), at: sides[1].At}, sides[0].At)
	}
}

// tellRelations tells of what contradicts or updates an earlier briefing.
func (c *chronicle) tellRelations() {
	for _, kind := range []corpus.RelationKind{corpus.Contradicts, corpus.Updates} {
		for _, x := range c.ledger[kind] {
			if c.rank[x.A.Doc] <= c.rank[x.B.Doc] {
				continue
			}
			told := change{kind: changeContradict, phase: -1, at: x.A, relation: x}
			if kind == corpus.Updates {
				told.kind = changeUpdate
			}
			c.add(told, x.B)
		}
	}
}

// tellPeople finds the people whom an edition names first, those of whom most is
// said before the others.
func (c *chronicle) tellPeople() {
	for _, n := range c.leading(corpus.TypePerson) {
		if len(n.briefs) == 0 {
			continue
		}
		first := c.rank[n.briefs[0].in.ID]
		for _, b := range n.briefs {
			first = min(first, c.rank[b.in.ID])
		}
		c.editions[first].named = append(c.editions[first].named, n)
	}
}

// course orders statuses by how far a phase has come; what lies ahead is all one.
var course = map[corpus.Status]int{
	corpus.StatusPlanned: 1, corpus.StatusExpected: 1, corpus.StatusPostponed: 2, corpus.StatusDenied: 2,
	corpus.StatusOngoing: 3, corpus.StatusDone: 4,
}

// furthest gives of some stands, of which there is one, the last of those that have
// come furthest.
func furthest(stands []corpus.Stand[corpus.Passage]) corpus.Stand[corpus.Passage] {
	best := stands[0]
	for _, s := range stands[1:] {
		if course[s.Status] >= course[best.Status] {
			best = s
		}
	}
	return best
}

// steps reports whether a phase that stood at was has moved when it stands at now.
// To be put off or denied is a move of what lies ahead or goes on, never back to
// a mere plan.
func steps(was, now corpus.Status) bool {
	switch {
	case was == now || was == "" || now == "" || was == corpus.StatusDone:
		return false
	case course[now] == 2:
		return true
	}
	return course[now] > course[was]
}

// meaning names a change for as long as it means the same: by the paragraphs and
// what they are taken to say, not by words.
func (x change) meaning() string {
	said := []string{string(x.kind), x.question, string(x.from), string(x.to), string(x.at.Doc), x.at.Cite}
	for _, b := range x.before {
		said = append(said, string(b.Doc), b.Cite)
	}
	h := sha256.Sum256([]byte(strings.Join(said, "\x00")))
	return "change-" + hex.EncodeToString(h[:5])
}
