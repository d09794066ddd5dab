package perceptron

// Unit is what one step of training weighs in the scores of a [Model].
const Unit = 64

// Model is a trained tagger. It is read-only and safe for concurrent use.
type Model struct {
	names []string
	pairs []int64
	keys  []uint64 // sorted keys of the features
	// rows holds the weights of feature i at rows[i*tags:(i+1)*tags].
	rows []int32
	// table is an open-addressed hash table of indices into keys, plus one;
	// its length is a power of two.
	table []uint32
}

// Tags gives the names of the tags; a tag is its index there.
func (m *Model) Tags() []string { return m.names }

// Features is the number of features with a weight.
func (m *Model) Features() int { return len(m.keys) }

// Decode gives the best tags of a sequence: seq[i] holds the features of
// position i. Features that the model does not know count nothing.
func (m *Model) Decode(seq [][]Feature) Path {
	return m.lattice(seq).path()
}

// Weight gives the weight of f for tag, in units of [Unit]: what a trace shows.
func (m *Model) Weight(f Feature, tag int) int {
	if row := m.find(f); row != nil {
		return int(row[tag])
	}
	return 0
}

// lattice sums the weights of a sequence.
func (m *Model) lattice(seq [][]Feature) lattice {
	n := len(m.names)
	l := lattice{n: n, pairs: m.pairs, emit: make([]int64, len(seq)*n)}
	for i, features := range seq {
		sum := l.emit[i*n : (i+1)*n]
		for _, f := range features {
			for tag, w := range m.find(f) {
				sum[tag] += int64(w)
			}
		}
	}
	return l
}

// find gives the weights of f, nil when it has none.
func (m *Model) find(f Feature) []int32 {
	if len(m.table) == 0 {
		return nil
	}
	key, mask := f.key(), uint64(len(m.table)-1)
	for slot := key & mask; ; slot = (slot + 1) & mask {
		i := m.table[slot]
		if i == 0 {
			return nil
		}
		if m.keys[i-1] == key {
			n := uint32(len(m.names))
			return m.rows[(i-1)*n : i*n]
		}
	}
}

// index builds the hash table, at most half full.
func (m *Model) index() {
	size := 2
	for size < 2*len(m.keys) {
		size *= 2
	}
	m.table = make([]uint32, size)
	mask := uint64(size - 1)
	for i, key := range m.keys {
		slot := key & mask
		for m.table[slot] != 0 {
			slot = (slot + 1) & mask
		}
		m.table[slot] = uint32(i + 1)
	}
}
