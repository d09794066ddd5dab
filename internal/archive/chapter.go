package archive

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// chapter turns a page into a chapter.
func (b *book) chapter(o *outline) ([]byte, error) {
	l, err := read(o.Page)
	if err != nil {
		return nil, err
	}
	prune(l.main)
	for _, t := range find(l.main, func(n *html.Node) bool { return n.Data == "table" && hasClass(n, "map") }) {
		b.drawMap(t)
	}
	n := &notes{book: b, from: l, at: map[place]string{}}
	for _, a := range find(l.main, func(n *html.Node) bool { return n.Data == "a" }) {
		b.link(l, a, n)
	}
	if s := n.section(); s != nil {
		l.main.AppendChild(s)
	}
	b.tidy(l.main)
	var out strings.Builder
	children(&out, l.main)
	title := l.title
	if l.Kind != bound[0] {
		title += " · " + b.Title
	}
	return b.document(chapterPath(l.Path), title, `<section class="`+text(l.Kind)+`" epub:type="chapter" role="doc-chapter">`+out.String()+`</section>`), nil
}

// prune takes out what only works on the site: what is pressed or filled in, and
// the ways to pages that a book's own contents lead to.
func prune(main *html.Node) {
	for _, n := range find(main, func(n *html.Node) bool {
		return named("script", "style", "link", "template", "button", "fieldset", "form", "input", "select", "textarea", "nav", "iframe", "object", "noscript")(n) ||
			hasClass(n, "archives") || hasClass(n, "turned") || hasClass(n, "sheet") || hasClass(n, "pager") || n.Data == "p" && hasClass(n, "key")
	}) {
		remove(n)
	}
	for _, img := range find(main, named("img")) {
		img.Parent.InsertBefore(textNode(attr(img, "alt")), img)
		remove(img)
	}
}

// link leads a link to a chapter, a note or an address out of the book. One that
// leads nowhere from a book stays as its words.
func (b *book) link(l *leaf, a *html.Node, n *notes) {
	to := resolve(l.Path, attr(a, "href"))
	_, inside := b.leaves[to.path]
	switch {
	case a.Namespace != "" || words(a) == "#" || hasClass(a, "pilcrow") && to.path == l.Path:
		// a link to itself, for those who copy its address
		if words(a) == "#" {
			remove(a)
			return
		}
		unwrap(a)
	case (hasClass(a, "cite") || hasClass(a, "proof")) && n.add(a, to):
	case inside:
		setAttr(a, "href", b.href(l, to))
	default:
		if address := b.outside(to); address != "" {
			setAttr(a, "href", address)
		} else {
			unwrap(a)
		}
	}
}

// href gives the way from a chapter to a place in the book, whose page must be
// in it. A fragment that is not there is left out.
func (b *book) href(from *leaf, to place) string {
	fragment := ""
	if b.leaves[to.path].ids[to.fragment] {
		fragment = "#" + nameID(to.fragment)
	}
	if to.path == from.Path && fragment != "" {
		return fragment
	}
	return relative(chapterPath(from.Path), chapterPath(to.path)) + fragment
}

// forSite are attributes that mean nothing in a book, or that the schemas of
// EPUB do not know.
var forSite = []string{"popover", "popovertarget", "popovertargetaction", "tabindex", "focusable", "aria-current", "style", "hidden", "inert"}

// tableRoles say again what a table's elements say, for where a style sheet
// takes that away.
var tableRoles = []string{"table", "rowgroup", "row", "columnheader", "rowheader", "cell"}

// tidy makes attributes those of a book: ids that XML allows, and references to
// them that hold.
func (b *book) tidy(main *html.Node) {
	ids := map[string]bool{}
	walk(main, func(n *html.Node) bool {
		ids[attr(n, "id")] = true
		return true
	})
	dropAttr(main, "id")
	walk(main, func(n *html.Node) bool {
		if n == main || n.Type != html.ElementNode {
			return true
		}
		dropAttr(n, forSite...)
		if slices.Contains(tableRoles, attr(n, "role")) {
			dropAttr(n, "role")
		}
		n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return strings.HasPrefix(a.Key, "on") })
		if n.Namespace == "" && attr(n, "dir") == "" && (hasClass(n, "day") || hasClass(n, "clock")) {
			setAttr(n, "dir", b.direction()) // books have no style that isolates
		}
		for i := range n.Attr {
			tidyReference(n, &n.Attr[i], ids)
		}
		n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "" })
		return true
	})
}

// tidyReference makes one attribute name the id that it means as the book writes
// it. One that names nothing becomes an attribute without a name.
func tidyReference(n *html.Node, a *html.Attribute, ids map[string]bool) {
	switch a.Key {
	case "id":
		a.Val = nameID(a.Val)
	case "aria-labelledby", "aria-describedby", "headers", "for":
		var left []string
		for id := range strings.FieldsSeq(a.Val) {
			if ids[id] {
				left = append(left, nameID(id))
			}
		}
		if a.Val = strings.Join(left, " "); a.Val == "" {
			a.Key = ""
		}
	case "href":
		if n.Namespace == "svg" {
			a.Namespace = "xlink"
			a.Val = "#" + nameID(strings.TrimPrefix(a.Val, "#"))
		}
	}
}

// nameID gives an id in a form that XML allows: one that does not begin with a
// letter, or holds other marks, is written with their numbers.
func nameID(id string) string {
	var b strings.Builder
	for i, r := range id {
		switch {
		case i == 0 && !unicode.IsLetter(r):
			fmt.Fprintf(&b, "i_%x", r)
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-' || r == '_' || r == '.':
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "_%x", r)
		}
	}
	return b.String()
}

// document gives a file of the book around what its body holds.
func (b *book) document(path, title, body string) []byte {
	lang := text(b.Language)
	return fmt.Appendf(nil, `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="%s" xml:lang="%s" dir="%s">
<head><meta charset="utf-8"/><title>%s</title><link rel="stylesheet" type="text/css" href="%s"/></head>
<body>%s</body>
</html>
`, lang, lang, b.direction(), text(title), relative(path, "style.css"), body)
}
