package site

import (
	"html"
	"html/template"
	"net/url"
	"strings"

	"mojaz/internal/corpus"
)

// passage is a text with what stands off it: the input of one piece of HTML.
// Spans that do not fit the text are left out.
type passage struct {
	Text  string
	Dates []corpus.Date
	Names []named
	Marks []corpus.Mark
	// Limited says that letters of Text are withheld. Only then do the marks of
	// [withhold] stand for letters: any other text may hold them itself.
	Limited bool
}

// named is a place in a passage that names what has a page or an entry.
type named struct {
	corpus.Span
	href string // leads there
	full string // the fullest name where the words are not it
}

// level is a depth of nesting. Elements open in this order wherever they meet,
// and what would cross an element of a lower level is cut at its edges; so
// nesting is always right, and a date or a name, which must stay in one piece, is
// cut by nothing: what holds it goes outside, all else inside.
type level int

const (
	levelPiece       level = iota // of a text too long to lay out at once
	levelPart                     // of a raw line, see Source
	levelRunOutside               // Latin letters around a whole date or name
	levelLinkOutside              // a name or an editor's link around a whole date, or without any
	levelRunInLink                // Latin letters in a name, around a whole date
	levelDate
	levelRunInDate // Latin letters in a date, around a whole name
	levelLinkInside
	levelRunInside
	levelStrong
	levelEmphasis
	levelCode
	levels
)

// element is HTML around a span of a passage.
type element struct {
	corpus.Span
	level level
	open  string // the start tag
}

var closing = [levels]string{
	levelPiece: "</span>", levelPart: "</span>",
	levelRunOutside: "</bdi>", levelLinkOutside: "</a>", levelRunInLink: "</bdi>",
	levelRunInDate: "</bdi>", levelLinkInside: "</a>", levelRunInside: "</bdi>",
	levelStrong: "</strong>", levelEmphasis: "</em>", levelCode: "</code>",
}

// html gives the passage as HTML whose text is p.Text, but for marks that steer
// (see escape).
func (s *site) html(p passage) template.HTML {
	var b strings.Builder
	b.Grow(len(p.Text) + len(p.Text)/4)
	weave(&b, p.Text, s.elements(p), escaping(p.Limited))
	return template.HTML(b.String())
}

// plain gives text that nothing stands off as HTML.
func (s *site) plain(text string) template.HTML { return s.html(passage{Text: text}) }

// elements lists what stands around the words of p, one level after the other.
func (s *site) elements(p passage) []element {
	solid := newSolid(p)
	out := pieces(p.Text, solid.outer)
	for _, d := range solid.dates {
		out = append(out, element{d.Span, levelDate, s.dateTag(d, d.Of(p.Text))})
	}
	for _, n := range solid.names {
		out = append(out, element{n.Span, solid.linkLevel(n.Span), nameTag(n)})
	}
	for _, r := range isolate(p.Text, solid) {
		out = append(out, element{r, solid.runLevel(r), "<bdi>"})
	}
	for _, m := range p.Marks {
		if m.Empty() || !m.Valid(len(p.Text)) {
			continue
		}
		switch m.Kind {
		case corpus.MarkStrong:
			out = append(out, element{m.Span, levelStrong, "<strong>"})
		case corpus.MarkEmphasis:
			out = append(out, element{m.Span, levelEmphasis, "<em>"})
		case corpus.MarkCode:
			out = append(out, element{m.Span, levelCode, "<code>"})
		case corpus.MarkLink:
			if tag, ok := linkTag(m.URL); ok {
				out = append(out, element{m.Span, solid.linkLevel(m.Span), tag})
			}
		}
	}
	return out
}

// nameTag opens the link from a name to its page or entry. It says who is meant where
// the words are not the full name.
func nameTag(n named) string {
	tag := `<a class="name" href="` + html.EscapeString(n.href) + `"`
	if n.full != "" {
		tag += ` title="` + html.EscapeString(shown(n.full)) + `"`
	}
	return tag + ">"
}

// dateTag opens the element of a date: <time> if HTML knows the value's form,
// else a span that keeps the EDTF; its title says how it was read. Digits alone
// and Latin words keep their own order: "2025-09-30" and "19 August 2025" would
// otherwise be read backwards.
func (s *site) dateTag(d corpus.Date, words string) string {
	attr := ` class="date"`
	if d.Rel != "" {
		attr += ` data-rel="` + html.EscapeString(string(d.Rel)) + `"`
	}
	if strings.Trim(words, "0123456789-") == "" || lineDir(words) == "ltr" {
		attr += ` dir="ltr"`
	}
	if d.Value == "" {
		return "<span" + attr + ">"
	}
	attr += ` title="` + html.EscapeString(shown(s.day(d.Value).Text)) + `"`
	if datetime(d.Value) != "" {
		return `<time datetime="` + d.Value + `"` + attr + ">"
	}
	return `<span data-edtf="` + html.EscapeString(shown(d.Value)) + `"` + attr + ">"
}

// linkTag opens a link that an editor set. ok is false for an address that does
// not lead to the web, to mail, or to a place on this page.
func linkTag(address string) (tag string, ok bool) {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return "", false
	}
	// A query is kept as it was typed, steering marks and all.
	href := html.EscapeString(coded(u.String()))
	switch strings.ToLower(u.Scheme) {
	case "http", "https", "mailto":
		return `<a rel="noopener noreferrer nofollow" class="out" href="` + href + `">`, true
	case "":
		if u.Host == "" && u.Path == "" && u.RawQuery == "" {
			return `<a href="` + href + `">`, true
		}
	}
	return "", false
}

// coded gives an address with its steering marks percent-encoded.
func coded(address string) string {
	if strings.IndexFunc(address, steers) < 0 {
		return address
	}
	var b strings.Builder
	for _, r := range address {
		if steers(r) {
			b.WriteString(url.QueryEscape(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
