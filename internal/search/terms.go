package search

import (
	"bytes"
	"cmp"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"mojaz/internal/arabic"
)

// The terms of a document that the index of terms takes up: the most telling
// ones, and none that is there only once.
const (
	termsOfDocument = 8
	timesInDocument = 2
)

// Letter is a part of the alphabetical index: what begins with one letter, the
// article aside.
type Letter struct {
	Letter  string // "ع"; "#" for what begins with no letter
	Entries []Entry
}

// Entry is a name or a notable word, and where it stands.
type Entry struct {
	Word   string
	URL    string // of a name's own page, from the site's own folder; "" for a word
	Type   string // of a name: "PER"
	Places []Place

	key []byte // by which entries are sorted
}

// Place leads to the first passage of a document that has the entry.
type Place struct {
	Title, Outlet, Date string // of the document

	URL string // from the site's own folder, with the paragraph: "a/x.html#p3"
	ID  string // of the paragraph; "" if the name stands in none as it is spelled
}

// Terms gives the index of names and notable words (كشاف), for pages that need
// no script. It walks docs three times, see [Build]. A word is notable in a
// document if it is frequent there and rare elsewhere (tf·idf), is a noun and no
// part of a name; it is then listed wherever it stands.
func Terms(docs iter.Seq[Document]) []Letter {
	x := indexer{census: newCensus(docs), names: map[Name]*Entry{}, words: map[string]*Entry{}}
	for d := range docs {
		for _, t := range x.notable(d) {
			x.words[t] = &Entry{Word: x.form(t)}
		}
	}
	for d := range docs {
		x.add(d)
	}
	return x.letters()
}

// indexer collects entries.
type indexer struct {
	*census
	names map[Name]*Entry
	words map[string]*Entry
}

// add notes where the entries stand in a document.
func (x *indexer) add(d Document) {
	paragraphs := make([][]string, len(d.Paragraphs))
	seen := map[string]bool{}
	for i, p := range d.Paragraphs {
		paragraphs[i] = x.termsOf(p.Text)
		for _, t := range paragraphs[i] {
			if e := x.words[t]; e != nil && !seen[t] {
				seen[t] = true
				e.Places = append(e.Places, d.place(p.ID))
			}
		}
	}
	for _, n := range d.Names {
		if x.names[n] == nil {
			x.names[n] = &Entry{Word: n.Name, URL: n.URL, Type: n.Type}
		}
		x.names[n].place(d, paragraphs, x.termsOf(n.Name))
	}
}

// termsOf gives the terms of a text in order.
func (c *census) termsOf(text string) (out []string) {
	for w := range words(text) {
		if t := c.spelt(w).term; t != "" {
			out = append(out, t)
		}
	}
	return out
}

// place adds the first paragraph of d that has the terms side by side, or d as a
// whole.
func (e *Entry) place(d Document, paragraphs [][]string, asked []string) {
	for i, has := range paragraphs {
		if id := d.Paragraphs[i].ID; contains(has, asked) {
			e.Places = append(e.Places, d.place(id))
			return
		}
	}
	e.Places = append(e.Places, d.place(""))
}

// place leads to a paragraph of d, or to d for "".
func (d Document) place(id string) Place {
	p := Place{d.Title, d.Outlet, d.Date, d.URL, id}
	if id != "" {
		p.URL += "#" + id
	}
	return p
}

func contains(list, part []string) bool {
	for i := 0; len(part) > 0 && i+len(part) <= len(list); i++ {
		if slices.Equal(list[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// notable gives the most telling terms of a document.
func (x *indexer) notable(d Document) (out []string) {
	counts := map[string]int{}
	for _, p := range d.Paragraphs {
		for _, t := range x.termsOf(p.Text) {
			counts[t]++
		}
	}
	for _, n := range d.Names {
		for _, t := range x.termsOf(n.Name) {
			delete(counts, t)
		}
	}
	for t, n := range counts {
		if n >= timesInDocument && x.telling(t) {
			out = append(out, t)
		}
	}
	weight := func(t string) float64 {
		return float64(counts[t]) * math.Log(float64(x.docs+1)/float64(x.in[t]))
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(a, b)) })
	return out[:min(len(out), termsOfDocument)]
}

// telling reports whether a term can tell documents apart: a noun that is not
// everywhere.
func (x *indexer) telling(t string) bool {
	everywhere := x.docs > 3 && 2*x.in[t] > x.docs
	return x.noun[t] && !x.stop[t] && !everywhere && utf8.RuneCountInString(t) > 2
}

// letters sorts the entries as an Arabic dictionary does, the article aside; words
// in other letters come last.
func (x *indexer) letters() (out []Letter) {
	at := map[string]int{}
	for _, e := range x.sorted() {
		l := initial(e.Word)
		if _, ok := at[l]; !ok {
			at[l] = len(out)
			out = append(out, Letter{Letter: l})
		}
		out[at[l]].Entries = append(out[at[l]].Entries, *e)
	}
	return out
}

func (x *indexer) sorted() []*Entry {
	order := collate.New(language.Arabic)
	var buffer collate.Buffer
	all := append(slices.Collect(maps.Values(x.names)), slices.Collect(maps.Values(x.words))...)
	for _, e := range all {
		e.key = bytes.Clone(order.KeyFromString(&buffer, withoutArticle(e.Word)))
		buffer.Reset()
	}
	slices.SortFunc(all, func(a, b *Entry) int {
		return cmp.Or(
			cmp.Compare(rank(a.Word), rank(b.Word)), bytes.Compare(a.key, b.key),
			cmp.Compare(a.Word, b.Word), cmp.Compare(a.URL, b.URL), cmp.Compare(a.Type, b.Type))
	})
	return all
}

// rank puts Arabic letters before others, and what is no letter last.
func rank(word string) int {
	switch r, _ := utf8.DecodeRuneInString(initial(word)); {
	case unicode.Is(unicode.Arabic, r):
		return 0
	case unicode.IsLetter(r):
		return 1
	}
	return 2
}

// withoutArticle gives a word as it is sorted, without marks and the article.
func withoutArticle(word string) string {
	word = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == arabic.Tatweel || arabic.Invisible(r) {
			return -1
		}
		return r
	}, word)
	if rest, ok := strings.CutPrefix(word, "ال"); ok && utf8.RuneCountInString(rest) > 2 {
		return rest
	}
	return word
}

// initial gives the letter under which a word stands.
func initial(word string) string {
	r, _ := utf8.DecodeRuneInString(arabic.Fold(withoutArticle(word)))
	if !unicode.IsLetter(r) {
		return "#"
	}
	return string(unicode.ToUpper(r))
}
