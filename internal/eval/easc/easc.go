// Package easc measures summaries beside those that people chose: the Essex
// Arabic Summaries Corpus, articles of the Arabic Wikipedia with the sentences
// that each of five people took for a summary.
//
// Every method is cut at the same length: that of the people's choices in the
// mean, in words, to the nearest sentence. A figure is the mean over articles;
// of the references of an article, both the mean and the best count.
package easc

import (
	"io/fs"
	"math/rand/v2"
	"slices"

	"mojaz/internal/annotate"
	"mojaz/internal/corpus"
	"mojaz/internal/summarize"
)

// Figures are those of one method, each the mean over all articles.
type Figures struct {
	Mean, Best Rouge   // over the references of an article
	Sentences  float64 // F1 of the sentences chosen, mean over references
}

// Method is a way of summarising and how well it does. Low and High bound each
// figure: between them lie 95 of a hundred means of articles drawn with
// replacement.
type Method struct {
	Name string // "ours", "lead", "lexrank", "random", "person"
	Figures
	Low, High Figures
}

// Result is what was measured.
type Result struct {
	Articles int
	Methods  []Method // ours first, then the lead
	// Over is how much ours is above the lead, article by article.
	Over Method
}

// methods give the figures of an article. A person is measured against the
// others, at that person's own length.
var methods = []struct {
	name    string
	measure func(*article) Figures
}{
	{"ours", func(a *article) Figures { return a.figures(ours(a)) }},
	{"lead", func(a *article) Figures { return a.figures(lead(a)) }},
	{"lexrank", func(a *article) Figures { return a.figures(lexRank(a)) }},
	{"random", random},
	{"person", person},
}

// Measure measures all methods on dev.json of fsys.
func Measure(fsys fs.FS) (Result, error) {
	articles, err := read(fsys)
	if err != nil {
		return Result{}, err
	}
	out := Result{Articles: len(articles)}
	each := make([][]Figures, len(methods))
	for i := range articles {
		annotated(&articles[i])
		for k, m := range methods {
			each[k] = append(each[k], m.measure(&articles[i]))
		}
	}
	for k, m := range methods {
		out.Methods = append(out.Methods, summary(m.name, each[k]))
	}
	out.Over = summary("over", differences(each[0], each[1]))
	return out, nil
}

// annotated finds in an article what the program finds in a document before it
// summarises.
func annotated(a *article) {
	doc := &a.doc
	doc.Dates = annotate.Dates(*doc)
	doc.Mentions = annotate.Mentions(*doc, nil)
	doc.Statements = annotate.Statements(*doc)
	doc.Figures = annotate.Figures(*doc)
	doc.Claims = annotate.Claims(*doc)
}

// figures measures an order of an article's sentences, cut at the length that
// people chose.
func (a *article) figures(order []int) Figures { return a.compare(a.cut(order), a.chosen) }

// compare measures chosen sentences against those that people chose.
func (a *article) compare(picked []int, people [][]int) Figures {
	words := a.take(picked)
	var each []Figures
	var best Rouge
	for _, c := range people {
		r := Compare(words, a.take(c))
		best = Rouge{max(best.One, r.One), max(best.Two, r.Two), max(best.L, r.L)}
		both := 0
		for _, i := range picked {
			if slices.Contains(c, i) {
				both++
			}
		}
		each = append(each, Figures{Mean: r, Sentences: f1(both, len(picked), len(c))})
	}
	out := average(each)
	out.Best = best
	return out
}

// ours is the program's order. A point is the sentence that it lies in; what
// the program would not choose comes last, in the order of the text.
func ours(a *article) []int {
	var out []int
	for _, p := range summarize.Rank(a.doc, len(a.sentences)) {
		i := slices.IndexFunc(a.sentences, func(s corpus.Span) bool { return s.Overlaps(p.Span) })
		if i >= 0 && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	for _, i := range lead(a) {
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// lead is the order of the text.
func lead(a *article) []int {
	out := make([]int, len(a.sentences))
	for i := range out {
		out[i] = i
	}
	return out
}

// orders is how many random orders an article is summarised by.
const orders = 20

// random is the mean of orders drawn by a generator that always begins alike.
func random(a *article) Figures {
	rng := rand.New(rand.NewPCG(1, 2))
	each := make([]Figures, orders)
	for i := range each {
		each[i] = a.figures(rng.Perm(len(a.sentences)))
	}
	return average(each)
}

// person is each person against the others, in the mean.
func person(a *article) Figures {
	var each []Figures
	for i, c := range a.chosen {
		others := slices.Delete(slices.Clone(a.chosen), i, i+1)
		each = append(each, a.compare(c, others))
	}
	return average(each)
}
