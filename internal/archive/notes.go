package archive

import (
	"strconv"

	"golang.org/x/net/html"
)

// lines are the lines of a raw text: by the place of a passage that rests on
// them, and by their own ids.
type lines struct {
	of   map[place][]line
	byID map[string]line
}

// line is one of a raw text.
type line struct{ number, dir, text string }

// newLines reads the page of a source.
func newLines(l *leaf) lines {
	out := lines{map[place][]line{}, map[string]line{}}
	for _, li := range find(l.main, named("li")) {
		pre := first(li, named("pre"))
		if pre == nil {
			continue
		}
		it := line{dir: attr(pre, "dir"), text: words(pre)}
		if no := first(li, classed("no")); no != nil {
			it.number = words(no)
		}
		if id := attr(li, "id"); id != "" {
			out.byID[id] = it
		}
		for _, a := range find(li, named("a")) {
			if to := resolve(l.Path, attr(a, "href")); to.path != l.Path && to.path != "" {
				out.of[to] = append(out.of[to], it)
			}
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
	if of == nil || of.said[to.fragment] == "" {
		return nil
	}
	link := element("a", []string{"href", n.book.href(n.from, to)}, textNode(n.book.say["in_place"]))
	return []*html.Node{
		element("blockquote", nil, element("p", nil, textNode(of.said[to.fragment]))),
		element("p", []string{"class", "where"}, link),
	}
}

// lines gives the raw lines on which the paragraph of a link rests, and a place
// that is the same for all its links.
func (n *notes) lines(a *html.Node, src lines, to place) (place, []*html.Node) {
	var of []line
	if it, ok := src.byID[to.fragment]; ok {
		of = []line{it}
	}
	if row := within(a, n.from.main, classed("row")); row != nil {
		if all := src.of[place{path: n.from.Path, fragment: attr(row, "id")}]; len(all) > 0 {
			of = all
		}
	}
	var body []*html.Node
	for _, it := range of {
		p := element("p", []string{"class", "line"})
		if it.dir != "" {
			setAttr(p, "dir", it.dir)
		}
		if it.number != "" {
			p.AppendChild(element("span", []string{"class", "no"}, textNode(it.number)))
			p.AppendChild(textNode(" "))
		}
		p.AppendChild(textNode(it.text))
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
