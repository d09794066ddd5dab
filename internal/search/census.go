package search

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// census is what the documents of a site say of their words as a whole, by term.
type census struct {
	docs  int
	in    map[string]int            // in how many documents
	forms map[string]map[string]int // how often in which form
	noun  map[string]bool           // with the article somewhere: no verb, no particle
	stop  map[string]bool
	terms map[string]string // of words, each worked out once
}

func newCensus(docs iter.Seq[Document]) *census {
	c := &census{in: map[string]int{}, forms: map[string]map[string]int{}, noun: map[string]bool{}, stop: map[string]bool{}, terms: map[string]string{}}
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
			t := c.term(w)
			counts[t]++
			if c.forms[t] == nil {
				c.forms[t] = map[string]int{}
			}
			c.forms[t][w]++
			c.noun[t] = c.noun[t] || article(w)
		}
	}
	return counts
}

// term is [Term].
func (c *census) term(word string) string {
	t, known := c.terms[word]
	if !known {
		t = Term(word)
		c.terms[word] = t
	}
	return t
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
	forms := slices.Collect(maps.Keys(c.forms[term]))
	return slices.MinFunc(forms, func(a, b string) int {
		return cmp.Or(
			cmp.Compare(before(a, term), before(b, term)),
			cmp.Compare(c.forms[term][b], c.forms[term][a]),
			cmp.Compare(a, b))
	})
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
