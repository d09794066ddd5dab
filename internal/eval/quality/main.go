// Command quality measures what the program understood, and prints every figure
// beside its floor and its ceiling.
//
//	go run ./internal/eval/quality [-export FILE] [-data DIR] [-train] [-min LIST] [-v] [-write]
//
// Four things are measured, each where its data are there; the others are "not
// measured":
//
//   - the export of a build, against the gold of the example (package score);
//   - the calendar, against public cases (package recognizers);
//   - the tagger of names, on a part of a public corpus that it is not trained
//     on. This trains it anew, which takes a minute or so: only with -train;
//   - the summaries, against sentences that people chose (package easc).
//
// A floor is what a method without understanding reaches (floor.go), or another
// program; a ceiling is what a second person reaches, or the best that is known.
// The output says nothing of time or machine: the same input gives the same
// bytes. The exit code is 1 when a minimum of -min is missed, 2 when the command
// line or an input is unusable.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
)

// page is the file that -write writes.
const page = "docs/quality.md"

// options are the command line.
type options struct {
	export, gold, seeds, lists, data, min string
	train, verbose, write                 bool
}

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run is the program; it gives the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	if err != nil {
		return 2
	}
	short, err := o.execute(stdout)
	if err != nil {
		fmt.Fprintln(stderr, "quality:", err)
		return 2
	}
	for _, s := range short {
		fmt.Fprintln(stderr, "below minimum:", s)
	}
	if len(short) > 0 {
		return 1
	}
	return 0
}

// parse reads the command line.
func parse(args []string, stderr io.Writer) (*options, error) {
	o := &options{}
	fs := flag.NewFlagSet("quality", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.StringVar(&o.export, "export", "public/data/annotations.jsonl", "export `file` to score")
	fs.StringVar(&o.gold, "gold", "internal/eval/gold", "`folder` of the gold")
	fs.StringVar(&o.seeds, "seeds", "seeds", "`folder` of the sources that the gold names, or of their folders")
	fs.StringVar(&o.lists, "lists", "internal/annotate/names/data", "`folder` of the lists of names that the floor looks up")
	fs.StringVar(&o.data, "data", "../shared/data", "`folder` of the public data")
	fs.StringVar(&o.min, "min", "", "minima, such as `dates.value.f1=0.9,dangling.acc=1`")
	fs.BoolVar(&o.train, "train", false, "train the tagger of names to measure it; takes a minute or so")
	fs.BoolVar(&o.verbose, "v", false, "print every document's figures, and what was read otherwise")
	fs.BoolVar(&o.write, "write", false, "write "+page+", with all that can be measured: implies -train")
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	if fs.NArg() > 0 {
		err := fmt.Errorf("quality: what is %q?", fs.Arg(0))
		fmt.Fprintln(stderr, err)
		return nil, err
	}
	o.train = o.train || o.write
	return o, nil
}

// execute measures, prints and writes what the options ask for, and lists the
// minima missed.
func (o *options) execute(stdout io.Writer) ([]string, error) {
	sections, err := o.measure(stdout)
	if err != nil {
		return nil, err
	}
	for _, s := range sections {
		if err := s.print(stdout); err != nil {
			return nil, err
		}
	}
	if o.write {
		var b bytes.Buffer
		if err := writePage(&b, sections); err != nil {
			return nil, err
		}
		if err := os.WriteFile(page, b.Bytes(), 0o644); err != nil {
			return nil, err
		}
	}
	return shortfalls(sections, o.min)
}

// measure gives the sections in the order in which they are printed; details go
// to stdout.
func (o *options) measure(stdout io.Writer) ([]section, error) {
	details := io.Discard
	if o.verbose {
		details = stdout
	}
	var out []section
	for _, part := range []func(io.Writer) (section, error){o.example, o.calendar, o.names, o.summaries} {
		s, err := part(details)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}
