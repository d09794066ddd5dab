package main

import (
	"math/rand/v2"

	"mojaz/internal/annotate/names"
	"mojaz/internal/perceptron"
)

// greedy is a bare perceptron that tags word by word from the left, knowing
// the tag before: the word, its first and last letters, and its neighbours.
type greedy struct {
	weights map[perceptron.Feature]*[tags]greedyWeight
	step    int64
}

const tags = 9

// greedyWeight is a weight and the sum that its mean is made of.
type greedyWeight struct{ now, late int64 }

// greedyTags trains on one part and gives the names that it finds in the other.
func greedyTags(train, dev []sentence) []found {
	g := &greedy{weights: map[perceptron.Feature]*[tags]greedyWeight{}, step: 1}
	src := rand.NewPCG(1, 1)
	order := make([]int, len(train))
	for i := range order {
		order[i] = i
	}
	for range 8 {
		rand.New(src).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			g.run(train[i], true)
		}
	}
	g.average()
	var out []found
	for n, s := range dev {
		for _, c := range names.Spans(g.run(s, false)) {
			out = append(out, found{n, c.From, c.To, c.Kind, 0})
		}
	}
	return out
}

// run tags a sentence, and corrects the weights at each mistake if learning.
func (g *greedy) run(s sentence, learning bool) []int {
	words, out := s.words(), make([]int, len(s.gold))
	may, prev := names.Tagset().May, 0
	for i := range words {
		features := greedyFeatures(words, i, prev)
		tag := g.best(features, func(tag int) bool { return may(prev, tag) })
		if want := s.gold[i]; learning && tag != want {
			g.update(features, want, 1)
			g.update(features, tag, -1)
		}
		g.step++
		out[i], prev = tag, tag
	}
	return out
}

func (g *greedy) best(features []perceptron.Feature, may func(int) bool) int {
	var sum [tags]int64
	for _, f := range features {
		if row := g.weights[f]; row != nil {
			for t := range row {
				sum[t] += row[t].now
			}
		}
	}
	best := 0
	for t, s := range sum {
		if may(t) && s > sum[best] {
			best = t
		}
	}
	return best
}

func (g *greedy) update(features []perceptron.Feature, tag int, by int64) {
	for _, f := range features {
		row := g.weights[f]
		if row == nil {
			row = &[tags]greedyWeight{}
			g.weights[f] = row
		}
		row[tag].now += by
		row[tag].late += by * g.step
	}
}

// average puts the means, times the number of steps, in place of the weights.
func (g *greedy) average() {
	for _, row := range g.weights {
		for t := range row {
			row[t].now = row[t].now*g.step - row[t].late
		}
	}
}

func greedyFeatures(words []string, i, prev int) []perceptron.Feature {
	at := func(i int) string {
		if i < 0 || i >= len(words) {
			return "\n"
		}
		return words[i]
	}
	var out []perceptron.Feature
	add := func(template, value string) {
		out = append(out, perceptron.Join(perceptron.Text(template), perceptron.Text(value)))
	}
	add("tag-1", string(rune('0'+prev)))
	for d := -2; d <= 2; d++ {
		add(string(rune('5'+d)), at(i+d))
	}
	letters := []rune(words[i])
	for k := 1; k <= min(4, len(letters)); k++ {
		add("prefix", string(letters[:k]))
		add("suffix", string(letters[len(letters)-k:]))
	}
	return out
}
