package main

import (
	"mojaz/internal/annotate/names"
	"mojaz/internal/perceptron"
)

// settings of both passes, chosen on the last tenth of the corpus.
var settings = perceptron.Options{
	Epochs: 10, Runs: 3, Seed: 1, Margin: 10, Dropout: 120, MinCount: 2, Prune: 2,
}

// folds is how many first passes are trained to teach the second.
const folds = 5

// text is a document of the corpus, prepared for a tagger.
type text struct {
	sentences []sentence
	prepared  []names.Sentence
}

// prepare gives the documents of sentences as a reader reads them.
func prepare(r names.Reader, sentences [][]entry) []text {
	var out []text
	for _, d := range cutDocuments(sentences) {
		var t text
		for _, entries := range d {
			s := newSentence(entries)
			t.sentences = append(t.sentences, s)
			t.prepared = append(t.prepared, r.Sentence(s.text, s.tokens))
		}
		out = append(out, t)
	}
	return out
}

// fit trains a tagger on sentences and, without their tags, on raw texts. Its
// operating point is not set.
func fit(sentences [][]entry, raw []string) *names.Tagger {
	for _, entries := range sentences {
		raw = append(raw, newSentence(entries).text)
	}
	t := &names.Tagger{Reader: names.NewReader(learnClusters(raw))}
	docs := prepare(t.Reader, sentences)
	t.First = fitFirst(docs)
	t.Second = fitSecond(docs)
	return t
}

func fitFirst(docs []text) *perceptron.Model {
	var examples []perceptron.Example
	for _, d := range docs {
		for i, s := range d.prepared {
			examples = append(examples, perceptron.Example{Features: s.Features(), Tags: d.sentences[i].tags})
		}
	}
	return perceptron.Train(names.Tagset(), examples, settings)
}

// fitSecond trains the second pass on what first passes make of the documents
// that they were not trained on.
func fitSecond(docs []text) *perceptron.Model {
	var examples []perceptron.Example
	for k := range folds {
		from, to := len(docs)*k/folds, len(docs)*(k+1)/folds
		kept := append(append([]text(nil), docs[:from]...), docs[to:]...)
		first := names.Tagger{First: fitFirst(kept)}
		for _, d := range docs[from:to] {
			for i, f := range names.WithHints(d.prepared, first.TagAlone(d.prepared)) {
				examples = append(examples, perceptron.Example{Features: f, Tags: d.sentences[i].tags})
			}
		}
	}
	return perceptron.Train(names.Tagset(), examples, settings)
}

// tagged gives the names that tag finds in documents, and those that the
// corpus marks.
func tagged(docs []text, tag func([]names.Sentence) []perceptron.Path) (got, want []found) {
	n := 0
	for _, d := range docs {
		for i, path := range tag(d.prepared) {
			got = append(got, d.sentences[i].inWords(n, names.Chunks(path))...)
			want = append(want, d.sentences[i].goldNames(n)...)
			n++
		}
	}
	return got, want
}
