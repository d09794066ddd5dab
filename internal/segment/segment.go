// Package segment turns the lines of a text into blocks of sentences.
//
// A line is a paragraph, as on most pages; in a text that was wrapped by hand
// or by a mailer, the lines up to a blank one are.
package segment

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// Blocks gives the kept lines as paragraphs, in order, each with its
// sentences. Every kept line is in exactly one block. A block is one span of
// text: where it joins lines, their line ends are in it, to be shown as a
// space.
func Blocks(text string, lines []corpus.Line) []corpus.Block {
	w := measure(text, lines)
	var out []corpus.Block
	for i, line := range lines {
		if !line.Role.Kept() {
			continue
		}
		if i > 0 && len(out) > 0 && w.joins(lines[i-1], line) {
			out[len(out)-1].End = line.End
			continue
		}
		out = append(out, corpus.Block{Span: line.Span, Role: line.Role})
	}
	for i := range out {
		out[i].Sentences = sentences(text, out[i].Span)
	}
	return out
}

// sentences cuts the text that s covers.
func sentences(text string, s corpus.Span) []corpus.Span {
	var out []corpus.Span
	for _, x := range arabic.Sentences(s.Of(text)) {
		out = append(out, corpus.Span{Start: x.Start, End: x.End}.Shift(s.Start))
	}
	return out
}

// adjacent reports whether nothing but one line end parts a from b.
func adjacent(text string, a, b corpus.Line) bool {
	gap := text[a.End:b.Start]
	return strings.Count(gap, "\n") == 1 && strings.TrimSpace(gap) == ""
}
