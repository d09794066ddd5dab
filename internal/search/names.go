package search

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"mojaz/internal/arabic"
)

// names are whom and what the documents name, for suggestions.
type names struct {
	docs map[Name]int // in how many documents
	keys map[Name][]string
}

func newNames() *names { return &names{map[Name]int{}, map[Name][]string{}} }

// key gives the form by which a word of a name is found as it is typed: folded,
// without the article, with all its endings, for a reader may not be done.
func key(word string) string {
	w := arabic.Fold(word)
	if rest, ok := strings.CutPrefix(w, "ال"); ok && rest != "" {
		return rest
	}
	return w
}

// keyed is a name under one of its words.
type keyed struct {
	key  string
	name Name
}

// keysOf gives the keys of the words of a name.
func keysOf(name string) (out []string) {
	for w := range words(name) {
		if k := key(w); k != "" {
			out = append(out, k)
		}
	}
	return out
}

// byKey lists each name under each of its words.
func (n *names) byKey() (out []keyed) {
	for name := range n.docs {
		for _, k := range n.keys[name] {
			out = append(out, keyed{k, name})
		}
	}
	slices.SortFunc(out, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.key, b.key), a.name.compare(b.name))
	})
	return slices.Compact(out)
}

func (n Name) compare(o Name) int {
	return cmp.Or(cmp.Compare(n.Name, o.Name), cmp.Compare(n.URL, o.URL), cmp.Compare(n.Type, o.Type))
}

// files gives the names, cut by key into files of about a size. A file holds a
// name once, though several of its words may lead to it; the browser finds them
// anew.
func (n *names) files() shards {
	var out shards
	held, size := map[Name]bool{}, 0
	last := ""
	for _, k := range n.byKey() {
		if size > nameBytes && k.key != last {
			out.add(n, held)
			held, size = map[Name]bool{}, 0
		}
		if size == 0 {
			out.firsts = append(out.firsts, k.key)
		}
		if !held[k.name] {
			held[k.name] = true
			size += len(k.name.Name) + len(k.name.URL)
		}
		last = k.key
	}
	if size > 0 {
		out.add(n, held)
	}
	return out
}

// add writes a file of names, the most frequent first.
func (s *shards) add(n *names, held map[Name]bool) {
	sorted := slices.SortedFunc(maps.Keys(held), func(a, b Name) int {
		return cmp.Or(cmp.Compare(n.docs[b], n.docs[a]), a.compare(b))
	})
	var lines []string
	for _, name := range sorted {
		fields := []string{name.Name, name.URL, name.Type, strconv.Itoa(n.docs[name])}
		for i := range fields {
			fields[i] = oneLine.Replace(fields[i])
		}
		lines = append(lines, strings.Join(fields, "\t"))
	}
	s.files = append(s.files, script("n"+strconv.Itoa(len(s.files)), strings.Join(lines, "\n")))
}
