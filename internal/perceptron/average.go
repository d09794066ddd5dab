package perceptron

import "slices"

// vocabulary interns features. keys holds their keys in rising order, and the
// number of a feature is its place there.
type vocabulary struct {
	keys   []uint64
	number map[uint64]int32
}

// newVocabulary interns the features that occur min times or more.
func newVocabulary(examples []Example, min int) vocabulary {
	count := map[uint64]int{}
	for _, e := range examples {
		for _, features := range e.Features {
			for _, f := range features {
				count[f.key()]++
			}
		}
	}
	v := vocabulary{number: map[uint64]int32{}}
	for key, n := range count {
		if n >= min {
			v.keys = append(v.keys, key)
		}
	}
	slices.Sort(v.keys)
	for i, key := range v.keys {
		v.number[key] = int32(i)
	}
	return v
}

// sequence interns an example.
func (v vocabulary) sequence(e Example) sequence {
	s := sequence{tags: e.Tags, features: make([][]int32, len(e.Features))}
	for i, features := range e.Features {
		row := make([]int32, 0, len(features))
		for _, f := range features {
			if n, ok := v.number[f.key()]; ok {
				row = append(row, n)
			}
		}
		s.features[i] = row
	}
	return s
}

// sums adds up the mean weights of several runs, in units of Unit.
type sums struct {
	runs         int64
	weight, pair []int64
}

func newSums(features, tags int) *sums {
	return &sums{weight: make([]int64, features*tags), pair: make([]int64, (tags+1)*tags)}
}

// add adds the mean weights of t.
func (s *sums) add(t *trainer) {
	s.runs++
	for i, w := range t.weight {
		s.weight[i] += mean(w, t.late[i], t.step)
	}
	for i, w := range t.pair {
		s.pair[i] += mean(w-t.fixed[i], t.latep[i], t.step)
	}
}

// mean is 256 Units times the mean of a weight over the steps so far.
func mean(w, late, steps int64) int64 { return (w*steps - late) * Unit * 256 / steps }

// model rounds the sums to weights and leaves out features whose weights are
// all nearer to zero than prune.
func (s *sums) model(tags Tagset, v vocabulary, prune int) *Model {
	n := len(tags.Names)
	m := &Model{names: tags.Names, pairs: tags.pairs()}
	for i := range m.pairs {
		if m.pairs[i] == 0 {
			m.pairs[i] = s.round(s.pair[i])
		}
	}
	row := make([]int32, n)
	var keys []uint64
	for i, key := range v.keys {
		kept := false
		for tag := range n {
			w := s.round(s.weight[i*n+tag])
			if w < int64(prune) && w > -int64(prune) {
				w = 0
			}
			row[tag], kept = int32(w), kept || w != 0
		}
		if kept {
			keys, m.rows = append(keys, key), append(m.rows, row...)
		}
	}
	m.index(keys)
	return m
}

// round gives the mean over the runs, the half away from zero.
func (s *sums) round(sum int64) int64 {
	d := s.runs * 256
	if sum < 0 {
		return -((-sum + d/2) / d)
	}
	return (sum + d/2) / d
}
