package search

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"iter"
	"slices"
	"strings"
)

// Part is what an index must know of documents that follow each other: their
// texts as the numbers of units, see cut, and what is known of each unit. It is a
// function of its documents alone and takes up about a third of their texts, so
// it can be kept in their place. It holds plain values for that.
type Part struct {
	Sum   uint64 // of all that the documents hold
	Units string // see [Part.units]
	Names []Named
	Docs  []Read
}

// Named is a name of a part.
type Named struct {
	Name  Name
	Terms []string // of its words
	Keys  []string // of its words, see key
}

// Read is a document of a part.
type Read struct {
	URL, Title, Outlet, Date, Kind string

	Own   []OwnID // the ids of paragraphs that their numbers do not give, in their order
	Texts []byte  // numbers of units, of the title and of each paragraph, see [Read.each]
	Names []NamedAt
}

// OwnID is the id of a paragraph, which is counted from 0.
type OwnID struct {
	Paragraph int
	ID        string
}

// NamedAt is a name of the document by its number in the part, and the first
// paragraph that has its words side by side, -1 if none has.
type NamedAt struct{ Name, Paragraph int }

// partBytes is how much text makes a part: enough that few words stand in many
// parts, and little enough that the documents of one dossier are read on all
// processors.
const partBytes = 1 << 20

// ReadAll reads documents, on all processors at once. Where one part ends and the
// next begins depends on the documents alone.
func ReadAll(docs []Document) []Part {
	shares := shareOut(docs)
	parts := make([]Part, len(shares))
	parallel(len(shares), func(i int) {
		r := reader{ids: map[string]int{}, named: map[Name]int{}}
		parts[i] = r.part(shares[i])
	})
	return parts
}

// shareOut cuts a list of documents into shares of about partBytes.
func shareOut(docs []Document) (out [][]Document) {
	from, size := 0, 0
	for i := range docs {
		if size += docs[i].size(); size >= partBytes || i == len(docs)-1 {
			out = append(out, docs[from:i+1])
			from, size = i+1, 0
		}
	}
	return out
}

// size is about how many bytes the texts of d take up.
func (d Document) size() int {
	n := len(d.Title)
	for _, p := range d.Paragraphs {
		n += len(p.Text)
	}
	return n
}

// found is what is known of a unit.
type found struct {
	unit, word string // word is "" for what is neither a word nor a number
	term       string // of word, "" if it is never looked up
	article    bool
}

// reader cuts texts into units and remembers them.
type reader struct {
	ids   map[string]int
	found []found
	named map[Name]int
	names []Named
	terms [][]string // of the paragraphs of the document in hand
}

func (r *reader) part(docs []Document) Part {
	sum := fnv.New64a()
	p := Part{Docs: make([]Read, len(docs))}
	for i, d := range docs {
		fmt.Fprintln(sum, d)
		p.Docs[i] = r.read(d)
	}
	p.Sum, p.Units, p.Names = sum.Sum64(), joinUnits(r.found), r.names
	return p
}

// read reads a document.
func (r *reader) read(d Document) Read {
	out := Read{URL: d.URL, Title: d.Title, Outlet: d.Outlet, Date: d.Date, Kind: d.Kind}
	texts, _ := r.text(make([]byte, 0, d.size()/5+8), d.Title)
	r.terms = r.terms[:0]
	for i, p := range d.Paragraphs {
		if p.ID != numberedID(i) {
			out.Own = append(out.Own, OwnID{i, p.ID})
		}
		var terms []string
		texts, terms = r.text(texts, p.Text)
		r.terms = append(r.terms, terms)
	}
	out.Texts = slices.Clip(texts)
	for _, n := range d.Names {
		id := r.name(n)
		out.Names = append(out.Names, NamedAt{id, slices.IndexFunc(r.terms, func(has []string) bool {
			return contains(has, r.names[id].Terms)
		})})
	}
	return out
}

// text adds the units of a text, and gives the terms of its words in order.
func (r *reader) text(to []byte, text string) (units []byte, terms []string) {
	cut(asLine(text), func(unit, word string) {
		id, known := r.ids[unit]
		if !known {
			id = r.remember(unit, len(word))
		}
		if t := r.found[id].term; t != "" {
			terms = append(terms, t)
		}
		to = binary.AppendUvarint(to, uint64(id)+1)
	})
	return append(to, 0), terms
}

// remember gives a unit its number. Its word is its last so many bytes.
func (r *reader) remember(unit string, word int) int {
	unit = strings.Clone(unit) // which does not keep the text
	f := found{unit: unit, word: unit[len(unit)-word:]}
	if word > 0 {
		f.term, f.article = Term(f.word), article(f.word)
	}
	r.ids[unit] = len(r.found)
	r.found = append(r.found, f)
	return len(r.found) - 1
}

// name gives a name its number.
func (r *reader) name(n Name) int {
	id, known := r.named[n]
	if !known {
		id = len(r.names)
		r.named[n] = id
		r.names = append(r.names, Named{n, termsOf(n.Name), keysOf(n.Name)})
	}
	return id
}

// termsOf gives the terms of a text in order.
func termsOf(text string) (out []string) {
	for w := range words(text) {
		if t := Term(w); t != "" {
			out = append(out, t)
		}
	}
	return out
}

func contains(list, part []string) bool {
	for i := 0; len(part) > 0 && i+len(part) <= len(list); i++ {
		if slices.Equal(list[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// article reports whether a word is written with the article. Wrong for «التزام», in
// which it is a part of the word, and that is a noun too.
func article(word string) bool {
	w := strings.TrimPrefix(fold(word), "و")
	if len(w) > 5*letter && strings.Contains("بكفل", w[:letter]) {
		w = w[letter:]
	}
	return len(w) > 4*letter && strings.HasPrefix(w, "ال")
}

// each gives the units of the texts of d, with the number of the text: 0 for the
// title, 1 for the first paragraph. The end of each is a unit, too: endOfText.
func (d *Read) each() iter.Seq2[int, int] {
	return func(yield func(text, unit int) bool) {
		text := 0
		for b := d.Texts; len(b) > 0; {
			n, size := uint64(b[0]), 1
			if n >= 0x80 {
				n, size = binary.Uvarint(b)
			}
			b = b[size:]
			if !yield(text, int(n)-1) {
				return
			}
			if n == 0 {
				text++
			}
		}
	}
}

// endOfText is the unit that ends a text.
const endOfText = -1
