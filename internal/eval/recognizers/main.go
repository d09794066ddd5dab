// Command recognizers measures the calendar against the Arabic cases of
// Microsoft Recognizers-Text.
//
//	go run ./internal/eval/recognizers -data ../shared/data/recognizers-ar [-v]
//
// The cases are commands to an assistant, translated from English, each with a
// day of reference and an answer; they are read with [calendar.Anchor.Loose].
// Some are wrong or odd: exclusions.txt lists them with reasons, and every set
// is reported with and without them. What counts as agreement is described at
// [agrees]. Without the data it says "not measured" and exits with 0.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"mojaz/internal/calendar"
)

// sets are the files that are measured.
var sets = []string{"DateParser", "DatePeriodParser", "DurationParser"}

func main() {
	data := flag.String("data", "../shared/data/recognizers-ar", "`folder` of the sets")
	verbose := flag.Bool("v", false, "list the phrases that were read otherwise")
	flag.Parse()
	if err := run(os.Stdout, os.DirFS(*data), *verbose); err != nil {
		fmt.Fprintln(os.Stderr, "recognizers:", err)
		os.Exit(2)
	}
}

// run measures every set in fsys.
func run(w io.Writer, fsys fs.FS, verbose bool) error {
	excluded := exclusions()
	for _, set := range sets {
		cases, err := read(fsys, set)
		if errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintf(w, "%-17s not measured: no data\n", set)
			continue
		}
		if err != nil {
			return err
		}
		all, kept := measure(w, set, cases, excluded, verbose)
		fmt.Fprintf(w, "%-17s all %s   without exclusions %s\n", set, all, kept)
		for _, k := range unmatched(set, cases, excluded) {
			fmt.Fprintln(w, "exclusion matches no case:", k)
		}
	}
	return nil
}

// unmatched lists the exclusions of a set that name none of its cases.
func unmatched(set string, cases []testCase, excluded map[string]string) []string {
	there := map[string]bool{}
	for _, c := range cases {
		there[key(set, c.Input)] = true
	}
	var out []string
	for _, k := range slices.Sorted(maps.Keys(excluded)) {
		if strings.HasPrefix(k, set+"|") && !there[k] {
			out = append(out, k)
		}
	}
	return out
}

// score counts agreements.
type score struct{ right, n int }

func (s score) String() string {
	if s.n == 0 {
		return "not measured: no cases"
	}
	return fmt.Sprintf("%5.1f %% (%d of %d)", 100*float64(s.right)/float64(s.n), s.right, s.n)
}

func (s *score) add(right bool) {
	s.n++
	if right {
		s.right++
	}
}

// measure scores the cases of a set, all of them and those not excluded.
func measure(w io.Writer, set string, cases []testCase, excluded map[string]string, verbose bool) (all, kept score) {
	for _, c := range cases {
		for _, want := range c.Results {
			got := reading(c, want)
			ok := agrees(got, want)
			reason, out := excluded[key(set, c.Input)]
			all.add(ok)
			if !out {
				kept.add(ok)
			}
			if verbose && !ok {
				fmt.Fprintf(w, "%s %s got %-24q want %s %q in %q %s\n", set, c.day(), got, want.answer(), want.Text, c.Input, reason)
			}
		}
	}
	return all, kept
}

// reading is the value of the expression found where the answer stands, "" if
// none shares half of the shorter of the two.
func reading(c testCase, want result) string {
	start, end, ok := want.bytes(c.Input)
	if !ok {
		return ""
	}
	best, value := 0, ""
	for _, f := range calendar.Find(c.Input, calendar.Anchor{Day: c.day(), Loose: true}) {
		shared := min(f.End, end) - max(f.Start, start)
		if shared > best && 2*shared >= min(f.End-f.Start, end-start) {
			best, value = shared, f.Value
		}
	}
	return value
}
