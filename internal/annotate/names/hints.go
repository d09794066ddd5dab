package names

import (
	"math/bits"

	"mojaz/internal/perceptron"
)

// votes says how surely the first pass gave each tag to a word, added up over
// the places where it stands.
type votes [1 + 2*4]int32

// sight is what is kept of a token after the first pass.
type sight struct {
	stem feature // zero for what is no word
	tag  uint8
	sure uint8 // 0 to 8
}

// sights keeps what the second pass needs of a decoded sentence.
func (s Sentence) sights(p perceptron.Path) []sight {
	out := make([]sight, len(p.Tags))
	for i, tag := range p.Tags {
		out[i] = sight{tag: uint8(tag), sure: sureness(p, i)}
		if w := &s.words[i]; w.shape == "ar" || w.shape == "Lat" || w.shape == "LAT" {
			out[i].stem = w.stem
		}
	}
	return out
}

// sureness is how firmly a path holds its tag at position i, 0 to 8.
func sureness(p perceptron.Path, i int) uint8 {
	const step = 10 * perceptron.Unit
	return uint8(min(8, p.Margin(i)/step))
}

// survey is what the first pass found in a document. The zero survey is that
// of nothing.
type survey struct {
	sentences [][]sight
	words     map[feature]*tally // by stem
}

// tally is what was found of one word.
type tally struct {
	votes
	places int
}

// add notes the next sentence.
func (v *survey) add(sentence []sight) {
	if v.words == nil {
		v.words = map[feature]*tally{}
	}
	v.sentences = append(v.sentences, sentence)
	for _, s := range sentence {
		if s.stem == 0 {
			continue
		}
		t := v.words[s.stem]
		if t == nil {
			t = &tally{}
			v.words[s.stem] = t
		}
		t.places++
		t.votes[s.tag] += int32(s.sure)
	}
}

// hint is what the first pass found at a word, and what it found at the same
// word elsewhere in the document.
type hint struct {
	sight
	elsewhere votes
	repeats   int // other places
}

// hints gives the hint of every token of sentence i. Words are the same when
// their bases are; what was found at the place itself is no vote.
func (v *survey) hints(i int) []hint {
	out := make([]hint, len(v.sentences[i]))
	for k, s := range v.sentences[i] {
		out[k].sight = s
		if t := v.words[s.stem]; t != nil {
			out[k].elsewhere, out[k].repeats = t.votes, t.places-1
			out[k].elsewhere[s.tag] -= int32(s.sure)
		}
	}
	return out
}

var noHint = hint{}

// hints adds what the first pass found at the word w, number i: here, beside and elsewhere.
func (s *sink) hints(w *word, hints []hint, i int) {
	for k := 1; k <= 3; k++ {
		h := &noHint
		if j := i + distance[k]; j >= 0 && j < len(hints) {
			h = &hints[j]
		}
		best, n := h.elsewhere.most()
		s.add(tOwn[k], num(h.tag), num(h.sure))
		s.add(tVote[k], num(best), num(bits.Len32(uint32(n))))
	}
	h := &hints[i]
	best, n := h.elsewhere.most()
	s.add(tVoteOwn, num(best), num(h.tag), num(bits.Len32(uint32(n))))
	s.add(tVoteBase, num(best), s.stem(w))
	s.add(tRepeats, num(min(3, h.repeats)), num(w.class.rarity()/2))
	for tag, n := range h.elsewhere {
		if n > 0 && tag != best {
			s.add(tMinority, num(tag), num(bits.Len32(uint32(n))))
		}
	}
}

// most gives the tag with most votes and their number; -1 if there are none.
func (v *votes) most() (tag int, n int32) {
	tag = -1
	for t, m := range v {
		if m > n {
			tag, n = t, m
		}
	}
	return tag, n
}
