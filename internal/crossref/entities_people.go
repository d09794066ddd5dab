package crossref

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
)

// people joins the names in full of one person.
func (c *casting) people() {
	names := c.names(kindPerson)
	c.alikeSounds(names)
	c.gluedWaw(names)
	c.otherSurfaces()
	c.sons(names)
	c.shorterNames(names)
}

// sons joins names that differ but by «بن» where their offices are the same:
// «عبد الجليل سالم» and «عبد الجليل بن سالم».
func (c *casting) sons(names []int) {
	offices := c.officesOf(names)
	first := map[string]int{}
	for _, k := range names {
		parts := slices.Clone(c.nodes[k].units)
		for i := range parts {
			parts[i] = strings.TrimPrefix(parts[i], "بن")
		}
		key := strings.Join(parts, " ")
		j, ok := first[key]
		if !ok {
			first[key] = k
		} else if agree(offices[c.root(j)], offices[c.root(k)]) {
			c.join(j, k, "with or without son of")
		}
	}
}

// alikeSounds joins spellings of a foreign name: «أنجيلا» and «أنغيلا ميركل».
func (c *casting) alikeSounds(names []int) {
	first := map[string]int{}
	for _, k := range names {
		c.joinFirst(first, c.nodes[k].sound, k, "spelling")
	}
}

// otherSurfaces joins a node to those whose name in full is what its document
// calls it by rather than by its name: one that «ولد إمانويل ماكرون» once was
// taken for the name of, and «إمانويل ماكرون» ever after.
func (c *casting) otherSurfaces() {
	bySound := map[string]int{}
	for k := range c.nodes {
		if n := &c.nodes[k]; n.kind == kindPerson && len(n.units) > 1 {
			if _, ok := bySound[n.sound]; !ok {
				bySound[n.sound] = k
			}
		}
	}
	for k := range c.nodes {
		if n := &c.nodes[k]; n.kind == kindPerson && len(n.units) > 1 && len(n.mentions) > 2 {
			if s := c.oftenest(n); s.id != n.id && len(s.units) > 1 {
				c.joinFirst(bySound, s.sound, k, "name of its document")
			}
		}
	}
}

// oftenest gives the spelling of the words by which a document names a node most
// often, bare surnames left out; of several the first.
func (c *casting) oftenest(n *node) (best spelling) {
	counts := map[string]int{}
	doc := &c.a.Documents[n.doc]
	for _, m := range n.mentions {
		if s := c.spell(n.kind, surface(doc, doc.Mentions[m])); len(s.units) > 1 {
			counts[s.id]++
			if best.id == "" || counts[s.id] > counts[best.id] {
				best = s
			}
		}
	}
	return best
}

// gluedWaw joins a name to the same with the conjunction stuck to it.
func (c *casting) gluedWaw(names []int) {
	at := map[string]int{}
	for _, k := range names {
		at[strings.Join(c.nodes[k].words, " ")] = k
	}
	for _, k := range names {
		if rest, ok := strings.CutPrefix(strings.Join(c.nodes[k].words, " "), string(arabic.Waw)); ok {
			if j, ok := at[rest]; ok {
				c.join(j, k, "conjunction")
			}
		}
	}
}

// shorterNames joins a shorter name in full to the one person of the dossier
// whose longer name it is short for, where their roles agree, or say nothing
// and the two names are alike enough. Given names that half a country has are
// not enough: «محمد علي» is not «محمد علي التومي».
func (c *casting) shorterNames(names []int) {
	longer := map[string][]int{}
	for _, k := range names {
		for _, s := range shortForms(c.nodes[k].units) {
			longer[s] = append(longer[s], k)
		}
	}
	offices := c.officesOf(names)
	company := companies{c: c, of: map[int]map[string]bool{}}
	var found []match
	for _, k := range names {
		n := &c.nodes[k]
		j := c.only(longer[n.key])
		if j < 0 || j == c.root(k) {
			continue
		}
		short, long := offices[c.root(k)], offices[j]
		silent := len(short) == 0 || len(long) == 0
		if agree(short, long) || silent && (len(n.units) > 2 || c.leavesOut(k, longer[n.key]) || company.shared(k, j) >= 2) {
			found = append(found, match{j, k, "shorter name"})
		}
	}
	c.joinAll(found)
}

// leavesOut reports whether node k's name leaves out but the middle of one of
// the longer names, or a first name that many leave out, and begins with a
// given name that is not everybody's.
func (c *casting) leavesOut(k int, longer []int) bool {
	n := &c.nodes[k]
	if c.words.vowels[n.units[0]] {
		return false
	}
	return slices.ContainsFunc(longer, func(j int) bool {
		u := c.nodes[j].units
		return n.units[0] == u[0] && n.units[1] == u[len(u)-1] || c.words.fronts[u[0]] && n.units[0] == u[1]
	})
}

// shortForms lists the keys of the names that a person with such a name can be
// called by: without the words between the first and the last, without the
// first, without the last.
func shortForms(units []string) (out []string) {
	n := len(units)
	if n < 3 || n > 6 {
		return nil
	}
	for k := 1; k < n-1; k++ {
		out = append(out, strings.Join(slices.Delete(slices.Clone(units), k, k+1), ""))
	}
	if n > 3 {
		out = append(out, units[0]+units[n-1], units[0]+units[1]+units[n-1])
	}
	out = append(out, strings.Join(units[1:], ""), strings.Join(units[:n-1], ""))
	slices.Sort(out)
	return slices.Compact(out)
}
