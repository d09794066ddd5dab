package annotate

import (
	_ "embed"
	"strings"
	"sync"

	"mojaz/internal/arabic"
)

//go:embed data/claim_cues.txt
var claimCuesFile string

//go:embed data/claim_nested.txt
var claimNestedFile string

//go:embed data/claim_bearers.txt
var claimBearersFile string

//go:embed data/claim_light.txt
var claimLightFile string

//go:embed data/claim_breaks.txt
var claimBreaksFile string

//go:embed data/claim_phases.txt
var claimPhasesFile string

//go:embed data/claim_befalls.txt
var claimBefallsFile string

//go:embed data/claim_superlatives.txt
var claimSuperlativesFile string

//go:embed data/claim_topics.txt
var claimTopicsFile string

//go:embed data/claim_decides.txt
var claimDecidesFile string

// claimCue is a word or words that say how far an event has come.
type claimCue struct {
	effect string // of claim_cues.txt
	place  string
	words  int
}

// claimLexicon is what the data files of claims say, keyed by folded words.
type claimLexicon struct {
	events  *eventLexicon
	cues    map[string]claimCue // by words joined with a blank
	longest int                 // words of a cue
	nested  map[string]string   // by class: status of the event noun that it governs
	own     map[string]string   // by class: status of its own noun
	wants   map[string]bool     // classes that speak of another event, done or to come
	bearers map[string]bool
	light   map[string]string // tense by verb
	breaks  map[string]string // kind by word
	phases  map[string]string // kind by word, of claim_phases.txt
	tails   map[string]bool   // what a clause does not end with
	// settings are words, single or in twos, that no argument of an event follows.
	settings map[string]bool
	decides  map[string]bool // verbs of deciding and intending
	befalls  map[string]bool // classes of what nobody announces before it is
	topics   map[string]bool // nouns behind which an event is only what something is about
	ranks    map[string]bool // superlatives, behind which it is only compared
}

var claimWords = sync.OnceValue(func() *claimLexicon {
	l := &claimLexicon{events: readEvents(), bearers: foldedSet(claimBearersFile), cues: map[string]claimCue{}}
	for _, e := range arabic.List(claimCuesFile) {
		f := strings.SplitN(e, " ", 3)
		words := arabic.Fold(f[2])
		n := strings.Count(words, " ") + 1
		if _, twice := l.cues[words]; twice {
			panic("annotate: claim_cues.txt: twice: " + e) // the file is part of the program
		}
		l.cues[words] = claimCue{f[0], f[1], n}
		l.longest = max(l.longest, n)
	}
	l.nested, l.own, l.wants = map[string]string{}, map[string]string{}, map[string]bool{}
	for _, e := range arabic.List(claimNestedFile) {
		f := strings.Fields(e)
		l.nested[f[0]], l.own[f[0]] = strings.Trim(strings.TrimSuffix(f[1], "other"), "-"), strings.Trim(f[2], "-")
		l.wants[f[0]] = f[1] == "planned" || f[1] == "auto" || f[1] == "denied" || f[1] == "other"
	}
	l.light = foldedPairs(claimLightFile)
	l.breaks = foldedPairs(claimBreaksFile)
	l.topics, l.ranks = foldedSet(claimTopicsFile), foldedSet(claimSuperlativesFile)
	l.tails, l.settings, l.decides = foldedSet(claimTailsFile), foldedSet(claimSettingsFile), foldedSet(claimDecidesFile)
	l.befalls = foldedSet(claimBefallsFile)
	l.phases = foldedPairs(claimPhasesFile)
	return l
})

// foldedPairs reads entries of two fields, a value and a word, by folded word.
func foldedPairs(file string) map[string]string {
	m := map[string]string{}
	for _, e := range arabic.List(file) {
		value, word, ok := strings.Cut(e, " ")
		if !ok {
			panic("annotate: entry without two fields: " + e) // the file is part of the program
		}
		m[arabic.Fold(word)] = value
	}
	return m
}

// withoutConjunction gives a folded word without و or ف before it. «في» keeps its
// first letter.
func withoutConjunction(w string) string {
	rest, ok := strings.CutPrefix(w, "و")
	if !ok {
		rest, ok = strings.CutPrefix(w, "ف")
	}
	if ok && len(rest) >= len("قد") {
		return rest
	}
	return w
}
