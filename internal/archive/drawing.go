package archive

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// The measures of the drawing of a phase map, in its own units.
const (
	mapWidth  = 640
	axisTall  = 44
	labelTall = 30
	bandTall  = 34
	mapLabel  = 62 // letters of a label that fit into the width
)

// drawMap parts the phase map of the site, a table whose middle column is drawn,
// into one drawing on a shared axis and the table of what sources say. A page of
// a book is too narrow for both. A table without drawings is left as it is.
func (b *book) drawMap(table *html.Node) {
	drawing := svg("svg", "class", "map", "width", "100%", "role", "img", "aria-label", b.say["map"])
	y := 0
	if axis := first(table, classed("axis")); axis != nil {
		drawing.AppendChild(inset(axis, 0, axisTall))
		y = axisTall
	}
	for _, row := range find(table, named("tr")) {
		band, label := first(row, classed("band")), first(row, named("a"))
		if band == nil || label == nil {
			continue
		}
		drawing.AppendChild(b.mapLabel(words(label), y))
		drawing.AppendChild(inset(band, y+labelTall, bandTall))
		y += labelTall + bandTall
		drawing.AppendChild(svg("line", "class", "row", "x1", "0", "x2", "100%", "y1", strconv.Itoa(y), "y2", strconv.Itoa(y)))
	}
	if y <= axisTall {
		return
	}
	setAttr(drawing, "viewBox", "0 0 "+strconv.Itoa(mapWidth)+" "+strconv.Itoa(y+2))
	for _, cell := range find(table, func(n *html.Node) bool { return named("th", "td")(n) && hasClass(n, "t") }) {
		remove(cell)
	}
	figure := element("figure", []string{"class", "map"}, drawing)
	table.Parent.InsertBefore(figure, table)
}

// mapLabel writes what a band is, above it, from the side where lines begin.
func (b *book) mapLabel(label string, y int) *html.Node {
	x, dir := "0", "ltr"
	if b.rtl {
		x, dir = strconv.Itoa(mapWidth), "rtl"
	}
	label = cut(label, mapLabel)
	t := svg("text", "x", x, "y", strconv.Itoa(y+labelTall-8), "direction", dir)
	t.AppendChild(textNode(label))
	return t
}

// inset takes a drawing into another, over the whole width.
func inset(of *html.Node, y, tall int) *html.Node {
	in := svg("svg", "class", attr(of, "class"), "x", "0", "y", strconv.Itoa(y), "width", strconv.Itoa(mapWidth), "height", strconv.Itoa(tall), "overflow", "visible")
	for c := of.FirstChild; c != nil; c = c.NextSibling {
		in.AppendChild(clone(c))
	}
	return in
}

// svg makes an element of a drawing.
func svg(name string, attrs ...string) *html.Node {
	n := element(name, attrs)
	n.Namespace, n.DataAtom = "svg", 0
	return n
}

// cut shortens a text to a number of letters, at a blank.
func cut(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	short := string(r[:most])
	if blank := strings.LastIndexByte(short, ' '); blank > 0 {
		short = short[:blank]
	}
	return short + "…"
}
