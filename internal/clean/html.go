package clean

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

const (
	// maxOpen bounds the elements that are kept open. What nests deeper is
	// counted, not remembered, and its text is still read.
	maxOpen = 512
	// maxSearch bounds how far an end tag looks for its start tag.
	maxSearch = 128
)

// page reads one HTML page in a single pass over its tokens.
type page struct {
	raw   string
	out   scribe
	head  head
	hints []hint // of the lines of ink that have ended

	at      int       // where the current token begins in raw
	open    []element // the elements that are open
	deep    int       // open elements beyond maxOpen
	deepest int
	tags    int
	tally   tally // of the line being written
}

// element is an open element with what it hands down to all inside it.
type element struct {
	tag     atom.Atom
	name    string // of an element that is no atom
	hidden  bool
	link    bool
	pre     bool
	item    bool
	quote   bool
	heading int
	zone    zone
	parts   part
	meta    string // what its text is for the head: "jsonld", "title", an itemprop
}

// readPage walks the page and writes its text.
func readPage(raw string) *page {
	p := &page{raw: raw}
	z := html.NewTokenizer(strings.NewReader(raw))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		size := len(z.Raw())
		p.token(z, kind, min(p.at+size, len(raw)))
		p.at += size
	}
	p.breakLine(1)
	p.head.finish()
	return p
}

func (p *page) token(z *html.Tokenizer, kind html.TokenType, end int) {
	switch kind {
	case html.TextToken:
		p.text(p.at, end)
	case html.StartTagToken, html.SelfClosingTagToken:
		p.tags++
		name, more := z.TagName()
		tag := startTag{tag: atom.Lookup(name)}
		if tag.tag == 0 {
			tag.name = string(name)
		}
		tag.read(z, more)
		p.start(tag)
	case html.EndTagToken:
		name, _ := z.TagName()
		p.end(atom.Lookup(name), string(name))
	}
}

// top is the innermost open element, or the empty one.
func (p *page) top() element {
	if len(p.open) == 0 {
		return element{}
	}
	return p.open[len(p.open)-1]
}

// start opens an element, or does what an element without content stands for.
func (p *page) start(t startTag) {
	p.head.tag(t)
	p.breakLine(parting(t.tag))
	switch {
	case t.tag == atom.Br:
		p.newline(nowhere)
		return
	case t.tag == atom.Time || t.tag == atom.A || t.tag == atom.Input:
		p.apart(t.tag)
	}
	if isVoid(t.tag) {
		return
	}
	p.closeImplied(t.tag)
	if len(p.open) >= maxOpen {
		p.deep++
		p.deepest = max(p.deepest, len(p.open)+p.deep)
		return
	}
	p.open = append(p.open, p.top().child(t))
	p.deepest = max(p.deepest, len(p.open))
}

// apart parts words that only the page's style holds apart, with a blank that
// is not in the source: two links side by side, a date after a word.
func (p *page) apart(a atom.Atom) {
	if a == atom.A && !p.tally.afterLink {
		return
	}
	p.out.put(' ', nowhere)
}

// closeImplied closes the element that the start of a ends without an end tag.
func (p *page) closeImplied(a atom.Atom) {
	for i := len(p.open) - 1; i >= 0 && i >= len(p.open)-8; i-- {
		b := p.open[i].tag
		if closedBy(b, a) {
			p.open = p.open[:i]
			return
		}
		if parting(b) > 0 { // only a line's own marks may stand between
			return
		}
	}
}

// end closes the innermost element of that name, and what is open inside it.
func (p *page) end(a atom.Atom, name string) {
	if p.deep > 0 {
		p.deep--
		p.breakLine(parting(a))
		return
	}
	for i := len(p.open) - 1; i >= 0 && i >= len(p.open)-maxSearch; i-- {
		if p.open[i].tag == a && (a != 0 || p.open[i].name == name) {
			p.open = p.open[:i]
			break
		}
	}
	p.breakLine(parting(a))
	switch a {
	case atom.A:
		p.tally.afterLink = true
	case atom.Time:
		p.out.put(' ', nowhere)
	}
}

// text reads the characters of a text token, raw[from:to].
func (p *page) text(from, to int) {
	top := p.top()
	if top.meta != "" {
		p.head.text(top, p.raw[from:to])
	}
	if top.hidden {
		return
	}
	for i := from; i < to; {
		s, size, exact := decode(p.raw[i:to])
		at := nowhere
		if exact {
			at = i
		}
		for _, r := range s {
			p.char(top, r, at)
		}
		i += size
	}
}

// char writes one character and counts it for the line's hint.
func (p *page) char(top element, r rune, at int) {
	if top.pre && r == '\n' {
		p.newline(at)
		return
	}
	before := len(p.out.text)
	p.out.put(r, at)
	if len(p.out.text) > before {
		p.tally.add(top)
	}
}

// newline ends the line and closes its hint.
func (p *page) newline(at int) {
	p.flush()
	p.out.newline(at)
}

// breakLine ends the line where an element's edge does.
func (p *page) breakLine(n int) {
	if n > 0 {
		p.flush()
		p.out.part(n)
	}
}

func (p *page) flush() {
	if p.out.inked {
		p.hints = append(p.hints, p.tally.hint())
	}
	p.tally = tally{}
}

// tally counts the ink of one line by what it stands in.
type tally struct {
	ink, links int
	first      element
	parts      part
	zone       zone
	afterLink  bool
}

func (t *tally) add(e element) {
	if t.ink == 0 {
		t.first = e
	}
	t.ink++
	t.afterLink = false
	if e.link {
		t.links++
	}
	t.parts |= e.parts
	t.zone = max(t.zone, e.zone)
}

func (t *tally) hint() hint {
	return hint{
		heading: t.first.heading,
		links:   float64(t.links) / float64(max(t.ink, 1)),
		zone:    t.zone,
		parts:   t.parts,
		item:    t.first.item,
		quote:   t.first.quote,
	}
}
