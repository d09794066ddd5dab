package search

import "encoding/binary"

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
	kept   []kept
	ends   int // of titles and paragraphs
}

// kept is a document as it is kept.
type kept struct {
	facts facts
	texts []byte // numbers of units, each text with a 0 after it, see [binary.AppendUvarint]
}

func newIntake() *intake {
	return &intake{postings: newPostings(), names: newNames(), byText: map[string]int{}}
}

// take takes in a part.
func (in *intake) take(p *Part) {
	ids := in.know(p.units())
	named := make([]naming, len(p.Names))
	for i, n := range p.Names {
		named[i] = naming{terms: in.named(n.Name), last: -1}
		in.names.keys[n.Name] = n.Keys
	}
	for i := range p.Docs {
		in.read(p, &p.Docs[i], ids, named)
	}
}

// know gives the numbers here of the units of a part.
func (in *intake) know(all []found) []int32 {
	ids := make([]int32, len(all))
	for i, f := range all {
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
		ids[i] = int32(id)
	}
	return ids
}

// naming is a name of a part: the terms in it, and the last document that has it.
type naming struct {
	terms []int
	last  int
}

// read takes in a document of a part of which the units have these numbers here.
func (in *intake) read(p *Part, d *Read, ids []int32, named []naming) {
	w := docWriter{postings: in.postings, doc: in.docs, named: map[int]bool{}}
	for _, n := range d.Names {
		name := &named[n.Name]
		for _, term := range name.terms {
			w.named[term] = true
		}
		if name.last != w.doc {
			name.last = w.doc
			in.names.docs[p.Names[n.Name].Name]++
		}
	}
	k := kept{facts: factsOf(d), texts: make([]byte, 0, len(d.Texts)+len(d.Texts)/4)}
	w.begin(0)
	for text, n := range d.each() {
		if n == endOfText {
			k.texts = append(k.texts, 0)
			in.ends++
			w.begin(text + 1)
			continue
		}
		id := ids[n]
		k.texts = binary.AppendUvarint(k.texts, uint64(id)+1)
		in.see(id, &w)
	}
	w.end()
	in.kept = append(in.kept, k)
}

// see counts a unit of a document.
func (in *intake) see(id int32, w *docWriter) {
	u := &in.units[id]
	u.seen++
	if doc := int32(w.doc); u.last != doc {
		u.docs++
		u.last = doc
	}
	if u.term >= 0 {
		w.word(int(u.term))
	}
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
