package archive

import (
	"strings"

	"golang.org/x/net/html"
)

// xhtml writes nodes as well-formed XML. SVG says its namespace where it begins;
// html.Parse gives what the text of a page says in the namespaces of HTML.
func xhtml(b *strings.Builder, n *html.Node) {
	switch n.Type {
	case html.TextNode:
		escapeXML(b, n.Data)
	case html.ElementNode:
		b.WriteString("<" + n.Data)
		if n.Namespace != "" && (n.Parent == nil || n.Parent.Namespace != n.Namespace) {
			b.WriteString(namespaces[n.Namespace])
		}
		for _, a := range n.Attr {
			if xmlName(a.Key) && a.Key != "xmlns" {
				b.WriteByte(' ')
				if a.Namespace != "" {
					b.WriteString(a.Namespace + ":")
				}
				b.WriteString(a.Key + `="`)
				escapeXML(b, a.Val)
				b.WriteByte('"')
			}
		}
		if n.FirstChild == nil && (void[n.Data] || n.Namespace != "") {
			b.WriteString("/>")
			return
		}
		b.WriteByte('>')
		children(b, n)
		b.WriteString("</" + n.Data + ">")
	}
}

// children writes what an element holds.
func children(b *strings.Builder, n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		xhtml(b, c)
	}
}

// namespaces are those that html.Parse tells apart, as they are declared.
var namespaces = map[string]string{
	"svg":  ` xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"`,
	"math": ` xmlns="http://www.w3.org/1998/Math/MathML"`,
}

// void are elements that hold nothing and have no end tag in HTML.
var void = map[string]bool{"area": true, "br": true, "col": true, "embed": true, "hr": true, "img": true, "input": true, "link": true, "meta": true, "source": true, "track": true, "wbr": true}

// escapeXML writes text so that it stands in an element or an attribute.
// Characters that XML cannot hold, not even escaped, become U+FFFD.
func escapeXML(b *strings.Builder, s string) {
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		case r < ' ' && r != '\t' && r != '\n' && r != '\r', r == 0xfffe, r == 0xffff:
			b.WriteRune('\ufffd')
		default:
			b.WriteRune(r)
		}
	}
}

// text gives s escaped.
func text(s string) string {
	var b strings.Builder
	escapeXML(&b, s)
	return b.String()
}

// xmlName reports whether a name of an attribute is one in XML as well. Those
// that HTML forgives, such as one with a quotation mark in it, are left out.
func xmlName(s string) bool {
	for i, r := range s {
		letter := r == '_' || r == ':' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		if !letter && (i == 0 || !strings.ContainsRune("-.0123456789", r)) {
			return false
		}
	}
	return s != ""
}
