package easc

import (
	"mojaz/internal/arabic"
)

// Rouge is how much a summary shares with a reference, each an F1 from 0 to 1
// (Lin 2004): words, pairs of words, and the longest common subsequence.
type Rouge struct{ One, Two, L float64 }

// Words gives what is compared: the words and numbers of a text, folded with
// [arabic.Fold], without punctuation. There is no stemming and no stop list.
func Words(text string) []string {
	var out []string
	for _, t := range arabic.Tokens(text) {
		if t.Kind != arabic.Punct {
			out = append(out, arabic.Fold(t.Of(text)))
		}
	}
	return out
}

// Compare gives the figures of a summary against one reference. L takes both
// as one sequence of words.
func Compare(summary, reference []string) Rouge {
	return Rouge{
		One: shared(grams(summary, 1), grams(reference, 1)),
		Two: shared(grams(summary, 2), grams(reference, 2)),
		L:   f1(subsequence(summary, reference), len(summary), len(reference)),
	}
}

// grams counts the runs of n words.
func grams(words []string, n int) map[[2]string]int {
	out := map[[2]string]int{}
	for i := 0; i+n <= len(words); i++ {
		var g [2]string
		copy(g[:], words[i:i+n])
		out[g]++
	}
	return out
}

// shared is the F1 of two bags: what both have, each as often as the one that
// has it less.
func shared(a, b map[[2]string]int) float64 {
	both, ofA, ofB := 0, 0, 0
	for g, n := range a {
		both += min(n, b[g])
		ofA += n
	}
	for _, n := range b {
		ofB += n
	}
	return f1(both, ofA, ofB)
}

// f1 is the harmonic mean of both/a and both/b.
func f1(both, a, b int) float64 {
	if a+b == 0 {
		return 0
	}
	return 2 * float64(both) / float64(a+b)
}

// subsequence is the length of the longest common subsequence.
func subsequence(a, b []string) int {
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for _, w := range a {
		for j, x := range b {
			if w == x {
				row[j+1] = before[j] + 1
			} else {
				row[j+1] = max(row[j], before[j+1])
			}
		}
		before, row = row, before
	}
	return before[len(b)]
}
