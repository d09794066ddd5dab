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

// fullest chooses the name of those that nodes mean: the one of most words
// among those that are not rare beside the most frequent, of these the most
// frequent. So a name that one document has overrun («محسن حسن زيارة») does not
// become everybody's. A place goes by its most frequent name: what a land is
// called in full is seldom what it is called.
func (c *casting) fullest(nodes []int) string {
	counts := c.countNames(nodes)
	names := slices.Sorted(maps.Keys(counts))
	full := map[string]int{}
	if c.nodes[nodes[0]].kind != kindPlace {
		top := 0
		for _, name := range names {
			if strings.Contains(name, " ") {
				top = max(top, counts[name])
			}
		}
		for _, name := range names {
			full[name] = c.fullness(name, top, counts)
		}
	}
	slices.SortStableFunc(names, func(x, y string) int {
		return cmp.Or(
			cmp.Compare(full[y], full[x]),
			cmp.Compare(counts[y], counts[x]),
			cmp.Compare(strings.Count(y, " "), strings.Count(x, " ")),
			cmp.Compare(len(x), len(y)), // the shorter has no marks
		)
	})
	return names[0]
}

// countNames counts how often the names that documents give to nodes stand in
// full, and of people and places what else they are called but bare surnames
// and what stands in brackets.
func (c *casting) countNames(nodes []int) map[string]int {
	counts := map[string]int{}
	for _, k := range nodes {
		n := &c.nodes[k]
		doc := &c.a.Documents[n.doc]
		for _, m := range n.mentions {
			name, words := c.nameOf(n, m), surface(doc, doc.Mentions[m])
			counts[name] += 0
			switch {
			case words == name, n.kind == kindPlace && doc.Mentions[m].Rule != "brackets",
				n.kind == kindPerson && strings.Contains(words, " ") && !n.apart:
				counts[words]++
			}
		}
	}
	return counts
}

// fullness counts the words of a name; one if it is rare beside one that stands
// top times or beside a part of it, or seems misread: with a conjunction stuck
// to it or what may be a preposition before it, or with a word said twice.
func (c *casting) fullness(name string, top int, counts map[string]int) int {
	const rare = 3
	words := strings.Fields(name)
	n := len(words)
	if n < 2 {
		return n
	}
	if counts[name]*rare < top || strings.HasPrefix(name, "وال") || strings.HasPrefix(name, "على ") || words[n-1] == words[n-2] || c.overrun(words, counts) {
		return 1
	}
	return n
}

// overrun reports whether a name was read too long: most often it stands without
// its last word, or without its first, which is no given name that we know and
// no word that says what a body is.
func (c *casting) overrun(words []string, counts map[string]int) bool {
	const least = 3 // words
	if len(words) < least {
		return false
	}
	often := 2 * max(1, counts[strings.Join(words, " ")])
	if counts[strings.Join(words[:len(words)-1], " ")] >= often {
		return true
	}
	first := arabic.Fold(words[0])
	known := c.words.vowels[bare(first)] || c.words.fronts[first] || c.words.heads[first] != ""
	rest := strings.Join(words[1:], " ")
	return !known && counts[rest] >= often && len(c.spell(kindPerson, rest).units) > 1
}

// nameOf gives the name that a document gives mention m of node n.
func (c *casting) nameOf(n *node, m int) string {
	if n.apart {
		return n.name
	}
	return c.a.Documents[n.doc].Mentions[m].Name
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
