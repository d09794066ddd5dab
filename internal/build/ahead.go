package build

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"mojaz/internal/archive"
	"mojaz/internal/cache"
	"mojaz/internal/merge"
	"mojaz/internal/picture"
	"mojaz/internal/site"
)

// ahead is what a site will be, where that is not what public/ has: some dossiers
// in their models, of which a page is made when it is asked for.
type ahead struct {
	base    *run // of no dossier
	styled  *styled
	looks   bool // templates or assets changed, and with them every page
	names   []string
	folders map[string]string     // names of dossiers, by their folders in the site
	parts   map[string]*aheadPart // dossiers of which more than the looks changed
	whole   func() (*aheadFiles, error)

	mu   sync.Mutex
	lazy []lazyPart        // dossiers of which only the looks changed
	made map[string][]byte // pages
}

// aheadPart is a dossier as it will be.
type aheadPart struct {
	*aheadFiles
	fronts func() []site.Front
	text   bool // its sources are not those of content/
	made   *run // which reports
}

// aheadFiles are pages, made one by one, and other files, made together.
type aheadFiles struct {
	pages  map[string]site.Page
	others func() (map[string][]byte, error)
}

// lazyPart is a dossier that is taken in when one of its pages is asked for.
type lazyPart struct {
	name string
	take func() (*aheadPart, error)
}

// mostLazy is how many dossiers stay in memory because somebody looked at them,
// and mostMade how many pages.
const mostLazy, mostMade = 3, 64

// newAhead makes a state that has what the one before had, but for due dossiers.
func (p *Preview) newAhead(base *run, look cache.Key) *ahead {
	a := &ahead{
		base: base, looks: look != p.look, names: p.names, folders: map[string]string{},
		parts: map[string]*aheadPart{}, made: map[string][]byte{},
	}
	for _, name := range p.names {
		a.folders[site.Folder(name)] = name
	}
	if last := p.ahead; last != nil {
		maps.Copy(a.parts, last.parts)
		a.lazy = last.lazies()
	}
	for name := range p.due {
		if part := a.parts[name]; part != nil {
			p.due[name] = p.due[name] || part.text // content/ is behind its sources
			delete(a.parts, name)
		}
	}
	a.lazy = slices.DeleteFunc(a.lazy, func(l lazyPart) bool { _, again := p.due[l.name]; return again })
	built := p.chapters
	a.whole = sync.OnceValues(func() (*aheadFiles, error) { return a.makeWhole(built) })
	return a
}

func (a *ahead) lazies() []lazyPart {
	a.mu.Lock()
	defer a.mu.Unlock()
	return slices.Clone(a.lazy)
}

// take takes in a dossier, from its sources on if text is set.
func (a *ahead) take(ctx context.Context, name string, text bool) (*aheadPart, error) {
	r := (&works{run: a.base}).part(name, false)
	part := &aheadPart{made: r, text: text}
	read, err := r.read(ctx, text)
	r.note(read.problems)
	if err == nil && text {
		err = r.foresee(ctx, read)
	}
	if err != nil {
		return part, err
	}
	told, err := r.load(read)
	if err != nil {
		return part, err
	}
	if len(told.dossiers) == 0 {
		return part, errBeyond
	}
	of := site.NewPart(r.input(told))
	part.fronts = of.Fronts
	part.aheadFiles = newAheadFiles(of.Pages(), func() ([]site.File, error) {
		files, err := of.Files()
		if err != nil {
			return nil, err
		}
		pictures, err := drawn(of.Previews())
		return slices.Concat(files, pictures), err
	})
	return part, nil
}

// foresee makes content/ of a dossier in memory, as the next build will write it.
func (r *run) foresee(ctx context.Context, read reading) error {
	trails, err := r.trails(ctx, read)
	if err == nil && len(trails) > 0 {
		err = errBeyond // briefings get other names
	}
	if err != nil {
		return err
	}
	found, err := r.relate(ctx, read)
	if err != nil {
		return err
	}
	r.drafts = drafts{}
	w := &contentWriter{dir: r.opt.Content, only: r.only, drafts: r.drafts}
	if err := w.all(format(read, found, r.config)); err != nil {
		return err
	}
	for name, draft := range r.drafts {
		if strings.HasPrefix(name, generated+"/") {
			continue
		}
		if current, there, err := readIfThere(w.file(name)); err == nil && there {
			r.lines[path.Join("content", name)] = merge.Lines(string(draft), string(current))
		}
	}
	r.note(w.problems)
	return nil
}

// drawn draws preview pictures.
func drawn(previews []site.Preview) (out []site.File, err error) {
	for _, p := range previews {
		png, err := picture.PNG(picture.Card{Above: p.Above, Title: p.Title, Below: p.Below})
		if err != nil {
			return nil, err
		}
		out = append(out, site.File{Path: p.Path, Bytes: png})
	}
	return out, nil
}

// makeWhole makes what belongs to no dossier; built is what public/ has of
// dossiers.
func (a *ahead) makeWhole(built map[string]*chapter) (*aheadFiles, error) {
	var fronts []site.Front
	for _, name := range a.names {
		if part := a.parts[name]; part != nil {
			fronts = append(fronts, part.fronts()...)
			continue
		}
		c := built[name]
		if c == nil {
			return nil, ErrUnbuilt
		}
		fronts = append(fronts, c.Fronts...)
	}
	whole := site.NewWhole(a.base.input(telling{}), fronts)
	first, last := whole.Pages()
	return newAheadFiles(slices.Concat(first, last), whole.Files), nil
}

func newAheadFiles(pages []site.Page, others func() ([]site.File, error)) *aheadFiles {
	f := &aheadFiles{pages: map[string]site.Page{}}
	for _, p := range pages {
		f.pages[p.Path] = p
	}
	f.others = sync.OnceValues(func() (map[string][]byte, error) {
		files, err := others()
		out := map[string][]byte{}
		for _, o := range files {
			out[o.Path] = o.Bytes
		}
		return out, err
	})
	return f
}

// file is [Preview.File].
func (a *ahead) file(ctx context.Context, name string) ([]byte, error) {
	top, below, _ := strings.Cut(name, "/")
	ext := path.Ext(name)
	folder, _, inData := strings.Cut(below, "/")
	switch {
	case top == site.ArchivesFolder, strings.HasPrefix(name, archive.SumsName), name == annotationsPath,
		ext != "" && slices.Contains(a.base.kinds(), ext[1:]):
		return nil, ErrUnbuilt
	case a.folders[top] != "":
		return a.ofDossier(ctx, a.folders[top], name)
	case top == "data" && inData && a.folders[folder] != "":
		return a.ofDossier(ctx, a.folders[folder], name)
	}
	if a.looks {
		if b, ok := a.styled.Resources()[name]; ok {
			return b, nil
		}
	}
	if top != "data" && top != "search" && (below != "" || !slices.Contains([]string{".html", ".xml", ".txt"}, ext)) {
		return nil, ErrBuilt // templates published it
	}
	whole, err := a.whole()
	if err != nil {
		return nil, err
	}
	b, err := a.of(whole, name)
	if errors.Is(err, fs.ErrNotExist) && ext != ".html" {
		err = ErrBuilt
	}
	return b, err
}

// ofDossier gives a file of a dossier.
func (a *ahead) ofDossier(ctx context.Context, dossier, name string) ([]byte, error) {
	part := a.parts[dossier]
	if part == nil {
		if !a.looks || path.Ext(name) != ".html" {
			return nil, ErrBuilt
		}
		var err error
		if part, err = a.look(ctx, dossier); err != nil {
			return nil, err
		}
	}
	return a.of(part.aheadFiles, name)
}

// look takes in a dossier of which only the looks changed.
func (a *ahead) look(ctx context.Context, dossier string) (*aheadPart, error) {
	a.mu.Lock()
	at := slices.IndexFunc(a.lazy, func(l lazyPart) bool { return l.name == dossier })
	if at < 0 {
		ctx := context.WithoutCancel(ctx) // others may wait for it, too
		a.lazy = append(a.lazy, lazyPart{dossier, sync.OnceValues(func() (*aheadPart, error) {
			return a.take(ctx, dossier, false)
		})})
		a.lazy = a.lazy[max(0, len(a.lazy)-mostLazy):]
		at = len(a.lazy) - 1
	}
	l := a.lazy[at]
	a.mu.Unlock()
	return l.take()
}

// of gives one of some files.
func (a *ahead) of(files *aheadFiles, name string) ([]byte, error) {
	if p, ok := files.pages[name]; ok {
		return a.page(p)
	}
	if path.Ext(name) != ".html" {
		others, err := files.others()
		if b, ok := others[name]; ok || err != nil {
			return b, err
		}
	}
	return nil, fs.ErrNotExist
}

// page makes a page, once.
func (a *ahead) page(p site.Page) ([]byte, error) {
	a.mu.Lock()
	b, ok := a.made[p.Path]
	a.mu.Unlock()
	if ok {
		return b, nil
	}
	f, err := page(a.styled.Engine, p, p.Model())
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.made) >= mostMade {
		clear(a.made)
	}
	a.made[p.Path] = f.Bytes
	return f.Bytes, nil
}

// prove makes the page that somebody probably looks at, to find what is wrong with
// its template before it is shown.
func (a *ahead) prove(ctx context.Context, name string) error {
	if name == "" {
		return nil
	}
	_, err := a.file(ctx, name)
	if errors.Is(err, ErrBuilt) || errors.Is(err, ErrUnbuilt) || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
