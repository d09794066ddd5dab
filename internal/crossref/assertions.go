package crossref

import (
	"slices"

	"mojaz/internal/corpus"
)

// Assertions gives every claim of an affair with all that it points to looked
// up, by document, then by place. It reads a.Documents and a.Cast.
func Assertions(a corpus.Affair) []corpus.Assertion {
	var out []corpus.Assertion
	for i := range a.Documents {
		doc := &a.Documents[i]
		for n := range doc.Claims {
			out = append(out, assertion(doc, &a.Cast, n))
		}
	}
	return out
}

// assertion looks up what claim n of doc points to.
func assertion(doc *corpus.Document, cast *corpus.Cast, n int) corpus.Assertion {
	c := doc.Claims[n]
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
		if e := cast.Of(doc.ID, i); e != nil {
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
		out.Speaker = speaker(doc, cast, s)
	}
	out.Block, out.Sentence = sentenceOf(doc, c.Trigger)
	return out
}

// speaker gives the entity that a statement's speaker is, "" if it is none. The
// speaker is a mention where it stands, or has the name of one.
func speaker(doc *corpus.Document, cast *corpus.Cast, s corpus.Statement) corpus.EntityID {
	if s.SpeakerKind != corpus.SpeakerNamed {
		return ""
	}
	for i, m := range doc.Mentions {
		if m.Name == s.SpeakerName || (!s.Speaker.Empty() && s.Speaker.Contains(m.Span)) {
			if e := cast.Of(doc.ID, i); e != nil {
				return e.ID
			}
		}
	}
	return ""
}

// sentenceOf gives the block and the sentence that hold the start of s; the
// whole of s where none does.
func sentenceOf(doc *corpus.Document, s corpus.Span) (int, corpus.Span) {
	n, _ := slices.BinarySearchFunc(doc.Blocks, s.Start, func(b corpus.Block, at int) int {
		switch {
		case b.End <= at:
			return -1
		case b.Start > at:
			return 1
		}
		return 0
	})
	if n == len(doc.Blocks) {
		return -1, s
	}
	for _, sentence := range doc.Blocks[n].Sentences {
		if sentence.Start <= s.Start && s.Start < sentence.End {
			return n, sentence
		}
	}
	return n, doc.Blocks[n].Span
}
