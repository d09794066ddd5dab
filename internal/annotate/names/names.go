package names

import (
	"mojaz/internal/arabic"
	"mojaz/internal/perceptron"
)

// Sentence is one sentence, ready for the tagger.
type Sentence struct{ words []word }

// Reader makes them.
func NewReader(c *Clusters) Reader { return Reader{reader{Lists(), c}} }

type Reader struct{ r reader }

func (r Reader) Sentence(text string, tokens []arabic.Token) Sentence {
	return Sentence{r.r.words(text, tokens)}
}

func (r Reader) Features(s Sentence) [][]perceptron.Feature { return r.r.features(s.words, nil) }

// Part is for counting.
func (r Reader) Part(w string) (string, string) { return r.r.part(w) }
