package crossref

import (
	"cmp"
	"slices"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// Entities gives the cast of an affair: mentions that mean one person,
// organisation or place become one entity, within and across documents, sorted
// by name. It reads a.Documents with their mentions.
//
// What annotate says of a document is where it begins: mentions of one document
// with one name and type are one node. Nodes are then joined by rules that each
// have their name in Entity.Rule, and that find whom to join by index, never by
// comparing all with all. Where a rule doubts, two nodes stay apart. What a
// guide says wins over the rules; see guide for what wins where two disagree.
func Entities(a corpus.Affair, guides []corpus.Guide) []corpus.Entity[corpus.Ref] {
	c := newCasting(a)
	ruled := c.readGuides(guides)
	c.sameNames()
	c.people()
	c.bodies()
	c.surnames()
	parties := c.parties()
	parties = c.obey(ruled, parties)
	return c.entities(parties)
}

// casting is a cast while it is made.
type casting struct {
	a     corpus.Affair
	words *entityLists
	nodes []node
	// joined holds for each node the one that it was joined to, itself if to
	// none; the node that a chain ends with stands for all.
	joined []int
	size   []int
	rules  []string
	// apart holds, for a node that stands for others, the sides that guides put
	// them on: two that are on opposite sides are never joined.
	apart []map[side]bool
	// docs lists the nodes of each document, and named those of each name.
	docs  [][]int
	named map[string][]int
	// spelled and offices remember what names and roles were read as.
	spelled map[named]spelling
	offices map[string][]string
	// bynames are the nodes that a text says to be called otherwise.
	bynames []int
}

// side is one side of what guide number keeps apart.
type side struct {
	guide int
	name  int // index into Guide.Distinct
	other bool
}

// newCasting reads the nodes of an affair.
func newCasting(a corpus.Affair) *casting {
	c := &casting{
		a: a, words: entityWords(), docs: make([][]int, len(a.Documents)), named: map[string][]int{},
		spelled: map[named]spelling{}, offices: map[string][]string{},
	}
	for i := range a.Documents {
		c.read(i)
	}
	return c
}

// add adds a node that is joined to none.
func (c *casting) add(n node) int {
	k := len(c.nodes)
	c.nodes = append(c.nodes, n)
	c.joined = append(c.joined, k)
	c.size = append(c.size, 1)
	c.rules = append(c.rules, "")
	c.apart = append(c.apart, nil)
	c.docs[n.doc] = append(c.docs[n.doc], k)
	c.named[n.id] = append(c.named[n.id], k)
	return k
}

// root gives the node that stands for all to which node k was joined.
func (c *casting) root(k int) int {
	for c.joined[k] != k {
		c.joined[k] = c.joined[c.joined[k]]
		k = c.joined[k]
	}
	return k
}

// join makes one of what nodes j and k stand for, unless a guide keeps them
// apart. The rule is noted.
func (c *casting) join(j, k int, rule string) bool {
	j, k = c.root(j), c.root(k)
	if j == k {
		return true
	}
	if c.kept(j, k) {
		return false
	}
	if c.size[j] < c.size[k] || c.size[j] == c.size[k] && j > k {
		j, k = k, j
	}
	c.joined[k] = j
	c.size[j] += c.size[k]
	c.rules[j] = moreRules(c.rules[j], c.rules[k], rule)
	for s := range c.apart[k] {
		c.side(j, s)
	}
	return true
}

// kept reports whether a guide keeps roots j and k apart.
func (c *casting) kept(j, k int) bool {
	for s := range c.apart[j] {
		s.other = !s.other
		if c.apart[k][s] {
			return true
		}
	}
	return false
}

// side puts root k on a side.
func (c *casting) side(k int, s side) {
	if c.apart[k] == nil {
		c.apart[k] = map[side]bool{}
	}
	c.apart[k][s] = true
}

// party is those nodes that mean one: an entity while it is made.
type party struct {
	nodes []int // sorted
	name  string
	kind  kind
	rule  string
	guide *corpus.Guide // the one that rules it, nil if none does
	also  []string      // aliases that guides add
	gone  bool          // a guide takes it out
}

// parties gives the joined nodes as parties with their names, by first node.
func (c *casting) parties() []party {
	var out []party
	at := map[int]int{}
	for k := range c.nodes {
		r := c.root(k)
		n, ok := at[r]
		if !ok {
			n = len(out)
			at[r] = n
			out = append(out, party{kind: c.nodes[k].kind, rule: c.rules[r]})
		}
		out[n].nodes = append(out[n].nodes, k)
	}
	for i := range out {
		out[i].name = c.fullest(out[i].nodes)
	}
	return out
}

// entities tells of each party what its mentions say, and orders them by name.
func (c *casting) entities(parties []party) []corpus.Entity[corpus.Ref] {
	for i, name := range c.shown(parties) {
		parties[i].name = name
	}
	ids := c.ids(parties)
	out := make([]corpus.Entity[corpus.Ref], 0, len(parties))
	for i := range parties {
		if !parties[i].gone {
			e := c.tell(&parties[i])
			e.ID = ids[i]
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(x, y corpus.Entity[corpus.Ref]) int {
		return cmp.Or(cmp.Compare(arabic.Fold(x.Name), arabic.Fold(y.Name)), cmp.Compare(x.Name, y.Name))
	})
	return out
}
