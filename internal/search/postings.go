package search

import (
	"encoding/binary"
	"math"
)

// The places of words in a document: those of its title come first, and
// paragraphs lie so far apart that no phrase spans two.
const (
	bodyStart    = 32
	paragraphGap = 10
)

// postings are the terms of all documents, kept as they come.
type postings struct {
	byTerm  map[string]int
	byName  map[string]int // the terms of words in names, -1 for those that have none
	lists   []posting
	docs    int
	lengths []byte // of documents, a character each
	words   int
	room    []byte // for lists that begin
}

// firstRoom is how many bytes a list has at first: most terms are in a document or
// two.
const firstRoom = 12

// posting is the list of places of one term.
type posting struct {
	kept       []byte
	doc, place int // the last that were kept
	docs       int // how many
	stop       bool
	noun, name bool // with the article somewhere; in a name somewhere
	term       string
	form       string   // the first that was met
	particles  string   // that were taken off, see joinParticles
	taken      [][]byte // lists of terms that were joined with this one
}

// A list is kept as numbers, see [binary.AppendUvarint]. An odd one is a document,
// as twice its distance from the one before, less one, and one; an even one is
// twice the distance of a place from the one before it in the document. A first
// place that is there twice says that the term stands in a name there.

func newPostings() *postings {
	return &postings{byTerm: map[string]int{}, byName: map[string]int{}}
}

// named gives the terms that stand in a name.
func (p *postings) named(n Name) (out []int) {
	for w := range words(n.Name) {
		id, known := p.byName[w]
		if !known {
			id = -1
			if t := Term(w); t != "" {
				id = p.id(t, w, article(w))
				p.lists[id].name = true
			}
			p.byName[w] = id
		}
		if id >= 0 {
			out = append(out, id)
		}
	}
	return out
}

// id gives the number of a term, of which this is a form.
func (p *postings) id(term, form string, noun bool) int {
	id, known := p.byTerm[term]
	if !known {
		id = len(p.lists)
		p.byTerm[term] = id
		if len(p.room) < firstRoom {
			p.room = make([]byte, 1024*firstRoom)
		}
		kept := p.room[:0:firstRoom]
		p.room = p.room[firstRoom:]
		p.lists = append(p.lists, posting{kept: kept, term: term, form: form, doc: -1, stop: shipped().stops[term]})
	}
	p.lists[id].noun = p.lists[id].noun || noun
	return id
}

// docWriter keeps the places in one document.
type docWriter struct {
	*postings
	doc   int
	at    int // the place of the next word
	title bool
	words int
	named map[int]bool
}

// begin begins text i of the document: its title, 0, or a paragraph.
func (w *docWriter) begin(i int) {
	switch i {
	case 0:
		w.title = true
	case 1:
		w.at, w.title = bodyStart, false
	default:
		w.at = max(w.at+paragraphGap, bodyStart)
	}
}

// word keeps a term at the place reached. A title's words end before the text's
// begin.
func (w *docWriter) word(id int) {
	if !w.title || w.at < bodyStart {
		w.put(id)
	}
	w.at++
}

// put keeps a term at the place reached. A first place that is there twice says
// that the term stands in a name; function words have no places.
func (w *docWriter) put(id int) {
	l := &w.lists[id]
	if l.doc != w.doc {
		l.kept = binary.AppendUvarint(l.kept, uint64(w.doc-l.doc-1)<<1|1)
		l.doc, l.place = w.doc, 0
		l.docs++
		if !l.stop {
			l.kept = binary.AppendUvarint(l.kept, uint64(w.at)<<1)
			if w.named[id] {
				l.kept = binary.AppendUvarint(l.kept, 0)
			}
		}
	} else if !l.stop {
		l.kept = binary.AppendUvarint(l.kept, uint64(w.at-l.place)<<1)
	}
	l.place = w.at
	if !l.stop {
		w.words++
	}
}

// end ends the document.
func (w *docWriter) end() {
	w.docs++
	w.postings.words += w.words
	w.lengths = append(w.lengths, lengthDigit(w.words))
}

// lengthDigit writes how many words a document has, to a fifth.
func lengthDigit(words int) byte {
	n := math.Round(4 * math.Log2(float64(words+1)))
	return byte('0' + min(int(n), 'Z'-'0'))
}

func (p *postings) average() int { return p.words / max(1, p.docs) }

// placed is a document with the places of a term in it.
type placed struct {
	doc    int
	places []int
	named  bool
}

// each calls yield with the documents of a list in order. Their places are good
// until the next.
func (l *posting) each(yield func(placed) bool) {
	var d placed
	at := -1
	for i := 0; i < len(l.kept); {
		v, n := uint64(l.kept[i]), 1
		if v >= 0x80 {
			v, n = binary.Uvarint(l.kept[i:])
		}
		i += n
		number := int(v >> 1)
		switch {
		case v&1 == 1:
			if at >= 0 && !yield(d) {
				return
			}
			at += number + 1
			d = placed{doc: at, places: d.places[:0]}
		case number == 0 && len(d.places) == 1:
			d.named = true
		case len(d.places) == 0:
			d.places = append(d.places, number)
		default:
			d.places = append(d.places, d.places[len(d.places)-1]+number)
		}
	}
	if at >= 0 {
		yield(d)
	}
}
