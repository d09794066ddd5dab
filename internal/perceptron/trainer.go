package perceptron

import "math/rand/v2"

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
	opt          Options
	fixed        []int64 // pairs of tags: zero or forbidden
	weight, pair []int64
	late, latep  []int64
	step         int64
}

func newTrainer(tags Tagset, features int, opt Options) *trainer {
	n := len(tags.Names)
	fixed := tags.pairs()
	return &trainer{
		n: n, opt: opt, fixed: fixed,
		weight: make([]int64, features*n), late: make([]int64, features*n),
		pair: append([]int64(nil), fixed...), latep: make([]int64, len(fixed)),
		step: 1,
	}
}

// run reads the sequences Epochs times, shuffled anew for each.
func (t *trainer) run(seqs []sequence, src *rand.PCG) {
	order := make([]int, len(seqs))
	for i := range order {
		order[i] = i
	}
	for range t.opt.Epochs {
		shuffle(order, src)
		for _, i := range order {
			t.learn(t.thin(seqs[i], src))
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

// thin leaves features of s out at random.
func (t *trainer) thin(s sequence, src *rand.PCG) sequence {
	if t.opt.Dropout == 0 {
		return s
	}
	out := sequence{tags: s.tags, features: make([][]int32, len(s.features))}
	for i, features := range s.features {
		kept := make([]int32, 0, len(features))
		for k := 0; k < len(features); k += 8 {
			dice := src.Uint64()
			for _, f := range features[k:min(k+8, len(features))] {
				if int(dice&255) >= t.opt.Dropout {
					kept = append(kept, f)
				}
				dice >>= 8
			}
		}
		out.features[i] = kept
	}
	return out
}

// scores sums the weights of s, wrong tags favoured by the margin.
func (t *trainer) scores(s sequence) []int64 {
	n := t.n
	emit := make([]int64, len(s.features)*n)
	for i, features := range s.features {
		sum := emit[i*n : (i+1)*n]
		for tag := range sum {
			sum[tag] = int64(t.opt.Margin)
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
