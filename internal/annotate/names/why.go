package names

import (
	"cmp"
	"maps"
	"slices"

	"mojaz/internal/corpus"
	"mojaz/internal/perceptron"
)

// Reason is a feature that speaks for a name or against it.
type Reason struct {
	// Feature is the template and what filled it: "word-1 الوزراء". A number
	// in a template's name is the distance from the token.
	Feature string
	// Weight for the name's tags over no name, summed over its tokens; less
	// than zero speaks against it. In steps of training, as [Name.Margin].
	Weight float64
}

// Why gives the reasons for n, a name that Find gave for the same text and
// sentences: the strongest first, for and against. It reads the document
// again and is meant for tracing. The weights of pairs of tags are not among
// them.
func (t *Tagger) Why(text string, sentences []corpus.Span, n Name) []Reason {
	seen, pieces := t.survey(text, sentences)
	sum := map[string]int{}
	for i, piece := range pieces {
		s := t.Reader.Sentence(text, piece)
		states, hints := statesOf(s.words), seen.hints(i)
		tag, _ := ParseTag("B-" + string(n.Kind))
		for k, token := range piece {
			if token.Start < n.Start || token.End > n.End {
				continue
			}
			out := sink{only: onWords | onMore, trace: &trace{atoms: map[feature]string{}}}
			out.alone(s.words, k, states[k])
			out.hints(&s.words[k], hints, k)
			for j, f := range out.features {
				sum[out.trace.names[j]] += t.Second.Weight(f, tag) - t.Second.Weight(f, outside)
			}
			tag = insideOf(tag)
		}
	}
	var out []Reason
	for _, f := range slices.Sorted(maps.Keys(sum)) {
		if sum[f] != 0 {
			out = append(out, Reason{f, float64(sum[f]) / perceptron.Unit})
		}
	}
	slices.SortStableFunc(out, func(a, b Reason) int { return cmp.Compare(abs(b.Weight), abs(a.Weight)) })
	return out
}

func abs(x float64) float64 { return max(x, -x) }
