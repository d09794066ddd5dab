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
	c.shorterNames(names)
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
	roles := c.rolesOf(names)
	for _, k := range names {
		n := &c.nodes[k]
		j := c.only(longer[n.key])
		if j < 0 || j == c.root(k) {
			continue
		}
		short, long := officesOf(roles[c.root(k)]), officesOf(roles[j])
		silent := len(short) == 0 || len(long) == 0
		if agree(short, long) || silent && (len(n.units) > 2 || c.leavesMiddle(k, longer[n.key])) {
			c.join(j, k, "shorter name")
		}
	}
}

// leavesMiddle reports whether node k's name leaves out but the middle of one of
// the longer names, and begins with a given name that is not everybody's.
func (c *casting) leavesMiddle(k int, longer []int) bool {
	n := &c.nodes[k]
	return !c.words.vowels[n.units[0]] && slices.ContainsFunc(longer, func(j int) bool {
		u := c.nodes[j].units
		return len(n.units) == 2 && n.units[0] == u[0] && n.units[1] == u[len(u)-1]
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

// rolesOf gives for the roots of nodes all roles that their people have.
func (c *casting) rolesOf(names []int) map[int][]string {
	want := map[int]bool{}
	for _, k := range names {
		want[c.root(k)] = true
	}
	out := map[int][]string{}
	for k := range c.nodes {
		r := c.root(k)
		if !want[r] {
			continue
		}
		for _, role := range c.nodes[k].roles {
			if !slices.Contains(out[r], role) {
				out[r] = append(out[r], role)
			}
		}
	}
	return out
}

// agree reports whether some role of the one is some role of the other: the
// words of one are all among those of the other.
func agree(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if sameOffice(x, y) {
				return true
			}
		}
	}
	return false
}

// sameOffice reports whether two roles can be one office: «الرئيس» and «الرئيس
// الأميركي». It is wrong for the presidents of two countries where only one is
// said to be of what.
func sameOffice(x, y string) bool {
	a, b := officeWords(x), officeWords(y)
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return false
	}
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// officeWords gives the words of a role that say which office it is.
func officeWords(role string) (out []string) {
	l := entityWords()
	for _, w := range l.fold(role) {
		if !l.courtesies[w] {
			out = append(out, bare(w))
		}
	}
	return out
}
