package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxAttributes bounds the attributes of a tag that are read.
const maxAttributes = 64

// startTag is a start tag with the attributes that tell something.
type startTag struct {
	tag   atom.Atom
	name  string
	attrs map[string]string // by name, lower case; looked up, never ranged over
}

// wanted lists the attributes that are kept.
func wanted(name string) bool {
	switch name {
	case "class", "id", "role", "itemprop", "hidden", "style", "rel", "type", "name", "property",
		"content", "datetime", "pubdate", "itemtype":
		return true
	}
	return false
}

func (t *startTag) read(z *html.Tokenizer, more bool) {
	for n := 0; more && n < maxAttributes; n++ {
		var key, val []byte
		key, val, more = z.TagAttr()
		if k := string(key); wanted(k) && len(val) <= maxValue {
			if t.attrs == nil {
				t.attrs = map[string]string{}
			}
			if _, twice := t.attrs[k]; !twice {
				t.attrs[k] = string(val)
			}
		}
	}
}

// child gives the element that t opens inside e.
func (e element) child(t startTag) element {
	c := e
	c.tag, c.name, c.meta = t.tag, t.name, t.metaUse()
	if c.meta == "" && e.meta == "byline" {
		c.meta = e.meta
	}
	c.hidden = e.hidden || !shows(t.tag) || t.isHidden()
	c.link = e.link || t.tag == atom.A
	c.pre = e.pre || t.tag == atom.Pre
	c.item = (e.item || t.tag == atom.Li) && t.tag != atom.P
	c.quote = e.quote || t.tag == atom.Blockquote || t.tag == atom.Q && parting(t.tag) > 0
	if l := level(t.tag); l > 0 {
		c.heading = l
	}
	c.zone = nested(e.zone, zoneOf(t.tag))
	if t.attrs["role"] == "navigation" {
		c.zone = zoneNav
	}
	switch t.tag {
	case atom.Figure, atom.Figcaption, atom.Caption:
		c.parts |= partCaption
	case atom.Html, atom.Body, atom.Main, atom.Article: // their classes speak of the page
	default:
		c.parts |= t.parts()
	}
	return c
}

// nested gives the zone of an element that opens zone z inside zone outer: a
// header inside an article belongs to the article.
func nested(outer, z zone) zone {
	switch {
	case z == zoneNone || outer == zoneArticle && z == zoneHeader:
		return outer
	case z == zoneArticle && outer >= zoneHeader:
		return outer
	}
	return max(outer, z)
}

// parts gives what the tag's names say.
func (t startTag) parts() part {
	var out part
	for _, k := range [...]string{"class", "id", "role", "itemprop", "rel"} {
		if v := t.attrs[k]; v != "" {
			out |= classParts(v)
		}
	}
	return out
}

// isHidden reports whether the tag hides what is inside it.
func (t startTag) isHidden() bool {
	if _, ok := t.attrs["hidden"]; ok {
		return true
	}
	style := strings.ReplaceAll(strings.ToLower(t.attrs["style"]), " ", "")
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// metaUse says what the text inside the tag tells the head, "" for nothing.
func (t startTag) metaUse() string {
	switch {
	case t.tag == atom.Script && strings.EqualFold(strings.TrimSpace(t.attrs["type"]), "application/ld+json"):
		return "jsonld"
	case t.tag == atom.Title:
		return "title"
	}
	switch prop := t.attrs["itemprop"]; prop {
	case "author", "datePublished", "headline", "publisher":
		return prop
	}
	if t.tag == atom.A && t.attrs["rel"] == "author" {
		return "author"
	}
	if t.tag != atom.Body && classParts(t.attrs["class"])&partByline != 0 {
		return "byline"
	}
	return ""
}
