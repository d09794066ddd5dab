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
