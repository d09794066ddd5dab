package easc

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"mojaz/internal/corpus"
)

// article is an article of the corpus with what people chose of it.
type article struct {
	topic     string
	doc       corpus.Document // one block of body text, and a title
	sentences []corpus.Span
	words     [][]string // of each sentence, as ROUGE compares them
	chosen    [][]int    // by person: indices of sentences, sorted; those who chose none are left out
}

// read reads dev.json. Articles of fewer than three sentences, and those of
// which fewer than two people chose anything, say nothing of a choice and are
// left out.
func read(fsys fs.FS) ([]article, error) {
	b, err := fs.ReadFile(fsys, "dev.json")
	if err != nil {
		return nil, err
	}
	var raw map[string]struct {
		Source    string           `json:"source"`
		Sentences []string         `json:"sentences"`
		Votes     map[string][]int `json:"votes"`
	}
	if err := json.Unmarshal(b, &raw); err != nil {
		return nil, fmt.Errorf("dev.json: %w", err)
	}
	var out []article
	for topic, r := range raw {
		a := newArticle(topic, r.Source, r.Sentences)
		if err := a.vote(r.Votes); err != nil {
			return nil, err
		}
		if len(a.sentences) >= 3 && len(a.chosen) >= 2 {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b article) int { return cmp.Compare(a.topic, b.topic) })
	return out, nil
}

// newArticle makes a document of sentences: the paragraphs of the original are
// not known.
func newArticle(topic, source string, sentences []string) article {
	a := article{topic: topic}
	var b strings.Builder
	for i, s := range sentences {
		if i > 0 {
			b.WriteByte(' ')
		}
		a.sentences = append(a.sentences, corpus.Span{Start: b.Len(), End: b.Len() + len(s)})
		b.WriteString(s)
		a.words = append(a.words, Words(s))
	}
	all := corpus.Span{End: b.Len()}
	a.doc.Text = b.String()
	a.doc.Lines = []corpus.Line{{Span: all, Role: corpus.RoleBody}}
	a.doc.Blocks = []corpus.Block{{Span: all, Role: corpus.RoleBody, Sentences: a.sentences}}
	a.doc.Meta.Title = title(source)
	return a
}

// title is the title of an article of Wikipedia, from its address.
func title(address string) string {
	name := path.Base(address)
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	return strings.ReplaceAll(name, "_", " ")
}

// vote takes the choices of those people who chose something.
func (a *article) vote(votes map[string][]int) error {
	var people []string
	for p := range votes {
		people = append(people, p)
	}
	slices.Sort(people)
	for _, p := range people {
		chosen := slices.Clone(votes[p])
		slices.Sort(chosen)
		chosen = slices.Compact(chosen)
		if len(chosen) == 0 {
			continue
		}
		if chosen[0] < 0 || chosen[len(chosen)-1] >= len(a.sentences) {
			return fmt.Errorf("dev.json: %s: %s chose a sentence that is not there", a.topic, p)
		}
		a.chosen = append(a.chosen, chosen)
	}
	return nil
}

// length is the number of words that people chose, in the mean.
func (a *article) length() float64 {
	n := 0
	for _, c := range a.chosen {
		n += len(a.take(c))
	}
	return float64(n) / float64(len(a.chosen))
}

// take gives the words of sentences in the order of the text.
func (a *article) take(sentences []int) []string {
	var out []string
	for _, i := range slices.Sorted(slices.Values(sentences)) {
		out = append(out, a.words[i]...)
	}
	return out
}

// cut takes sentences in the order given as long as that brings the summary
// nearer to the length that people chose; the first is always taken.
func (a *article) cut(order []int) []int {
	budget, n := a.length(), 0
	for k, i := range order {
		next := n + len(a.words[i])
		if k > 0 && float64(n+next)/2 > budget {
			return order[:k]
		}
		n = next
	}
	return order
}
