package build

import (
	"cmp"
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"

	"mojaz/assets"
	"mojaz/internal/archive"
	"mojaz/internal/cache"
	"mojaz/internal/corpus"
	"mojaz/internal/engine"
	"mojaz/internal/picture"
	"mojaz/internal/publish"
	"mojaz/internal/site"
	"mojaz/internal/wording"
	"mojaz/templates"
)

// works makes a site dossier by dossier: what has been made of one goes to the
// disk, and no more than its [chapter] stays in memory.
type works struct {
	*run
	open        func() error   // opens all below, once; who needs it first asks
	opening     sync.WaitGroup // while that goes on beside other work
	engine      *engine.Engine
	press       *press
	draft       *publish.Draft      // nil in a check
	walker      *walker             // nil in a build
	annotations *publish.Pieces     // of data/annotations.jsonl
	kept        map[string]*chapter // that can be taken over, by dossier
	chapters    []*chapter
	failed      error       // the first that kept a dossier's pages from being made
	futile      atomic.Bool // nothing will be published; content/ is written all the same
}

// annotationsPath is the file to which every dossier adds its lines.
const annotationsPath = "data/annotations.jsonl"

// newWorks prepares to make a site; last is what of the site that stands may be
// taken over, nil for nothing. Close it after use.
func (r *run) newWorks(last *rendered) *works {
	w := &works{run: r}
	if r.drafts != nil {
		w.walker = newWalker()
	}
	w.open = sync.OnceValue(func() (err error) {
		if w.engine, err = r.newEngine(); err != nil {
			return err
		}
		w.press = newPress(w.engine, last)
		if w.walker != nil {
			return nil
		}
		if w.draft, err = publish.Begin(r.opt.Public); err != nil {
			return err
		}
		w.annotations, err = w.draft.Create(annotationsPath)
		return err
	})
	return w
}

// newEngine compiles the templates.
func (r *run) newEngine() (*engine.Engine, error) {
	return engine.New(engine.Options{
		Templates: over(r.opt.Templates, templates.FS),
		Assets:    over(r.opt.Assets, assets.FS),
		Title:     r.config.Title, Language: r.config.Language, BaseURL: r.config.BaseURL,
		Params: r.config.Params,
	})
}

// close gives up what was not published.
func (w *works) close() {
	w.opening.Wait()
	if w.engine != nil {
		w.engine.Close()
	}
	if w.annotations != nil {
		w.annotations.Close() // its draft goes, too
	}
	if w.draft != nil {
		w.draft.Discard()
	}
}

// put adds files to the site, with the compressed twins that are asked for. c
// remembers them.
func (w *works) put(c *chapter, files ...publish.File) error {
	for _, f := range files {
		if w.walker != nil {
			w.walker.add(f)
			continue
		}
		twins, err := w.twins(f)
		if err != nil {
			return err
		}
		if err := w.putAlone(c, append(twins, f)...); err != nil {
			return err
		}
	}
	return nil
}

// putAlone adds files as they are.
func (w *works) putAlone(c *chapter, files ...publish.File) error {
	for _, f := range files {
		if err := w.draft.Put(f); err != nil {
			return err
		}
		c.add(f.Path)
	}
	return nil
}

// publishPages renders pages into the site.
func (w *works) publishPages(ctx context.Context, c *chapter, pages []site.Page) error {
	step := w.step("render", len(pages))
	leaves := make([]leaf, len(pages))
	err := parallel(ctx, len(pages), func(i int) (err error) {
		defer step()
		leaves[i], err = w.publishPage(c, pages[i])
		return err
	})
	c.Pages = append(c.Pages, leaves...)
	return err
}

// publishPage renders one page, or takes it over from the site that stands.
func (w *works) publishPage(c *chapter, p site.Page) (leaf, error) {
	model := p.Model()
	l := leaf{Path: p.Path, Kind: p.Kind}
	if w.cache != nil {
		l.model, _ = cache.Digest(model)
	}
	if done, err := w.reuse(c, p, l.model); done || err != nil {
		return l, err
	}
	f, err := page(w.engine, p, model)
	if err != nil {
		return l, err
	}
	return l, w.put(c, f)
}

// make makes what there is of some dossiers, which are those of in.
func (w *works) make(ctx context.Context, c *chapter, in site.Input) error {
	if err := w.open(); err != nil {
		return err
	}
	c.was = w.recallSheets(c.Name)
	part := site.NewPart(in)
	var files error
	var beside sync.WaitGroup // pages take all processors, the rest takes one at a time
	beside.Go(func() { files = w.makeFiles(c, part, in) })
	pages := w.publishPages(ctx, c, part.Pages())
	beside.Wait()
	if err := cmp.Or(pages, files); err != nil {
		return err
	}
	return w.pictures(ctx, c, part)
}

// makeFiles makes what there is of some dossiers besides pages.
func (w *works) makeFiles(c *chapter, part site.Part, in site.Input) error {
	c.Fronts, c.lines = part.Fronts(), part.Annotations()
	files, err := part.Files()
	if err != nil {
		return err
	}
	if err := w.put(c, published(files)...); err != nil {
		return err
	}
	return w.bundles(c, in)
}

// published gives files of package site as those of a site on disk.
func published(files []site.File) []publish.File {
	out := make([]publish.File, len(files))
	for i, f := range files {
		out[i] = publish.File{Path: f.Path, Bytes: f.Bytes}
	}
	return out
}

// pictures draws the preview pictures.
func (w *works) pictures(ctx context.Context, c *chapter, part site.Part) error {
	if w.walker != nil {
		return nil // a check looks at no picture
	}
	previews := part.Previews()
	step := w.step("draw", len(previews))
	return parallel(ctx, len(previews), func(i int) error {
		defer step()
		p := previews[i]
		png, err := picture.PNG(picture.Card{Above: p.Above, Title: p.Title, Below: p.Below})
		if err != nil {
			return err
		}
		return w.put(c, publish.File{Path: p.Path, Bytes: png})
	})
}

// volumes gives the names of the dossiers.
func (w *works) volumes() (names []string) {
	for _, c := range w.chapters {
		for _, d := range c.Dossiers {
			names = append(names, d.Name)
		}
	}
	return names
}

// bind takes in the chapter of the next dossier; chapters come in the order shown.
func (w *works) bind(c *chapter) error {
	w.chapters = append(w.chapters, c)
	if !w.opt.Site || w.walker != nil || w.open() != nil {
		return nil // that it could not be opened is told by who makes the next page
	}
	begin := w.annotations.Size()
	if c.part == nil {
		if err := w.copyLines(c.span); err != nil {
			return err
		}
	} else if _, err := w.annotations.Write(c.lines); err != nil {
		return err
	}
	c.lines, c.span = nil, [2]int{begin, w.annotations.Size() - begin}
	return nil
}

// copyLines takes lines over from the site that stands.
func (w *works) copyLines(span [2]int) error {
	f, err := os.Open(filepath.Join(w.opt.Public, filepath.FromSlash(annotationsPath)))
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w.annotations, io.NewSectionReader(f, int64(span[0]), int64(span[1])))
	return err
}

// errUncovered says that a site cannot be made of what was taken over.
var errUncovered = errors.New("a file that pages published is not there any more")

// finish makes what belongs to no dossier, and puts the site in its place.
func (w *works) finish(ctx context.Context) error {
	if err := w.open(); err != nil {
		return err
	}
	var fronts []site.Front
	for _, c := range w.chapters {
		fronts = append(fronts, c.Fronts...)
	}
	c := &chapter{was: w.recallSheets("")}
	whole := site.NewWhole(w.input(telling{}), fronts)
	filesMade := w.beside(whole.Files)
	defer filesMade() // nothing goes on when this returns
	first, last := whole.Pages()
	if err := w.publishPages(ctx, c, slices.Concat(first, last)); err != nil {
		return err
	}
	if !w.press.covered() {
		return errUncovered
	}
	for _, all := range w.chapters {
		w.report.Pages += len(all.Pages)
	}
	w.report.Pages += len(c.Pages)
	w.note(w.engine.Problems())
	if w.walker != nil {
		w.note(w.walker.walk())
		return nil
	}
	files, err := filesMade()
	if err != nil {
		return err
	}
	loose := resources(w.engine)
	if err := w.put(c, slices.Concat(loose, published(files))...); err != nil {
		return err
	}
	if err := w.closeLines(c); err != nil {
		return err
	}
	b := binder{works: w, first: c.Pages[:len(first)], last: c.Pages[len(first):], loose: loose}
	if err := b.all(ctx, c); err != nil {
		return err
	}
	return w.publish(c)
}

// beside makes files while other work goes on; the function that it gives waits for
// them. A check looks at none.
func (w *works) beside(files func() ([]site.File, error)) func() ([]site.File, error) {
	if w.walker != nil {
		return func() ([]site.File, error) { return nil, nil }
	}
	made := sync.OnceValues(files)
	go made()
	return made
}

// closeLines ends data/annotations.jsonl.
func (w *works) closeLines(c *chapter) error {
	lines := w.annotations
	w.annotations = nil
	if err := lines.Close(); err != nil {
		return err
	}
	if len(w.kinds()) == 0 {
		return nil
	}
	if err := w.draft.Flush(); err != nil {
		return err
	}
	b, err := w.draft.Bytes(annotationsPath)
	if err != nil {
		return err
	}
	twins, err := w.twins(publish.File{Path: annotationsPath, Bytes: b})
	if err != nil {
		return err
	}
	return w.putAlone(c, twins...)
}

// publish puts the site, with the list of its hashes, in the place of the old one.
func (w *works) publish(c *chapter) error {
	if err := w.draft.Flush(); err != nil {
		return err
	}
	all := w.draft.Sums()
	sums := archive.List(all)
	if err := w.putAlone(c, append(w.signature(sums), sums)...); err != nil {
		return err
	}
	w.count(slices.Collect(maps.Keys(w.draft.Sums())))
	for _, c := range w.chapters {
		c.sum(all)
	}
	if w.cache != nil && len(w.engine.Problems()) == 0 { // else the next build must find them again
		w.rendered = w.pagesMade(c, all)
	}
	draft := w.draft
	w.draft = nil
	var err error
	if w.report.Public, err = draft.Commit(); err == nil {
		w.wrotePublic(sums)
		w.report.Index = filepath.Join(w.opt.Public, "index.html")
	}
	return err
}

// page renders and minifies one page.
func page(e *engine.Engine, p site.Page, model any) (publish.File, error) {
	html, err := e.Render(p.Kind, model)
	if err != nil {
		return publish.File{}, wording.Errorf("%s: %w", p.Path, err)
	}
	small, err := publish.Minify(p.Path, html)
	return publish.File{Path: p.Path, Bytes: small}, err
}

// resources lists what the templates published: style sheets, fonts, pictures.
func resources(e *engine.Engine) []publish.File {
	published := e.Resources()
	var out []publish.File
	for _, name := range slices.Sorted(maps.Keys(published)) {
		out = append(out, publish.File{Path: path.Clean(name), Bytes: published[name]})
	}
	return out
}

// faulty reports whether something breaks what the site promises, so that it is
// not published.
func (r *run) faulty() bool { return r.report.Worst() == corpus.Fault && !r.opt.Lenient }
