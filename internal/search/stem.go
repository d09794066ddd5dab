package search

import (
	"embed"
	"strings"
	"sync"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

//go:embed data/*.txt
var data embed.FS

// lists are the word lists that stemming rests on. The first file of an index
// carries them to the browser, so that both sides read the same words.
type lists struct {
	waw  []string // beginnings with a waw that is no conjunction, folded
	lam  []string // beginnings with a lam that is no particle, folded
	same []pair   // spellings of one word, folded
	stop []string // terms, in the order of the file

	stops map[string]bool // the same
}

// pair is a spelling and the one it is taken for.
type pair struct{ from, to string }

var shipped = sync.OnceValue(func() *lists {
	l := &lists{waw: listed("waw.txt"), lam: listed("lam.txt")}
	for _, e := range entries("spellings.txt") {
		f := strings.Fields(arabic.Fold(e))
		if f[0] != f[1] {
			l.same = append(l.same, pair{f[0], f[1]})
		}
	}
	l.stops = map[string]bool{}
	for _, w := range entries("stop.txt") {
		if t := l.stem(arabic.Fold(w)); !l.stops[t] {
			l.stops[t] = true
			l.stop = append(l.stop, t)
		}
	}
	return l
})

func entries(name string) []string {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return arabic.List(string(b))
}

func listed(name string) (out []string) {
	for _, e := range entries(name) {
		out = append(out, arabic.Fold(e))
	}
	return out
}

// letter is the length of an Arabic letter in UTF-8.
const letter = 2

// stem gives the light stem of a folded word: without the conjunction و, the
// article and what is written together with it, the endings of gender, number
// and possession; spellings of one word made one. It is taken again and again
// until nothing changes, so that it is idempotent and that «الإلغاء» and
// «إلغاء», which folding makes alike, meet in one form that no dictionary has.
//
// It is after Larkey, Ballesteros and Connell's light10, with three changes for
// precision: an ending goes only from a word that is long enough without it
// («البحرين» is not «بحر»), ان stays («لبنان» is not «لبن»), and so does the ي
// of relation («العراقي» is not «العراق»). Wrong where letters of the word look
// like an ending: «توقيت» loses its ت, in every form alike.
func (l *lists) stem(w string) string {
	if !allArabic(w) {
		return w
	}
	for range 8 { // more than any word has layers
		next := bare(l.respell(l.open(w)))
		if next == w {
			break
		}
		w = next
	}
	return w
}

// allArabic reports whether w is of letters of the Arabic block alone.
func allArabic(w string) bool {
	for _, r := range w {
		if r < '\u0621' || r > '\u06FF' {
			return false
		}
	}
	return true
}

// open takes off what is written before a word. Three letters stay.
func (l *lists) open(w string) string {
	for {
		rest := l.opened(w)
		if len(w)-len(rest) == 0 || len(rest) < 3*letter {
			return w
		}
		w = rest
	}
}

// opened takes off one thing.
func (l *lists) opened(w string) string {
	switch {
	case strings.HasPrefix(w, "و"):
		if begins(w, l.waw) {
			return w
		}
		return w[letter:]
	case strings.HasPrefix(w, "ال"):
		return w[2*letter:]
	case strings.HasPrefix(w, "لل"):
		if begins(w[letter:], l.lam) {
			return w[letter:]
		}
		return w[2*letter:]
	case len(w) > letter && strings.Contains("بكفل", w[:letter]) && strings.HasPrefix(w[letter:], "ال"):
		return w[3*letter:]
	}
	return w
}

// begins reports whether w begins with an entry of the list, or is one that has
// lost its endings.
func begins(w string, list []string) bool {
	for _, e := range list {
		if strings.HasPrefix(w, e) || strings.HasPrefix(e, w) && w == bare(e) {
			return true
		}
	}
	return false
}

// respell gives the chosen spelling of a word that begins with another.
func (l *lists) respell(w string) string {
	for _, p := range l.same {
		if strings.HasPrefix(w, p.from) {
			return p.to + w[len(p.from):]
		}
	}
	return w
}

// ending is what may stand after a word, and how many letters must be left.
type ending struct {
	letters string
	left    int
	not     string // letters before it that make it a part of the word
}

// endings are tried in order.
var endings = []ending{
	{"ها", 3, ""}, {"هم", 4, ""}, {"نا", 4, "اوي"}, {"وا", 3, ""},
	{"ات", 3, ""}, {"ون", 4, ""}, {"ين", 4, ""},
	{"ه", 3, ""}, {"ت", 3, ""}, {"ا", 4, ""}, {"ء", 3, ""},
}

// bare takes off the endings of a word.
func bare(w string) string {
	for i := 0; i < len(endings); i++ {
		e := endings[i]
		rest, ok := strings.CutSuffix(w, e.letters)
		if !ok || len(rest) < e.left*letter {
			continue
		}
		if last, _ := utf8.DecodeLastRuneInString(rest); strings.ContainsRune(e.not, last) {
			continue
		}
		w, i = rest, -1
	}
	return w
}
