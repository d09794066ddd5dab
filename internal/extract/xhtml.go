package extract

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// page adds the text of one XHTML page: headings, paragraphs, items and rows of
// tables. It reads tokens and builds no tree, so that nesting costs nothing.
func (s *sheet) page(b []byte) error {
	r, err := charset.NewReader(bytes.NewReader(b), "application/xhtml+xml")
	if err != nil {
		return nil // a chapter without a byte
	}
	p := pageReader{sheet: s, z: html.NewTokenizer(r)}
	for s.body.Len() <= maxText {
		kind := p.z.Next()
		if kind == html.ErrorToken {
			break
		}
		p.token(kind)
	}
	p.flush()
	return nil
}

// pageReader writes the text of one page to a sheet.
type pageReader struct {
	sheet   *sheet
	z       *html.Tokenizer
	hidden  atom.Atom // the outermost open element whose text is not read
	deep    int       // how many of its name are open
	now     strings.Builder
	pre     int
	heading int
	item    bool
	row     []string
	inRow   bool
}

func (p *pageReader) token(kind html.TokenType) {
	if kind == html.TextToken {
		p.text(html.UnescapeString(string(p.z.Raw())))
		return
	}
	name, more := p.z.TagName()
	tag := atom.Lookup(name)
	switch {
	case kind == html.SelfClosingTagToken: // in XHTML it ends what it begins
		p.z.NextIsNotRawText()
		p.start(tag)
		if tag != atom.Br {
			p.end(tag)
		}
	case kind == html.EndTagToken:
		p.end(tag)
	case kind != html.StartTagToken:
	case p.deep > 0:
		p.deep += b2i(tag == p.hidden)
	case hides(tag) || tag == atom.Nav || p.toc(more):
		p.hidden, p.deep = tag, 1
	default:
		p.start(tag)
	}
}

// text adds characters. The line ends of a page's source part nothing.
func (p *pageReader) text(s string) {
	if p.deep > 0 || p.now.Len() > maxText {
		return
	}
	if p.pre == 0 {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	p.now.WriteString(s)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// toc reports whether the element whose name was read is a part of a book's
// navigation.
func (p *pageReader) toc(more bool) bool {
	for n := 0; more && n < 64; n++ {
		var key, value []byte
		key, value, more = p.z.TagAttr()
		if string(key) == "epub:type" && (string(value) == "toc" || string(value) == "landmarks" || string(value) == "page-list") {
			return true
		}
	}
	return false
}

// hides reports whether the text inside an element is not that of the page.
func hides(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Title, atom.Svg, atom.Math, atom.Template, atom.Rp, atom.Rt:
		return true
	}
	return false
}

func (p *pageReader) start(tag atom.Atom) {
	if p.deep > 0 {
		return
	}
	switch level := levelOf(tag); {
	case level > 0:
		p.flush()
		p.heading = level
	case tag == atom.Br:
		p.now.WriteByte('\n')
	case tag == atom.Tr:
		p.flush()
		p.row, p.inRow = nil, true
	case tag == atom.Li:
		p.flush()
		p.item = true
	case block(tag) && !p.inRow:
		p.flush()
	}
	p.pre += b2i(tag == atom.Pre)
}

func (p *pageReader) end(tag atom.Atom) {
	if p.deep > 0 {
		p.deep -= b2i(tag == p.hidden)
		return
	}
	switch {
	case (tag == atom.Td || tag == atom.Th) && p.inRow:
		p.row = append(p.row, p.now.String())
		p.now.Reset()
	case tag == atom.Tr && p.inRow:
		p.sheet.row(append(p.row, p.now.String()))
		p.now.Reset()
		p.row, p.inRow = nil, false
	case tag == atom.Table:
		p.inRow = false
		p.flush()
	case p.inRow && block(tag):
		p.now.WriteByte(' ')
	case !p.inRow && (levelOf(tag) > 0 || block(tag) || tag == atom.Li):
		p.flush()
	}
	p.pre = max(0, p.pre-b2i(tag == atom.Pre))
}

// flush ends a block.
func (p *pageReader) flush() {
	text := p.now.String()
	p.now.Reset()
	p.sheet.block(p.heading, p.item, text)
	if strings.TrimSpace(text) != "" {
		p.heading, p.item = 0, false
	}
}

// levelOf gives the level of a heading element, 0 for any other.
func levelOf(a atom.Atom) int {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5:
		return int(a.String()[1] - '0')
	case atom.H6:
		return 5
	}
	return 0
}

// block reports whether an element's edges part paragraphs.
func block(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Aside, atom.Blockquote,
		atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Figure, atom.Figcaption, atom.Hr,
		atom.Pre, atom.Body, atom.Main, atom.Caption, atom.Address:
		return true
	}
	return false
}
