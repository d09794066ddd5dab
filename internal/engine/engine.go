package engine

import (
	"fmt"
	"io/fs"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// Options says what an [Engine] is made of.
type Options struct {
	// Templates holds what the package comment describes; it must have at least
	// one template. Problems call it templates/.
	Templates fs.FS
	// Assets is what resources.Get reads; nil is an empty folder. Problems call
	// it assets/.
	Assets fs.FS

	Title    string         // site.Title
	Language string         // of the site's own words, a BCP 47 tag; "" means "ar"
	BaseURL  string         // site.BaseURL and absURL: the site's full address, or ""
	Params   map[string]any // site.Params; names are looked up without regard to case
	// Funcs are functions of the caller's own, by name. One that Hugo has
	// already is an error.
	Funcs map[string]any
}

// Engine renders view models. Its methods may be called from several goroutines.
type Engine struct {
	hugo    *hugo
	sources *sources
	log     *journal
}

// New compiles all templates. What is wrong with them comes as an [*Error] that
// lists every problem with its place.
func New(opt Options) (e *Engine, err error) {
	if opt.Templates == nil {
		return nil, fmt.Errorf("templates: no folder given")
	}
	if opt.Language == "" {
		opt.Language = "ar"
	}
	src, err := readSources(opt.Templates)
	if err != nil {
		return nil, err
	}
	e = &Engine{sources: src, log: &journal{sources: src}}
	if ps := src.syntax(); len(ps) > 0 {
		return nil, &Error{ps}
	}
	defer func() {
		if r := recover(); r != nil {
			err = panicked(templatesDir, r)
		}
		if err != nil {
			e.Close()
			e = nil
		}
	}()
	return e, e.open(opt)
}

// open sets Hugo up, checks what templates call, and compiles them.
func (e *Engine) open(opt Options) (err error) {
	e.hugo, err = newHugo(opt, e.log)
	if err != nil {
		return e.sources.locate(err, nil)
	}
	check := checker{funcs: e.hugo.funcs}
	ps := check.all(e.sources)
	if len(ps) > 0 {
		return &Error{corpus.SortProblems(ps)}
	}
	if err := e.hugo.compile(); err != nil {
		return e.sources.locate(err, nil)
	}
	if ps := e.partials(check.partials); len(ps) > 0 {
		return &Error{corpus.SortProblems(ps)}
	}
	return nil
}

// Render executes the template of a kind over a view model: of "home",
// templates/home.html in the frame of baseof.html. A kind with a folder,
// "iraq/briefing", prefers iraq/briefing.html. What goes wrong is an [*Error].
func (e *Engine) Render(kind string, model any) (page []byte, err error) {
	t := e.hugo.lookup(kind)
	if t == nil {
		return nil, &Error{[]corpus.Problem{{
			Severity: corpus.Fault, Path: templatesDir,
			Message: wording.Of("no template for %q", kind), Hint: wording.Of("add %s.html", kind),
		}}}
	}
	defer func() {
		if r := recover(); r != nil {
			page, err = nil, panicked(userPath(t.Filename()), r)
		}
	}()
	page, err = e.hugo.execute(t, model)
	if err != nil {
		return nil, e.sources.locate(err, t)
	}
	return page, nil
}

// Resources gives the files that templates have published so far, by path from
// the site's own folder: "css/main.3f2a.css". Ask after all pages are rendered.
func (e *Engine) Resources() map[string][]byte { return e.hugo.published() }

// Problems gives what templates warned of so far and what Hugo logged, such as a
// missing translation, in order and each once.
func (e *Engine) Problems() []corpus.Problem { return e.log.problems() }

// Close lets go of Hugo's caches. Nothing can be rendered afterwards.
func (e *Engine) Close() error {
	if e.hugo == nil {
		return nil
	}
	return e.hugo.deps.Close()
}
