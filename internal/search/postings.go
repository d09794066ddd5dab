package search

import (
	"math"
	"slices"
)

// The places of words in a document: those of its title come first, and
// paragraphs lie so far apart that no phrase spans two.
const (
	bodyStart    = 32
	paragraphGap = 10
)

// postings are the terms of all documents, written as they come.
type postings struct {
	forms   map[string]*form // of words as they are written, which are stemmed once
	byTerm  map[string]int
	lists   []posting
	docs    int
	lengths []byte // of documents, a character each
	words   int
}

// form is a word as it is written.
type form struct {
	term int // its number in lists, -1 if it has none
	seen int // how often, in titles and texts
}

// posting is the list of places of one term.
type posting struct {
	term       string
	form       string // the first that was met
	stop       bool
	noun, name bool   // with the article somewhere; in a name somewhere
	particles  string // that were taken off, see joinParticles
	doc, place int    // the last that were written
	docs       int    // how many
	text       []byte
}

func newPostings() *postings {
	return &postings{forms: map[string]*form{}, byTerm: map[string]int{}}
}

// add writes the words of a document.
func (p *postings) add(d Document) {
	w := docWriter{postings: p, doc: p.docs, named: p.named(d.Names)}
	w.text(d.Title)
	for i, paragraph := range d.Paragraphs {
		if w.at = max(w.at+paragraphGap, bodyStart); i == 0 {
			w.at = bodyStart
		}
		w.text(paragraph.Text)
	}
	p.docs++
	p.words += w.words
	p.lengths = append(p.lengths, lengthDigit(w.words))
}

// named gives the terms that stand in the names of a document.
func (p *postings) named(names []Name) map[int]bool {
	out := map[int]bool{}
	for _, n := range names {
		for w := range words(n.Name) {
			if id := p.form(w).term; id >= 0 {
				out[id] = true
				p.lists[id].name = true
			}
		}
	}
	return out
}

// form gives what is known of a word.
func (p *postings) form(word string) *form {
	f := p.forms[word]
	if f == nil {
		f = &form{term: p.id(word)}
		p.forms[word] = f
	}
	return f
}

// id gives the number of a word's term, -1 if it has none.
func (p *postings) id(word string) int {
	t := Term(word)
	if t == "" {
		return -1
	}
	id, known := p.byTerm[t]
	if !known {
		id = len(p.lists)
		p.byTerm[t] = id
		p.lists = append(p.lists, posting{term: t, form: word, doc: -1, stop: slices.Contains(shipped().stop, t)})
	}
	p.lists[id].noun = p.lists[id].noun || article(word)
	return id
}

// docWriter writes one document.
type docWriter struct {
	*postings
	doc   int
	at    int // the place of the next word
	words int
	named map[int]bool
}

func (w *docWriter) text(text string) {
	title := w.at == 0
	for word := range words(text) {
		f := w.form(word)
		f.seen++
		if f.term < 0 {
			continue
		}
		if !title || w.at < bodyStart { // the title's words end before the text's begin
			w.put(f.term)
		}
		w.at++
	}
}

// put writes a term at the place reached. A first place that is written twice
// says that the term stands in a name; function words are written without places.
func (w *docWriter) put(id int) {
	l := &w.lists[id]
	if l.doc != w.doc {
		l.text = appendNumber(l.text, docDigits, w.doc-l.doc-1)
		l.doc, l.place = w.doc, 0
		l.docs++
		if !l.stop {
			l.text = appendNumber(l.text, placeDigits, w.at)
			if w.named[id] {
				l.text = appendNumber(l.text, placeDigits, 0)
			}
		}
	} else if !l.stop {
		l.text = appendNumber(l.text, placeDigits, w.at-l.place)
	}
	l.place = w.at
	if !l.stop {
		w.words++
	}
}

// lengthDigit writes how many words a document has, to a fifth.
func lengthDigit(words int) byte {
	n := math.Round(4 * math.Log2(float64(words+1)))
	return byte('0' + min(int(n), 'Z'-'0'))
}

func (p *postings) average() int { return p.words / max(1, p.docs) }
