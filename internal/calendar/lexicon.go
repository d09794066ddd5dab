package calendar

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"mojaz/internal/arabic"
)

//go:embed data/*.txt
var data embed.FS

// phrases maps folded words, joined by one blank, to what they mean.
type phrases[T any] struct {
	of      map[string]T
	longest int // words in the longest phrase
	first   map[string]bool
}

// lexicon is all that data/ says.
type lexicon struct {
	months     phrases[monthName]
	units      phrases[unitName]
	modifiers  phrases[place]
	edges      phrases[edge]
	weekdays   phrases[int]
	days       phrases[int]
	parts      phrases[bool] // of the day
	fractions  phrases[int]  // of a period
	seasons    phrases[int]
	decades    phrases[int]
	relations  phrases[string]
	approx     phrases[bool]
	recurring  phrases[string]
	cues       map[string]phrases[bool]
	vocabulary map[string]bool // single words that a clitic can be cut from
}

// unitName is what a word for a unit says of the number.
type unitName struct {
	unit  unit
	count string // one, two, many, or pair: a dual before its noun
}

// words is the lexicon, read once.
var words = sync.OnceValue(func() *lexicon {
	l := &lexicon{cues: map[string]phrases[bool]{}, vocabulary: map[string]bool{}}
	l.months = load(l, "months", 4, readMonth)
	l.units = withArticle(load(l, "units", 2, func(f []string) unitName { return unitName{unitNames[f[0]], f[1]} }), l)
	l.modifiers = load(l, "modifiers", 1, func(f []string) place { return placeNames[f[0]] })
	l.edges = load(l, "edges", 1, func(f []string) edge { return edgeNames[f[0]] })
	l.weekdays = load(l, "weekdays", 1, readInt)
	l.days = load(l, "days", 1, readInt)
	l.parts = load(l, "parts", 0, readNothing)
	l.fractions = load(l, "fractions", 1, readInt)
	l.seasons = withArticle(load(l, "seasons", 1, readInt), l)
	l.decades = withArticle(load(l, "decades", 1, readInt), l)
	l.relations = load(l, "prepositions", 1, func(f []string) string { return f[0] })
	l.approx = load(l, "approximators", 0, readNothing)
	l.recurring = load(l, "recurring", 1, func(f []string) string { return f[0] })
	l.readCues()
	for _, w := range grammarWords {
		l.vocabulary[w] = true
	}
	return l
})

// grammarWords are the closed class that rules name, folded; clitics are cut
// from them as from the words in data/.
var grammarWords = []string{
	"من", "الي", "حتي", "بين", "هذا", "هذه", "ذلك", "تلك", "نفس", "ذات", "كل", "نصف", "ربع", "ثلث",
	"عده", "بضعه", "بضع", "كامل", "بقيه", "باقي", "القرن", "فصل", "النصف", "الربع", "الثلث",
	"مده", "ال", "كانون", "تشرين", "الماضي", "المقبل",
}

// load reads data/<name>.txt, of which each line has n fields and then words.
// The first entry of words that fold alike counts.
func load[T any](l *lexicon, name string, n int, read func(fields []string) T) phrases[T] {
	out := phrases[T]{of: map[string]T{}, first: map[string]bool{}}
	for _, f := range lines(name, n) {
		out.add(f[n], read(f[:n]))
		if w := strings.Fields(arabic.Fold(f[n])); len([]rune(w[0])) > 1 {
			l.vocabulary[w[0]] = true
		}
	}
	return out
}

// lines gives the entries of data/<name>.txt as n fields and the words.
func lines(name string, n int) [][]string {
	b, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	var out [][]string
	for _, e := range arabic.List(string(b)) {
		f := strings.SplitN(e, " ", n+1)
		if len(f) != n+1 {
			panic(fmt.Sprintf("calendar: data/%s.txt: %q has not %d fields", name, e, n+1))
		}
		out = append(out, f)
	}
	return out
}

func (p *phrases[T]) add(words string, v T) {
	w := strings.Fields(arabic.Fold(words))
	key := strings.Join(w, " ")
	if _, ok := p.of[key]; !ok {
		p.of[key] = v
	}
	p.longest = max(p.longest, len(w))
	p.first[w[0]] = true
}

// withArticle adds every word with the article.
func withArticle[T any](p phrases[T], l *lexicon) phrases[T] {
	for _, k := range sortedKeys(p.of) {
		p.add("ال"+k, p.of[k])
		l.vocabulary["ال"+k] = true
	}
	return p
}

func (l *lexicon) readCues() {
	for _, f := range lines("cues", 1) {
		c, ok := l.cues[f[0]]
		if !ok {
			c = phrases[bool]{of: map[string]bool{}, first: map[string]bool{}}
		}
		c.add(f[1], true)
		l.cues[f[0]] = c
	}
}

func readInt(f []string) int {
	n, err := strconv.Atoi(f[0])
	if err != nil {
		panic(err) // the file is part of the program
	}
	return n
}

func readNothing([]string) bool { return true }
