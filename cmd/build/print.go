package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"

	"mojaz/internal/build"
	"mojaz/internal/corpus"
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
func printSummary(w io.Writer, r build.Report, took time.Duration) {
	fmt.Fprintf(w, "%s in %s", count(r.Documents, "document"), count(r.Dossiers, "dossier"))
	if r.Index != "" {
		fmt.Fprintf(w, ", %s", count(r.Pages, "page"))
	}
	fmt.Fprintf(w, ", %s, %.1f seconds\n", problemCount(r.Problems), took.Seconds())
	fmt.Fprintf(w, "content: %s changed\n", count(r.Content, "file"))
	if r.Index != "" {
		fmt.Fprintf(w, "site: %d written, %d unchanged, %d removed\n", r.Public.Written, r.Public.Unchanged, r.Public.Removed)
		printFolders(w, r.Folders)
		printArchives(w, r.Archives)
		fmt.Fprintf(w, "open %s\n", relative(r.Index))
	}
}

// printFolders tells how many files there are, and what common hosts take.
func printFolders(w io.Writer, folders []build.Folder) {
	var parts []string
	total := 0
	for _, f := range folders {
		total += f.Files
		parts = append(parts, fmt.Sprintf("%s %d", cmp.Or(f.Path, "top"), f.Files))
	}
	fmt.Fprintf(w, "files: %d, common hosts take %d: %s\n", total, build.MostFiles, strings.Join(parts, ", "))
}

// printArchives tells how large the archives are.
func printArchives(w io.Writer, archives []build.Archive) {
	var sizes []string
	for _, a := range archives {
		sizes = append(sizes, fmt.Sprintf("%s %.1f MB", path.Base(a.Path), float64(a.Bytes)/(1<<20)))
	}
	if len(sizes) > 0 {
		fmt.Fprintf(w, "archives: %s\n", strings.Join(sizes, ", "))
	}
}

// problemCount says how many problems there are, notes apart.
func problemCount(problems []corpus.Problem) string {
	notes := 0
	for _, p := range problems {
		if p.Severity == corpus.Note {
			notes++
		}
	}
	s := count(len(problems)-notes, "problem")
	if notes > 0 {
		s += " and " + count(notes, "note")
	}
	return s
}

// count gives "1 page", "2 pages".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// progress shows how far long work has come: a bar on a terminal, else one
// plain line a stage.
type progress struct {
	mu       sync.Mutex
	w        io.Writer
	terminal bool
	quiet    bool
	stage    string
	bar      *progressbar.ProgressBar
}

// slow is the number of units from which a stage is worth a word where the
// output is no terminal.
const slow = 200

func newProgress(w io.Writer, quiet bool) *progress {
	f, isFile := w.(*os.File)
	return &progress{w: w, quiet: quiet, terminal: isFile && isatty.IsTerminal(f.Fd())}
}

// step counts one unit of a stage as done.
func (p *progress) step(stage string, total int) {
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
func (p *progress) begin(stage string, total int) {
	p.stage = stage
	if p.bar != nil {
		_ = p.bar.Clear()
		p.bar = nil
	}
	switch {
	case p.terminal:
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.w),
			progressbar.OptionSetDescription(cmp.Or(stage, "build")), progressbar.OptionShowCount(),
			progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(65*time.Millisecond))
	case total >= slow:
		fmt.Fprintf(p.w, "%s: %d\n", stage, total)
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
