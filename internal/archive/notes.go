package archive

import (
	"strconv"

	"golang.org/x/net/html"
)

// lines are the lines of a raw text: by the place of a passage that rests on
// them, and by their own ids.
type lines struct {
	of   map[place][]*html.Node
	byID map[string]*html.Node
}

// newLines reads the page of a source.
func newLines(l *leaf) lines {
	out := lines{map[place][]*html.Node{}, l.ids}
	for _, a := range find(l.main, named("a")) {
		line := within(a, l.main, named("li"))
		if to := resolve(l.Path, attr(a, "href")); line != nil && to.path != l.Path && to.path != "" {
			out.of[to] = append(out.of[to], line)
		}
	}
	return out
}

// notes are those of one chapter.
type notes struct {
	book *book
	from *leaf
	list []*html.Node
	at   map[place]string // ids, so that what is cited twice is one note
}

// add makes a link that cites into the mark of a note, and writes the note. It
// reports whether there is something to write: the words of a passage elsewhere
// in the book, or lines of a source.
func (n *notes) add(a *html.Node, to place) bool {
	var body []*html.Node
	if src, ok := n.book.sources[to.path]; ok && to.fragment != "" {
		to, body = n.lines(a, src, to)
	} else if to.path != n.from.Path && !told(a, n.from.main) {
		body = n.passage(to)
	}
	if body == nil {
		return false
	}
	id, known := n.at[to]
	if !known {
		id = "mojaz-note-" + strconv.Itoa(len(n.at)+1)
		n.at[to] = id
		back := element("a", []string{"href", "#mojaz-ref-" + strconv.Itoa(len(n.at)), "role", "doc-backlink"}, textNode(words(a)))
		setAttr(a, "id", "mojaz-ref-"+strconv.Itoa(len(n.at)))
		n.list = append(n.list, element("aside", []string{"epub:type", "footnote", "role", "doc-footnote", "id", id},
			append([]*html.Node{element("p", []string{"class", "where"}, back)}, body...)...))
	}
	setAttr(a, "href", "#"+id)
	setAttr(a, "epub:type", "noteref")
	setAttr(a, "role", "doc-noteref")
	return true
}

// told reports whether the words that a link cites stand beside it.
func told(a, top *html.Node) bool {
	return within(a, top, func(n *html.Node) bool { return hasClass(n, "quoted") || hasClass(n, "others") || hasClass(n, "where") }) != nil
}

// passage gives the words of a passage of the book, and the way there.
func (n *notes) passage(to place) []*html.Node {
	of := n.book.leaves[to.path]
	if of == nil || of.ids[to.fragment] == nil {
		return nil
	}
	said := first(of.ids[to.fragment], classed("words"))
	if said == nil {
		return nil
	}
	link := element("a", []string{"href", n.book.href(n.from, to)}, textNode(n.book.say["in_place"]))
	return []*html.Node{
		element("blockquote", nil, element("p", nil, textNode(words(said)))),
		element("p", []string{"class", "where"}, link),
	}
}

// lines gives the raw lines on which the paragraph of a link rests, and a place
// that is the same for all its links.
func (n *notes) lines(a *html.Node, src lines, to place) (place, []*html.Node) {
	of := []*html.Node{src.byID[to.fragment]}
	if row := within(a, n.from.main, classed("row")); row != nil {
		if all := src.of[place{path: n.from.Path, fragment: attr(row, "id")}]; len(all) > 0 {
			of = all
		}
	}
	var body []*html.Node
	for _, line := range of {
		if line == nil {
			continue
		}
		pre := first(line, named("pre"))
		if pre == nil {
			continue
		}
		p := element("p", []string{"class", "line"})
		if no := first(line, classed("no")); no != nil {
			p.AppendChild(element("span", []string{"class", "no"}, textNode(words(no))))
			p.AppendChild(textNode(" "))
		}
		if dir := attr(pre, "dir"); dir != "" {
			setAttr(p, "dir", dir)
		}
		p.AppendChild(textNode(words(pre)))
		body = append(body, p)
	}
	return to, body
}

// section gives the notes as the end of the chapter, nil if there are none.
func (n *notes) section() *html.Node {
	if len(n.list) == 0 {
		return nil
	}
	heading := element("h2", []string{"id", "mojaz-notes"}, textNode(n.book.say["notes"]))
	return element("section", []string{"class", "notes", "epub:type", "footnotes", "role", "doc-endnotes", "aria-labelledby", "mojaz-notes"},
		append([]*html.Node{heading}, n.list...)...)
}
