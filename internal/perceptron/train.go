package perceptron

import "math/rand/v2"

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
	// Dropout is how many of 256 features are left out, anew each time an
	// example is read, so that no feature is relied on alone: a tagger that
	// knows every word of its examples by heart learns little of the words
	// around them.
	Dropout int
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
		t := newTrainer(tags, len(v.keys), opt)
		t.run(seqs, rand.NewPCG(opt.Seed, uint64(r)))
		total.add(t)
	}
	return total.model(tags, v, opt.Prune)
}
