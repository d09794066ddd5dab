package annotate

import (
	"slices"
	"strings"

	"mojaz/internal/corpus"
)

// fullestNames gives for each mention of a document, sorted, the name in full
// of the one that it means. A person of one word is the nearest before whose
// name has that word last, and of whom the verb can be («أفادت الدرسي»); if there is
// none before, the only one behind.
func fullestNames(found []foundName, lists *mentionLists) []string {
	g := nameGroups{lists: lists, byKey: map[string]int{}, of: make([]int, len(found))}
	for i := range found {
		g.of[i] = -1
		if !found[i].surnameOnly(lists) {
			g.of[i] = g.place(&found[i])
		}
	}
	g.join()
	g.surnames(found)
	best := g.best(found)
	out := make([]string, len(found))
	for i := range out {
		out[i] = best[g.root(g.of[i])]
	}
	return out
}

// surnameOnly reports whether n names a person by one word, or by «ولد» and the father's name.
func (n *foundName) surnameOnly(lists *mentionLists) bool {
	first, rest, two := strings.Cut(written.Replace(n.form), " ")
	return n.typ == corpus.TypePerson && n.whole == "" && (!two || lists.fathers[first] && !strings.Contains(rest, " "))
}

// nameGroup is one who is named, by one name.
type nameGroup struct {
	typ    corpus.EntityType
	key    string
	words  []string // of key
	parent int      // the group that it was joined to, itself if to none
}

// nameGroups are those whom a document names.
type nameGroups struct {
	lists  *mentionLists
	groups []nameGroup
	byKey  map[string]int
	of     []int // of each mention its group
}

// place gives the group of n's name.
func (g *nameGroups) place(n *foundName) int {
	key := n.form
	if n.whole != "" {
		key = nameFold(n.whole)
	}
	if a, ok := g.lists.aliases[key]; ok {
		key = a
	}
	key = strings.TrimPrefix(key, articleName)
	if n.typ == corpus.TypePerson {
		key = written.Replace(key)
	}
	id := string(n.typ) + " " + key
	k, ok := g.byKey[id]
	if !ok {
		k = len(g.groups)
		g.groups = append(g.groups, nameGroup{typ: n.typ, key: key, words: strings.Fields(key), parent: k})
		g.byKey[id] = k
	}
	return k
}

// written makes one of the spellings of a name of two words as one or two: «نور
// الدين» and «نورالدين», «عبد الله» and «عبدالله».
var written = strings.NewReplacer(" الدين", "الدين", "عبد ", "عبد")

// root gives the group that group k was joined to.
func (g *nameGroups) root(k int) int {
	for g.groups[k].parent != k {
		k = g.groups[k].parent
	}
	return k
}

// join joins each shorter name to the one longer name of the document that it
// is short for. Where there are two such, it stays apart.
func (g *nameGroups) join() {
	longer := map[string][]int{}
	for k, n := range g.groups {
		for _, s := range g.shorter(n) {
			longer[s] = append(longer[s], k)
		}
	}
	for k, n := range g.groups {
		all := longer[string(n.typ)+" "+n.key]
		if len(all) == 1 && all[0] != k {
			g.groups[k].parent = all[0]
		}
	}
}

// shorter lists the names that n can be called by: of a person the first and
// the last word, or that without one between; of an organisation the name
// without the nationality at its end. A name of the gazetteer is whole as it
// is.
func (g *nameGroups) shorter(n nameGroup) (out []string) {
	last := len(n.words) - 1
	id := string(n.typ) + " "
	switch {
	case n.typ == corpus.TypePerson && last >= 2 && last < 6:
		out = append(out, id+n.words[0]+" "+n.words[last])
		for k := 1; k < last && last > 2; k++ {
			out = append(out, id+strings.Join(slices.Delete(slices.Clone(n.words), k, k+1), " "))
		}
		if last == 2 {
			out = append(out, id+n.words[0]+" "+n.words[1], id+n.words[1]+" "+n.words[2])
		}
	case n.typ == corpus.TypeOrganisation && last >= 2:
		short := strings.Join(n.words[:last], " ")
		if _, whole := g.lists.gazetteer[short]; !whole {
			out = append(out, id+short)
		}
	}
	return out
}

// surnames finds the groups of the people that are named by one word.
func (g *nameGroups) surnames(found []foundName) {
	all, before := map[string][]int{}, map[string][]int{} // before: the last one first
	genders := map[int]gender{}
	each := func(i int, note func(surname string, group int)) {
		if n := &found[i]; n.typ == corpus.TypePerson && !n.surnameOnly(g.lists) {
			k := g.root(g.of[i])
			words := g.groups[k].words
			note(strings.TrimPrefix(words[len(words)-1], articleName), k)
		}
	}
	for i := range found {
		each(i, func(s string, k int) {
			if !slices.Contains(all[s], k) && len(all[s]) < 2 {
				all[s] = append(all[s], k)
			}
			if genders[k] == genderUnknown {
				genders[k] = found[i].gender
			}
		})
	}
	for i := range found {
		each(i, func(s string, k int) { before[s] = foremost(before[s], k) })
		if !found[i].surnameOnly(g.lists) {
			continue
		}
		form := written.Replace(found[i].form)
		word := strings.TrimPrefix(form[strings.LastIndexByte(form, ' ')+1:], articleName)
		k := slices.IndexFunc(before[word], func(k int) bool { return !genders[k].against(found[i].gender) })
		if k >= 0 {
			g.of[i] = before[word][k]
			if found[i].gender != genderUnknown {
				before[word] = foremost(before[word], g.of[i])
			}
		} else if len(all[word]) == 1 {
			g.of[i] = all[word][0]
		} else if k := g.byFirst(word); k >= 0 && found[i].role != "" {
			g.of[i] = k
		} else {
			g.of[i] = g.place(&found[i])
		}
	}
}

// foremost gives groups with k before all others. Of more than a few the last are forgotten.
func foremost(groups []int, k int) []int {
	const most = 4
	rest := slices.DeleteFunc(slices.Clone(groups), func(g int) bool { return g == k })
	return append([]int{k}, rest[:min(len(rest), most-1)]...)
}

// byFirst gives the one person of the document whose name begins with word: the
// one whom «الملك» or «الشيخ» before that word means; -1 if there is not one.
func (g *nameGroups) byFirst(word string) int {
	one := -1
	for k, n := range g.groups {
		if n.typ == corpus.TypePerson && n.parent == k && len(n.words) > 1 && n.words[0] == word {
			if one >= 0 {
				return -1
			}
			one = k
		}
	}
	return one
}

// best gives the name of each group: of the names of its mentions the fullest,
// then the most frequent, then the first.
func (g *nameGroups) best(found []foundName) map[int]string {
	type show struct{ words, count, first int }
	shows := map[int]map[string]show{}
	order := map[int][]string{}
	for i, n := range found {
		k := g.root(g.of[i])
		name := n.show
		if n.whole != "" {
			name = n.whole
		}
		if shows[k] == nil {
			shows[k] = map[string]show{}
		}
		s, ok := shows[k][name]
		if !ok {
			order[k] = append(order[k], name)
			s = show{words: len(strings.Fields(name)), first: i}
		}
		s.count++
		shows[k][name] = s
	}
	out := map[int]string{}
	for k, names := range order {
		best := names[0]
		for _, name := range names[1:] {
			a, b := shows[k][name], shows[k][best]
			if a.words > b.words || a.words == b.words && a.count > b.count {
				best = name
			}
		}
		out[k] = best
	}
	return out
}
