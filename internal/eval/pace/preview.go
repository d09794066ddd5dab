package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// save is a file that a person saves while a preview runs, and the page on which
// the change is seen.
type save struct {
	name, file, page string
	change           func(b []byte, word string) []byte
}

// patience is how long a page, or the whole build that follows a save, may take.
const patience = 10 * time.Minute

// shown is a preview that runs: where, and word of each whole build.
type shown struct {
	url   string
	built <-chan bool
}

// preview measures, in a folder with a site, how long it is from a saved file to
// the new page, and prints medians.
func (s settings) preview(p *place, saves []save) error {
	if _, err := p.build(); err != nil { // the first build is none of the preview's
		return err
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	cmd := exec.CommandContext(ctx, p.program, "serve", "--port", "0")
	cmd.Dir, cmd.Cancel = p.dir, func() error { return cmd.Process.Signal(os.Interrupt) }
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	defer cmd.Wait()
	defer stop()
	v, err := follow(out)
	if err == nil {
		err = v.settled() // the first
	}
	if err != nil {
		return err
	}
	fmt.Println("\n| saved | median, s | all |\n|---|---|---|")
	for _, f := range saves {
		times, err := f.times(p.dir, v, s.rounds)
		if err != nil {
			return fmt.Errorf("%s: %w", f.file, err)
		}
		slices.Sort(times)
		fmt.Printf("| %s | %.2f | %.2f |\n", f.name, times[len(times)/2], times)
	}
	return nil
}

// follow reads what a preview prints: up to where it serves, and then the rest
// beside.
func follow(out io.Reader) (shown, error) {
	said := bufio.NewScanner(out)
	for said.Scan() {
		url := regexp.MustCompile(`http://[0-9.:]+`).FindString(said.Text())
		if url == "" {
			continue
		}
		built := make(chan bool, 1000)
		go func() {
			for said.Scan() {
				if strings.HasPrefix(said.Text(), "built all") {
					built <- true
				}
			}
		}()
		return shown{url, built}, nil
	}
	return shown{}, fmt.Errorf("the preview does not say where it serves (%v)", said.Err())
}

// settled waits for the end of a whole build, after which nothing is to be done.
func (v shown) settled() error {
	select {
	case <-v.built:
		return nil
	case <-time.After(patience):
		return errors.New("no whole build ended")
	}
}

// times saves a file some times, and puts it back in the end.
func (s save) times(dir string, v shown, rounds int) (out []float64, err error) {
	name := filepath.Join(dir, s.file)
	before, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	for i := range rounds {
		for len(v.built) > 0 { // of what an earlier one changed in content/
			<-v.built
		}
		word := fmt.Sprintf("كلمةجديدة%c", 'ب'+rune(i))
		began := time.Now()
		if err := os.WriteFile(name, s.change(before, word), 0o644); err != nil {
			return nil, err
		}
		for !shows(v.url+"/"+s.page, word) {
			if time.Since(began) > patience {
				return nil, fmt.Errorf("the change is not on %s", s.page)
			}
			time.Sleep(5 * time.Millisecond)
		}
		out = append(out, time.Since(began).Seconds())
		if err := v.settled(); err != nil {
			return nil, err
		}
	}
	if err := os.WriteFile(name, before, 0o644); err != nil {
		return nil, err
	}
	return out, v.settled()
}

// shows reports whether a page has a word.
func shows(url, word string) bool {
	resp, err := http.Get(url)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	return err == nil && bytes.Contains(b, []byte(word))
}

// saves are the three kinds of file that people save, around one document.
func saves(dossier, id, source string) []save {
	page := dossier + "/briefings/" + id + ".html"
	return []save{
		{"a source", source, page, func(b []byte, word string) []byte {
			return fmt.Appendf(slices.Clip(bytes.TrimRight(b, "\n")), "\nوأكد المتحدث %s أن الاجتماع المقبل سيعقد.\n", word)
		}},
		{"a briefing", "content/" + dossier + "/briefings/" + id + ".md", page, func(b []byte, word string) []byte {
			return bytes.Replace(b, []byte("\ntitle: "), []byte("\ntitle: "+word+" "), 1)
		}},
		{"a template", "templates/briefing.html", page, func(b []byte, word string) []byte {
			return bytes.Replace(b, []byte("</h1>"), []byte(" "+word+"</h1>"), 1)
		}},
	}
}

// previewExample measures the preview of the example that lies in the folder from
// which the command runs.
func (s settings) previewExample() error {
	dir, err := os.MkdirTemp("", "pace-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	for _, name := range []string{"seeds", "content", "templates"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(name)); err != nil {
			return err
		}
	}
	fmt.Printf("\nthe example, with its archives; medians of %d saves\n", s.rounds)
	return s.preview(&place{settings: s, dir: dir}, saves("iraq-coalition", "003-f304fb", "seeds/iraq-coalition/003_f304fb1cd7d99dcc.txt"))
}

// previewCorpus measures the preview of n documents of the corpus.
func (s settings) previewCorpus(p *place) error {
	templates := filepath.Join(p.dir, "templates")
	if err := os.CopyFS(templates, os.DirFS("templates")); err != nil {
		return err
	}
	source, err := filepath.Rel(p.dir, p.source(p.documents/2))
	if err != nil {
		return err
	}
	dossier, id := filepath.Base(filepath.Dir(source)), fmt.Sprintf("%05d", p.documents/2)
	per := p.per
	if per <= 0 {
		per = p.documents
	}
	fmt.Printf("\n%d documents, %d a dossier, archives: %s; medians of %d saves\n", p.documents, per, orNone(p.archives), s.rounds)
	return s.preview(p, saves(dossier, id, source))
}
