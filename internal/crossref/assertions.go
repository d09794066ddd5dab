package crossref

import (
	"cmp"
	"slices"

	"mojaz/internal/corpus"
)

// Assertions gives every claim of an affair with all that it points to looked
// up, by document, then by place. It reads a.Documents and a.Cast.
func Assertions(a corpus.Affair) []corpus.Assertion {
	n := 0
	for i := range a.Documents {
		n += len(a.Documents[i].Claims)
	}
	out := make([]corpus.Assertion, 0, n)
	for i := range a.Documents {
		r := assertionReader{doc: &a.Documents[i], cast: &a.Cast}
		for n := range r.doc.Claims {
			out = append(out, r.assertion(n))
		}
	}
	return out
}

// assertionReader looks up what the claims of one document point to.
type assertionReader struct {
	doc  *corpus.Document
	cast *corpus.Cast
	// named holds the first mention of each name that means somebody; nil
	// until it is asked for.
	named map[string]int
}

// assertion looks up what claim n points to.
func (r *assertionReader) assertion(n int) corpus.Assertion {
	doc, c := r.doc, r.doc.Claims[n]
	out := corpus.Assertion{
		Ref:         corpus.Ref{Doc: doc.ID, Span: c.Span},
		Claim:       n,
		Event:       c.Event,
		Trigger:     c.Trigger,
		Status:      c.Status,
		Polarity:    c.Polarity,
		Phase:       c.Phase,
		SpeakerKind: corpus.SpeakerAuthor,
		Publisher:   doc.Meta.Publisher,
		Published:   doc.Meta.Published,
	}
	for _, i := range c.Subjects {
		if e := r.cast.Of(doc.ID, i); e != nil {
			out.Subjects = append(out.Subjects, e.ID)
		}
	}
	slices.Sort(out.Subjects)
	out.Subjects = slices.Compact(out.Subjects)
	for _, i := range c.Dates {
		out.Dates = append(out.Dates, doc.Dates[i])
	}
	for _, i := range c.Figures {
		out.Figures = append(out.Figures, doc.Figures[i])
	}
	if c.Statement >= 0 {
		s := doc.Statements[c.Statement]
		out.SpeakerName, out.SpeakerKind = s.SpeakerName, s.SpeakerKind
		out.Speaker = r.speaker(s)
	}
	out.Block, out.Sentence = sentenceOf(doc, c.Trigger)
	return out
}

// speaker gives the entity that a statement's speaker is, "" if it is none: the
// one named where the speaker stands, by the speaker's name if there are
// several, else the one of that name elsewhere in the document. A place inside the
// words for the speaker does not speak.
func (r *assertionReader) speaker(s corpus.Statement) corpus.EntityID {
	if s.SpeakerKind != corpus.SpeakerNamed {
		return ""
	}
	var there *corpus.Entity[corpus.Ref]
	ms := r.doc.Mentions
	i, _ := slices.BinarySearchFunc(ms, s.Speaker.Start, func(m corpus.Mention, at int) int { return cmp.Compare(m.Start, at) })
	for ; i < len(ms) && s.Speaker.Contains(ms[i].Span); i++ {
		e := r.cast.Of(r.doc.ID, i)
		switch {
		case e == nil:
		case ms[i].Name == s.SpeakerName:
			return e.ID
		case there == nil && !corpus.Inside(ms[i], s.Speaker):
			there = e
		}
	}
	if i, ok := r.byName(s.SpeakerName); ok {
		return r.cast.Of(r.doc.ID, i).ID
	}
	if there != nil {
		return there.ID
	}
	return ""
}

// byName gives the first mention of a name that means somebody.
func (r *assertionReader) byName(name string) (int, bool) {
	if r.named == nil {
		r.named = map[string]int{}
		for i, m := range r.doc.Mentions {
			if _, ok := r.named[m.Name]; !ok && r.cast.Of(r.doc.ID, i) != nil {
				r.named[m.Name] = i
			}
		}
	}
	i, ok := r.named[name]
	return i, ok
}

// sentenceOf gives the block and the sentence that hold the start of s; the
// whole of s where none does.
func sentenceOf(doc *corpus.Document, s corpus.Span) (int, corpus.Span) {
	n, ok := slices.BinarySearchFunc(doc.Blocks, s.Start, func(b corpus.Block, at int) int { return holds(b.Span, at) })
	if !ok {
		return -1, s
	}
	b := doc.Blocks[n]
	if i, ok := slices.BinarySearchFunc(b.Sentences, s.Start, holds); ok {
		return n, b.Sentences[i]
	}
	return n, b.Span
}

// holds says where s is from a place: 0 where it holds it, -1 where it ends
// before.
func holds(s corpus.Span, at int) int {
	switch {
	case s.End <= at:
		return -1
	case s.Start > at:
		return 1
	}
	return 0
}
