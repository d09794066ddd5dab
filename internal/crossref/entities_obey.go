package crossref

import (
	"slices"
	"strings"

	"mojaz/internal/corpus"
)

// obey gives the parties as the guides want them.
func (c *casting) obey(guides []guided, parties []party) []party {
	if len(guides) == 0 {
		return parties
	}
	o := obedience{c: c, parties: parties, into: make([]int, len(parties)), shown: c.shown(parties)}
	for i := range o.into {
		o.into[i] = i
	}
	o.find(guides)
	for i := range guides {
		if guides[i].party >= 0 && guides[i].Type != corpus.TypeNone {
			o.aliases(&guides[i])
		}
	}
	for i := range guides {
		o.rule(&guides[i])
	}
	return o.left()
}

// obedience is parties while guides change them.
type obedience struct {
	c       *casting
	parties []party
	into    []int    // for each party the one that it is part of, itself if of none
	shown   []string // the name of each as the program alone would show it
	// named and called list the parties by the ids of their names, and of all
	// that their mentions call them.
	named, called map[string][]int
}

// find gives each guide the party that it is about: the one that the program
// shows under a name that the guide knows, else the one that has most mentions
// under such a name, else the one that has its first alias.
func (o *obedience) find(guides []guided) {
	byName := map[string]int{}
	for i, name := range o.shown {
		byName[name] = i
	}
	o.index()
	ruled := map[int]bool{}
	each := func(find func(g *guided) int) {
		for i := range guides {
			if g := &guides[i]; g.party < 0 {
				if p := find(g); p >= 0 && !ruled[p] {
					g.party, ruled[p] = p, true
				}
			}
		}
	}
	each(func(g *guided) int {
		for _, name := range append(slices.Clone(g.Known), g.Name) {
			if p, ok := byName[name]; ok {
				return p
			}
		}
		return -1
	})
	each(func(g *guided) int { return o.mostNamed(g.own) })
	each(func(g *guided) int {
		for _, alias := range g.Aliases {
			if p := o.mostNamed(o.c.idsOf(alias)); p >= 0 {
				return p
			}
		}
		return -1
	})
}

// index lists the parties by what they are called.
func (o *obedience) index() {
	o.named, o.called = map[string][]int{}, map[string][]int{}
	for i := range o.parties {
		p := &o.parties[i]
		named, called := map[string]bool{}, map[string]bool{}
		for _, k := range p.nodes {
			n := &o.c.nodes[k]
			named[n.id] = true
			doc := &o.c.a.Documents[n.doc]
			for _, m := range n.mentions {
				called[o.c.spell(n.kind, surface(doc, doc.Mentions[m])).id] = true
			}
		}
		for id := range named {
			o.named[id] = append(o.named[id], i)
		}
		for id := range called {
			o.called[id] = append(o.called[id], i)
		}
	}
}

// mostNamed gives the party with most mentions in nodes of such ids, the first
// of several, -1 if there is none.
func (o *obedience) mostNamed(ids map[string]bool) int {
	counts := map[int]int{}
	for id := range ids {
		for _, i := range o.named[id] {
			for _, k := range o.parties[i].nodes {
				if o.c.nodes[k].id == id {
					counts[i] += len(o.c.nodes[k].mentions)
				}
			}
		}
	}
	best := -1
	for i, n := range counts {
		if best < 0 || n > counts[best] || n == counts[best] && i < best {
			best = i
		}
	}
	return best
}

// aliases joins to a guide's party those that are called by its aliases: whoever
// is named so, or else, of an alias that an editor has added, the one who goes
// by it. A surname that the program wrote itself joins nobody. An alias that is
// somebody else's for good is not shown.
func (o *obedience) aliases(g *guided) {
	mine := o.c.nodes[o.parties[g.party].nodes[0]].kind
	for _, alias := range g.Aliases {
		if slices.Contains(g.Distinct, alias) {
			continue
		}
		known := slices.Contains(g.Known, alias)
		if known && mine == kindPerson && len(o.c.spell(kindPerson, alias).units) == 1 {
			continue
		}
		ids := o.c.idsOf(alias)
		found := o.those(ids, o.named, mine)
		if len(found) == 0 && !known {
			found = o.those(ids, o.called, mine)
			if len(found) > 1 {
				continue
			}
		}
		joined := len(found) == 0
		for _, p := range found {
			joined = o.take(g.party, p) || joined
		}
		if joined {
			g.also = append(g.also, alias)
		}
	}
}

// those lists the parties that have one of ids, in order; of one kind alone, if
// there are such.
func (o *obedience) those(ids map[string]bool, index map[string][]int, mine kind) (out []int) {
	same := false
	for id := range ids {
		for _, i := range index[id] {
			if !slices.Contains(out, i) {
				out = append(out, i)
				same = same || o.parties[i].kind == mine
			}
		}
	}
	if same {
		out = slices.DeleteFunc(out, func(i int) bool { return o.parties[i].kind != mine })
	}
	slices.Sort(out)
	return out
}

// take makes party from part of party to, unless a guide keeps them apart or an
// earlier one has taken from in. It reports whether from is part of to.
func (o *obedience) take(to, from int) bool {
	if o.into[from] != from {
		return o.into[from] == to
	}
	if to == from {
		return true
	}
	if o.into[to] != to || !o.c.join(o.parties[to].nodes[0], o.parties[from].nodes[0], "editor") {
		return false
	}
	p, q := &o.parties[to], &o.parties[from]
	p.nodes = append(p.nodes, q.nodes...)
	slices.Sort(p.nodes)
	p.rule = moreRules(p.rule, q.rule, "editor")
	for i, in := range o.into {
		if in == from {
			o.into[i] = to
		}
	}
	return true
}

// rule makes a guide rule its party, if that is still its own: the name, the
// type and the id are as it says.
func (o *obedience) rule(g *guided) {
	if g.party < 0 || o.into[g.party] != g.party {
		return
	}
	p := &o.parties[g.party]
	if p.guide != nil {
		return
	}
	p.guide = g.Guide
	p.gone = g.Type == corpus.TypeNone
	p.also = g.also
	if g.Name != "" {
		p.name = strings.TrimSpace(g.Name)
	}
}

// left gives the parties that no other has taken in.
func (o *obedience) left() (out []party) {
	for i, p := range o.parties {
		if o.into[i] == i {
			out = append(out, p)
		}
	}
	return out
}
