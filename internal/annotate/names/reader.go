package names

import (
	"mojaz/internal/arabic"
	"mojaz/internal/perceptron"
)

// Reader turns tokens into what the tagger reads. It is read-only.
type Reader struct {
	lexicon  *Lexicon
	clusters *Clusters
}

// NewReader gives a reader with the lists that the program carries and the
// given clusters.
func NewReader(c *Clusters) Reader { return Reader{lexicon: Lists(), clusters: c} }

// Clusters gives those that r was made with.
func (r Reader) Clusters() *Clusters { return r.clusters }

// Sentence is a sentence prepared for the tagger.
type Sentence struct {
	tokens []arabic.Token
	words  []word
}

// Sentence prepares one sentence: tokens of text.
func (r Reader) Sentence(text string, tokens []arabic.Token) Sentence {
	s := Sentence{tokens: tokens, words: make([]word, len(tokens))}
	for i, t := range tokens {
		s.words[i] = r.word(t.Of(text), t.Kind)
	}
	r.lexicon.mark(s.words)
	return s
}

// Features gives the features of each token for the first pass.
func (s Sentence) Features() [][]perceptron.Feature { return s.features(nil) }

// features gives the features of each token; with hints, those of the second
// pass.
func (s Sentence) features(hints []hint) [][]perceptron.Feature {
	out := make([][]perceptron.Feature, len(s.words))
	states := statesOf(s.words)
	for i := range s.words {
		k := sink{features: make([]feature, 0, 128), only: onWords | onMore}
		k.alone(s.words, i, states[i])
		if hints != nil {
			k.hints(&s.words[i], hints, i)
		}
		out[i] = k.features
	}
	return out
}

// WithHints gives the features of each sentence of a document for the second
// pass: those of the first, and what paths, the result of the first, say of
// the same words elsewhere in the document.
func WithHints(doc []Sentence, paths []perceptron.Path) [][][]perceptron.Feature {
	var seen survey
	for i, s := range doc {
		seen.add(s.sights(paths[i]))
	}
	out := make([][][]perceptron.Feature, len(doc))
	for i, s := range doc {
		out[i] = s.features(seen.hints(i))
	}
	return out
}
