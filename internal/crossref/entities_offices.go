package crossref

import "slices"

// officeWords gives the words of a role that say which office it is: those that
// are more than courtesy, without articles. What it has read it remembers.
func (c *casting) officeWords(role string) []string {
	if role == "" {
		return nil
	}
	out, ok := c.offices[role]
	if !ok {
		for _, w := range c.words.fold(role) {
			if !c.words.courtesies[w] {
				out = append(out, bare(w))
			}
		}
		c.offices[role] = out
	}
	return out
}

// officesOf gives for the roots of nodes all offices that their people have.
func (c *casting) officesOf(nodes []int) map[int][][]string {
	want := map[int]bool{}
	for _, k := range nodes {
		want[c.root(k)] = true
	}
	out := map[int][][]string{}
	for k := range c.nodes {
		r := c.root(k)
		if !want[r] {
			continue
		}
		for _, o := range c.nodes[k].offices {
			if !slices.ContainsFunc(out[r], func(other []string) bool { return slices.Equal(o, other) }) {
				out[r] = append(out[r], o)
			}
		}
	}
	return out
}

// agree reports whether some office of the one is some office of the other: the
// words of one are all among those of the other, «الرئيس» and «الرئيس الأميركي».
// It is wrong for the presidents of two countries where only one is said to be
// of what.
func agree(a, b [][]string) bool { return agreeOn(a, b, 1) }

// agreeOn is agree for offices of at least so many words.
func agreeOn(a, b [][]string, least int) bool {
	for _, x := range a {
		for _, y := range b {
			if sameOffice(x, y, least) {
				return true
			}
		}
	}
	return false
}

// sameOffice reports whether the words of one office are among those of the
// other, and both open with the same.
func sameOffice(a, b []string, least int) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < least || a[0] != b[0] {
		return false
	}
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}
