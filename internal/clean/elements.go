package clean

import "golang.org/x/net/html/atom"

// zone is the part of a page in which a line stands, as its elements say.
type zone uint8

const (
	zoneNone zone = iota
	zoneArticle
	zoneHeader // of the page, not of the article
	zoneAside
	zoneFooter
	zoneNav // menus, forms, buttons
)

// zoneOf gives the zone that an element opens.
func zoneOf(a atom.Atom) zone {
	switch a {
	case atom.Article, atom.Main:
		return zoneArticle
	case atom.Header:
		return zoneHeader
	case atom.Aside:
		return zoneAside
	case atom.Footer:
		return zoneFooter
	case atom.Nav, atom.Menu, atom.Form, atom.Button, atom.Select, atom.Dialog, atom.Fieldset, atom.Label:
		return zoneNav
	}
	return zoneNone
}

// shows reports whether an element's content can be read on the page.
func shows(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Title, atom.Svg, atom.Math,
		atom.Iframe, atom.Object, atom.Canvas, atom.Audio, atom.Video, atom.Textarea, atom.Datalist,
		atom.Noembed, atom.Noframes, atom.Map, atom.Applet:
		return false
	}
	return true
}

// isVoid reports whether an element has no content and no end tag.
func isVoid(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link,
		atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr, atom.Frame, atom.Keygen:
		return true
	}
	return false
}

// parting gives the number of line ends that an element's edges stand for: two
// part paragraphs, one parts lines, none runs on.
func parting(a atom.Atom) int {
	switch a {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Ul, atom.Ol, atom.Dl,
		atom.Blockquote, atom.Table, atom.Figure, atom.Article, atom.Section, atom.Header, atom.Footer,
		atom.Nav, atom.Main, atom.Aside, atom.Pre, atom.Form, atom.Hr, atom.Fieldset, atom.Details:
		return 2
	case atom.Div, atom.Li, atom.Dt, atom.Dd, atom.Tr, atom.Address, atom.Figcaption, atom.Caption,
		atom.Option, atom.Button, atom.Legend, atom.Summary, atom.Body, atom.Center, atom.Hgroup,
		atom.Dialog, atom.Menu, atom.Td, atom.Th, atom.Select, atom.Template, atom.Iframe, atom.Label:
		return 1
	}
	return 0
}

// level gives the level of a heading element, 0 for any other.
func level(a atom.Atom) int {
	switch a {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5, atom.H6:
		return 5
	}
	return 0
}

// closedBy reports whether the start of element a ends an open element b, as
// pages that leave out end tags rely on.
func closedBy(b, a atom.Atom) bool {
	switch b {
	case atom.P:
		return parting(a) > 0
	case atom.Li:
		return a == atom.Li
	case atom.Dt, atom.Dd:
		return a == atom.Dt || a == atom.Dd
	case atom.Option:
		return a == atom.Option
	case atom.Td, atom.Th:
		return a == atom.Td || a == atom.Th || a == atom.Tr
	case atom.Tr:
		return a == atom.Tr
	case atom.A:
		return a == atom.A
	case atom.Head:
		return a == atom.Body
	}
	return false
}
