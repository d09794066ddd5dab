package summarize

import (
	"strings"
	"unicode"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// candidate is a passage that can be a point.
type candidate struct {
	sentence corpus.Span // whole
	shown    corpus.Span // without the mark of a list or a connective before it
	role     corpus.Role // lede or body
	block    int         // index into Document.Blocks
	nth      int         // sentence of its block
	order    int         // among the candidates
	terms    []int
	words    int
	alone    bool    // can be read alone
	matter   float64 // what it tells, wherever it stands
	score    float64 // with its place in the text
}

// candidates lists the sentences of doc's body and its ledes in order. Items of
// lists are left out unless the body is nothing else: an item says little
// without the line above its list. A lede is one candidate, whole.
func candidates(doc corpus.Document, v *vocabulary) []candidate {
	var out, items []candidate
	alone := newReader(doc)
	for i, b := range doc.Blocks {
		switch {
		case b.Role == corpus.RoleLede:
			if s := unmarked(doc.Text, b.Span); !s.Empty() && s.Len() <= maxBytes {
				out = append(out, candidate{sentence: b.Span, shown: s, role: b.Role, block: i, alone: true})
			}
		case b.Role == corpus.RoleBody && len(b.Sentences) > 0:
			if first := b.Sentences[0]; unmarked(doc.Text, first).Start != first.Start {
				items = append(items, sentences(doc.Text, i, b, alone)...)
			} else {
				out = append(out, sentences(doc.Text, i, b, alone)...)
			}
		}
	}
	if !hasBody(out) {
		out = append(out, items...)
	}
	for i := range out {
		c := &out[i]
		c.order = i
		c.terms, c.words = v.terms(c.shown.Of(doc.Text))
		v.count(c.terms)
	}
	return out
}

// sentences lists those of a block that are no longer than a point can be.
func sentences(text string, block int, b corpus.Block, alone *reader) []candidate {
	var out []candidate
	for nth, s := range b.Sentences {
		c := candidate{sentence: s, shown: unmarked(text, s), role: b.Role, block: block, nth: nth}
		if c.shown.Empty() {
			c.shown = s
		}
		if s.Len() > maxBytes {
			continue
		}
		c.shown, c.alone = alone.read(c.shown)
		out = append(out, c)
	}
	return out
}

func hasBody(cs []candidate) bool {
	for _, c := range cs {
		if c.role == corpus.RoleBody {
			return true
		}
	}
	return false
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
