package site

import (
	"strings"

	"mojaz/internal/corpus"
)

// placer finds passages of one dossier in the raw text of their sources.
type placer struct {
	in        Input
	dossier   string
	briefings map[corpus.DocID]*corpus.Briefing
	sources   map[corpus.DocID]*placed
}

// placed is a source with what it takes to place passages in it.
type placed struct {
	doc        corpus.Document
	anchor     Anchor // nil if nothing can be placed
	points     codePoints
	paragraphs map[string]string // the text of each, by id
}

func newPlacer(in Input, d *corpus.Dossier) *placer {
	p := &placer{in, d.Overview.Dossier, map[corpus.DocID]*corpus.Briefing{}, map[corpus.DocID]*placed{}}
	for i := range d.Briefings {
		p.briefings[d.Briefings[i].ID] = &d.Briefings[i]
	}
	return p
}

// source gives the source of a briefing, which is empty if there is none.
func (p *placer) source(id corpus.DocID) *placed {
	if s := p.sources[id]; s != nil {
		return s
	}
	k := Key{p.dossier, id}
	s := &placed{doc: p.in.Documents[k], anchor: p.in.Anchors[k], paragraphs: map[string]string{}}
	s.points = newCodePoints(s.doc.Raw)
	if b := p.briefings[id]; b != nil {
		for i := range b.Paragraphs {
			s.paragraphs[b.Paragraphs[i].ID] = b.Paragraphs[i].Text
		}
	}
	p.sources[id] = s
	return s
}

// text gives the place of a passage in its Document.Text: the first place of its
// words in the paragraph it cites. ok is false if they do not stand there.
func (p *placer) text(of corpus.Passage) (at corpus.Span, ok bool) {
	s := p.source(of.Doc)
	span, ok := find(s.paragraphs[of.Cite], of.Text)
	if !ok || s.anchor == nil {
		return at, false
	}
	return s.anchor.Text(of.Cite, span)
}

// aim gives the place of a passage in its source, as the export writes it.
func (p *placer) aim(of corpus.Passage) (t target, ok bool) {
	at, ok := p.text(of)
	if !ok {
		return t, false
	}
	s := p.source(of.Doc)
	return aim(&s.doc, s.points, at)
}

// find gives the first place of words in text.
func find(text, words string) (at corpus.Span, ok bool) {
	i := strings.Index(text, words)
	if i < 0 || words == "" {
		return at, false
	}
	return corpus.Span{Start: i, End: i + len(words)}, true
}
