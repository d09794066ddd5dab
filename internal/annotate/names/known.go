package names

import (
	"strings"
	"sync"
	"sync/atomic"

	"mojaz/internal/arabic"
	"mojaz/internal/perceptron"
)

// Two thirds of the features of a token rest on one word alone, and the weights of
// these are the same wherever the word stands. So their sums are kept by word, for
// as many words as there is room for: what is not kept is worked out anew.

// known is a word with what its own features weigh.
type known struct {
	text string
	kind arabic.Kind
	word word
	// sums has the weights of the features on it, by pass, the distance at which
	// it stands, and tag.
	sums [passes][len(distance)][tags]int32
}

// The passes, as they are counted in sums.
const (
	firstPass = iota
	secondPass
	passes
)

// tags is how many tags there are: O, and two a kind.
const tags = 1 + 2*4

// memory holds the words that were met last. It may be used by several goroutines.
type memory struct {
	slots [slots]atomic.Pointer[known]
	edge  struct {
		sync.Once
		*known
	}
}

// slots is how many words a memory has room for: four of five words of a newspaper
// are found in so many, and they take 5 MB.
const slots = 1 << 13

// longestKept is how many bytes a word may have that is kept.
const longestKept = 80

// known gives a word with its sums.
func (t *Tagger) known(text string, kind arabic.Kind) *known {
	slot := &t.memory.slots[uint64(perceptron.Text(text))%slots]
	if k := slot.Load(); k != nil && k.kind == kind && k.text == text {
		return k
	}
	text = strings.Clone(text) // which does not keep the document
	k := t.weigh(t.Reader.word(text, kind))
	if k.text, k.kind = text, kind; len(text) <= longestKept {
		slot.Store(k)
	}
	return k
}

// edge gives the place before and behind a sentence.
func (t *Tagger) edge() *known {
	e := &t.memory.edge
	e.Do(func() { e.known = t.weigh(edge) })
	return e.known
}

// weigh works out the sums of a word.
func (t *Tagger) weigh(w word) *known {
	out := &known{word: w}
	var s sink
	for k, d := range distance {
		s.only, s.features = 1<<k, s.features[:0]
		s.alone([]word{w}, -d, state{}) // of no other word is anything asked
		for pass, m := range []*perceptron.Model{t.First, t.Second} {
			var sum [tags]int64
			m.Add(sum[:], s.features)
			for tag, w := range sum {
				out.sums[pass][k][tag] = int32(w)
			}
		}
	}
	return out
}

// sentence prepares a sentence, as [Reader.Sentence] does, and gives what is known
// of its words.
func (t *Tagger) sentence(text string, tokens []arabic.Token) (Sentence, []*known) {
	s := Sentence{tokens: tokens, words: make([]word, len(tokens))}
	all := make([]*known, len(tokens))
	for i, token := range tokens {
		all[i] = t.known(token.Of(text), token.Kind)
		s.words[i] = all[i].word
	}
	t.Reader.lexicon.mark(s.words)
	return s, all
}

// decode is what the model of a pass makes of a sentence; hints are nil in the
// first.
func (t *Tagger) decode(s Sentence, all []*known, hints []hint) perceptron.Path {
	model, pass := t.First, firstPass
	if hints != nil {
		model, pass = t.Second, secondPass
	}
	sums := make([]int64, len(s.words)*tags)
	out := sink{only: onMore, features: make([]feature, 0, 64)}
	states, edge := statesOf(s.words), t.edge()
	for i := range s.words {
		sum := sums[i*tags : (i+1)*tags]
		for k, d := range distance {
			w := edge
			if j := i + d; j >= 0 && j < len(all) {
				w = all[j]
			}
			for tag, weight := range &w.sums[pass][k] {
				sum[tag] += int64(weight)
			}
		}
		out.features = out.features[:0]
		out.alone(s.words, i, states[i])
		if hints != nil {
			out.hints(&s.words[i], hints, i)
		}
		model.Add(sum, out.features)
	}
	return model.DecodeSums(sums)
}
