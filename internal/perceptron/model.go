package perceptron

import "slices"

// Unit is what one step of training weighs in the scores of a [Model].
const Unit = 64

// Model is a trained tagger. It is read-only and safe for concurrent use.
type Model struct {
	names []string
	pairs []int64
	// rows holds the weights of feature i, in the order of keys, at
	// rows[i*tags:(i+1)*tags].
	rows []int32
	// table is an open-addressed hash table: the key of a feature above the
	// lowest rowBits, and there its number from 1, so that one look into the
	// memory tells both. Its length is a power of two.
	table []uint64
}

// rowBits is how many bits of an entry of the table tell the row.
const rowBits = 64 - keyBits

// Tags gives the names of the tags; a tag is its index there.
func (m *Model) Tags() []string { return m.names }

// Features is the number of features with a weight.
func (m *Model) Features() int { return len(m.rows) / max(1, len(m.names)) }

// Decode gives the best tags of a sequence: seq[i] holds the features of
// position i. Features that the model does not know count nothing.
func (m *Model) Decode(seq [][]Feature) Path {
	n := len(m.names)
	sums := make([]int64, len(seq)*n)
	for i, features := range seq {
		m.Add(sums[i*n:(i+1)*n], features)
	}
	return m.DecodeSums(sums)
}

// DecodeSums is Decode for weights that [Model.Add] has summed: those of position i
// begin at sums[i*len(m.Tags())].
func (m *Model) DecodeSums(sums []int64) Path {
	return lattice{n: len(m.names), pairs: m.pairs, emit: sums}.path()
}

// Weight gives the weight of f for tag, in units of [Unit]: what a trace shows.
func (m *Model) Weight(f Feature, tag int) int {
	if row := m.find(f); row > 0 {
		return int(m.rows[(row-1)*len(m.names)+tag])
	}
	return 0
}

// Add adds the weights of features to sum, which has a place for each tag.
func (m *Model) Add(sum []int64, features []Feature) {
	n := len(m.names)
	sum = sum[:n]
	// All are looked up before any is added, for the processor waits for the
	// memory, and so it waits for many at once.
	var rows [64]int
	for some := range slices.Chunk(features, len(rows)) {
		for i, f := range some {
			rows[i] = m.find(f)
		}
		for _, row := range rows[:len(some)] {
			if row == 0 {
				continue
			}
			for tag, w := range m.rows[(row-1)*n : row*n] {
				sum[tag] += int64(w)
			}
		}
	}
}

// find gives the number of f from 1, 0 when it has no weight.
func (m *Model) find(f Feature) int {
	if len(m.table) == 0 {
		return 0
	}
	key, mask := f.key(), uint64(len(m.table)-1)
	for slot := key & mask; ; slot = (slot + 1) & mask {
		switch e := m.table[slot]; {
		case e == 0:
			return 0
		case e>>rowBits == key:
			return int(e & (1<<rowBits - 1))
		}
	}
}

// index builds the hash table of features by their keys, at most half full.
func (m *Model) index(keys []uint64) {
	size := 2
	for size < 2*len(keys) {
		size *= 2
	}
	m.table = make([]uint64, size)
	mask := uint64(size - 1)
	for i, key := range keys {
		slot := key & mask
		for m.table[slot] != 0 {
			slot = (slot + 1) & mask
		}
		m.table[slot] = key<<rowBits | uint64(i+1)
	}
}

// keys gives the keys of the features in the order of their rows, which is theirs.
func (m *Model) keys() []uint64 {
	out := make([]uint64, m.Features())
	for _, e := range m.table {
		if row := e & (1<<rowBits - 1); row > 0 {
			out[row-1] = e >> rowBits
		}
	}
	return out
}
