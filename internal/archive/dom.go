package archive

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// walk calls f for n and all below it, in the order of the text; where f says
// no, it does not go below. f may remove or change the node that it is given.
func walk(n *html.Node, f func(*html.Node) bool) {
	if !f(n) {
		return
	}
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		walk(c, f)
		c = next
	}
}

// first finds the first element below n that is, or nil.
func first(n *html.Node, is func(*html.Node) bool) (found *html.Node) {
	walk(n, func(m *html.Node) bool {
		if found == nil && m != n && m.Type == html.ElementNode && is(m) {
			found = m
		}
		return found == nil
	})
	return found
}

// classed makes a test for elements of a class.
func classed(class string) func(*html.Node) bool {
	return func(n *html.Node) bool { return hasClass(n, class) }
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

// within finds the nearest element above n, below top, that is.
func within(n, top *html.Node, is func(*html.Node) bool) *html.Node {
	for p := n.Parent; p != nil && p != top; p = p.Parent {
		if is(p) {
			return p
		}
	}
	return nil
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val
		}
	}
	return ""
}

func setAttr(n *html.Node, key, value string) {
	for i, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: value})
}

func dropAttr(n *html.Node, keys ...string) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return slices.Contains(keys, a.Key) })
}

// remove takes n and all below it away.
func remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// unwrap leaves what an element holds in its place.
func unwrap(n *html.Node) {
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}

// words gives the text below n in one line.
func words(n *html.Node) string { return strings.Join(strings.Fields(content(n)), " ") }

// content gives the text below n as it stands.
func content(n *html.Node) string {
	var b strings.Builder
	walk(n, func(m *html.Node) bool {
		if m.Type == html.TextNode {
			b.WriteString(m.Data)
		}
		return true
	})
	return b.String()
}

// element makes an element with attributes, given as pairs, and children.
func element(name string, attrs []string, children ...*html.Node) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: name, DataAtom: atom.Lookup([]byte(name))}
	for i := 0; i+1 < len(attrs); i += 2 {
		n.Attr = append(n.Attr, html.Attribute{Key: attrs[i], Val: attrs[i+1]})
	}
	for _, c := range children {
		n.AppendChild(c)
	}
	return n
}

func textNode(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }

// clone copies n and all below it.
func clone(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: slices.Clone(n.Attr)}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.AppendChild(clone(k))
	}
	return c
}

// find lists the elements below n that are, in the order of the text.
func find(n *html.Node, is func(*html.Node) bool) (out []*html.Node) {
	walk(n, func(m *html.Node) bool {
		if m != n && m.Type == html.ElementNode && is(m) {
			out = append(out, m)
		}
		return true
	})
	return out
}

// named makes a test for elements of HTML by their names.
func named(names ...string) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.Namespace == "" && slices.Contains(names, n.Data) }
}
