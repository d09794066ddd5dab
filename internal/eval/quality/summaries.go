package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"mojaz/internal/eval/easc"
)

// summaries measures summaries beside those that people chose.
func (o *options) summaries(io.Writer) (section, error) {
	s := section{title: "Summaries: articles with the sentences that people chose", prefix: "easc."}
	r, err := easc.Measure(os.DirFS(filepath.Join(o.data, "easc")))
	if errors.Is(err, fs.ErrNotExist) {
		s.absent = notMeasured + ": no data"
		return s, nil
	}
	if err != nil {
		return s, err
	}
	s.figures = summaryFigures(r)
	return s, nil
}

// summarised are the figures of one method that are reported.
var summarised = []struct {
	name, meaning string
	get           func(easc.Figures) float64
}{
	{"rouge1", "ROUGE-1, mean over the references", func(f easc.Figures) float64 { return f.Mean.One }},
	{"rouge2", "ROUGE-2, mean over the references", func(f easc.Figures) float64 { return f.Mean.Two }},
	{"rougeL", "ROUGE-L, mean over the references", func(f easc.Figures) float64 { return f.Mean.L }},
	{"best.rouge1", "ROUGE-1 with the nearest reference", func(f easc.Figures) float64 { return f.Best.One }},
	{"best.rouge2", "ROUGE-2 with the nearest reference", func(f easc.Figures) float64 { return f.Best.Two }},
	{"best.rougeL", "ROUGE-L with the nearest reference", func(f easc.Figures) float64 { return f.Best.L }},
	{"sentences", "sentences that people chose, mean over the people", func(f easc.Figures) float64 { return f.Sentences }},
}

// others say what the other methods are.
var others = map[string]string{
	"lead":    "the first sentences",
	"lexrank": "LexRank",
	"random":  "sentences drawn by lot",
	"person":  "a person, against the others",
	"over":    "ours less the first sentences",
}

// summaryFigures gives the figures of all methods. The lead is the floor of
// ours.
func summaryFigures(r easc.Result) []figure {
	var out []figure
	lead := r.Methods[1]
	for i, m := range append(slices.Clone(r.Methods), r.Over) {
		for _, s := range summarised {
			f := figure{name: "easc." + m.Name + "." + s.name, stat: "f1", n: r.Articles, meaning: others[m.Name] + ": " + s.meaning}
			if i == 0 {
				f.name, f.meaning, f.floor = "easc."+s.name, s.meaning, known(s.get(lead.Figures))
			}
			f.stats = map[string]float64{"f1": s.get(m.Figures)}
			f.interval = fmt.Sprintf(" [%.3f, %.3f]", s.get(m.Low), s.get(m.High))
			out = append(out, f)
		}
	}
	return out
}
