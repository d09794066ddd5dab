package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// tagger is a table of the report of the train command.
type tagger struct {
	title, name, meaning string
	kinds                bool // whether its figures of each kind are reported, or those of all kinds only
}

// taggers are the titles of the tables of the train command, as prefixes, and
// the names of their figures. The longer of two comes first.
var taggers = []tagger{
	{"look-up alone", "names.lookup", "names that the training part has, and nothing else", true},
	{"bare greedy perceptron", "names.greedy", "a bare tagger: the word, its letters, its neighbours", true},
	{"ours, first pass alone", "names.first", "ours, each sentence by itself", false},
	{"ours, sure names only", "names.sure", "ours, doubtful names left unmarked: what a page shows", false},
	{"ours", "names", "ours, with what the document says elsewhere", true},
}

// bestKnown is what a fine-tuned language model (AraBERT) reaches on the part of
// the corpus that its makers keep for tests, over all kinds.
const bestKnown = 0.81

// names measures the tagger of names on the last tenth of a corpus by running
// the train command, which trains it on the other nine.
func (o *options) names(details io.Writer) (section, error) {
	s := section{title: "Names: the last tenth of a public corpus", prefix: "names."}
	aner, ant := filepath.Join(o.data, "anercorp"), filepath.Join(o.data, "ant", "ant.jsonl.gz")
	switch {
	case !isFile(filepath.Join(aner, "train.txt")) || !isFile(ant):
		s.absent = notMeasured + ": no data"
		return s, nil
	case !o.train:
		s.absent = notMeasured + ": -train was not given"
		return s, nil
	}
	cmd := exec.Command("go", "run", "mojaz/internal/annotate/train", "-eval", "-data", aner, "-ant", ant)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return s, fmt.Errorf("train: %w", err)
	}
	fmt.Fprintf(details, "%s\n", out)
	s.figures, err = taggerFigures(string(out))
	return s, err
}

// isFile reports whether there is such a file.
func isFile(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// taggerLine matches "  PERS  P  79.6  R  71.8  F  75.5  n 298".
var taggerLine = regexp.MustCompile(`^  (\w+) +P +([\d.]+) +R +([\d.]+) +F +([\d.]+) +n (\d+)$`)

// taggerFigures reads the tables that the train command prints. Look-up is the
// floor of every other line of its kind.
func taggerFigures(report string) ([]figure, error) {
	var out []figure
	floors := map[string]value{}
	var table tagger
	tables := 0
	for line := range strings.Lines(report) {
		line = strings.TrimRight(line, "\n")
		m := taggerLine.FindStringSubmatch(line)
		if m == nil {
			if i := slices.IndexFunc(taggers, func(t tagger) bool { return strings.HasPrefix(line, t.title) }); i >= 0 {
				table = taggers[i]
				tables++
			}
			continue
		}
		f, kind := taggerFigure(table, m), m[1]
		f.floor = floors[kind]
		if table.name == "names.lookup" {
			floors[kind] = f.get("f1")
		}
		if table.kinds || kind == "all" {
			out = append(out, f)
		}
	}
	if tables != len(taggers) {
		return nil, fmt.Errorf("train: %d tables, not %d", tables, len(taggers))
	}
	return out, nil
}

// taggerFigure reads a match of taggerLine: kind, precision, recall and F1, of a
// hundred, and n.
func taggerFigure(t tagger, m []string) figure {
	f := figure{name: t.name + "." + m[1], stat: "f1", stats: map[string]float64{}, meaning: t.meaning}
	for i, stat := range []string{"p", "r", "f1"} {
		v, _ := strconv.ParseFloat(m[2+i], 64) // taggerLine lets digits alone through
		f.stats[stat] = v / 100
	}
	f.n, _ = strconv.Atoi(m[5])
	if f.name == "names.all" {
		f.ceiling = known(bestKnown)
	}
	return f
}
