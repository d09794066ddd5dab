// Package summarize turns a document into the points of its summary: passages
// of its own, chosen and never written.
package summarize

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// maxPoints is how many sentences of the lead make a summary.
const maxPoints = 3

// maxBytes is the length of the longest point, some 2,000 Arabic letters. What
// is longer is no sentence that a reader would take for a summary.
const maxBytes = 4000

// Points gives the points of doc's summary, best first, from doc.Text and
// doc.Blocks: each lede that its editors set above the text, else the lead, up
// to three first sentences of paragraphs. Each span is inside one block and
// has ink. A document without body text has none.
//
// The lead is a strong summary of news, which says the main thing first; of an
// essay or an interview it is a weak one.
func Points(doc corpus.Document) []corpus.Point {
	points := ledes(doc)
	if len(points) == 0 {
		points = lead(doc)
	}
	return slices.DeleteFunc(points, func(p corpus.Point) bool { return p.Len() > maxBytes })
}

// ledes gives each editorial lede without the mark of its list.
func ledes(doc corpus.Document) []corpus.Point {
	var out []corpus.Point
	for _, b := range doc.Blocks {
		if b.Role != corpus.RoleLede {
			continue
		}
		if s := unmarked(doc.Text, b.Span); !s.Empty() {
			out = append(out, corpus.Point{Span: s})
		}
	}
	return out
}

// unmarked narrows s to what follows the dash or bullet of a list, without
// space around it.
func unmarked(text string, s corpus.Span) corpus.Span {
	words := strings.TrimLeftFunc(s.Of(text), func(r rune) bool { return blank(r) || strings.ContainsRune("-–—*•■●▪·", r) })
	s.Start = s.End - len(words)
	s.End = s.Start + len(strings.TrimRightFunc(words, blank))
	return s
}

func blank(r rune) bool { return unicode.IsSpace(r) || arabic.Invisible(r) }

// lead chooses the first sentences of the first paragraphs that can be read
// alone; in a text of one or two paragraphs, their later sentences too. If
// none can, it takes the first sentence as it is.
func lead(doc corpus.Document) []corpus.Point {
	paragraphs := body(doc)
	var out []corpus.Point
	for nth := range depth(paragraphs) {
		for _, p := range paragraphs {
			if nth < len(p) && len(out) < maxPoints && standsAlone(p[nth].Of(doc.Text)) {
				out = append(out, corpus.Point{Span: unmarked(doc.Text, p[nth])})
			}
		}
	}
	if len(out) == 0 && len(paragraphs) > 0 {
		out = append(out, corpus.Point{Span: paragraphs[0][0]})
	}
	return out
}

// depth tells how many sentences of each paragraph can be points.
func depth(paragraphs [][]corpus.Span) int {
	if len(paragraphs) >= maxPoints {
		return 1
	}
	longest := 0
	for _, p := range paragraphs {
		longest = max(longest, len(p))
	}
	return longest
}

// body lists the sentences of each body paragraph, items of lists left out: an
// item says little without the line above its list. When all are items, they
// are the body.
func body(doc corpus.Document) [][]corpus.Span {
	var prose, all [][]corpus.Span
	for _, b := range doc.Blocks {
		if b.Role != corpus.RoleBody || len(b.Sentences) == 0 {
			continue
		}
		all = append(all, b.Sentences)
		if first := b.Sentences[0]; unmarked(doc.Text, first).Start == first.Start {
			prose = append(prose, b.Sentences)
		}
	}
	if len(prose) == 0 {
		return all
	}
	return prose
}

// The shortest sentence that can be a point.
const (
	minLetters = 30 // letters and digits
	minWords   = 5
)

// standsAlone reports whether a reader understands a sentence without the one
// before it. Questions, headings, lines that announce others, and sentences
// that lean on an earlier one by their first words do not stand alone. A
// pronoun further on is not seen.
func standsAlone(sentence string) bool {
	letters := 0
	for _, r := range sentence {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			letters++
		}
	}
	end := strings.TrimRightFunc(sentence, func(r rune) bool { return blank(r) || strings.ContainsRune("\"”“»)", r) })
	last, _ := utf8.DecodeLastRuneInString(end)
	switch last {
	case ':', '?', arabic.Question:
		return false
	}
	words := firstWords(sentence)
	return letters >= minLetters && len(words) >= minWords && !leans(words)
}
