package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// Allowed gives the part of in that its rights let be shown; everything that is
// made of a site must be made of that. Of a source with corpus.RightsQuote all
// is withheld but the sentences in which something cited stands: a point, a
// statement, a figure, a place of a relation, a phase, a key point or an entity.
// Of one with corpus.RightsLink every sentence is withheld, and what rests on
// it is left out. Whom nothing that is shown names is not listed, either.
//
// Withheld letters are replaced by marks of as many bytes, so that every offset
// keeps its meaning, and a run of marks is shown as an ellipsis; see [withhold].
func Allowed(in Input) Input {
	out := in
	out.Dossiers = slices.Clone(in.Dossiers)
	out.Documents = maps.Clone(in.Documents)
	for i := range out.Dossiers {
		d := &out.Dossiers[i]
		l := limiter{in: in, out: &out, dossier: d, whole: &in.Dossiers[i]}
		if l.limited() {
			l.limit()
		}
	}
	return out
}

// limiter withholds what may not be shown of one dossier.
type limiter struct {
	in      Input
	out     *Input
	dossier *corpus.Dossier // its own copy
	whole   *corpus.Dossier // as it was
}

// rightsOf gives the rights of a briefing's source.
func rightsOf(d *corpus.Dossier, b *corpus.Briefing) corpus.Rights {
	return cmp.Or(b.Rights, d.Overview.Rights, corpus.RightsFull)
}

// limits names the rights of a source of which not all may be shown, "" for the
// rest.
func limits(d *corpus.Dossier, b *corpus.Briefing) string {
	if r := rightsOf(d, b); r != corpus.RightsFull {
		return string(r)
	}
	return ""
}

func (l *limiter) limited() bool {
	return slices.ContainsFunc(l.dossier.Briefings, func(b corpus.Briefing) bool { return rightsOf(l.dossier, &b) != corpus.RightsFull })
}

func (l *limiter) limit() {
	d := l.dossier
	linked := map[corpus.DocID]bool{}
	for i := range d.Briefings {
		linked[d.Briefings[i].ID] = rightsOf(d, &d.Briefings[i]) == corpus.RightsLink
	}
	l.drop(linked)
	cited := citedPassages(d)
	d.Overview.Briefings = slices.Clone(d.Overview.Briefings)
	for i := range d.Briefings {
		b := &d.Briefings[i]
		switch rightsOf(d, b) {
		case corpus.RightsLink:
			l.onlyLink(b)
		case corpus.RightsQuote:
			l.quote(b, cited[b.ID])
		}
		for j := range d.Overview.Briefings {
			if d.Overview.Briefings[j].ID == b.ID {
				d.Overview.Briefings[j].Title = b.Title
			}
		}
	}
	l.names()
}

// drop takes out of the dossier what rests on sources that are only linked to.
func (l *limiter) drop(linked map[corpus.DocID]bool) {
	d := l.dossier
	gone := func(p corpus.Passage) bool { return linked[p.Doc] }
	d.Briefings = slices.Clone(d.Briefings)
	for i := range d.Briefings {
		b := &d.Briefings[i]
		b.Relations = without(b.Relations, func(r corpus.Relation[corpus.Passage]) bool { return gone(r.A) || gone(r.B) })
	}
	d.Overview.Points = without(d.Overview.Points, func(p corpus.KeyPoint[corpus.Passage]) bool { return gone(p.At) })
	for i := range d.Overview.Points {
		p := &d.Overview.Points[i]
		p.Support, p.Against = without(p.Support, gone), without(p.Against, gone)
	}
	d.Overview.Points = without(d.Overview.Points, func(p corpus.KeyPoint[corpus.Passage]) bool {
		return p.Kind == corpus.PointDispute && len(p.Against) == 0
	})
	d.Phases = slices.Clone(d.Phases)
	for i := range d.Phases {
		p := &d.Phases[i]
		p.Evidence = without(p.Evidence, func(s corpus.Stand[corpus.Passage]) bool { return gone(s.At) })
		p.Disputes = slices.Clone(p.Disputes)
		for j := range p.Disputes {
			p.Disputes[j].Sides = without(p.Disputes[j].Sides, func(s corpus.Side[corpus.Passage]) bool { return gone(s.At) })
		}
		p.Disputes = without(p.Disputes, func(x corpus.Dispute[corpus.Passage]) bool { return len(x.Sides) < 2 })
	}
	d.Phases = without(d.Phases, func(p corpus.Phase[corpus.Passage]) bool { return len(p.Evidence) == 0 })
	d.Entities = slices.Clone(d.Entities)
	for i := range d.Entities {
		e := &d.Entities[i]
		e.Tenures = without(e.Tenures, func(t corpus.Tenure[corpus.Passage]) bool { return gone(t.At) })
		if e.Line != nil && gone(*e.Line) {
			e.Line = nil
		}
	}
}

// without gives a new list of the elements for which gone is false.
func without[T any](all []T, gone func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(all), gone)
}

// citedPassages gives all passages that something of the dossier rests on, by
// document.
func citedPassages(d *corpus.Dossier) map[corpus.DocID][]corpus.Passage {
	out := map[corpus.DocID][]corpus.Passage{}
	add := func(ps ...corpus.Passage) {
		for _, p := range ps {
			out[p.Doc] = append(out[p.Doc], p)
		}
	}
	for i := range d.Briefings {
		b := &d.Briefings[i]
		for _, c := range b.Summary {
			for _, id := range c.Cites {
				add(corpus.Passage{Doc: b.ID, Cite: id, Text: c.Text})
			}
		}
		for _, q := range b.Quotes {
			add(corpus.Passage{Doc: b.ID, Cite: q.Cite, Text: q.Text})
		}
		for _, q := range b.Quantities {
			add(corpus.Passage{Doc: b.ID, Cite: q.Cite, Text: q.Text})
		}
		for _, r := range b.Relations {
			add(r.A, r.B)
		}
	}
	for _, p := range d.Overview.Points {
		add(p.At)
		add(p.Support...)
		add(p.Against...)
	}
	for _, p := range d.Phases {
		for _, s := range p.Evidence {
			add(s.At)
		}
		for _, x := range p.Disputes {
			for _, s := range x.Sides {
				add(s.At)
			}
		}
	}
	for _, e := range d.Entities {
		for _, t := range e.Tenures {
			add(t.At)
		}
		if e.Line != nil {
			add(*e.Line)
		}
	}
	return out
}

// onlyLink leaves of a briefing what a link to its source needs.
func (l *limiter) onlyLink(b *corpus.Briefing) {
	b.Summary, b.Paragraphs, b.Quotes, b.Quantities, b.Names, b.Evidence, b.Sections = nil, nil, nil, nil, nil, nil, nil
	if b.TitleSupplied { // it is a sentence of the text
		b.Title = cmp.Or(b.Publisher, string(b.ID))
	}
	delete(l.out.Documents, keyOf(b))
}

// quote withholds of a briefing and of its source all but the sentences that
// hold something cited. The sentence that gave a title is cited by it.
func (l *limiter) quote(b *corpus.Briefing, cited []corpus.Passage) {
	if b.TitleSupplied && len(b.Paragraphs) > 0 {
		cited = append(cited, corpus.Passage{Cite: b.Paragraphs[0].ID, Text: strings.TrimRight(b.Title, "… ")})
	}
	anchor := l.in.Anchors[keyOf(b)]
	words := map[string][]string{}
	for _, p := range cited {
		words[p.Cite] = append(words[p.Cite], p.Text)
	}
	var paragraphs []corpus.Paragraph
	var kept []corpus.Span // of Document.Text
	for _, p := range b.Paragraphs {
		keep := citedSentences(p.Text, words[p.ID])
		if len(keep) == 0 {
			continue
		}
		for _, s := range keep {
			if anchor != nil {
				if at, ok := anchor.Text(p.ID, s); ok {
					kept = append(kept, at)
				}
			}
		}
		inside := func(s corpus.Span) bool {
			return slices.ContainsFunc(keep, func(k corpus.Span) bool { return k.Contains(s) })
		}
		p.Dates = without(p.Dates, func(d corpus.Date) bool { return !inside(d.Span) })
		p.Links = without(p.Links, func(n corpus.Link) bool { return !inside(n.Span) })
		p.Marks = without(p.Marks, func(m corpus.Mark) bool { return !inside(m.Span) })
		p.Text = withhold(p.Text, keep)
		paragraphs = append(paragraphs, p)
	}
	b.Paragraphs, b.Sections = paragraphs, nil
	if doc, ok := l.in.Documents[keyOf(b)]; ok {
		l.out.Documents[keyOf(b)] = quotedDocument(doc, kept)
	}
}

// citedSentences gives the sentences of a paragraph that hold any of the words,
// in order. Words that are not there cite nothing.
func citedSentences(text string, words []string) []corpus.Span {
	var out []corpus.Span
	for _, sentence := range arabic.Sentences(text) {
		s := corpus.Span{Start: sentence.Start, End: sentence.End}
		for _, w := range words {
			if at, ok := find(text, w); ok && at.Overlaps(s) {
				out = append(out, s)
				break
			}
		}
	}
	return out
}

// quotedDocument withholds all of a document but spans of its text, there and in
// the raw file.
func quotedDocument(doc corpus.Document, kept []corpus.Span) corpus.Document {
	var raw []corpus.Span
	for _, s := range kept {
		if at, ok := doc.Origin.Raw(s); ok {
			raw = append(raw, at)
		}
	}
	doc.Text, doc.Raw = withhold(doc.Text, kept), withhold(doc.Raw, raw)
	doc.Blocks, doc.Dates, doc.Mentions, doc.Statements, doc.Figures, doc.Claims, doc.Points = nil, nil, nil, nil, nil, nil, nil
	return doc
}

// The marks that stand for a withheld letter of one, two, three and four bytes:
// controls and characters of private use. A text may hold them itself, as a page
// does whose pictures are letters of a font; so they are marks only where
// something is withheld, and there such a letter goes with what is.
var withheldMarks = [utf8.UTFMax]rune{'\u001a', '\u0080', '\ue000', '\U000f0000'}

// withheld reports whether r stands for a withheld letter.
func withheld(r rune) bool { return slices.Contains(withheldMarks[:], r) }

// withhold replaces every letter of text outside keep with a mark of as many
// bytes, but for line ends.
func withhold(text string, keep []corpus.Span) string {
	slices.SortFunc(keep, func(a, b corpus.Span) int { return cmp.Compare(a.Start, b.Start) })
	var b strings.Builder
	b.Grow(len(text))
	next := 0
	for i, r := range text {
		for next < len(keep) && keep[next].End <= i {
			next++
		}
		if r == '\n' || r == '\r' || next < len(keep) && keep[next].Start <= i {
			b.WriteRune(r)
		} else {
			b.WriteRune(withheldMarks[utf8.RuneLen(r)-1])
		}
	}
	return b.String()
}

// ellipsis is how a run of withheld letters is shown.
const ellipsis = `<span class="withheld">[…]</span>`
