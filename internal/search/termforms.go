package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
)

// spelt is a word as it is written.
type spelt struct {
	word string
	seen int // how often in paragraphs
}

// spell gives each notable term the form in which it is shown: the most frequent
// one without a particle before it, if there is one.
func (x *indexer) spell() {
	forms := map[int][]spelt{}
	at := map[string]int{} // the place of a word among the forms of its term
	for i := range x.parts {
		p := &x.parts[i]
		for unit, seen := range p.seen {
			term := p.terms[unit]
			if seen == 0 || x.words[term] == nil {
				continue
			}
			word := p.units[unit].word
			n, known := at[word]
			if !known {
				n = len(forms[term])
				at[word] = n
				forms[term] = append(forms[term], spelt{word: word})
			}
			forms[term][n].seen += seen
		}
	}
	for term, all := range forms {
		x.words[term].Word = bestForm(x.terms[term], all)
	}
}

// bestForm chooses among the forms of a term.
func bestForm(term string, forms []spelt) string {
	apart := make(map[string]int, len(forms))
	for _, f := range forms {
		apart[f.word] = before(f.word, term)
	}
	return slices.MinFunc(forms, func(a, b spelt) int {
		return cmp.Or(cmp.Compare(apart[a.word], apart[b.word]), cmp.Compare(b.seen, a.seen), cmp.Compare(a.word, b.word))
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
