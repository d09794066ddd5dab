package summarize

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

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
	links    [][]string // connectives that a sentence can do without
	deictics []string   // words that point to what was said
	periods  []string   // what a deictic may stand beside: «هذا العام»
	nouns    []string   // that end like a noun with a pronoun
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
		case "link":
			l.links = append(l.links, folded)
		case "deictic":
			l.deictics = append(l.deictics, folded[0])
		case "period":
			l.periods = append(l.periods, folded[0])
		case "noun":
			l.nouns = append(l.nouns, folded[0])
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
	for _, t := range arabic.Tokens(head(sentence, headLength)) {
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

// How much of a sentence is read, in characters: so that a very long one costs no
// more than a short one.
const (
	headLength  = 400 // for its first twelve words
	startLength = 120 // for how it starts
)

// head cuts a sentence to its first n characters.
func head(sentence string, n int) string {
	for i := range sentence {
		if n--; n < 0 {
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
	return opens(words) || bare(words, func(words []string) bool {
		return slices.Contains(lean().verbs, words[0]) && (filled(words[1:]) || unnamed(words[1:]))
	})
}

// opens reports whether words begin with an opener.
func opens(words []string) bool {
	return bare(words, func(words []string) bool {
		return slices.ContainsFunc(lean().openers, func(o []string) bool {
			return len(words) >= len(o) && slices.Equal(words[:len(o)], o)
		})
	})
}

// bare reports whether words are so as they stand or without a conjunction.
func bare(words []string, so func([]string) bool) bool {
	if so(words) {
		return true
	}
	rest, ok := strings.CutPrefix(words[0], "و")
	if !ok {
		rest, ok = strings.CutPrefix(words[0], "ف")
	}
	return ok && so(append([]string{rest}, words[1:]...))
}

// filled reports whether words begin with what follows a verb of saying when
// its speaker is not named.
func filled(words []string) bool {
	return len(words) > 0 && slices.Contains(lean().fillers, words[0])
}

// unnamed reports whether words begin with a speaker of whom no more is said,
// but for one word: «المصدر أن», «المسؤول العراقي أن». «المصدر، الذي طلب حجب
// اسمه» says enough, and so does a name.
func unnamed(words []string) bool {
	if len(words) < 2 || !slices.Contains(lean().speakers, words[0]) {
		return false
	}
	return filled(words[1:]) || filled(words[2:])
}

// points reports whether a sentence that begins with words soon points to what
// was said before: «وجاءت هذه المحادثات». A stretch of time that the day of
// writing tells («هذا العام») is no such thing.
func points(words []string) bool {
	l := lean()
	for i, w := range words[:min(4, len(words))] {
		for len(w) > 4 && !slices.Contains(l.deictics, w) && strings.ContainsRune("وفبل", []rune(w)[0]) {
			_, n := utf8.DecodeRuneInString(w)
			w = w[n:]
		}
		if slices.Contains(l.deictics, w) && !(i+1 < len(words) && slices.Contains(l.periods, words[i+1])) {
			return true
		}
	}
	return false
}

// pronounEarly reports whether one of a sentence's first three words ends in a
// pronoun of the third person. It is wrong for a word that ends so by itself
// and is not listed; the letters are compared as they stand, since folding
// would make ة a ه.
func pronounEarly(sentence string) bool {
	n := 0
	for _, t := range arabic.Tokens(head(sentence, startLength)) {
		if t.Kind == arabic.Punct {
			continue
		}
		if n++; n > 3 {
			break
		}
		w := t.Of(sentence)
		for _, end := range [...]string{"ه", "ها", "هم", "هما"} {
			if rest, ok := strings.CutSuffix(w, end); ok && utf8.RuneCountInString(rest) >= 3 && !slices.Contains(lean().nouns, arabic.Fold(w)) {
				return true
			}
		}
	}
	return false
}
