package site

import (
	"html"
	"html/template"
	"net/url"
	"slices"
	"sort"
	"strings"

	"mojaz/internal/corpus"
)

// passage is a text with what stands off it: the input of one piece of HTML.
// Spans that do not fit the text are left out.
type passage struct {
	Text  string
	Dates []corpus.Date
	Marks []corpus.Mark
}

// level is a depth of nesting. Elements open in this order wherever they meet,
// and what would cross an element of a lower level is cut at its edges; so
// nesting is always right, and a date, which must stay in one piece, is cut by
// nothing: a run or link goes outside the dates it holds, and inside others.
type level int

const (
	levelPiece      level = iota // of a text too long to lay out at once
	levelPart                    // of a raw line, see Source
	levelRunOutside              // Latin letters around a whole date
	levelLinkOutside
	levelDate
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
	levelRunOutside: "</bdi>", levelLinkOutside: "</a>", levelLinkInside: "</a>", levelRunInside: "</bdi>",
	levelStrong: "</strong>", levelEmphasis: "</em>", levelCode: "</code>",
}

// html gives the passage as HTML whose text is p.Text, but for marks that steer
// (see escape).
func (s *site) html(p passage) template.HTML {
	var b strings.Builder
	b.Grow(len(p.Text) + len(p.Text)/4)
	weave(&b, p.Text, s.elements(p))
	return template.HTML(b.String())
}

// plain gives text that nothing stands off as HTML.
func (s *site) plain(text string) template.HTML { return s.html(passage{Text: text}) }

// elements lists what stands around the words of p, one level after the other.
func (s *site) elements(p passage) []element {
	dates := slices.DeleteFunc(slices.Clone(p.Dates), func(d corpus.Date) bool {
		return d.Empty() || !d.Valid(len(p.Text))
	})
	out := pieces(p.Text, dates)
	for _, d := range dates {
		out = append(out, element{d.Span, levelDate, s.dateTag(d, d.Of(p.Text))})
	}
	for _, r := range isolate(p.Text, dates) {
		out = append(out, element{r, around(r, dates, levelRunOutside, levelRunInside), "<bdi>"})
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
				out = append(out, element{m.Span, around(m.Span, dates, levelLinkOutside, levelLinkInside), tag})
			}
		}
	}
	return out
}

// around chooses the level of s: outside if s holds every date that it meets.
func around(s corpus.Span, dates []corpus.Date, outside, inside level) level {
	if first, last, ok := met(dates, s); ok && !(s.Contains(first) && s.Contains(last)) {
		return inside
	}
	return outside
}

// met gives the first and the last date that s shares words with. Dates do not
// nest, so only these two can cross the edges of s.
func met(dates []corpus.Date, s corpus.Span) (first, last corpus.Span, ok bool) {
	i := sort.Search(len(dates), func(i int) bool { return dates[i].End > s.Start })
	j := sort.Search(len(dates), func(j int) bool { return dates[j].Start >= s.End })
	if i >= j {
		return first, last, false
	}
	return dates[i].Span, dates[j-1].Span, true
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
