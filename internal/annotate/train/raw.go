package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
)

// readANT gives the titles and texts of a compressed file of JSON lines.
func readANT(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var out []string
	for d := json.NewDecoder(z); ; {
		var article struct{ Title, Text string }
		switch err := d.Decode(&article); err {
		case nil:
			out = append(out, article.Title+"\n"+article.Text)
		case io.EOF:
			return out, nil
		default:
			return nil, fmt.Errorf("%s: article %d: %w", path, len(out)+1, err)
		}
	}
}

// rawSentences cuts texts into folded words and marks, a sentence at each
// ".". Every number is "0".
func rawSentences(texts []string) [][]string {
	var out [][]string
	for _, text := range texts {
		var s []string
		for _, t := range arabic.Tokens(text) {
			w := arabic.Fold(t.Of(text))
			if t.Kind == arabic.Numeric {
				w = "0"
			}
			if len(strings.Fields(w)) == 1 { // a lone tatweel folds to nothing, a ligature to several words
				s = append(s, w)
			}
			if w == "." {
				out, s = append(out, s), nil
			}
		}
		out = append(out, s)
	}
	return out
}

// The numbers of clusters, and how often a word must stand in the raw text to
// be in one.
const (
	coarseClusters = 64
	fineClusters   = 256
	clusterMin     = 4
)

// learnClusters puts the words of raw text into clusters. Conjunctions and
// particles are words of their own there.
func learnClusters(texts []string) *names.Clusters {
	sentences := partClitics(rawSentences(texts))
	st := newStream(sentences, clusterMin)
	coarse, fine := st.cluster(coarseClusters), st.cluster(fineClusters)
	out := names.NewClusters()
	for i, w := range st.words[:len(st.words)-1] { // the last stands for rare words
		out.Add(w, int(st.count[i]), int(coarse[i])+1, int(fine[i])+1)
	}
	return out
}

// partClitics takes clitics off, by how often the words stand in the sentences
// themselves.
func partClitics(sentences [][]string) [][]string {
	count := map[string]int{}
	for _, s := range sentences {
		for _, w := range s {
			count[w]++
		}
	}
	known := names.NewClusters()
	for w, n := range count {
		if n >= clusterMin {
			known.Add(w, n, 0, 0)
		}
	}
	r := names.NewReader(known)
	out := make([][]string, len(sentences))
	for i, s := range sentences {
		for _, w := range s {
			clitic, base := r.Part(w)
			if clitic != "" {
				out[i] = append(out[i], clitic+"+")
			}
			out[i] = append(out[i], base)
		}
	}
	return out
}
