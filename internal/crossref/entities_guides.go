package crossref

import (
	"cmp"
	"slices"
	"strings"

	"mojaz/internal/corpus"
)

// guided is a guide while it is followed.
//
// Where guides disagree, the first of these wins: Distinct, for two that were
// wrongly joined mislead a reader more than two that were not; an alias; taking
// out; and of two guides that want the same thing that whose name sorts first.
// Of two guides for what an alias makes one, the one with the alias says how it
// is called.
type guided struct {
	*corpus.Guide
	// own are the names it is about, by kind and key.
	own map[string]bool
	// party is the index of the one it is about, -1 if that is nobody.
	party int
}

// allKinds are the kinds that a name can be of.
var allKinds = []kind{
	kindPerson, kindBody, kindPlace, kindFacility, kind(corpus.TypeEvent), kind(corpus.TypeMisc),
}

// readGuides sorts the guides by name, and puts the nodes that they keep apart
// on their sides.
func (c *casting) readGuides(guides []corpus.Guide) []guided {
	guides = slices.Clone(guides)
	slices.SortFunc(guides, func(x, y corpus.Guide) int {
		return cmp.Or(cmp.Compare(x.Name, y.Name), cmp.Compare(x.ID, y.ID), slices.Compare(x.Known, y.Known))
	})
	out := make([]guided, len(guides))
	for i := range guides {
		out[i] = guided{Guide: &guides[i], own: map[string]bool{}, party: -1}
		for _, name := range append([]string{guides[i].Name}, guides[i].Known...) {
			for id := range c.idsOf(name) {
				out[i].own[id] = true
			}
		}
		for n, name := range guides[i].Distinct {
			c.keepApart(&out[i], side{guide: i, name: n}, name)
		}
	}
	return out
}

// idsOf gives what nodes of that name have for id, of whatever kind.
func (c *casting) idsOf(name string) map[string]bool {
	out := map[string]bool{}
	for _, k := range allKinds {
		if s := c.words.spell(k, name); s.key != "" {
			out[string(k)+" "+s.key] = true
		}
	}
	return out
}

// keepApart puts the nodes that a guide is about on one side, and those of the
// name that it keeps apart on the other. Mentions that a document gives to the
// one by the name of the other become nodes of their own.
func (c *casting) keepApart(g *guided, s side, name string) {
	others := c.idsOf(name)
	mine := map[string]bool{}
	for _, n := range append(append([]string{g.Name}, g.Known...), g.Aliases...) {
		for id := range c.idsOf(n) {
			mine[id] = !others[id]
		}
	}
	s.other = true
	for id := range others {
		for _, k := range c.named[id] {
			c.side(k, s)
		}
	}
	s.other = false
	for _, id := range sortedKeys(mine) {
		for _, k := range c.named[id] {
			if mine[id] {
				c.side(k, s)
				c.detach(k, s, name)
			}
		}
	}
}

// detach moves the mentions of node k that go by a name to a node of that name
// on the other side.
func (c *casting) detach(k int, s side, name string) {
	n := &c.nodes[k]
	doc := &c.a.Documents[n.doc]
	spelled := c.words.spell(n.kind, name)
	var gone []int
	for _, m := range n.mentions {
		if c.words.spell(n.kind, surface(doc, doc.Mentions[m])).key == spelled.key {
			gone = append(gone, m)
		}
	}
	if len(gone) == 0 || len(gone) == len(n.mentions) {
		return
	}
	n.mentions = slices.DeleteFunc(n.mentions, func(m int) bool { return slices.Contains(gone, m) })
	s.other = true
	c.side(c.add(node{doc: n.doc, kind: n.kind, name: name, mentions: gone, spelling: spelled, apart: true}), s)
}

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
	into    []int    // for each party the one that has taken it in, itself if none
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
			named[n.id()] = true
			doc := &o.c.a.Documents[n.doc]
			for _, m := range n.mentions {
				called[string(n.kind)+" "+o.c.words.spell(n.kind, surface(doc, doc.Mentions[m])).key] = true
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
				if o.c.nodes[k].id() == id {
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
// by it. A surname that the program wrote itself joins nobody.
func (o *obedience) aliases(g *guided) {
	for _, alias := range g.Aliases {
		known := slices.Contains(g.Known, alias)
		if known && len(o.c.words.spell(kindPerson, alias).units) == 1 && o.c.nodes[o.parties[g.party].nodes[0]].kind == kindPerson {
			continue
		}
		ids := o.c.idsOf(alias)
		found := o.those(ids, o.named)
		if len(found) == 0 && !known {
			if found = o.those(ids, o.called); len(found) != 1 {
				continue
			}
		}
		for _, p := range found {
			o.take(g.party, p)
		}
	}
}

// those lists the parties that have one of ids, as they now are, in order.
func (o *obedience) those(ids map[string]bool, index map[string][]int) (out []int) {
	for id := range ids {
		for _, i := range index[id] {
			if p := o.now(i); !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	slices.Sort(out)
	return out
}

// now gives the party that has taken party i in.
func (o *obedience) now(i int) int {
	for o.into[i] != i {
		i = o.into[i]
	}
	return i
}

// take makes party from part of party to, unless a guide keeps them apart.
func (o *obedience) take(to, from int) {
	to, from = o.now(to), o.now(from)
	if to == from || !o.c.join(o.parties[to].nodes[0], o.parties[from].nodes[0], "editor") {
		return
	}
	p, q := &o.parties[to], &o.parties[from]
	p.nodes = append(p.nodes, q.nodes...)
	slices.Sort(p.nodes)
	p.rule = moreRules(p.rule, q.rule, "editor")
	o.into[from] = to
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
	p.also = g.Aliases
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
