package build

import (
	"crypto/sha256"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

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
	Resources []string // paths of what templates published, sorted

	key    cache.Key         // under which this is kept
	sheets map[string]sheets // by dossier, "" for what belongs to none; nil for one that was taken over
}

// sheets are pages as they were rendered, by path. Those of each dossier are kept
// by themselves, for most are not asked for.
type sheets map[string]sheet

type sheet struct {
	Model, Bytes cache.Key
}

// sheetsKey names the pages of a dossier under what rendered is kept under.
func sheetsKey(rendered cache.Key, dossier string) cache.Key {
	return cache.KeyOf("sheets", string(rendered[:]), dossier)
}

// press decides which pages are rendered.
type press struct {
	engine *engine.Engine
	last   *rendered // nil: every page is rendered
	mu     sync.Mutex
	seen   map[string]bool // kinds of which a page was rendered
}

func newPress(e *engine.Engine, last *rendered) *press {
	return &press{engine: e, last: last, seen: map[string]bool{}}
}

// sample reports whether a page is the first of its kind.
func (p *press) sample(kind string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	first := !p.seen[kind]
	p.seen[kind] = true
	return first
}

// reuse takes a page over from the site that stands, if it is the one that would
// be rendered.
func (w *works) reuse(c *chapter, p site.Page, model cache.Key) (done bool, err error) {
	if w.press.sample(p.Kind) || model == (cache.Key{}) {
		return false, nil
	}
	was, ok := c.was[p.Path]
	if !ok || was.Model != model || w.before[path.Join("public", p.Path)].hash != string(was.Bytes[:]) {
		return false, nil
	}
	if len(w.kinds()) == 0 {
		done, err = w.draft.Keep(p.Path, was.Bytes)
		if done {
			c.add(p.Path)
		}
		return done, err
	}
	b, err := os.ReadFile(filepath.Join(w.opt.Public, filepath.FromSlash(p.Path)))
	if err != nil {
		return false, nil
	}
	return true, w.put(c, publish.File{Path: p.Path, Bytes: b})
}

// covered reports whether all that the last build's pages published has been
// published again.
func (p *press) covered() bool {
	if p.last == nil {
		return true
	}
	now := p.engine.Resources()
	return !slices.ContainsFunc(p.last.Resources, func(name string) bool { return now[name] == nil })
}

// recallSheets gives the pages of a dossier as the last build rendered them.
func (w *works) recallSheets(dossier string) (was sheets) {
	if last := w.press.last; last != nil {
		w.recall(sheetsKey(last.key, dossier), &was) // else there are none
	}
	return was
}

// pagesMade gives what is to be kept of all pages, those that belong to no dossier
// included.
func (w *works) pagesMade(own *chapter, sums map[string][sha256.Size]byte) *rendered {
	out := &rendered{Resources: slices.Sorted(maps.Keys(w.engine.Resources())), sheets: map[string]sheets{}}
	for _, c := range append(slices.Clone(w.chapters), own) {
		if c.part == nil && c != own {
			out.sheets[c.Name] = nil
			continue
		}
		all := sheets{}
		for _, p := range c.Pages {
			if p.model != (cache.Key{}) {
				all[p.Path] = sheet{p.model, sums[p.Path]}
			}
		}
		out.sheets[c.Name] = all
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
	return files.key("pages", cache.Program(), public, r.config.Title, r.config.BaseURL, r.config.Language, string(params[:])), true
}

// recallPages gives what the last build rendered under the same templates and
// settings, nil if it is not known.
func (r *run) recallPages() *rendered {
	if r.before == nil {
		return nil
	}
	var last rendered
	k, ok := r.renderKey(r.before)
	if !ok || !r.recall(k, &last) {
		return nil
	}
	last.key = k
	return &last
}

// rememberPages keeps what was rendered if the templates are still those from
// which it was.
func (r *run) rememberPages(now standing) {
	if r.before == nil || now == nil || r.rendered == nil {
		return
	}
	was, ok := r.renderKey(r.before)
	is, _ := r.renderKey(now)
	if !ok || is != was {
		return
	}
	r.remember(is, r.rendered)
	for dossier, all := range r.rendered.sheets {
		if k := sheetsKey(is, dossier); all != nil {
			r.remember(k, &all)
		} else {
			r.cache.Hold(k)
		}
	}
}
