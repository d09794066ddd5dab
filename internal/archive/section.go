package archive

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// section writes a page as a section of a part. All that its body holds comes
// along, under ids that no other page has: those of the page after its path.
func (s *single) section(to *section, p Page) error {
	l, err := read(p)
	if err != nil {
		return err
	}
	body := l.body
	for _, n := range find(body, func(n *html.Node) bool {
		return named("script", "link", "style", "iframe", "object")(n) || hasClass(n, "archives")
	}) {
		remove(n)
	}
	if main := first(body, named("main")); main != nil {
		main.Data, main.DataAtom = "div", 0
		setAttr(main, "class", strings.TrimSpace("main "+attr(main, "class")))
	}
	shared := s.hoist(to, body)
	for _, n := range find(body, func(*html.Node) bool { return true }) {
		dropAttr(n, "style")
		n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return strings.HasPrefix(a.Key, "on") })
		s.address(p, n, shared)
	}
	var out strings.Builder
	sec := element("section", []string{"class", strings.TrimSpace("page " + attr(body, "class")), "id", p.Path, "aria-label", l.title})
	for c := body.FirstChild; c != nil; c = body.FirstChild {
		body.RemoveChild(c)
		sec.AppendChild(c)
	}
	if err := html.Render(&out, sec); err != nil {
		return err
	}
	to.pages.WriteString(out.String() + "\n")
	return nil
}

// hoist takes definitions that pages share out of the page, so that they stand
// once in the file, and gives the ids that they keep. Of two that differ and have
// an id in common, the second stays in its page.
func (s *single) hoist(to *section, body *html.Node) map[string]bool {
	shared := map[string]bool{}
	for _, defs := range find(body, func(n *html.Node) bool { return n.Namespace == "svg" && hasClass(n, "defs") }) {
		var out strings.Builder
		if html.Render(&out, defs) != nil {
			continue
		}
		var ids []string
		same, taken := true, false
		for _, n := range find(defs, func(n *html.Node) bool { return attr(n, "id") != "" }) {
			id := attr(n, "id")
			ids = append(ids, id)
			same, taken = same && to.here[id] == out.String(), taken || to.here[id] != ""
		}
		if taken && !same {
			continue
		}
		if !taken {
			to.drawings.WriteString(out.String() + "\n")
		}
		for _, id := range ids {
			to.here[id], shared[id] = out.String(), true
		}
		remove(defs)
	}
	return shared
}

// idLists are the attributes that name elements by their ids.
var idLists = []string{"for", "headers", "list", "form", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "aria-activedescendant", "aria-flowto"}

// paint finds what an attribute of a drawing takes from elsewhere: "url(#hatch)".
var paint = regexp.MustCompile(`url\(\s*["']?#([^)"']*)["']?\s*\)`)

// address gives an element of a page its id in the file, and turns what it
// refers to.
func (s *single) address(p Page, n *html.Node, shared map[string]bool) {
	own := func(id string) string {
		if shared[id] {
			return id
		}
		return p.Path + "/" + id
	}
	for i := range n.Attr {
		a := &n.Attr[i]
		switch {
		case a.Key == "id":
			a.Val = own(a.Val)
		case a.Key == "name" && n.Data == "input":
			a.Val = p.Path + "/" + a.Val // radio buttons of one page are one group
		case slices.Contains(idLists, a.Key):
			ids := strings.Fields(a.Val)
			for j := range ids {
				ids[j] = own(ids[j])
			}
			a.Val = strings.Join(ids, " ")
		case n.Namespace == "svg" && a.Key == "href" && strings.HasPrefix(a.Val, "#"):
			a.Val = "#" + own(a.Val[1:])
		case n.Namespace == "svg" && strings.Contains(a.Val, "url("):
			a.Val = paint.ReplaceAllStringFunc(a.Val, func(m string) string {
				return "url(#" + own(paint.FindStringSubmatch(m)[1]) + ")"
			})
		case a.Key == "data-root":
			a.Val = "#" // the script leads an address "#page#id" to its place
		}
	}
	switch {
	case n.Namespace != "":
	case n.Data == "a" && slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "href" }):
		s.link(p, n)
	case n.Data == "img":
		s.image(p, n)
	}
}

// link leads a link to a page of the file, of another part, or out of it. One
// that leads nowhere from here stays as its words.
func (s *single) link(p Page, a *html.Node) {
	to := resolve(p.Path, attr(a, "href"))
	if part, inside := s.parts[to.path]; inside {
		setAttr(a, "href", s.way(s.parts[p.Path], part)+s.fragment(to))
		return
	}
	if address := s.outside(to); address != "" {
		setAttr(a, "href", address)
		return
	}
	a.Data, a.DataAtom = "span", 0
	dropAttr(a, "href", "rel", "target", "download", "aria-current")
}

// way names the file of another part.
func (s *single) way(from, to int) string {
	if from == to {
		return ""
	}
	return (&url.URL{Path: s.name(to)}).String()
}

// fragment gives the address of a place inside the file.
func (s *single) fragment(to place) string {
	id := to.path
	if to.fragment != "" {
		id += "/" + to.fragment
	}
	return (&url.URL{Fragment: id}).String()
}

// image puts a picture into the page, or its words where it is not there.
func (s *single) image(p Page, img *html.Node) {
	data := attr(img, "src")
	if !strings.HasPrefix(data, "data:") {
		data = s.dataURL(resolve(p.Path, data).path)
	}
	dropAttr(img, "srcset", "sizes")
	if data != "" {
		setAttr(img, "src", data)
		setAttr(img, "loading", "lazy")
		return
	}
	img.Data, img.DataAtom = "span", 0
	img.AppendChild(textNode(attr(img, "alt")))
	img.Attr = nil
}
