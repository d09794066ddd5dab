package search

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// census is what the documents of a site say of their words as a whole, by term.
type census struct {
	docs  int
	in    map[string]int      // in how many documents
	forms map[string][]*spelt // in which forms
	noun  map[string]bool     // with the article somewhere: no verb, no particle
	stop  map[string]bool
	words map[string]*spelt
}

// spelt is a word as it is written, of which the term is worked out once.
type spelt struct {
	word, term string
	seen       int // how often in paragraphs
}

func newCensus(docs iter.Seq[Document]) *census {
	c := &census{in: map[string]int{}, forms: map[string][]*spelt{}, noun: map[string]bool{}, stop: map[string]bool{}, words: map[string]*spelt{}}
	for _, t := range shipped().stop {
		c.stop[t] = true
	}
	for d := range docs {
		c.docs++
		for t, n := range c.read(d) {
			if n > 0 {
				c.in[t]++
			}
		}
	}
	return c
}

// read counts the terms of one document and notes their forms.
func (c *census) read(d Document) map[string]int {
	counts := map[string]int{}
	for _, p := range d.Paragraphs {
		for w := range words(p.Text) {
			s := c.spelt(w)
			counts[s.term]++
			if s.seen++; s.seen == 1 {
				c.forms[s.term] = append(c.forms[s.term], s)
				c.noun[s.term] = c.noun[s.term] || article(w)
			}
		}
	}
	return counts
}

// spelt gives what is known of a word.
func (c *census) spelt(word string) *spelt {
	s := c.words[word]
	if s == nil {
		s = &spelt{word: word, term: Term(word)}
		c.words[word] = s
	}
	return s
}

// article reports whether a word is written with the article. Wrong for «التزام», in
// which it is a part of the word, and that is a noun too.
func article(word string) bool {
	w := strings.TrimPrefix(fold(word), "و")
	if len(w) > 5*letter && strings.Contains("بكفل", w[:letter]) {
		w = w[letter:]
	}
	return len(w) > 4*letter && strings.HasPrefix(w, "ال")
}

// form gives the form in which a term is shown: the most frequent one without a
// particle before it, if there is one.
func (c *census) form(term string) string {
	return slices.MinFunc(c.forms[term], func(a, b *spelt) int {
		return cmp.Or(
			cmp.Compare(before(a.word, term), before(b.word, term)),
			cmp.Compare(b.seen, a.seen),
			cmp.Compare(a.word, b.word))
	}).word
}

// before counts the letters before a term in a form of it, the article's apart.
func before(form, term string) int {
	f := arabic.Fold(form)
	start, _, ok := strings.Cut(f, term[:min(len(term), 2*letter)])
	if !ok {
		return 0
	}
	return utf8.RuneCountInString(strings.TrimSuffix(start, "ال"))
}
