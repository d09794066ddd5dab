package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
)

// readANT gives the texts of a compressed file of JSON lines.
func readANT(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(z)
	var out []string
	for {
		var a struct{ Title, Text string }
		if err := d.Decode(&a); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, err
		}
		out = append(out, a.Title+"\n"+a.Text)
	}
}

// rawSentences cuts texts into folded tokens.
func rawSentences(texts []string) [][]string {
	var out [][]string
	for _, text := range texts {
		var s []string
		for _, t := range arabic.Tokens(text) {
			w := arabic.Fold(t.Of(text))
			if t.Kind == arabic.Numeric {
				w = "0"
			}
			if w != "" {
				s = append(s, w)
			}
			if w == "." {
				out = append(out, s)
				s = nil
			}
		}
		if len(s) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// learnClusters
func learnClusters(sentences [][]string, coarse, fine, min, passes int) *names.Clusters {
	counts := map[string]int{}
	for _, s := range sentences {
		for _, w := range s {
			counts[w]++
		}
	}
	first := names.NewClusters()
	for w, n := range counts {
		if n >= min {
			first.Add(w, n, 0, 0)
		}
	}
	r := names.NewReader(first)
	parted := make([][]string, len(sentences))
	for i, s := range sentences {
		for _, w := range s {
			clitic, base := r.Part(w)
			if clitic != "" {
				parted[i] = append(parted[i], clitic+"+")
			}
			parted[i] = append(parted[i], base)
		}
	}
	st := newStream(parted, min)
	fmt.Println("vocabulary", len(st.words))
	run := func(k int) []int32 {
		e := newExchange(st, k)
		for p := range passes {
			n := e.pass()
			fmt.Println("k", k, "pass", p, "moved", n)
			if n < len(st.words)/100 {
				break
			}
		}
		return e.class
	}
	a, b := run(coarse), run(fine)
	out := names.NewClusters()
	for i, w := range st.words[:len(st.words)-1] {
		out.Add(w, int(st.count[i]), int(a[i])+1, int(b[i])+1)
	}
	show(st, b, fine)
	return out
}

func show(st *stream, class []int32, k int) {
	by := make([][]string, k)
	for w := range st.words {
		by[class[w]] = append(by[class[w]], st.words[w])
	}
	for c := 0; c < k; c += max(1, k/12) {
		fmt.Println(c, len(by[c]), by[c][:min(12, len(by[c]))])
	}
	_ = slices.Max[[]int]
}
