package crossref

import (
	"slices"
	"strings"
)

// sameNames joins the nodes of one kind and one name. The bare surnames of two
// documents may mean two people: surnames knows more of them.
func (c *casting) sameNames() {
	first := map[string]int{}
	for k := range c.nodes {
		n := &c.nodes[k]
		if n.surname() {
			continue
		}
		c.joinFirst(first, n.id, k, "same name")
	}
}

// joinFirst joins node k to the first node that came with that key, or is it.
func (c *casting) joinFirst(first map[string]int, key string, k int, rule string) {
	if j, ok := first[key]; ok {
		c.join(j, k, rule)
	} else {
		first[key] = k
	}
}

// moreRules adds rules to those noted, each once, sorted.
func moreRules(rules ...string) string {
	var out []string
	for _, r := range rules {
		if r != "" {
			out = append(out, strings.Split(r, ", ")...)
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), ", ")
}

// names gives a node for each name of a kind, in order, where the nodes of one
// name are one: what rules that look at names go through.
func (c *casting) names(k kind) []int {
	var out []int
	seen := map[string]bool{}
	for i := range c.nodes {
		if n := &c.nodes[i]; n.kind == k && !seen[n.key] && !n.surname() {
			seen[n.key] = true
			out = append(out, i)
		}
	}
	return out
}

// only gives the one root among nodes, -1 if there are several or none.
func (c *casting) only(nodes []int) int {
	one := -1
	for _, k := range nodes {
		r := c.root(k)
		if one >= 0 && r != one {
			return -1
		}
		one = r
	}
	return one
}
