package main

import (
	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
)

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
