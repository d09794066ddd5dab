package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"mojaz/internal/annotate/names"
	"mojaz/internal/perceptron"
)

func main() {
	off := flag.String("off", "", "")
	epochs := flag.Int("epochs", 8, "")
	runs := flag.Int("runs", 1, "")
	margin := flag.Int("margin", 0, "")
	minc := flag.Int("min", 1, "")
	prune := flag.Int("prune", 1, "")
	part := flag.Int("part", 9, "held-out tenth")
	clus := flag.String("clusters", "", "")
	learn := flag.String("learn", "", "")
	coarse := flag.Int("coarse", 64, "")
	fine := flag.Int("fine", 256, "")
	cmin := flag.Int("cmin", 4, "")
	passes := flag.Int("passes", 8, "")
	flag.Parse()
	for _, x := range strings.Split(*off, ",") {
		names.X[x] = true
	}
	f, err := os.Open("/work/shared/data/anercorp/train.txt")
	if err != nil {
		panic(err)
	}
	es, d, _ := readEntries(bufio.NewReader(f))
	fmt.Println(len(es), d)
	ss := cut(es)
	// cut at tenths of the words
	var train, dev []sentence
	n := 0
	for _, s := range ss {
		if n*10/len(es) == *part {
			dev = append(dev, s)
		} else {
			train = append(train, s)
		}
		n += len(s.gold)
	}
	c := names.NewClusters()
	if *clus != "" {
		f, _ := os.Open(*clus)
		c, err = names.ReadClusters(f)
		if err != nil {
			panic(err)
		}
	}
	if *learn != "" {
		texts, err := readANT("/work/shared/data/ant/ant.jsonl.gz")
		if err != nil {
			panic(err)
		}
		for _, s := range train {
			texts = append(texts, s.text)
		}
		t0 := time.Now()
		c = learnClusters(rawSentences(texts), *coarse, *fine, *cmin, *passes)
		fmt.Println("clusters", time.Since(t0))
		f, _ := os.Create(*learn)
		c.Write(f)
		f.Close()
	}
	r := names.NewReader(c)
	t0 := time.Now()
	var ex []perceptron.Example
	for _, s := range train {
		ex = append(ex, perceptron.Example{Features: r.Features(r.Sentence(s.text, s.tokens)), Tags: s.tags})
	}
	t1 := time.Now()
	m := perceptron.Train(names.Tagset(), ex, perceptron.Options{Epochs: *epochs, Runs: *runs, Margin: *margin, MinCount: *minc, Prune: *prune, Seed: 1})
	t2 := time.Now()
	var got, want []found
	for i, s := range dev {
		p := m.Decode(r.Features(r.Sentence(s.text, s.tokens)))
		got = append(got, unitSpans(i, s, p.Tags)...)
		want = append(want, spans(i, s.gold)...)
	}
	fmt.Println(len(train), len(dev), m.Features(), t1.Sub(t0), t2.Sub(t1), time.Since(t2))
	fmt.Println(compare(got, want))
}
