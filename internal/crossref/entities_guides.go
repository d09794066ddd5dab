package crossref

import (
	"cmp"
	"slices"

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
	also  []string // aliases that are its own
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
		if s := c.spell(k, name); s.key != "" {
			out[s.id] = true
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
	spelled := c.spell(n.kind, name)
	var gone []int
	for _, m := range n.mentions {
		if c.spell(n.kind, surface(doc, doc.Mentions[m])).key == spelled.key {
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
