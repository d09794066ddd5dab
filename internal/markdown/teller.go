package markdown

import (
	"slices"
	"sync"
	"unicode/utf8"

	"mojaz/internal/corpus"
)

// Teller turns what was found in documents into what content/ tells of it: each
// place in a document's text becomes the words in the paragraph of its briefing.
// What has no place in a briefing is left out. Its methods do not change what
// they are given, and are safe for use by several goroutines.
type Teller struct {
	docs map[corpus.DocID]*tellable
}

// tellable is a document and where its paragraphs stand in its text.
type tellable struct {
	text       string
	paragraphs []corpus.Span     // as Brief makes them, p1 and on
	compared   []func() verbatim // each paragraph in the compared form, on first use
}

// NewTeller makes the teller of the documents of one dossier.
func NewTeller(docs []corpus.Document) *Teller {
	t := &Teller{docs: make(map[corpus.DocID]*tellable, len(docs))}
	for _, doc := range docs {
		d := &tellable{text: doc.Text, paragraphs: paragraphSpans(doc)}
		for _, s := range d.paragraphs {
			d.compared = append(d.compared, sync.OnceValue(func() verbatim { return newVerbatim(s.Of(doc.Text)) }))
		}
		t.docs[doc.ID] = d
	}
	return t
}

// paragraphSpans gives the blocks of a document without white space around
// them.
func paragraphSpans(doc corpus.Document) []corpus.Span {
	spans := make([]corpus.Span, len(doc.Blocks))
	for i, block := range doc.Blocks {
		spans[i] = trimmed(doc.Text, block.Span)
	}
	return spans
}

// OutletsOf says what citations call each document of a dossier.
func OutletsOf(docs []corpus.Document) Outlets {
	o := make(Outlets, len(docs))
	for _, doc := range docs {
		o[doc.ID] = outletOf(field(doc.Meta.Publisher), doc.Meta.Published)
	}
	return o
}

// Passage tells a place. One that crosses paragraphs is cut to the paragraph
// that holds most of it, the first of several, and one that begins or ends inside
// a word takes in that word, for the gate finds whole words only. ok is false when
// no paragraph holds any of it.
func (t *Teller) Passage(r corpus.Ref) (p corpus.Passage, ok bool) {
	doc, ok := t.docs[r.Doc]
	if !ok || !r.Valid(len(doc.text)) {
		return p, false
	}
	i, _ := slices.BinarySearchFunc(doc.paragraphs, r.Start, func(s corpus.Span, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	best, most := -1, corpus.Span{}
	for ; i < len(doc.paragraphs) && doc.paragraphs[i].Start < r.End; i++ {
		s := doc.paragraphs[i]
		if held := (corpus.Span{Start: max(s.Start, r.Start), End: min(s.End, r.End)}); held.Len() > most.Len() {
			best, most = i, held
		}
	}
	if best < 0 {
		return p, false
	}
	words := flat(doc.whole(best, trimmed(doc.text, most)).Of(doc.text))
	return corpus.Passage{Doc: r.Doc, Cite: paragraphID(best), Text: words}, words != ""
}

// whole gives the words of paragraph i that s touches. It is empty when s holds
// nothing that the gate compares.
func (d *tellable) whole(i int, s corpus.Span) corpus.Span {
	home, v := d.paragraphs[i], d.compared[i]()
	in := v.compared(s.Shift(-home.Start))
	if in.Empty() {
		return corpus.Span{}
	}
	for in.Start > 0 && !v.begins(in.Start) {
		_, n := utf8.DecodeLastRuneInString(v.text[:in.Start])
		in.Start -= n
	}
	for in.End < len(v.text) && !v.ends(in.End) {
		_, n := utf8.DecodeRuneInString(v.text[in.End:])
		in.End += n
	}
	return v.original(in).Shift(home.Start)
}

// tell is Passage as a telling.
func (t *Teller) tell() telling[corpus.Ref, corpus.Passage] { return t.Passage }

// Relations tells relations, without those of which a passage has no place.
func (t *Teller) Relations(in []corpus.Relation[corpus.Ref]) []corpus.Relation[corpus.Passage] {
	return t.tell().relations(in)
}

// Phases tells a phase map. A phase of which no evidence has a place is left
// out, and so is a dispute that keeps less than two sides. The rules that made
// the phases are not told.
func (t *Teller) Phases(in []corpus.Phase[corpus.Ref]) []corpus.Phase[corpus.Passage] {
	return t.tell().phases(in)
}

// Points tells key points, without those whose words have no place and without
// disagreements that nothing is left to stand against.
func (t *Teller) Points(in []corpus.KeyPoint[corpus.Ref]) []corpus.KeyPoint[corpus.Passage] {
	return t.tell().points(in)
}

// Entities tells a cast, without its mentions and rules. A line or a tenure
// without a place is left out; the entity stays. Of names what no wikilink can
// hold is dropped, and an entity of which nothing is left to be called is left
// out.
func (t *Teller) Entities(in []corpus.Entity[corpus.Ref]) []corpus.Entity[corpus.Passage] {
	return t.tell().entities(in)
}
