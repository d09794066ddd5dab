package build

import (
	"cmp"
	"context"
	"crypto/sha256"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"

	"mojaz/internal/cache"
	"mojaz/internal/corpus"
	"mojaz/internal/seeds"
	"mojaz/internal/site"
	"mojaz/internal/wording"
)

// chapter is what a build made of one dossier: what the rest of the site, and the
// next build, must know of it.
type chapter struct {
	Name      string // of the folder
	Documents int
	Dossiers  []volumeOf // the one, if the folder of content/ holds one
	Fronts    []site.Front
	Pages     []leaf
	Problems  []corpus.Problem
	Files     map[string]cache.Key // all files of the site that belong to it, with their hashes
	Read      []cache.Key          // what was recalled to read its documents

	was       sheets // its pages as they stand, of what is made again
	lines     []byte // of data/annotations.jsonl, until they are written
	span      [2]int // where they begin there, and how many bytes they are
	failed    error  // why there are no pages of it
	part      *run   // what made it, nil if it was kept
	unsettled bool   // another build may make something else of the same files
	mu        sync.Mutex
}

// volumeOf is what the archives of a dossier tell of it.
type volumeOf struct{ Name, Title, AsOf string }

// leaf is a page.
type leaf struct {
	Path, Kind string

	model cache.Key // the digest of its model, zero if it has none
}

// add notes a file of the site; its hash is known when it has been written.
func (c *chapter) add(path string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.Files == nil {
		c.Files = map[string]cache.Key{}
	}
	c.Files[path] = cache.Key{}
}

// sum fills in the hashes of the files.
func (c *chapter) sum(all map[string][sha256.Size]byte) {
	for path := range c.Files {
		c.Files[path] = all[path]
	}
}

// dossiers takes every dossier from its sources to its pages. Some are in work at
// once, and they are taken in in their order, so that all comes out the same.
func (w *works) dossiers(ctx context.Context) error {
	names, err := w.names()
	if err != nil {
		return err
	}
	if err := w.dropOthers(names); err != nil {
		return err
	}
	type outcome struct {
		c   *chapter
		err error
	}
	made := make([]chan outcome, len(names))
	for i := range made {
		made[i] = make(chan outcome, 1)
	}
	room := make(chan bool, min(runtime.GOMAXPROCS(0), atWork))
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go func() {
		for i, name := range names {
			room <- true
			go func() {
				c, err := w.dossier(ctx, name, len(names) == 1)
				made[i] <- outcome{c, err}
			}()
		}
	}()
	step := w.step("dossiers", len(names))
	for i := range made {
		out := <-made[i]
		<-room
		if err = cmp.Or(err, out.err); err != nil {
			stop()
			continue // all must end before the site is given up
		}
		if err = w.take(out.c); err != nil {
			stop()
		}
		step()
	}
	return err
}

// atWork is how many dossiers are in memory at once.
const atWork = 4

// take takes in a finished dossier.
func (w *works) take(c *chapter) error {
	w.failed = cmp.Or(w.failed, c.failed)
	w.report.Documents += c.Documents
	w.report.Dossiers += len(c.Dossiers)
	if p := c.part; p == nil {
		w.report.Problems = append(w.report.Problems, c.Problems...)
	} else {
		c.Problems = p.report.Problems
		w.report.Problems = append(w.report.Problems, c.Problems...)
		w.report.Content += p.report.Content
		maps.Copy(w.wrote, p.wrote)
		w.unsettled = w.unsettled || p.unsettled
	}
	return w.bind(c)
}

// names lists the dossiers of seeds/ and of content/, sorted, and reports what
// else lies in seeds/.
func (r *run) names() ([]string, error) {
	there, err := r.seeds(r.opt.Text)
	if err != nil {
		return nil, err
	}
	var names []string
	if there {
		listed, problems, err := seeds.List(os.DirFS(r.opt.Seeds), seeds.Options{Root: "seeds"})
		if err != nil {
			return nil, wording.Errorf("%s: %w", r.opt.Seeds, err)
		}
		r.note(problems)
		names = listed
	}
	entries, err := os.ReadDir(r.opt.Content)
	if err != nil && !os.IsNotExist(err) {
		return nil, wording.Errorf("%s: %w", r.opt.Content, err)
	}
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// dropOthers removes from content/ what was written of dossiers that are nowhere
// any more.
func (r *run) dropOthers(names []string) error {
	if !r.opt.Text {
		return nil
	}
	w := &contentWriter{dir: r.opt.Content, known: r.known}
	old, err := w.bases()
	for _, p := range old {
		if dossier, _, _ := strings.Cut(p, "/"); err == nil && !slices.Contains(names, dossier) {
			err = w.drop(p)
		}
	}
	if err != nil {
		return wording.Errorf("%s: %w", r.opt.Content, err)
	}
	r.report.Content += w.written
	r.unsettled = r.unsettled || len(w.problems) > 0
	r.note(w.problems)
	return nil
}

// dossier makes all of one dossier, or takes it over as the last build left it.
func (w *works) dossier(ctx context.Context, name string, alone bool) (*chapter, error) {
	if c := w.keep(name); c != nil {
		return c, nil
	}
	p := w.part(name, alone)
	c := &chapter{Name: name, part: p}
	read, err := p.text(ctx, c)
	if err != nil || !w.opt.Site {
		return c, err
	}
	told, err := p.load(read)
	if err != nil {
		return c, err
	}
	c.unsettled = c.unsettled || p.unsettled || p.elsewhere
	for _, d := range told.dossiers {
		c.Dossiers = append(c.Dossiers, volumeOf{d.Overview.Dossier, d.Overview.Title, cmp.Or(d.Overview.AsOf, w.config.AsOf, lastPublished(&d))})
	}
	if p.faulty() {
		w.futile.Store(true)
	}
	if w.futile.Load() || len(told.dossiers) == 0 {
		return c, nil
	}
	c.Read = p.keys
	if c.failed = w.make(ctx, c, p.input(told)); c.failed != nil {
		w.futile.Store(true)
	}
	return c, context.Cause(ctx)
}

// part is a build of one dossier within this one.
func (w *works) part(name string, alone bool) *run {
	p := &run{
		opt: w.opt, config: w.config, cache: w.cache, before: w.before, only: name, everything: w.everything, following: w.following,
		lines: map[string][]int{}, wrote: map[string]string{}, known: w.known,
	}
	if !alone {
		p.opt.Progress = nil // stages of several dossiers would run into each other
	}
	return p
}

// text takes a dossier from its sources to content/.
func (r *run) text(ctx context.Context, c *chapter) (reading, error) {
	read, err := r.read(ctx, r.opt.Text)
	r.note(read.problems)
	c.Documents = len(read.documents)
	if err != nil || !r.opt.Text {
		return read, err
	}
	r.following.Lock() // of all dossiers in one journal
	err = r.follow(ctx, read)
	r.following.Unlock()
	if err != nil {
		return read, err
	}
	found, err := r.relate(ctx, read)
	if err != nil {
		return read, err
	}
	files := format(read, found, r.config)
	doubts, lists, err := r.review(files)
	if err != nil {
		return read, err
	}
	if err := r.write(files); err != nil {
		return read, err
	}
	if err := r.reportDoubts(doubts, lists); err != nil {
		return read, err
	}
	r.wroteContent(found, files)
	for i := range read.documents { // the site needs their text alone
		d := &read.documents[i]
		*d = corpus.Document{Source: d.Source, Text: d.Text, Origin: d.Origin, Lines: d.Lines, Meta: d.Meta}
	}
	return read, nil
}
