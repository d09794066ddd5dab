// Command pace measures how long a build takes, and how much memory, side by
// side with Hugo.
//
// Each round does all jobs once, one after another, and what is told is the
// median over the rounds: on a machine that others use too, single times mean
// little, and ratios of medians within one run mean something. scripts/bench runs it.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// settings say what is measured.
type settings struct {
	ant, program, hugo string
	per, rounds        int
	archives           string
	previews           bool
}

func main() {
	var s settings
	sizes := flag.String("sizes", "1000", "numbers of documents, apart by commas")
	flag.StringVar(&s.ant, "ant", "", "ant.jsonl.gz of the ANT corpus: id, title, time and text a line")
	flag.StringVar(&s.program, "build", "", "the program to measure")
	flag.StringVar(&s.hugo, "hugo", "", "Hugo's program; without it Hugo is not measured")
	flag.IntVar(&s.per, "per", 200, "documents a dossier; 0 puts all into one")
	flag.IntVar(&s.rounds, "rounds", 3, "how often each job is done")
	flag.StringVar(&s.archives, "archives", "", "forms of archive that the build makes, such as zip,epub,html; Hugo makes none")
	flag.BoolVar(&s.previews, "preview", false, "measure build serve instead: from a saved file to the new page; without -ant over the example")
	flag.Parse()
	if err := s.all(strings.Split(*sizes, ",")); err != nil {
		fmt.Fprintf(os.Stderr, "pace: %v\n", err)
		os.Exit(1)
	}
}

// all measures each size and prints a table of it.
func (s settings) all(sizes []string) error {
	if s.previews && s.ant == "" {
		return s.previewExample()
	}
	if _, err := os.Stat(s.ant); err != nil {
		fmt.Printf("not measured: there is no file %q; --ant names ant.jsonl.gz of the ANT corpus\n", s.ant)
		return nil
	}
	for _, size := range sizes {
		n, err := strconv.Atoi(size)
		if err != nil {
			return err
		}
		if err := s.size(n); err != nil {
			return fmt.Errorf("%d documents: %w", n, err)
		}
	}
	return nil
}

// size measures n documents in a folder that is removed afterwards.
func (s settings) size(n int) error {
	dir, err := os.MkdirTemp("", "pace-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	p := place{settings: s, dir: dir, documents: n}
	if err := p.seeds(); err != nil {
		return err
	}
	if s.previews {
		return s.previewCorpus(&p)
	}
	done := map[string][]cost{}
	for round := range s.rounds {
		for _, j := range jobs {
			c, err := j.do(&p, round)
			if err != nil {
				return fmt.Errorf("%s: %w", j.name, err)
			}
			if c != nil {
				done[j.name] = append(done[j.name], *c)
				fmt.Fprintf(os.Stderr, "%d documents, round %d: %s: %s\n", n, round+1, j.name, c)
			}
		}
	}
	p.table(done)
	return nil
}

// table prints the medians, and each as a share of the first build.
func (p *place) table(done map[string][]cost) {
	per := p.per
	if per <= 0 {
		per = p.documents
	}
	fmt.Printf("\n%d documents, %d a dossier, archives: %s; medians of %d rounds\n\n", p.documents, per, orNone(p.archives), p.rounds)
	fmt.Println("| job | seconds | of cold | processor seconds | of cold | peak memory, MB |")
	fmt.Println("|---|---|---|---|---|---|")
	cold := median(done[jobs[0].name])
	for _, j := range jobs {
		m := median(done[j.name])
		if len(done[j.name]) == 0 {
			fmt.Printf("| %s | not measured | | | | |\n", j.name)
			continue
		}
		fmt.Printf("| %s | %.2f | %.1f %% | %.2f | %.1f %% | %.0f |\n", j.name,
			m.wall, 100*m.wall/cold.wall, m.processor, 100*m.processor/cold.processor, m.memory)
	}
	fmt.Printf("\nfiles: %d of content/, %d of public/, %d of Hugo's\n",
		files(filepath.Join(p.dir, "content")), files(filepath.Join(p.dir, "public")), files(filepath.Join(p.dir, "hugo", "public")))
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
