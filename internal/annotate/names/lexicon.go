package names

import (
	"embed"
	"strings"
	"sync"

	"mojaz/internal/arabic"
	"mojaz/internal/perceptron"
)

//go:embed data/*.txt data/*.gz
var data embed.FS

// lists is a set of word lists, a bit each.
type lists uint16

// The lists, in the order of listFiles.
const (
	listCountry lists = 1 << iota
	listCity
	listPlace
	listGiven
	listFamily
	listOrg
	listMisc
	listTitle
	listKin
	listOrgHead
	listPlaceHead
	listVerb
	listTime
	listCount = iota
)

// namesLists are those that hold names, or words that names are made of.
const namesLists = listCountry | listCity | listPlace | listGiven | listFamily | listOrg | listMisc

var listFiles = [listCount]string{
	"countries", "cities", "places", "given", "family", "orgs", "misc",
	"titles", "kin", "org_heads", "place_heads", "verbs", "times",
}

// Lexicon is the word lists of data/, folded. It is read-only.
type Lexicon struct {
	words map[string]lists // entries of one word
	// phrases holds entries of several words, by the joined hashes of their
	// words, and the beginnings of entries with no list.
	phrases map[perceptron.Feature]lists
	longest int // words in the longest entry
}

// Lists gives the lexicon of the lists that the program carries.
var Lists = sync.OnceValue(func() *Lexicon {
	l := &Lexicon{words: map[string]lists{}, phrases: map[perceptron.Feature]lists{}}
	for i, name := range listFiles {
		for _, e := range Entries(name) {
			l.add(arabic.Fold(e), 1<<i)
		}
	}
	return l
})

// Entries gives the entries of the list name.txt of data/ as they are spelled
// there: "countries", "cities", "given", …
func Entries(name string) []string {
	b, err := data.ReadFile("data/" + name + ".txt")
	if err != nil {
		panic(err) // the file is part of the program
	}
	return arabic.List(string(b))
}

func (l *Lexicon) add(entry string, in lists) {
	words := strings.Fields(entry)
	l.longest = max(l.longest, len(words))
	if len(words) == 1 {
		l.words[entry] |= in
		return
	}
	h := perceptron.Text(words[0])
	for i, w := range words[1:] {
		h = perceptron.Join(h, perceptron.Text(w))
		if i < len(words)-2 {
			l.phrases[h] |= 0
		} else {
			l.phrases[h] |= in
		}
	}
}

// word gives the lists that hold a folded word as an entry of its own.
func (l *Lexicon) word(w string) lists { return l.words[w] }

// mark notes in each word the lists that hold a phrase around it. A
// phrase may begin with a clitic, its other words may not. Of phrases that
// begin at one word the longest counts.
func (l *Lexicon) mark(words []word) {
	for i := range words {
		n, in := l.phrase(words[i:])
		for j := i; j < i+n; j++ {
			words[j].phrase |= in
		}
	}
}

// phrase finds the longest entry of two words or more that words begin with.
func (l *Lexicon) phrase(words []word) (n int, in lists) {
	h := words[0].stem
	for i := 1; i < len(words) && i < l.longest; i++ {
		h = perceptron.Join(h, words[i].key)
		found, ok := l.phrases[h]
		if !ok {
			break
		}
		if found != 0 {
			n, in = i+1, found
		}
	}
	return n, in
}

// String gives the names of the lists, for traces.
func (l lists) String() string {
	var names []string
	for i, name := range listFiles {
		if l&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}
