package crossref

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strconv"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// surface gives the words of a mention as a name: on one line, with the article
// that a particle has swallowed («للتحالف»).
func surface(doc *corpus.Document, m corpus.Mention) string {
	s := strings.Join(strings.Fields(m.Of(doc.Text)), " ")
	if rest, ok := strings.CutPrefix(s, "لل"); ok && !strings.HasPrefix(m.Name, "لل") {
		return article + rest
	}
	return s
}

// fullest chooses the name of those that nodes mean: the one of most words
// among those that are not rare beside the most frequent, of these the most
// frequent. So a name that one document has overrun («محسن حسن زيارة») does not
// become everybody's.
func (c *casting) fullest(nodes []int) string {
	counts := map[string]int{} // how often a name stands in full
	for _, k := range nodes {
		n := &c.nodes[k]
		doc := &c.a.Documents[n.doc]
		for _, m := range n.mentions {
			name := c.nameOf(n, m)
			counts[name] += 0
			if surface(doc, doc.Mentions[m]) == name {
				counts[name]++
			}
		}
	}
	names := slices.Sorted(maps.Keys(counts))
	top := 0
	for _, name := range names {
		if strings.Contains(name, " ") {
			top = max(top, counts[name])
		}
	}
	slices.SortStableFunc(names, func(x, y string) int {
		return cmp.Or(
			-cmp.Compare(fullness(x, counts[x], top), fullness(y, counts[y], top)),
			-cmp.Compare(counts[x], counts[y]),
			cmp.Compare(len(x), len(y)), // without marks
		)
	})
	return names[0]
}

// nameOf gives the name that a document gives mention m of node n.
func (c *casting) nameOf(n *node, m int) string {
	if n.apart {
		return n.name
	}
	return c.a.Documents[n.doc].Mentions[m].Name
}

// fullness counts the words of a name; one if it is rare beside one that stands
// top times, or has a conjunction stuck to it.
func fullness(name string, count, top int) int {
	const rare = 3
	n := len(strings.Fields(name))
	if n > 1 && (count*rare < top || strings.HasPrefix(name, "وال")) {
		return 1
	}
	return n
}

// shown gives every party a name that no other has: of those with one name the
// first to be named keeps it, the others get what they are or a number in
// brackets. A name that a guide gives comes first.
func (c *casting) shown(parties []party) []string {
	out := make([]string, len(parties))
	t := takenNames{c: c, names: map[string]bool{}, numbers: map[string]int{}}
	for _, i := range guidedFirst(parties) {
		p := &parties[i]
		out[i] = p.name
		if t.names[p.name] {
			out[i] = t.other(p)
		}
		t.names[out[i]] = true
	}
	return out
}

// takenNames are the names that parties have already.
type takenNames struct {
	c       *casting
	names   map[string]bool
	numbers map[string]int // the last number behind a name
}

// guidedFirst gives the indices of the parties that are not taken out: of those
// that a guide names by that name, then of the others in order.
func guidedFirst(parties []party) []int {
	var guided, others []int
	for i, p := range parties {
		switch {
		case p.gone:
		case p.guide != nil && p.guide.Name != "":
			guided = append(guided, i)
		default:
			others = append(others, i)
		}
	}
	slices.SortStableFunc(guided, func(i, j int) int { return cmp.Compare(parties[i].guide.Name, parties[j].guide.Name) })
	return append(guided, others...)
}

// other gives a name for a party whose name is taken.
func (t *takenNames) other(p *party) string {
	for _, k := range p.nodes {
		for _, role := range t.c.nodes[k].roles {
			if name := p.name + " (" + role + ")"; !t.names[name] {
				return name
			}
		}
	}
	for n := max(2, t.numbers[p.name]+1); ; n++ {
		if name := p.name + " (" + strconv.Itoa(n) + ")"; !t.names[name] {
			t.numbers[p.name] = n
			return name
		}
	}
}

// ids gives each party the slug of its name. Where two names have one slug, the
// party that is named first keeps it, and the other's letters tell it apart: so
// whoever comes later changes nobody's.
func (c *casting) ids(parties []party) []corpus.EntityID {
	out := make([]corpus.EntityID, len(parties))
	taken := map[corpus.EntityID]bool{}
	order := guidedFirst(parties)
	for _, i := range order {
		if g := parties[i].guide; g != nil && g.ID != "" && !taken[g.ID] {
			out[i], taken[g.ID] = g.ID, true
		}
	}
	for _, i := range order {
		p := &parties[i]
		if out[i] != "" {
			continue
		}
		id := corpus.EntityID(arabic.Slug(p.name))
		if taken[id] {
			h := fnv.New32a()
			h.Write([]byte(p.name + " " + string(p.kind)))
			id += corpus.EntityID(fmt.Sprintf("-%04x", h.Sum32()&0xffff))
		}
		base := id
		for n := 2; taken[id]; n++ {
			id = base + corpus.EntityID("-"+strconv.Itoa(n))
		}
		out[i], taken[id] = id, true
	}
	return out
}

// tell says what the mentions of a party say of it.
func (c *casting) tell(p *party) corpus.Entity[corpus.Ref] {
	e := corpus.Entity[corpus.Ref]{Name: p.name, Rule: p.rule}
	types := map[corpus.EntityType]int{}
	also := map[string]bool{}
	for _, a := range p.also {
		also[a] = true
	}
	for _, k := range p.nodes {
		n := &c.nodes[k]
		doc := &c.a.Documents[n.doc]
		for _, m := range n.mentions {
			e.Mentions = append(e.Mentions, corpus.MentionRef{Doc: doc.ID, Mention: m})
			types[doc.Mentions[m].Type]++
			also[c.nameOf(n, m)] = true
			also[surface(doc, doc.Mentions[m])] = true
		}
	}
	c.sortMentions(e.Mentions, p.nodes)
	delete(also, e.Name)
	e.Aliases = sortedKeys(also)
	e.Type = majority(types)
	if g := p.guide; g != nil {
		e.Distinct = g.Distinct
		if g.Type != "" {
			e.Type = g.Type
		}
	}
	e.Tenures = c.tenures(p)
	e.Line = c.line(p, e.Type)
	return e
}

// sortMentions puts mentions in the order of the documents, then of their place.
func (c *casting) sortMentions(ms []corpus.MentionRef, nodes []int) {
	at := map[corpus.DocID]int{}
	for _, k := range nodes {
		at[c.a.Documents[c.nodes[k].doc].ID] = c.nodes[k].doc
	}
	slices.SortFunc(ms, func(x, y corpus.MentionRef) int {
		return cmp.Or(cmp.Compare(at[x.Doc], at[y.Doc]), cmp.Compare(x.Mention, y.Mention))
	})
}

// sortedKeys gives the keys of a set, nil if there are none.
func sortedKeys(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }

// majority gives the most frequent type, the first by name of several.
func majority(types map[corpus.EntityType]int) (best corpus.EntityType) {
	for t, n := range types {
		if best == "" || n > types[best] || n == types[best] && t < best {
			best = t
		}
	}
	return best
}
