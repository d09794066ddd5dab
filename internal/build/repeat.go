package build

import (
	"context"
	"crypto/sha256"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mojaz/internal/cache"
	"mojaz/internal/engine"
	"mojaz/internal/publish"
	"mojaz/internal/site"
)

// A page is a function of its view model, the templates, the assets and the
// site's settings. So a page whose model is what it was need not be rendered
// again while the rest is what it was: its bytes lie in public/.
//
// One thing is made by all pages together: the files that templates publish
// while they run, such as a picture that one page alone asks for. So one page of
// each kind is always rendered, and the others are spared only where what has
// been published then is no less than last time.

// rendered is what the last build under the same templates and settings made.
type rendered struct {
	Pages     map[string]sheet // by path
	Resources []string         // paths of what templates published, sorted
}

// sheet is a page as it was rendered.
type sheet struct {
	Model, Bytes cache.Key
}

// press renders the pages of a site.
type press struct {
	engine *engine.Engine
	pages  []site.Page
	public string
	last   *rendered // nil: every page is rendered
	sheets []sheet   // of pages; without a model where it has no digest
	files  []publish.File
	step   func()
}

// pages renders all pages, or takes them from the site that stands.
func (r *run) pages(ctx context.Context, e *engine.Engine, pages []site.Page) ([]publish.File, error) {
	p := &press{
		engine: e, pages: pages, public: r.opt.Public, last: r.recallPages(), step: r.step("render", len(pages)),
		sheets: make([]sheet, len(pages)), files: make([]publish.File, len(pages)),
	}
	if err := p.run(ctx, r.cache != nil); err != nil {
		return nil, err
	}
	if r.cache != nil && len(e.Problems()) == 0 { // else the next build must find them again
		r.rendered = p.rendered()
	}
	return p.files, nil
}

// run fills files, and sheets if asked to.
func (p *press) run(ctx context.Context, sheets bool) error {
	samples := p.samples()
	err := parallel(ctx, len(p.pages), func(i int) error {
		defer p.step()
		model := p.pages[i].Model()
		if sheets {
			p.sheets[i].Model, _ = cache.Digest(model)
		}
		if !samples[i] && p.reuse(i) {
			return nil
		}
		return p.render(i, model)
	})
	if err != nil || p.last == nil || p.covered() {
		return err
	}
	return parallel(ctx, len(p.pages), func(i int) error { return p.render(i, p.pages[i].Model()) })
}

// samples gives the first page of each kind.
func (p *press) samples() map[int]bool {
	out, seen := map[int]bool{}, map[string]bool{}
	for i, page := range p.pages {
		out[i] = !seen[page.Kind]
		seen[page.Kind] = true
	}
	return out
}

// reuse takes a page from the site that stands, if it is the one that would be
// rendered.
func (p *press) reuse(i int) bool {
	if p.last == nil || p.sheets[i].Model == (cache.Key{}) {
		return false
	}
	name := p.pages[i].Path
	was, ok := p.last.Pages[name]
	if !ok || was.Model != p.sheets[i].Model {
		return false
	}
	b, err := os.ReadFile(filepath.Join(p.public, filepath.FromSlash(name)))
	if err != nil || sha256.Sum256(b) != was.Bytes {
		return false
	}
	p.files[i], p.sheets[i].Bytes = publish.File{Path: name, Bytes: b}, was.Bytes
	return true
}

func (p *press) render(i int, model any) (err error) {
	if p.files[i], err = page(p.engine, p.pages[i], model); err == nil {
		p.sheets[i].Bytes = sha256.Sum256(p.files[i].Bytes)
	}
	return err
}

// covered reports whether all that the last build's pages published has been
// published again.
func (p *press) covered() bool {
	now := p.engine.Resources()
	return !slices.ContainsFunc(p.last.Resources, func(name string) bool { return now[name] == nil })
}

func (p *press) rendered() *rendered {
	out := &rendered{Pages: map[string]sheet{}, Resources: slices.Sorted(maps.Keys(p.engine.Resources()))}
	for i, s := range p.sheets {
		if s.Model != (cache.Key{}) {
			out.Pages[p.pages[i].Path] = s
		}
	}
	return out
}

// renderKey names what pages besides their models are made of, as it was in s.
func (r *run) renderKey(s standing) (k cache.Key, ok bool) {
	params, ok := cache.Digest(r.config.Params)
	public, err := filepath.Abs(r.opt.Public)
	if err != nil || !ok {
		return k, false
	}
	files := standing{}
	for name, st := range s {
		switch first, _, _ := strings.Cut(name, "/"); first {
		case "templates", "assets", "inflections", "acronyms":
			files[name] = st
		}
	}
	return files.key("pages", cache.Program(), public, r.config.Title, r.config.BaseURL, string(params[:])), true
}

// recallPages gives what the last build rendered under the same templates and
// settings, nil if it is not known.
func (r *run) recallPages() *rendered {
	if r.before == nil {
		return nil
	}
	var last rendered
	if k, ok := r.renderKey(r.before); !ok || !r.recall(k, &last) {
		return nil
	}
	return &last
}

// rememberPages keeps what was rendered if the templates are still those from
// which it was.
func (r *run) rememberPages(now standing) {
	if r.before == nil || now == nil || r.rendered == nil {
		return
	}
	was, ok := r.renderKey(r.before)
	if is, _ := r.renderKey(now); ok && is == was {
		r.remember(is, r.rendered)
	}
}
