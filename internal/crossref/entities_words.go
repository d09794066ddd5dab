package crossref

import (
	_ "embed"
	"strings"
	"sync"

	"mojaz/internal/arabic"
)

//go:embed data/entity_aliases.txt
var entityAliasesFile string

//go:embed data/entity_spellings.txt
var entitySpellingsFile string

//go:embed data/entity_vowels.txt
var entityVowelsFile string

//go:embed data/entity_particles.txt
var entityParticlesFile string

//go:embed data/entity_heads.txt
var entityHeadsFile string

//go:embed data/entity_generic.txt
var entityGenericFile string

//go:embed data/entity_epithets.txt
var entityEpithetsFile string

//go:embed data/entity_courtesies.txt
var entityCourtesiesFile string

//go:embed data/entity_tells.txt
var entityTellsFile string

// entityLists is what the data files say, keyed by folded words.
type entityLists struct {
	aliases    map[string]string // a name's letters to those of the first of its line
	spellings  map[string]string // a word to the first of its line
	vowels     map[string]bool
	leads      map[string]bool // «بن»: the word behind belongs to it
	tails      map[string]bool // «الدين»: it belongs to the word before
	fronts     map[string]bool // «محمد»: it may be left out before another given name
	heads      map[string]string
	tells      map[string]bool
	generic    map[string]bool
	epithets   map[string]bool
	courtesies map[string]bool
}

var entityWords = sync.OnceValue(func() *entityLists {
	l := &entityLists{
		spellings: map[string]string{}, aliases: map[string]string{}, heads: map[string]string{},
		leads: map[string]bool{}, tails: map[string]bool{}, fronts: map[string]bool{},
		vowels: foldedSet(entityVowelsFile), generic: foldedSet(entityGenericFile),
		epithets: foldedSet(entityEpithetsFile), courtesies: foldedSet(entityCourtesiesFile), tells: foldedSet(entityTellsFile),
	}
	for _, e := range arabic.List(entitySpellingsFile) {
		all := strings.Split(arabic.Fold(e), " = ")
		for _, w := range all {
			l.spellings[w] = all[0]
		}
	}
	for _, e := range arabic.List(entityParticlesFile) {
		class, w, _ := strings.Cut(arabic.Fold(e), " ")
		map[string]map[string]bool{"lead": l.leads, "tail": l.tails, "front": l.fronts}[class][w] = true
	}
	for _, e := range arabic.List(entityHeadsFile) {
		class, w, _ := strings.Cut(arabic.Fold(e), " ")
		l.heads[w] = class
	}
	for _, e := range arabic.List(entityAliasesFile) {
		all := strings.Split(e, " = ")
		for _, name := range all {
			l.aliases[l.letters(name)] = l.letters(all[0])
		}
	}
	return l
})

// foldedSet gives the entries of a word list folded.
func foldedSet(file string) map[string]bool {
	m := map[string]bool{}
	for _, e := range arabic.List(file) {
		m[arabic.Fold(e)] = true
	}
	return m
}

// article is the article, folded.
const article = "ال"

// bare gives a folded word without its article. It is wrong for words that
// begin with these letters by themselves («الياس», «الماني»); they lose them
// everywhere alike.
func bare(w string) string {
	if rest, ok := strings.CutPrefix(w, article); ok && len(rest) >= 4 {
		return rest
	}
	return w
}

// farLetters gives Arabic letters for those that only foreign names have.
var farLetters = strings.NewReplacer("\u06A4", "ف", "\u067E", "ب", "\u06A8", "ق")

// fold gives the words of a name folded and in one spelling: marks between
// words are blanks.
func (l *entityLists) fold(name string) []string {
	words := strings.FieldsFunc(arabic.Fold(name), func(r rune) bool {
		return r == ' ' || r == '-' || r == '\u2013' || r == '\u00A0' || r == '"' || r == '(' || r == ')'
	})
	for i, w := range words {
		w = farLetters.Replace(w)
		rest := bare(w)
		if s, ok := l.spellings[rest]; ok {
			rest = w[:len(w)-len(rest)] + s
		} else {
			rest = w
		}
		words[i] = rest
	}
	return words
}

// letters gives the form in which spellings of the name of a body or a place
// are equal: its words run together without the article before the first.
func (l *entityLists) letters(name string) string {
	words := l.fold(name)
	if len(words) > 0 {
		words[0] = bare(words[0])
	}
	return strings.Join(words, "")
}
