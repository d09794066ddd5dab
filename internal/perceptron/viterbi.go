package perceptron

// Path is a decoded sequence: the best tags, and how firmly each is held.
type Path struct {
	// Tags that score best together. Of equals, the one with the lower tag at
	// the last position where they differ.
	Tags  []int
	Score int64
	// Loss says what the score loses at least when position i takes tag:
	// Loss[i][tag], zero for the tags of the path itself. In units of [Unit].
	Loss [][]int64
}

// Margin is what the score loses when position i takes any other tag.
func (p Path) Margin(i int) int64 {
	least := int64(-forbidden)
	for tag, loss := range p.Loss[i] {
		if tag != p.Tags[i] {
			least = min(least, loss)
		}
	}
	return least
}

// lattice is the scores of one sequence: emit[i*n+tag] for a tag at a
// position, pairs as of [Tagset.pairs].
type lattice struct {
	n     int // tags
	pairs []int64
	emit  []int64
}

// forward gives, for each position and tag, the score of the best sequence up
// to there, and the tag before it on that sequence (after Viterbi 1967).
func (l lattice) forward() (score []int64, before []uint8) {
	n, size := l.n, len(l.emit)
	score, before = make([]int64, size), make([]uint8, size)
	for tag := 0; tag < n && size > 0; tag++ {
		score[tag] = l.pairs[tag] + l.emit[tag]
	}
	for at := n; at < size; at += n {
		prev := score[at-n : at]
		for tag := range n {
			best, from := prev[0]+l.pairs[n+tag], 0
			for p := 1; p < n; p++ {
				if s := prev[p] + l.pairs[(p+1)*n+tag]; s > best {
					best, from = s, p
				}
			}
			score[at+tag], before[at+tag] = best+l.emit[at+tag], uint8(from)
		}
	}
	return score, before
}

// backward gives, for each position and tag, the score of the best sequence
// after it.
func (l lattice) backward() []int64 {
	n, size := l.n, len(l.emit)
	score := make([]int64, size)
	for at := size - 2*n; at >= 0; at -= n {
		for tag := range n {
			best := int64(2 * forbidden)
			for next := range n {
				s := l.pairs[(tag+1)*n+next] + l.emit[at+n+next] + score[at+n+next]
				best = max(best, s)
			}
			score[at+tag] = best
		}
	}
	return score
}

// best gives the best tags and their score from the result of forward.
func (l lattice) best(score []int64, before []uint8) (tags []int, total int64) {
	n := l.n
	tags = make([]int, len(score)/n)
	if len(tags) == 0 {
		return tags, 0
	}
	last := score[len(score)-n:]
	end := 0
	for tag, s := range last {
		if s > last[end] {
			end = tag
		}
	}
	total = last[end]
	for i := len(tags) - 1; i >= 0; i-- {
		tags[i] = end
		end = int(before[i*n+end])
	}
	return tags, total
}

// path decodes with losses: max-marginals by the two passes.
func (l lattice) path() Path {
	ahead, before := l.forward()
	p := Path{}
	p.Tags, p.Score = l.best(ahead, before)
	behind := l.backward()
	p.Loss = make([][]int64, len(p.Tags))
	for i := range ahead {
		ahead[i] = min(p.Score-ahead[i]-behind[i], -forbidden)
	}
	for i := range p.Loss {
		p.Loss[i] = ahead[i*l.n : (i+1)*l.n]
	}
	return p
}
