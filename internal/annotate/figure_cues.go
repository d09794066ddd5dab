package annotate

import (
	_ "embed"
	"slices"
	"strings"

	"mojaz/internal/arabic"
)

//go:embed data/figure_cues.txt
var figureCuesFile string

// figureCue is a run of words of figure_cues.txt and where it stands.
type figureCue struct {
	kind        string
	first, next int // tokens
}

// maxCueWords is the number of words of the longest cue.
const maxCueWords = 4

// cueKinds are those of figure_cues.txt.
var cueKinds = []string{
	"among", "fellow", "whole", "only", "against", "about", "told", "moves", "toll", "befell", "total", "fixes",
	"adverb", "acts", "match", "count", "fate", "rank", "actor", "amounts",
}

func (l *figureLexicon) readCues() {
	l.cues = map[string]string{}
	for _, e := range arabic.List(figureCuesFile) {
		kind, words, _ := strings.Cut(e, " ")
		if !slices.Contains(cueKinds, kind) {
			panic("annotate: figure_cues.txt: " + e) // the file is part of the program
		}
		l.cues[arabic.Fold(words)] = kind
	}
}

// cueEnding gives the longest cue whose last word is token last. behind is what is
// written to the number after it: the «ب» of «مقارنة بسبعة».
func (r *figureReader) cueEnding(last int, behind string) (c figureCue, ok bool) {
	words := behind
	for i := last; r.isWord(i) && i >= r.floor && i > last-maxCueWords; i-- {
		w := r.tokens[i].fold
		for _, prefix := range []string{"", "و", "ف", "ل", "ب"} {
			rest, cut := strings.CutPrefix(w, prefix)
			if kind := r.lex.cues[strings.TrimSpace(rest+" "+words)]; cut && kind != "" {
				c, ok = figureCue{kind, i, last + 1}, true
				break
			}
		}
		words = strings.TrimSpace(w + " " + words)
	}
	return c, ok
}

// cueWithin gives the cue of kind that ends at token last or up to far tokens before it,
// in one sentence.
func (r *figureReader) cueWithin(last, far int, kind string) (c figureCue, ok bool) {
	for i := last; i >= max(r.floor, last-far) && r.sameSentence(i, last); i-- {
		if c, ok = r.cueEnding(i, ""); ok && c.kind == kind {
			return c, true
		}
	}
	return figureCue{}, false
}

// sameSentence reports whether two tokens stand in one sentence.
func (r *figureReader) sameSentence(i, j int) bool {
	return r.tokens[i].sentence == r.tokens[j].sentence
}
