package summarize

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"mojaz/internal/arabic"
)

//go:embed data/cues.txt
var cuesFile string

// cues are first words of sentences, folded, by what they say of the sentence.
var cues = sync.OnceValue(func() map[string][][]string {
	out := map[string][][]string{}
	for _, e := range arabic.List(cuesFile) {
		class, words, _ := strings.Cut(e, " ")
		out[class] = append(out[class], strings.Fields(arabic.Fold(words)))
	}
	return out
})

// cued reports whether words begin with a cue of a class, behind a conjunction
// or not.
func cued(words []string, class string) bool {
	return slices.ContainsFunc(cues()[class], func(cue []string) bool {
		if len(words) < len(cue) {
			return false
		}
		first := words[0]
		return (first == cue[0] || first == "و"+cue[0] || first == "ف"+cue[0]) && slices.Equal(words[1:len(cue)], cue[1:])
	})
}
