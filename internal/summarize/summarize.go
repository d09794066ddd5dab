// Package summarize turns documents into summary points: passages of their own,
// chosen and never written; for one document, and for an affair as a whole.
package summarize

import "mojaz/internal/corpus"

// The most points that a summary of one document has, and the length of the
// longest, some 2,000 Arabic letters. What is longer is no sentence that a
// reader would take for a summary.
const (
	maxPoints = 7
	maxBytes  = 4000
)

// Points gives the points of doc's summary, best first: half as many as it has
// sentences, at least as many as it has ledes, up to seven, as [Rank] orders
// them. It reads all fields that the
// stages before it write, and does with those that are there. Each point has
// ink, lies inside one block, and overlaps no other. A document has none when
// it has no body text, or nothing of a length that can be a point.
func Points(doc corpus.Document) []corpus.Point {
	sentences, ledes := 0, 0
	for _, b := range doc.Blocks {
		switch b.Role {
		case corpus.RoleBody:
			sentences += len(b.Sentences)
		case corpus.RoleLede:
			ledes++
		}
	}
	return Rank(doc, min(max((sentences+1)/2, ledes), maxPoints))
}

// Rank gives up to n passages of doc, those first that tell best what it says:
// sentences that can be read alone, and the ledes that its editors set above
// it. What is said already by one that comes first comes later. If no sentence
// can be read alone, the first one is better than none.
func Rank(doc corpus.Document, n int) []corpus.Point {
	v := newVocabulary()
	all := candidates(doc, v)
	score(doc, v, all)
	var out []corpus.Point
	for _, c := range choose(all, n) {
		out = append(out, corpus.Point{Span: c.shown})
	}
	return out
}
