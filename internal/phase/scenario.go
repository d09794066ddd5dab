package phase

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// maxHeading is the number of words that a heading has at most.
const maxHeading = 10

// scenarioFacts makes a fact of each item in a list under a heading that speaks
// of scenarios, and takes out the facts that it covers. An item is a paragraph
// that begins with the mark or number of a list; its first part is its clause.
// It is wrong where such a heading stands above what has happened.
func scenarioFacts(doc *corpus.Document, d int, facts []fact) []fact {
	under := false
	for b, block := range doc.Blocks {
		text := block.Of(doc.Text)
		if isHeading(block, text) {
			under = hasScenario(text)
			continue
		}
		if !under || !isItem(text) || len(block.Sentences) == 0 {
			continue
		}
		f := itemFact(doc, d, b)
		facts = slices.DeleteFunc(facts, func(g fact) bool {
			if !f.sentence.Contains(g.Span) {
				return false
			}
			if f.Contains(g.trigger) {
				f.absorb(&g)
			}
			return g.key == ""
		})
		facts = append(facts, f)
	}
	return facts
}

// itemFact makes a fact of the item that block b is: of the first part of its
// first sentence that has more than four words and begins with no particle
// («مع نضج المرحلة، …»).
func itemFact(doc *corpus.Document, d, b int) fact {
	sentence := doc.Blocks[b].Sentences[0]
	part := corpus.Span{Start: sentence.Start, End: sentence.Start}
	n, bound := 0, false
	for _, t := range arabic.Tokens(sentence.Of(doc.Text)) {
		w := t.Of(sentence.Of(doc.Text))
		if t.Kind != arabic.Punct {
			bound = bound || n == 0 && particles()[arabic.Fold(w)] && t.Start < sentence.Len()/2
			n++
		} else if n > 4 && !bound || n > 30 {
			break
		} else if strings.ContainsAny(w, "\u060C:-") && n <= 6 {
			part.Start, n, bound = sentence.Start+t.End, 0, false
		}
		part.End = sentence.Start + t.End
	}
	part.End = max(part.End, part.Start)
	span := trimPart(doc.Text, part)
	return fact{
		Ref: corpus.Ref{Doc: doc.ID, Span: span}, doc: d, block: b, sentence: sentence,
		status: corpus.StatusExpected, polarity: corpus.Asserts, speaker: speakerAt(doc, span), item: true,
	}
}

// isHeading reports whether a block stands above others: it has that role, or
// is short and ends in a question or a colon.
func isHeading(b corpus.Block, text string) bool {
	if b.Role == corpus.RoleHeading {
		return true
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(":?\u061F", last) && len(strings.Fields(text)) <= maxHeading
}

// hasScenario reports whether a heading speaks of what may come.
func hasScenario(heading string) bool {
	for w := range words(heading) {
		for _, s := range arabic.Splits(arabic.Fold(w)) {
			if names()["scenario"][s.Rest] {
				return true
			}
		}
	}
	return false
}

// isItem reports whether a paragraph begins like an item of a list: "- بقاء",
// "2) بقاء".
func isItem(text string) bool {
	first, n := utf8.DecodeRuneInString(text)
	if strings.ContainsRune("-–—•■●*", first) {
		return true
	}
	if !unicode.IsDigit(first) {
		return false
	}
	rest := strings.TrimLeftFunc(text[n:], unicode.IsDigit)
	mark, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("-.)", mark)
}
