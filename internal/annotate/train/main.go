package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"mojaz/internal/annotate/names"
)

// target is the precision, of a hundred, that the operating point is chosen
// for: two above what is promised, since it is chosen on one small text and
// used on others.
const target = 87

func main() {
	data := flag.String("data", "../shared/data/anercorp", "folder with train.txt of ANERcorp")
	ant := flag.String("ant", "../shared/data/ant/ant.jsonl.gz", "raw text to learn clusters from, the ANT corpus")
	out := flag.String("out", "internal/annotate/names/data", "folder to write to")
	eval := flag.Bool("eval", false, "write nothing, print figures on the held-out tenth")
	tenth := flag.Int("tenth", 9, "the tenth to hold out, 0 to 9")
	flag.Parse()
	if err := run(os.Stdout, options{*data, *ant, *out, *eval, *tenth}); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

type options struct {
	data, ant, out string
	eval           bool
	tenth          int
}

func run(w io.Writer, opt options) error {
	entries, damage, err := readFile(filepath.Join(opt.data, "train.txt"))
	if err != nil {
		return err
	}
	raw, err := readANT(opt.ant)
	if err != nil {
		return err
	}
	sentences := cutSentences(entries)
	kept, held := holdOut(sentences, opt.tenth)
	fmt.Fprintf(w, "%d words in %d sentences; %s\n", len(entries), len(sentences), damage)
	t := fit(kept, raw)
	docs := prepare(t.Reader, held)
	got, want := tagged(docs, t.Tag)
	sure, ok := chooseSure(got, want, target)
	if !ok {
		return fmt.Errorf("no margin gives a precision of %d", target)
	}
	if opt.eval {
		printBaselines(w, kept, held)
		alone, _ := tagged(docs, t.TagAlone)
		printScores(w, "ours, first pass alone", compare(alone, want))
		printScores(w, "ours", compare(got, want))
		printScores(w, fmt.Sprintf("ours, sure names only (margin %d or more)", sure), compare(atLeast(got, sure), want))
		return nil
	}
	t = fit(sentences, raw)
	t.Sure = sure
	return save(t, opt.out)
}

func printBaselines(w io.Writer, kept, held [][]entry) {
	var train, dev []sentence
	var want []found
	for _, s := range kept {
		train = append(train, newSentence(s))
	}
	for n, s := range held {
		dev = append(dev, newSentence(s))
		want = append(want, dev[n].goldNames(n)...)
	}
	fmt.Fprintf(w, "trained on %d sentences, measured on %d\n", len(train), len(dev))
	printScores(w, "look-up alone", compare(lookUp(train, dev), want))
	printScores(w, "bare greedy perceptron", compare(greedyTags(train, dev), want))
}

// save writes the files of a tagger.
func save(t *names.Tagger, dir string) error {
	sure := func(w io.Writer) error {
		_, err := fmt.Fprintf(w, "# Margin from which a name is sure, in 1/64 of a step of training.\n"+
			"# Origin: chosen by the train command on the last tenth of ANERcorp's training side.\n%d\n", t.Sure)
		return err
	}
	for _, f := range []struct {
		name string
		save func(io.Writer) error
	}{
		{names.ClustersFile, t.Reader.Clusters().Save},
		{names.FirstFile, t.First.Save},
		{names.SecondFile, t.Second.Save},
		{names.SureFile, sure},
	} {
		if err := saveFile(filepath.Join(dir, f.name), f.save); err != nil {
			return err
		}
	}
	return nil
}

func saveFile(path string, save func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := save(f); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", path, err)
	}
	return f.Close()
}
