package summarize

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"mojaz/internal/arabic"
)

//go:embed data/leaning.txt
var leaningFile string

// leaning holds what makes a sentence lean on the one before it, folded.
type leaning struct {
	openers  [][]string // words that a leaning sentence begins with
	verbs    []string   // verbs of saying
	fillers  []string   // what follows a verb when the speaker is not named
	speakers []string   // a speaker named before, as the source of a report
}

var lean = sync.OnceValue(func() *leaning {
	var l leaning
	for _, e := range arabic.List(leaningFile) {
		class, words, _ := strings.Cut(e, " ")
		folded := strings.Fields(arabic.Fold(words))
		switch class {
		case "opener":
			l.openers = append(l.openers, folded)
		case "verb":
			l.verbs = append(l.verbs, folded[0])
		case "filler":
			l.fillers = append(l.fillers, folded[0])
		case "speaker":
			l.speakers = append(l.speakers, folded[0])
		default:
			panic("summarize: leaning.txt: " + e)
		}
	}
	return &l
})

// firstWords gives the first words of a sentence, folded, without punctuation
// and without a conjunction that stands apart: twelve, which is more than the
// longest opener.
func firstWords(sentence string) []string {
	var out []string
	for _, t := range arabic.Tokens(head(sentence)) {
		if t.Kind == arabic.Punct {
			continue
		}
		w := arabic.Fold(t.Of(sentence))
		if len(out) == 0 && (w == "و" || w == "ف") {
			continue
		}
		if out = append(out, w); len(out) == 12 {
			break
		}
	}
	return out
}

// head cuts a sentence so that a very long one costs no more than a short one.
func head(sentence string) string {
	n := 0
	for i := range sentence {
		if n++; n > 400 {
			return sentence[:i]
		}
	}
	return sentence
}

// leans reports whether a sentence that begins with words leans on another:
// by an opener («كما»، «في السياق ذاته»), or by a verb of saying whose subject
// was named before («أشار إلى»، «أكد أن»، «بيّن المصدر»). A conjunction written
// to the first word is no part of it.
func leans(words []string) bool {
	if begins(words) {
		return true
	}
	rest, ok := strings.CutPrefix(words[0], "و")
	if !ok {
		rest, ok = strings.CutPrefix(words[0], "ف")
	}
	return ok && begins(append([]string{rest}, words[1:]...))
}

func begins(words []string) bool {
	l := lean()
	for _, o := range l.openers {
		if len(words) >= len(o) && slices.Equal(words[:len(o)], o) {
			return true
		}
	}
	return slices.Contains(l.verbs, words[0]) && len(words) > 1 &&
		(slices.Contains(l.fillers, words[1]) || slices.Contains(l.speakers, words[1]))
}
