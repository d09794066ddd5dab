package names

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/perceptron"
)

// Name is a span of a text that names something.
type Name struct {
	// Span of the text, in whole tokens, so the clitics that are written with
	// the first word are inside: «وبغداد».
	corpus.Span
	Kind Kind
	// Clitic is how many bytes at the start of the span are a conjunction or a
	// particle and not part of the name, as far as the tagger can tell. Zero
	// for «للعراق», where no part of the text is the bare name.
	Clitic int
	// Margin is how much worse the best reading of the sentence is that does
	// not have this very span with this kind. It is never negative; its unit
	// is one step of training.
	Margin float64
	// Sure says that Margin reaches the operating point.
	Sure bool
}

// Bare gives the span without the clitics before the name.
func (n Name) Bare() corpus.Span { return corpus.Span{Start: n.Start + n.Clitic, End: n.End} }

// Tagger finds names. It is safe for concurrent use, and its fields must not change
// once it is used.
type Tagger struct {
	Reader        Reader
	First, Second *perceptron.Model // over the tags of [Tagset]
	Sure          int64             // the operating point, in units of 1/perceptron.Unit

	memory memory
}

// longest is how many tokens the tagger reads at once. A longer sentence is
// not one, and is cut; a name across the cut is lost.
const longest = 500

// Find gives the names of one document, in order; they do not overlap.
// sentences are parts of text, in order; a name never reaches from one into
// the next. The whole document should be given at once: names help each other.
// Time is linear in the length of the text, and so is memory, at some 60 bytes
// a word.
func (t *Tagger) Find(text string, sentences []corpus.Span) []Name {
	seen, pieces := t.survey(text, sentences)
	var out []Name
	for i, piece := range pieces {
		s, all := t.sentence(text, piece)
		for _, c := range Chunks(t.decode(s, all, seen.hints(i))) {
			out = append(out, t.name(text, s, c))
		}
	}
	return out
}

// survey makes the first pass over a document, and gives the pieces that it
// read.
func (t *Tagger) survey(text string, sentences []corpus.Span) (seen survey, pieces [][]arabic.Token) {
	for _, span := range sentences {
		for piece := range slices.Chunk(tokensOf(text, span), longest) {
			s, all := t.sentence(text, piece)
			seen.add(s.sights(t.decode(s, all, nil)))
			pieces = append(pieces, piece)
		}
	}
	return seen, pieces
}

// tokensOf gives the tokens of a part of text, as offsets into text.
func tokensOf(text string, part corpus.Span) []arabic.Token {
	tokens := arabic.Tokens(part.Of(text))
	for i := range tokens {
		tokens[i].Start += part.Start
		tokens[i].End += part.Start
	}
	return tokens
}

// Tag gives the tags of each sentence of a document after both passes.
func (t *Tagger) Tag(doc []Sentence) []perceptron.Path {
	out := make([]perceptron.Path, len(doc))
	for i, features := range WithHints(doc, t.TagAlone(doc)) {
		out[i] = t.Second.Decode(features)
	}
	return out
}

// TagAlone gives the tags after the first pass, which sees each sentence by
// itself.
func (t *Tagger) TagAlone(doc []Sentence) []perceptron.Path {
	out := make([]perceptron.Path, len(doc))
	for i, s := range doc {
		out[i] = t.First.Decode(s.Features())
	}
	return out
}

// name places a chunk of a sentence in its text.
func (t *Tagger) name(text string, s Sentence, c Chunk) Name {
	n := Name{
		Span:   corpus.Span{Start: s.tokens[c.From].Start, End: s.tokens[c.To-1].End},
		Kind:   c.Kind,
		Margin: float64(c.Margin) / perceptron.Unit,
		Sure:   c.Margin >= t.Sure,
	}
	n.Clitic = cliticLength(s.tokens[c.From].Of(text), s.words[c.From])
	return n
}

// cliticLength gives how many bytes of a word, as written, the clitics before a
// name take. The س of the future stands before verbs only: in «سامر» it is the
// name's own, however common «أمر» is.
func cliticLength(written string, w word) int {
	clitic, future := strings.CutSuffix(w.clitic, string(arabic.Seen))
	base := w.base
	if future {
		base = string(arabic.Seen) + base
	}
	for _, split := range arabic.Splits(written) {
		if split.Prefix != "" && arabic.Fold(split.Prefix) == clitic && arabic.Fold(split.Rest) == base {
			return len(split.Prefix)
		}
	}
	return 0
}
