package crossref

import (
	"slices"
	"strings"
)

// surnames joins the people that a document names by one part of their name,
// and gives no name in full: to the one person of the dossier of that surname
// where roles or company agree, else to others of the same surname where
// nothing speaks against it. A surname that two people have stays apart.
func (c *casting) surnames() {
	full := c.names(kindPerson)
	last, first, sounds := map[string][]int{}, map[string][]int{}, map[string][]int{}
	for _, k := range full {
		u := c.nodes[k].units
		last[u[len(u)-1]] = append(last[u[len(u)-1]], k)
		first[u[0]] = append(first[u[0]], k)
		sound := lastSound(c.nodes[k].sound)
		sounds[sound] = append(sounds[sound], k)
	}
	for _, k := range c.bynames { // «أبو عياض», of whom some document gives the name in full
		if n := &c.nodes[k]; n.surname() {
			last[n.key] = append(last[n.key], k)
			full = append(full, k)
		}
	}
	offices := c.officesOf(full)
	company := companies{c: c, of: map[int]map[string]bool{}}
	left := map[string][]int{}
	var order []string
	var found []match
	for k := range c.nodes {
		n := &c.nodes[k]
		if rest := upon(n); rest != "" {
			if m, ok := c.whose(k, slices.DeleteFunc(slices.Clone(last[rest]), func(j int) bool { return upon(&c.nodes[j]) != "" }), offices, &company); ok {
				found = append(found, m)
			}
		}
		if !n.surname() {
			continue
		}
		same := last[n.key]
		if len(same) == 0 {
			same = sounds[n.sound]
		}
		// A word that is another's given name is a surname only where roles say so: company has both.
		if m, ok := c.whose(k, same, offices, &company); ok && (m.rule != "surname and company" || len(first[n.key]) == 0) {
			found = append(found, m)
			continue
		}
		if m, ok := c.whoseGiven(k, first[n.key], offices); ok {
			found = append(found, m)
			continue
		}
		if left[n.key] == nil {
			order = append(order, n.key)
		}
		left[n.key] = append(left[n.key], k)
	}
	c.joinAll(found)
	for _, key := range order {
		c.joinLeft(left[key], len(last[key]) == 0 && len(first[key]) == 0 && !c.words.vowels[key])
	}
}

// lastSound gives the sound of the last part of a name.
func lastSound(sound string) string { return sound[strings.LastIndexByte(sound, ' ')+1:] }

// upon gives the key of the surname in a name such as «على ماكرون», which may be
// a preposition and a surname, "" for all others. Some papers write «علي» so; a
// role, or a surname of Arabic letters without article, says that it is a name.
func upon(n *node) string {
	if n.kind == kindPerson && len(n.units) == 2 && strings.HasPrefix(n.name, "على ") &&
		len(n.roles) == 0 && (definite(n.words[1]) || !strings.ContainsAny(n.units[1], arabLetters)) {
		return n.units[1]
	}
	return ""
}

// arabLetters are those that foreign names are not written with.
const arabLetters = "عحصضظذ"

// match is a short name and the one whom it means.
type match struct {
	full, short int
	rule        string
}

// joinAll joins what was matched: after all has been, so that each was judged
// by the names that were there before.
func (c *casting) joinAll(found []match) {
	for _, m := range found {
		c.join(m.full, m.short, m.rule)
	}
}

// whose gives the one person of the dossier whose last name node k is, if roles
// or company agree; of several the one of whose office two words or more are
// given. A role of one word beside a longer office says nothing: «النائب» is
// not «نائب القائد».
func (c *casting) whose(k int, full []int, offices map[int][][]string, company *companies) (match, bool) {
	n := &c.nodes[k]
	j := c.only(full)
	if j < 0 {
		j = c.holder(n.offices, full, offices)
		return match{j, k, "surname and role"}, j >= 0
	}
	if len(n.words) > 1 && leading(n.words[0]) == kunya && len(n.offices) == 0 {
		return match{j, k, "byname"}, j != k
	}
	theirs := offices[j]
	if agreeOn(n.offices, theirs, 2) {
		return match{j, k, "surname and role"}, true
	}
	if len(theirs) > 0 && slices.ContainsFunc(n.offices, func(o []string) bool { return len(o) > 1 }) {
		return match{}, false
	}
	if c.words.vowels[n.key] || strings.HasPrefix(n.key, "عبد") {
		return match{j, k, "surname and role"}, agree(n.offices, theirs) // may be anybody's given name
	}
	return match{j, k, "surname and company"}, company.shared(k, j) >= 2
}

// holder gives the only one of several people of one surname who has one of
// the offices, -1 if there is not one.
func (c *casting) holder(of [][]string, people []int, offices map[int][][]string) int {
	const most = 100 // people of one surname that are looked at
	if len(of) == 0 || len(people) > most {
		return -1
	}
	return c.only(slices.DeleteFunc(slices.Clone(people), func(p int) bool {
		return !agreeOn(of, offices[c.root(p)], 2)
	}))
}

// kunya opens a name such as «أبو عياض», which few share.
const kunya = "بو"

// whoseGiven gives the one person whose name begins with node k's where the role
// says so: «الملك سلمان».
func (c *casting) whoseGiven(k int, full []int, offices map[int][][]string) (match, bool) {
	j := c.only(full)
	return match{j, k, "given name and role"}, j >= 0 && agree(c.nodes[k].offices, offices[j])
}

// joinLeft joins nodes of one surname whose roles agree; and where nobody else
// of that name is known, those that have company in common.
func (c *casting) joinLeft(nodes []int, alone bool) {
	const most = 20 // groups of roles under one surname
	var groups []int
	var offices [][][]string
	for _, k := range nodes {
		mine := c.nodes[k].offices
		if len(mine) == 0 {
			continue
		}
		g := slices.IndexFunc(offices, func(o [][]string) bool { return agree(o, mine) })
		if g < 0 && len(groups) < most {
			groups, offices = append(groups, k), append(offices, mine)
		} else if g >= 0 {
			c.join(groups[g], k, "surname and role")
		}
	}
	if !alone || len(groups) > 1 {
		return
	}
	beside := map[string]int{} // a rarer name to the first node that stands beside it
	for _, k := range nodes {
		for _, other := range c.docs[c.nodes[k].doc] {
			if o := &c.nodes[other]; other != k && c.rare(o) {
				c.joinFirst(beside, o.id, k, "surname and company")
			}
		}
	}
}

// companies tells in what company people are named: the rarer names of the
// documents that name them.
type companies struct {
	c  *casting
	of map[int]map[string]bool // by root
	by map[int][]int           // the nodes of each root
}

// shared counts the rarer names of node k's document that also stand beside
// root j somewhere.
func (s *companies) shared(k, j int) int {
	if s.by == nil {
		s.by = map[int][]int{}
		for i := range s.c.nodes {
			r := s.c.root(i)
			s.by[r] = append(s.by[r], i)
		}
	}
	if s.of[j] == nil {
		s.of[j] = map[string]bool{}
		for _, i := range s.by[j] {
			for _, other := range s.c.docs[s.c.nodes[i].doc] {
				s.of[j][s.c.nodes[other].id] = true
			}
		}
	}
	n := 0
	for _, other := range s.c.docs[s.c.nodes[k].doc] {
		if o := &s.c.nodes[other]; other != k && s.c.rare(o) && s.of[j][o.id] {
			n++
		}
	}
	return n
}

// rare reports whether few documents have a name.
func (c *casting) rare(n *node) bool {
	return len(c.named[n.id]) <= max(2, len(c.docs)/4)
}
