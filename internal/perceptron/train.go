package perceptron

import (
	"math/rand/v2"
)

// Example is a sequence with its right tags.
type Example struct {
	Features [][]Feature
	Tags     []int // as many as Features; in an order that the Tagset allows
}

// Options of training. The zero value trains nothing; see the fields.
type Options struct {
	Epochs int    // readings of the examples in each run
	Runs   int    // runs over differently shuffled examples, averaged; 0 is 1
	Seed   uint64 // of the shuffling
	// Margin is how much a wrong tag at one position is favoured in training,
	// in updates. Without it a model that is right once stops learning.
	Margin int
	// MinCount is how often a feature must occur in the examples to have a
	// weight.
	MinCount int
	// Prune drops weights nearer to zero than this, in units of [Unit].
	Prune int
}

// Train learns a model from examples. The same arguments give the same model
// on every machine; nothing depends on the order of a map or on a clock.
func Train(tags Tagset, examples []Example, opt Options) *Model {
	v := newVocabulary(examples, max(1, opt.MinCount))
	seqs := make([]sequence, len(examples))
	for i, e := range examples {
		seqs[i] = v.sequence(e)
	}
	runs := max(1, opt.Runs)
	total := newSums(len(v.keys), len(tags.Names))
	for r := range runs {
		t := newTrainer(tags, len(v.keys), opt.Margin)
		t.run(seqs, opt.Epochs, rand.NewPCG(opt.Seed, uint64(r)))
		total.add(t)
	}
	return total.model(tags, v, opt.Prune)
}

// sequence is an example with its features interned.
type sequence struct {
	features [][]int32
	tags     []int
}

// trainer is one run. Weights are counts of updates. The mean over all steps
// is kept as Daumé does: late holds each update times the step it came at, so
// the sum over the steps is weight*steps - late.
type trainer struct {
	n            int // tags
	margin       int64
	fixed        []int64 // pairs of tags: zero or forbidden
	weight, pair []int64
	late, latep  []int64
	step         int64
}

func newTrainer(tags Tagset, features, margin int) *trainer {
	n := len(tags.Names)
	fixed := tags.pairs()
	return &trainer{
		n: n, margin: int64(margin), fixed: fixed,
		weight: make([]int64, features*n), late: make([]int64, features*n),
		pair: append([]int64(nil), fixed...), latep: make([]int64, len(fixed)),
		step: 1,
	}
}

// run reads the sequences epochs times, shuffled anew for each.
func (t *trainer) run(seqs []sequence, epochs int, src *rand.PCG) {
	order := make([]int, len(seqs))
	for i := range order {
		order[i] = i
	}
	for range epochs {
		shuffle(order, src)
		for _, i := range order {
			t.learn(seqs[i])
			t.step++
		}
	}
}

// shuffle is Fisher and Yates's, spelt out so that no release of a library
// changes the order. The remainder favours low numbers by less than one in
// 2^40, which is of no consequence here.
func shuffle(order []int, src *rand.PCG) {
	for i := len(order) - 1; i > 0; i-- {
		j := int(src.Uint64() % uint64(i+1))
		order[i], order[j] = order[j], order[i]
	}
}

// learn decodes s and corrects the weights where the tags are wrong.
func (t *trainer) learn(s sequence) {
	if len(s.tags) == 0 {
		return
	}
	l := lattice{n: t.n, pairs: t.pair, emit: t.scores(s)}
	got, _ := l.best(l.forward())
	prev, want := Start, Start
	for i, tag := range s.tags {
		if got[i] != tag {
			t.updateFeatures(s.features[i], tag, 1)
			t.updateFeatures(s.features[i], got[i], -1)
		}
		if got[i] != tag || prev != want {
			t.updatePair(want, tag, 1)
			t.updatePair(prev, got[i], -1)
		}
		prev, want = got[i], tag
	}
}

// scores sums the weights of s, wrong tags favoured by the margin.
func (t *trainer) scores(s sequence) []int64 {
	n := t.n
	emit := make([]int64, len(s.features)*n)
	for i, features := range s.features {
		sum := emit[i*n : (i+1)*n]
		for tag := range sum {
			sum[tag] = t.margin
		}
		sum[s.tags[i]] = 0
		for _, f := range features {
			row := t.weight[int(f)*n:][:n]
			for tag, w := range row {
				sum[tag] += w
			}
		}
	}
	return emit
}

func (t *trainer) updateFeatures(features []int32, tag int, by int64) {
	for _, f := range features {
		at := int(f)*t.n + tag
		t.weight[at] += by
		t.late[at] += by * t.step
	}
}

func (t *trainer) updatePair(prev, tag int, by int64) {
	at := (prev+1)*t.n + tag
	t.pair[at] += by
	t.latep[at] += by * t.step
}
