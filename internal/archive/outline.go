package archive

import "golang.org/x/net/html"

// outline is what the rest of a book knows of a chapter.
type outline struct {
	Page
	title string
	dir   string
	ids   map[string]bool
	said  map[string]string // the words of its passages, by id
	parts []heading         // of the dossier's own page
	facts []string          // the dossier's, for the cover
}

// heading is that of a section.
type heading struct{ id, title string }

func newOutline(l *leaf) *outline {
	o := &outline{Page: l.Page, title: l.title, dir: l.dir, ids: map[string]bool{}, said: map[string]string{}}
	walk(l.main, func(n *html.Node) bool {
		if id := attr(n, "id"); id != "" && n != l.main {
			o.ids[id] = true
			if said := first(n, classed("words")); said != nil && hasClass(n, "row") {
				o.said[id] = words(said)
			}
		}
		return true
	})
	if l.Kind != bound[0] {
		return o
	}
	for _, h := range find(l.main, named("h2")) {
		if attr(h, "id") != "" && words(h) != "" {
			o.parts = append(o.parts, heading{attr(h, "id"), words(h)})
		}
	}
	if facts := first(l.main, classed("facts")); facts != nil {
		for _, f := range find(facts, named("span")) {
			if within(f, facts, named("span")) == nil {
				o.facts = append(o.facts, words(f))
			}
		}
	}
	return o
}
