package crossref

import (
	"cmp"
	_ "embed"
	"strings"
	"sync"

	"mojaz/internal/arabic"
)

//go:embed data/relation_classes.txt
var relationClassesFile string

//go:embed data/relation_synonyms.txt
var relationSynonymsFile string

//go:embed data/relation_counted.txt
var relationCountedFile string

//go:embed data/relation_rows.txt
var relationRowsFile string

//go:embed data/relation_cues.txt
var relationCuesFile string

//go:embed data/relation_stop.txt
var relationStopFile string

// relationLexicon is what the data files of relations say.
type relationLexicon struct {
	groups  map[string]string // by event class
	events  map[string]bool   // names of groups and of classes that stand alone
	opposed map[[2]string]bool
	like    map[[2]string]bool
	then    map[[2]string]bool
	once    map[string]bool
	vague   map[string]bool
	doneTo  map[string]bool
	stop    map[string]bool   // by folded word
	same    map[string]string // concept by light stem
	cues    map[string]string // kind by folded words
	counted map[string]string // kind of what a unit counts, by stem
	people  map[string]bool   // kinds of people that units count
	rows    map[string]bool   // stems of nouns that things of a row are called by
	answers map[string]string // kind by folded words
}

var relationWords = sync.OnceValue(func() *relationLexicon {
	l := &relationLexicon{
		groups: map[string]string{}, events: map[string]bool{},
		opposed: map[[2]string]bool{}, like: map[[2]string]bool{}, then: map[[2]string]bool{}, once: map[string]bool{}, vague: map[string]bool{}, doneTo: map[string]bool{},
		stop: map[string]bool{}, same: map[string]string{}, cues: map[string]string{}, counted: map[string]string{}, people: map[string]bool{}, rows: map[string]bool{}, answers: map[string]string{},
	}
	for _, e := range arabic.List(relationClassesFile) {
		l.addClass(strings.Fields(e))
	}
	for _, w := range arabic.List(relationStopFile) {
		l.stop[arabic.Fold(w)] = true
	}
	for _, e := range arabic.List(relationCuesFile) {
		kind, words, _ := strings.Cut(e, " ")
		l.cues[arabic.Fold(words)] = kind
	}
	for _, e := range arabic.List(relationAnswersFile) {
		kind, words, _ := strings.Cut(e, " ")
		l.answers[arabic.Fold(words)] = kind
	}
	for _, e := range arabic.List(relationSynonymsFile) {
		f := strings.Fields(e)
		for _, w := range f[1:] {
			l.same[lightStem(arabic.Fold(w))] = f[0]
		}
	}
	for _, e := range arabic.List(relationCountedFile) {
		f := strings.Fields(e)
		for _, w := range f[1:] {
			l.counted[l.named(w)], l.people[f[0]] = f[0], true
		}
	}
	for _, w := range arabic.List(relationRowsFile) {
		l.rows[l.named(w)] = true
	}
	return l
})

// named gives the name of the term of a word of a data file.
func (l *relationLexicon) named(word string) string {
	stem := lightStem(arabic.Fold(word))
	return cmp.Or(l.same[stem], stem)
}

// addClass takes in an entry of relation_classes.txt.
func (l *relationLexicon) addClass(f []string) {
	switch f[0] {
	case "group":
		for _, class := range f[2:] {
			l.groups[class] = f[1]
		}
		l.events[f[1]] = true
	case "opposed":
		l.opposed[[2]string{f[1], f[2]}] = true
		l.opposed[[2]string{f[2], f[1]}] = true
	case "like":
		l.like[[2]string{f[1], f[2]}] = true
		l.like[[2]string{f[2], f[1]}] = true
	case "then":
		l.then[[2]string{f[1], f[2]}] = true
	case "once":
		l.once[f[1]], l.events[f[1]] = true, true
	case "doneto":
		l.doneTo[f[1]] = true
	case "vague":
		l.vague[f[1]] = true
	default:
		panic("crossref: relation_classes.txt: " + f[0]) // the file is part of the program
	}
}

// group gives the group of an event class, the class itself if it is in none.
func (l *relationLexicon) group(class string) string {
	if g := l.groups[class]; g != "" {
		return g
	}
	return class
}

// alike reports whether two groups tell of one event if they happen to one thing.
func (l *relationLexicon) alike(x, y string) bool { return x == y || l.like[[2]string{x, y}] }

// lightStem takes the endings of number, gender and person off a folded word
// without clitics, after the light10 stemmer (Larkey, Ballesteros and Connell,
// "Light Stemming for Arabic Information Retrieval", 2007), and then the letters that
// tell the forms of one verb apart: «تساهم», «ساهمت» and «مساهمة» are one, and so are
// «انسحب», «ينسحب» and «انسحاب». Three letters stay. Wrong for words whose root has such
// letters: «ميدان» gives «ميد», and «تقديم» the same as «قدم».
func lightStem(w string) string {
	for i := range 2 {
		for _, end := range lightEndings[i*pronounEndings:] { // of a pronoun there is one
			if rest, ok := strings.CutSuffix(w, end); ok && len(rest) >= len("ابج") {
				w = rest
				break
			}
		}
	}
	return verbStem(w)
}

// verbStem takes off a stem what tells the forms of a verb apart: the endings of the past,
// the letters of the present and the future, those of verbal nouns and participles.
func verbStem(w string) string {
	l := []rune(w)
	if n := len(l); n > 3 && l[n-1] == 'ت' { // «شملت», «دفعتين»
		l = l[:n-1]
	}
	if n := len(l); n > 4 && l[0] == 'س' && (l[1] == 'ي' || l[1] == 'ت') { // «سيشمل»
		l = l[1:]
	}
	n := len(l)
	switch {
	case n == 5 && l[0] == 'ت' && l[3] == 'ي': // «تخفيض»
		l = []rune{l[1], l[2], l[4]}
	case n > 3 && (l[0] == 'ي' || l[0] == 'ت'): // «يشمل», «تشمل»
		l = l[1:]
	case n == 5 && l[0] == 'م' && l[2] == 'ا': // «مساهم»
		l = l[1:]
	case n > 4 && l[0] == 'ا' && l[n-2] == 'ا': // «انسحاب», «إنجاز», «أسعار»
		l = append(l[1:n-2:n-2], l[n-1])
	case n > 3 && l[0] == 'ا': // «انسحب», «أنجز»
		l = l[1:]
	}
	return string(l)
}

// lightEndings are the endings that a stem has not, pronouns first.
var lightEndings = []string{"ها", "هم", "ان", "ات", "ون", "ين", "يه", "ه", "ي", "ا"}

// pronounEndings is how many of them are pronouns.
const pronounEndings = 2
