package perceptron

// Tagset is the set of tags and the order they may stand in.
type Tagset struct {
	// Names of the tags; a tag is its index here. At most 64.
	Names []string
	// May reports whether tag may follow prev; prev is Start at the first
	// position. Nil allows everything. Every tag must have a tag that may
	// follow it, and some tag must be allowed at Start.
	May func(prev, tag int) bool
}

// Start stands for the place before the first tag.
const Start = -1

// forbidden is the weight of a pair of tags that may not stand together. It is
// far below any score that a sequence of int32 weights reaches in a sentence,
// and far enough from the end of int64 to be summed a million times.
const forbidden = -1 << 42

// pairs gives the table of weights of pairs of tags, zero or forbidden:
// pairs[(prev+1)*n+tag], so that Start has the first row.
func (t Tagset) pairs() []int64 {
	n := len(t.Names)
	out := make([]int64, (n+1)*n)
	if t.May == nil {
		return out
	}
	for prev := Start; prev < n; prev++ {
		for tag := range n {
			if !t.May(prev, tag) {
				out[(prev+1)*n+tag] = forbidden
			}
		}
	}
	return out
}
