package search

import (
	"encoding/binary"
	"iter"
	"runtime"
	"strings"
)

// Documents are read by several readers at once, a batch each, and taken in by
// one, in their order: so the index does not depend on how many there are. Each
// reader works out anew what others know of a word, so there are not as many as
// processors.

// batchBytes is how much text a batch holds.
const batchBytes = 256 << 10

// batch are documents that follow each other, and once done is closed, the units
// of their texts by the numbers that their reader gave them.
type batch struct {
	docs  []Document
	units []int // of each title and paragraph in turn, with endOfText after it
	found []found
	by    int // the number of the reader
	done  chan struct{}
}

// endOfText stands between the texts of a batch.
const endOfText = -1

// found is what a reader knows of a unit.
type found struct {
	unit, word string // word is "" for what is neither a word nor a number
	term       string // of word, "" if it is never looked up
	article    bool
}

// reader cuts texts into units and remembers them.
type reader struct {
	ids   map[string]int
	found []found
}

func (r *reader) read(b *batch) {
	b.units = make([]int, 0, batchBytes/6)
	for _, d := range b.docs {
		b.units = r.text(b.units, d.Title)
		for _, p := range d.Paragraphs {
			b.units = r.text(b.units, p.Text)
		}
	}
	b.found = r.found
}

func (r *reader) text(units []int, text string) []int {
	cut(asLine(text), func(unit, word string) {
		id, known := r.ids[unit]
		if !known {
			id = r.remember(unit, len(word))
		}
		units = append(units, id)
	})
	return append(units, endOfText)
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

// readAll gives the documents to take in batches, in order. take is called by one
// goroutine.
func readAll(docs iter.Seq[Document], take func(*batch)) {
	readers := readers()
	jobs := make(chan *batch)
	order := make(chan *batch, 2*readers) // no more of them wait in memory
	for i := range readers {
		go func() {
			r := reader{ids: map[string]int{}}
			for b := range jobs {
				b.by = i
				r.read(b)
				close(b.done)
			}
		}()
	}
	taken := make(chan struct{})
	go func() {
		for b := range order {
			<-b.done
			take(b)
		}
		close(taken)
	}()
	for b := range batches(docs) {
		order <- b
		jobs <- b
	}
	close(jobs)
	close(order)
	<-taken
}

func readers() int { return (runtime.GOMAXPROCS(0) + 1) / 2 }

// batches deals documents out.
func batches(docs iter.Seq[Document]) iter.Seq[*batch] {
	return func(yield func(*batch) bool) {
		b, size := &batch{done: make(chan struct{})}, 0
		for d := range docs {
			b.docs = append(b.docs, d)
			if size += d.size(); size >= batchBytes {
				if !yield(b) {
					return
				}
				b, size = &batch{done: make(chan struct{})}, 0
			}
		}
		if len(b.docs) > 0 {
			yield(b)
		}
	}
}

// size is about how many bytes the texts of d take up.
func (d Document) size() int {
	n := len(d.Title)
	for _, p := range d.Paragraphs {
		n += len(p.Text)
	}
	return n
}

// unit is what is known of a piece of text as it is written.
type unit struct {
	term int32 // the number of its word's term, -1 if it has none
	seen int32 // how often, in titles and texts
	docs int32 // in how many documents
	last int32 // the last of them
}

// intake is what is kept of the documents: their facts, and their texts as the
// numbers of units.
type intake struct {
	*postings
	names  *names
	units  []unit
	texts  []string // of the units
	byText map[string]int
	global [][]int // the number of a unit here, by reader and by its number there
	kept   []kept
	ends   int // of titles and paragraphs
}

// kept is a document as it is kept.
type kept struct {
	facts facts
	texts []byte // numbers of units, each text with a 0 after it, see [binary.AppendUvarint]
}

func newIntake() *intake {
	return &intake{postings: newPostings(), names: newNames(), byText: map[string]int{}, global: make([][]int, readers())}
}

// take takes in a batch that has been read.
func (in *intake) take(b *batch) {
	in.know(b)
	units := b.units
	for _, d := range b.docs {
		in.names.add(d)
		w := docWriter{postings: in.postings, doc: in.docs, named: in.named(d.Names)}
		k := kept{facts: factsOf(d), texts: make([]byte, 0, d.size()/5+8)}
		for i := range 1 + len(d.Paragraphs) {
			w.begin(i)
			units = in.text(&w, &k, b.by, units)
		}
		w.end()
		in.ends += 1 + len(d.Paragraphs)
		in.kept = append(in.kept, k)
	}
}

// know gives the units that are new in a batch their numbers.
func (in *intake) know(b *batch) {
	known := in.global[b.by]
	for _, f := range b.found[len(known):] {
		id, there := in.byText[f.unit]
		if !there {
			id = len(in.units)
			in.byText[f.unit] = id
			u := unit{term: -1, last: -1}
			if f.term != "" {
				u.term = int32(in.id(f.term, f.word, f.article))
			}
			in.units, in.texts = append(in.units, u), append(in.texts, f.unit)
		}
		known = append(known, id)
	}
	in.global[b.by] = known
}

// text takes in the first text of units and gives the others.
func (in *intake) text(w *docWriter, k *kept, by int, units []int) []int {
	for i, id := range units {
		if id == endOfText {
			k.texts = append(k.texts, 0)
			return units[i+1:]
		}
		n := in.global[by][id]
		u := &in.units[n]
		u.seen++
		if doc := int32(w.doc); u.last != doc {
			u.docs++
			u.last = doc
		}
		k.texts = binary.AppendUvarint(k.texts, uint64(n)+1)
		if u.term >= 0 {
			w.word(int(u.term))
		}
	}
	panic("a text without an end")
}

// spelled gives the words besides units that will be spelled: what is new in the
// facts of each document, and in each term after the one before it.
func (in *intake) spelled(terms []*posting) (out []counted) {
	var before facts
	for _, k := range in.kept {
		for i, field := range k.facts {
			if field != before[i] {
				_, rest := shared(before[i], field)
				out = append(out, counted{rest, 1})
			}
		}
		before = k.facts
	}
	last := ""
	for _, l := range terms {
		_, rest := shared(last, l.term)
		out = append(out, counted{rest, 1})
		last = l.term
	}
	return out
}
