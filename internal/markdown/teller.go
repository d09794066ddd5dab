package markdown

import (
	"slices"
	"sync"
	"unicode/utf8"

	"mojaz/internal/corpus"
)

// Teller turns what was found in documents into what content/ tells of it: each
// place in a document's text becomes the words in the paragraph of its briefing.
// What has no place in a briefing is left out. Once made, it does not change and
// is safe for use by several goroutines.
type Teller struct {
	docs map[corpus.DocID]*tellable
}

// tellable is a document and where the paragraphs of its briefing stand in it.
type tellable struct {
	text       string
	paragraphs []standingParagraph // sorted, not overlapping
}

// standingParagraph is a paragraph at its place in a document's text.
type standingParagraph struct {
	corpus.Span
	id       string
	compared func() verbatim // the place in the compared form, made on first use
}

// NewTeller makes the teller of the documents of one dossier, with briefings as
// Brief makes them.
func NewTeller(docs []corpus.Document) *Teller {
	t := &Teller{docs: make(map[corpus.DocID]*tellable, len(docs))}
	for _, doc := range docs {
		d := &tellable{text: doc.Text}
		for i, s := range paragraphSpans(doc) {
			d.add(s, paragraphID(i))
		}
		t.docs[doc.ID] = d
	}
	return t
}

// Follow makes the teller tell a document by its briefing as an editor left it,
// with anchors as the gate gave them: what stands in a paragraph that is no longer
// there has no place, and what was parted or given another id is cited as it is
// now. It must not be called once the teller is in use.
func (t *Teller) Follow(f *File, anchors *Anchors) {
	doc, ok := t.docs[f.ID]
	if !ok || anchors == nil {
		return
	}
	edited := &tellable{text: doc.text}
	type placed struct {
		corpus.Span
		id string
	}
	var places []placed
	for _, p := range f.Paragraphs {
		if s, ok := anchors.Text(p.ID, corpus.Span{End: len(p.Text)}); ok && s.Valid(len(doc.text)) {
			places = append(places, placed{s, p.ID})
		}
	}
	slices.SortStableFunc(places, func(a, b placed) int { return a.Start - b.Start })
	end := 0
	for _, p := range places {
		if p.Start >= end { // else it says again what another says
			edited.add(p.Span, p.id)
			end = p.End
		}
	}
	t.docs[f.ID] = edited
}

func (d *tellable) add(s corpus.Span, id string) {
	compared := sync.OnceValue(func() verbatim { return newVerbatim(s.Of(d.text)) })
	d.paragraphs = append(d.paragraphs, standingParagraph{s, id, compared})
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

// Passage tells a place. One that crosses paragraphs is cut to the paragraph
// that holds most of it, the first of several, and one that begins or ends inside
// a word takes in that word, for the gate finds whole words only. ok is false when
// no paragraph holds any of it.
func (t *Teller) Passage(r corpus.Ref) (p corpus.Passage, ok bool) {
	doc, ok := t.docs[r.Doc]
	if !ok || !r.Valid(len(doc.text)) {
		return p, false
	}
	i, _ := slices.BinarySearchFunc(doc.paragraphs, r.Start, func(p standingParagraph, at int) int {
		if p.End <= at {
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
	home := doc.paragraphs[best]
	words := flat(home.whole(most).Of(doc.text))
	return corpus.Passage{Doc: r.Doc, Cite: home.id, Text: words}, words != ""
}

// whole gives the words of a paragraph that s touches. It is empty when s holds
// nothing that the gate compares.
func (p standingParagraph) whole(s corpus.Span) corpus.Span {
	v := p.compared()
	in := v.compared(s.Shift(-p.Start))
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
	return v.original(in).Shift(p.Start)
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
