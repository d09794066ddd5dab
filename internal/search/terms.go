package search

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"
)

// The terms of a document that the index of terms takes up: the most telling
// ones, and none that is there only once.
const (
	termsOfDocument = 8
	timesInDocument = 2
)

// Letter is a part of the alphabetical index: what begins with one letter, the
// article aside.
type Letter struct {
	Letter  string // "ع"; "#" for what begins with no letter
	Entries []Entry
}

// Entry is a name or a notable word, and where it stands.
type Entry struct {
	Word   string
	URL    string // of a name's own page, from the site's own folder; "" for a word
	Type   string // of a name: "PER"
	Places []Place
}

// Place leads to the first passage of a document that has the entry.
type Place struct {
	Title, Outlet, Date string // of the document

	URL string // from the site's own folder, with the paragraph: "a/x.html#p3"
	ID  string // of the paragraph; "" if the name stands in none as it is spelled
}

// Terms gives the index of names and notable words (كشاف), for pages that need
// no script. A word is notable in a document if it is frequent there and rare
// elsewhere (tf·idf), is a noun and no part of a name; it is then listed wherever
// it stands.
func Terms(parts []Part) []Letter {
	x := newIndexer(parts)
	x.eachDoc(x.count)
	x.judge()
	x.eachDoc(x.choose)
	x.spell()
	x.eachDoc(x.place)
	return x.letters()
}

// indexer collects entries. Lists of it are by the numbers of terms.
type indexer struct {
	parts []openPart
	ids   map[string]int
	terms []string
	noun  []bool // with the article somewhere: no verb, no particle
	in    []int  // in how many documents
	docs  int

	rarity []float64 // logarithm of how rare a term is; 0 for those that tell nothing
	words  []*Entry  // nil for terms that are not notable
	names  map[Name]*Entry

	last  []int // the document that a term was met in last, from 1
	times []int // how often there
}

// openPart is a part with its units as numbers of terms.
type openPart struct {
	*Part
	units []found
	terms []int   // of units, -1 for none
	names [][]int // terms of names
	seen  []int   // how often a unit stands in paragraphs
}

func newIndexer(parts []Part) *indexer {
	x := &indexer{ids: map[string]int{}, names: map[Name]*Entry{}}
	for i := range parts {
		x.parts = append(x.parts, x.open(&parts[i]))
	}
	n := len(x.terms)
	x.in, x.noun, x.last, x.times = make([]int, n), make([]bool, n), make([]int, n), make([]int, n)
	x.rarity, x.words = make([]float64, n), make([]*Entry, n)
	return x
}

// open gives a part with the numbers of its terms.
func (x *indexer) open(p *Part) openPart {
	o := openPart{Part: p, units: p.units()}
	o.terms, o.seen = make([]int, len(o.units)), make([]int, len(o.units))
	for i, f := range o.units {
		o.terms[i] = -1
		if f.term != "" {
			o.terms[i] = x.id(f.term)
		}
	}
	for _, n := range p.Names {
		var terms []int
		for _, t := range n.Terms {
			terms = append(terms, x.id(t))
		}
		o.names = append(o.names, terms)
	}
	return o
}

// id gives the number of a term.
func (x *indexer) id(term string) int {
	id, known := x.ids[term]
	if !known {
		id = len(x.terms)
		x.ids[term] = id
		x.terms = append(x.terms, term)
	}
	return id
}

// eachDoc calls do with each document and the terms of its paragraphs, in order.
func (x *indexer) eachDoc(do func(p *openPart, d *Read)) {
	clear(x.last)
	x.docs = 0
	for i := range x.parts {
		p := &x.parts[i]
		for j := range p.Docs {
			x.docs++
			do(p, &p.Docs[j])
		}
	}
}

// first reports whether a term is met for the first time in the document in hand.
func (x *indexer) first(term int) bool {
	if x.last[term] == x.docs {
		return false
	}
	x.last[term] = x.docs
	return true
}

// count counts in how many documents terms are, and how often units stand there.
func (x *indexer) count(p *openPart, d *Read) {
	for text, unit := range d.each() {
		if text == 0 || unit == endOfText {
			continue
		}
		term := p.terms[unit]
		if term < 0 {
			continue
		}
		p.seen[unit]++
		if x.first(term) {
			x.in[term]++
		}
		x.noun[term] = x.noun[term] || p.units[unit].article
	}
}

// judge works out how telling each term is: a noun that is not everywhere.
func (x *indexer) judge() {
	for i, t := range x.terms {
		everywhere := x.docs > 3 && 2*x.in[i] > x.docs
		if x.noun[i] && !shipped().stops[t] && !everywhere && utf8.RuneCountInString(t) > 2 {
			x.rarity[i] = math.Log(float64(x.docs+1) / float64(x.in[i]))
		}
	}
}

// choose marks the most telling terms of a document.
func (x *indexer) choose(p *openPart, d *Read) {
	var found []int
	for text, unit := range d.each() {
		if text == 0 || unit == endOfText {
			continue
		}
		switch term := p.terms[unit]; {
		case term < 0 || x.rarity[term] == 0:
		case x.first(term):
			x.times[term] = 1
			found = append(found, term)
		default:
			x.times[term]++
		}
	}
	for _, n := range d.Names {
		for _, term := range p.names[n.Name] {
			x.times[term] = 0
		}
	}
	found = slices.DeleteFunc(found, func(term int) bool { return x.times[term] < timesInDocument })
	weight := func(term int) float64 { return float64(x.times[term]) * x.rarity[term] }
	slices.SortFunc(found, func(a, b int) int {
		return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(x.terms[a], x.terms[b]))
	})
	for _, term := range found[:min(len(found), termsOfDocument)] {
		if x.words[term] == nil {
			x.words[term] = &Entry{}
		}
	}
}

// place notes where the entries stand in a document.
func (x *indexer) place(p *openPart, d *Read) {
	for text, unit := range d.each() {
		if text == 0 || unit == endOfText || p.terms[unit] < 0 {
			continue
		}
		if e := x.words[p.terms[unit]]; e != nil && x.first(p.terms[unit]) {
			e.Places = append(e.Places, d.place(text-1))
		}
	}
	for _, n := range d.Names {
		name := p.Names[n.Name].Name
		e := x.names[name]
		if e == nil {
			e = &Entry{Word: name.Name, URL: name.URL, Type: name.Type}
			x.names[name] = e
		}
		e.Places = append(e.Places, d.place(n.Paragraph))
	}
}

// place leads to a paragraph of d, or to d for -1.
func (d *Read) place(paragraph int) Place {
	p := Place{Title: d.Title, Outlet: d.Outlet, Date: d.Date, URL: d.URL}
	if paragraph >= 0 {
		p.ID = d.id(paragraph)
	}
	if p.ID != "" {
		p.URL += "#" + p.ID
	}
	return p
}

// id gives the id of a paragraph.
func (d *Read) id(paragraph int) string {
	i, own := slices.BinarySearchFunc(d.Own, paragraph, func(o OwnID, n int) int { return cmp.Compare(o.Paragraph, n) })
	if own {
		return d.Own[i].ID
	}
	return numberedID(paragraph)
}
