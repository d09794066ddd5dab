package main

import (
	"math/rand/v2"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/perceptron"
)

// Two methods to measure ours against, both in words of the corpus.

// lookUp tags by what was a name in the training part and nothing else: the
// longest run of words that was one there more often than not, as the kind
// that it most often was.
func lookUp(train, dev []sentence) []found {
	d := learnNames(train)
	var out []found
	for n, s := range dev {
		words := s.words()
		for i := 0; i < len(words); i++ {
			length, kind := d.longest(words[i:])
			if length > 0 {
				out = append(out, found{n, i, i + length, kind, 0})
				i += length - 1
			}
		}
	}
	return out
}

// words gives the folded words of the corpus.
func (s sentence) words() []string {
	out := make([]string, len(s.gold))
	for i, t := range s.tokens {
		out[s.word[i]] += arabic.Fold(t.Of(s.text))
	}
	return out
}

// longestName is the most words that look-up tries.
const longestName = 6

// nameList counts how often a run of words is a name of each kind.
type nameList struct {
	names map[string]map[names.Kind]int
	runs  map[string]int // how often it stands in the text at all
}

func learnNames(train []sentence) nameList {
	d := nameList{map[string]map[names.Kind]int{}, map[string]int{}}
	for n, s := range train {
		words := s.words()
		for _, f := range s.goldNames(n) {
			run := join(words[f.from:f.to])
			if d.names[run] == nil {
				d.names[run] = map[names.Kind]int{}
			}
			d.names[run][f.kind]++
		}
	}
	for _, s := range train {
		words := s.words()
		for i := range words {
			for k := i + 1; k <= min(len(words), i+longestName); k++ {
				if run := join(words[i:k]); d.names[run] != nil {
					d.runs[run]++
				}
			}
		}
	}
	return d
}

func join(words []string) string {
	out := ""
	for _, w := range words {
		out += w + " "
	}
	return out
}

// longest gives the longest run that words begin with and that is a name.
func (d nameList) longest(words []string) (length int, kind names.Kind) {
	for k := 1; k <= min(len(words), longestName); k++ {
		run := join(words[:k])
		total, most := 0, 0
		var best names.Kind
		for _, kind := range names.Kinds {
			n := d.names[run][kind]
			total += n
			if n > most {
				most, best = n, kind
			}
		}
		if total > 0 && 2*total > d.runs[run] {
			length, kind = k, best
		}
	}
	return length, kind
}

// greedy is a bare perceptron that tags word by word from the left, knowing
// the tag before: the word, its first and last letters, and its neighbours.
type greedy struct {
	weights map[perceptron.Feature]*[tags]greedyWeight
	step    int64
}

const tags = 9

// greedyWeight is a weight and the sum that its mean is made of.
type greedyWeight struct{ now, late int64 }

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
