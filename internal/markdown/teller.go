package markdown

import (
	"slices"

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
	paragraphs []corpus.Span // as Brief makes them, p1 and on
}

// NewTeller makes the teller of the documents of one dossier.
func NewTeller(docs []corpus.Document) *Teller {
	t := &Teller{docs: make(map[corpus.DocID]*tellable, len(docs))}
	for _, doc := range docs {
		t.docs[doc.ID] = &tellable{text: doc.Text, paragraphs: paragraphSpans(doc)}
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
// that holds most of it, the first of several; ok is false when no paragraph
// holds any of it.
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
	words := flat(trimmed(doc.text, most).Of(doc.text))
	return corpus.Passage{Doc: r.Doc, Cite: paragraphID(best), Text: words}, words != ""
}

// passages tells places, without those that have none.
func (t *Teller) passages(refs []corpus.Ref) []corpus.Passage {
	var out []corpus.Passage
	for _, r := range refs {
		if p, ok := t.Passage(r); ok {
			out = append(out, p)
		}
	}
	return out
}

// Relations tells relations, without those of which a passage has no place.
func (t *Teller) Relations(relations []corpus.Relation[corpus.Ref]) []corpus.Relation[corpus.Passage] {
	var out []corpus.Relation[corpus.Passage]
	for _, r := range relations {
		a, here := t.Passage(r.A)
		b, there := t.Passage(r.B)
		if here && there {
			out = append(out, corpus.Relation[corpus.Passage]{Kind: r.Kind, A: a, B: b, About: oneLine(r.About), Rule: r.Rule})
		}
	}
	return out
}

// Phases tells a phase map. A phase of which no evidence has a place is left
// out, and so is a dispute that keeps less than two sides.
func (t *Teller) Phases(phases []corpus.Phase[corpus.Ref]) []corpus.Phase[corpus.Passage] {
	var out []corpus.Phase[corpus.Passage]
	for _, p := range phases {
		told := corpus.Phase[corpus.Passage]{
			ID: p.ID, Label: oneLine(p.Label), Start: p.Start, End: p.End,
			StartInferred: p.StartInferred, EndInferred: p.EndInferred, Kind: p.Kind, Pinned: p.Pinned,
		}
		for _, s := range p.Evidence {
			if at, ok := t.Passage(s.At); ok {
				told.Evidence = append(told.Evidence, corpus.Stand[corpus.Passage]{At: at, Status: s.Status, When: s.When, Speaker: oneLine(s.Speaker)})
			}
		}
		for _, d := range p.Disputes {
			if d := t.dispute(d); len(d.Sides) > 1 {
				told.Disputes = append(told.Disputes, d)
			}
		}
		if len(told.Evidence) > 0 {
			out = append(out, told)
		}
	}
	return out
}

func (t *Teller) dispute(d corpus.Dispute[corpus.Ref]) corpus.Dispute[corpus.Passage] {
	told := corpus.Dispute[corpus.Passage]{About: d.About}
	for _, s := range d.Sides {
		if at, ok := t.Passage(s.At); ok {
			told.Sides = append(told.Sides, corpus.Side[corpus.Passage]{At: at, Value: oneLine(s.Value)})
		}
	}
	return told
}

// Points tells key points, without those whose words have no place and without
// disagreements that nothing is left to stand against.
func (t *Teller) Points(points []corpus.KeyPoint[corpus.Ref]) []corpus.KeyPoint[corpus.Passage] {
	var out []corpus.KeyPoint[corpus.Passage]
	for _, p := range points {
		at, ok := t.Passage(p.At)
		told := corpus.KeyPoint[corpus.Passage]{Kind: p.Kind, At: at, Support: t.passages(p.Support), Against: t.passages(p.Against), Phase: p.Phase}
		if ok && (p.Kind != corpus.PointDispute || len(told.Against) > 0) {
			out = append(out, told)
		}
	}
	return out
}

// Entities tells a cast. A line or a tenure without a place is left out; the
// entity stays. Of names what no wikilink can hold is dropped, and an entity of
// which nothing is left to be called is left out.
func (t *Teller) Entities(entities []corpus.Entity[corpus.Ref]) []corpus.Entity[corpus.Passage] {
	var out []corpus.Entity[corpus.Passage]
	for _, e := range entities {
		told := corpus.Entity[corpus.Passage]{ID: e.ID, Name: nameOf(e.Name), Type: e.Type}
		told.Aliases = nameList(e.Aliases, told.Name)
		told.Distinct = nameList(e.Distinct, told.Name)
		for _, o := range e.Tenures {
			if at, ok := t.Passage(o.At); ok {
				told.Tenures = append(told.Tenures, corpus.Tenure[corpus.Passage]{Role: oneLine(o.Role), First: o.First, Last: o.Last, At: at})
			}
		}
		if e.Line != nil {
			if at, ok := t.Passage(*e.Line); ok {
				told.Line = &at
			}
		}
		if told.Name != "" {
			out = append(out, told)
		}
	}
	return out
}

// nameList makes names of texts: each once, in order, without own.
func nameList(texts []string, own string) []string {
	var out []string
	for _, s := range texts {
		if n := nameOf(s); n != "" && n != own && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}
