package main

import (
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"mojaz/internal/build"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// onDisk turns a path that begins with the standing name of a folder, such as
// "seeds/x.txt", into one that an editor can open from here.
func (c *cli) onDisk(p string) string {
	first, rest, _ := strings.Cut(p, "/")
	dir := map[string]string{
		"seeds": c.Seeds, "content": c.Content, "templates": c.Templates, "assets": c.Assets, "public": c.Public,
	}[first]
	switch {
	case filepath.IsAbs(p):
		return relative(p)
	case dir == "":
		return p
	}
	return relative(filepath.Join(dir, filepath.FromSlash(rest)))
}

// relative shortens a path against the working folder where that is shorter.
func relative(p string) string {
	wd, err := os.Getwd()
	if err != nil {
		return p
	}
	if rel, err := filepath.Rel(wd, p); err == nil && len(rel) < len(p) {
		return rel
	}
	return p
}

// printSummary closes a build that was done.
func (c *cli) printSummary(w io.Writer, r build.Report, took time.Duration) {
	if r.Index == "" {
		c.say(w, wording.Of("%s in %s, %s, %.1f seconds", documents(r.Documents), dossiers(r.Dossiers), problemCount(r.Problems), took.Seconds()))
	} else {
		c.say(w, wording.Of("%s in %s, %s, %s, %.1f seconds",
			documents(r.Documents), dossiers(r.Dossiers), pages(r.Pages), problemCount(r.Problems), took.Seconds()))
	}
	c.say(w, wording.Of("content: %s changed", files(r.Content)))
	if r.Index != "" {
		c.say(w, wording.Of("site: %d written, %d unchanged, %d removed", r.Public.Written, r.Public.Unchanged, r.Public.Removed))
		c.printFolders(w, r.Folders)
		c.printArchives(w, r.Archives)
		c.say(w, wording.Of("open %s", relative(r.Index)))
	}
}

// printFolders tells how many files there are, and what common hosts take.
func (c *cli) printFolders(w io.Writer, folders []build.Folder) {
	var parts []wording.Text
	total := 0
	for _, f := range folders {
		total += f.Files
		parts = append(parts, f.Wording())
	}
	c.say(w, wording.Of("files: %d, common hosts take %d: %s", total, build.MostFiles, wording.Join(parts, ", ")))
}

// printArchives tells how large the archives are.
func (c *cli) printArchives(w io.Writer, archives []build.Archive) {
	var sizes []wording.Text
	for _, a := range archives {
		sizes = append(sizes, wording.Of("%s %.1f MB", path.Base(a.Path), float64(a.Bytes)/(1<<20)))
	}
	if len(sizes) > 0 {
		c.say(w, wording.Of("archives: %s", wording.Join(sizes, ", ")))
	}
}

// problemCount says how many problems there are, notes apart.
func problemCount(problems []corpus.Problem) wording.Text {
	notes := 0
	for _, p := range problems {
		if p.Severity == corpus.Note {
			notes++
		}
	}
	s := wording.Count(len(problems)-notes, "%d problem", "%d problems")
	if notes > 0 {
		s = wording.Of("%s and %s", s, wording.Count(notes, "%d note", "%d notes"))
	}
	return s
}

func documents(n int) wording.Text { return wording.Count(n, "%d document", "%d documents") }
func dossiers(n int) wording.Text  { return wording.Count(n, "%d dossier", "%d dossiers") }
func pages(n int) wording.Text     { return wording.Count(n, "%d page", "%d pages") }
func files(n int) wording.Text     { return wording.Count(n, "%d file", "%d files") }

// progress shows how far long work has come: a bar on a terminal, else one
// plain line a stage.
type progress struct {
	mu       sync.Mutex
	say      func(wording.Text) string
	w        io.Writer
	terminal bool
	quiet    bool
	stage    wording.Text
	bar      *progressbar.ProgressBar
}

// slow is the number of units from which a stage is worth a word where the
// output is no terminal.
const slow = 200

func (c *cli) newProgress(w io.Writer, quiet bool) *progress {
	return &progress{say: c.voice(w).Say, w: w, quiet: quiet, terminal: isTerminal(w)}
}

// step counts one unit of a stage as done.
func (p *progress) step(stage wording.Text, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.quiet {
		return
	}
	if stage != p.stage {
		p.begin(stage, total)
	}
	if p.bar != nil {
		_ = p.bar.Add(1) // a bar that cannot be drawn is no reason to stop
	}
}

// begin starts a stage.
func (p *progress) begin(stage wording.Text, total int) {
	p.stage = stage
	if p.bar != nil {
		_ = p.bar.Clear()
		p.bar = nil
	}
	switch {
	case p.terminal:
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.w),
			progressbar.OptionSetDescription(p.say(stage)), progressbar.OptionShowCount(),
			progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(65*time.Millisecond))
	case total >= slow:
		fmt.Fprintln(p.w, p.say(wording.Of("%s: %d", stage, total)))
	}
}

// finish takes the bar away.
func (p *progress) finish() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
