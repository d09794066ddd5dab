package build

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"

	"mojaz/internal/cache"
	"mojaz/internal/corpus"
	"mojaz/internal/engine"
)

// Preview is a site while people write on it. [Preview.Whole] builds it as [Run]
// does. Between two whole builds [Preview.Refresh] takes in what was saved, which
// is a matter of one dossier, and [Preview.File] gives a file of the site as the
// next whole build will make it: only what is asked for is made.
//
// What Refresh finds stays in memory: it writes neither content/ nor public/, nor
// what the cache knows of them, so no later build can take half a site for a whole
// one.
//
// Methods may be called from several goroutines, but Refresh only when no whole
// build goes on, or its context has ended: then that build does not count, even if
// it came to its end.
type Preview struct {
	opt Options

	work sync.Mutex // held by Refresh, and at the end of Whole; guards down to due

	// What the last whole build left; built is nil before there was one.
	built    *run
	chapters map[string]*chapter
	names    []string // of the dossiers
	look     cache.Key
	problems []corpus.Problem // of the last whole build, though it failed
	stuck    bool             // it failed for more than what is said in content/

	known *known
	due   map[string]bool // dossiers that are not taken in yet; true: from their sources

	mu     sync.Mutex
	ahead  *ahead // nil: public/ is all that there is
	styled *styled
	asked  string // the last page that was asked for
}

// What [Preview.File] says of files that it does not make.
var (
	ErrBuilt   = errors.New("public/ has it as it is")
	ErrUnbuilt = errors.New("only a whole build makes it")
)

// mostDue is how many dossiers are taken in without a whole build.
const mostDue = 4

// NewPreview prepares the preview of a site. What is to be done (Text, Site) is
// decided here.
func NewPreview(opt Options) *Preview {
	opt.Text, opt.Site = true, true
	return &Preview{opt: opt, known: &known{hashes: map[string]string{}}, due: map[string]bool{}}
}

// Close lets go of the templates.
func (p *Preview) Close() { p.show(nil, nil) }

func (p *Preview) lastAsked() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.asked
}

// Whole builds all that the site is, archives included, and puts it in public/.
// When it fails, files are given as before.
func (p *Preview) Whole(ctx context.Context) (Report, error) {
	r, now := newRun(p.opt), newRun(p.opt)
	r.known = p.known
	now.config, _ = loadConfig(p.opt.Config) // all says what is wrong with it
	look, _ := lookOf(ctx, now)
	err := r.all(ctx)
	p.work.Lock()
	defer p.work.Unlock()
	if ctx.Err() != nil {
		return r.report, context.Cause(ctx)
	}
	p.problems, p.stuck = r.report.Problems, err != nil && !r.faulty()
	if err != nil {
		return r.report, err
	}
	p.built, p.look = r, look
	p.chapters = chaptersOf(r)
	p.names, _ = newRun(p.opt).names()
	clear(p.due)
	p.show(nil, p.styled)
	return r.report, nil
}

// News gives those of some files and folders, by absolute path, that somebody else
// than this program changed since they were last asked for.
func (p *Preview) News(files []string) []string { return p.known.news(files) }

// Refresh takes in what was saved: files below the folders of the options, by
// absolute path. ok is false where that takes a whole build; then nothing was
// done. Else the report is of the whole site as far as it is known, and after an
// error files are given as before.
func (p *Preview) Refresh(ctx context.Context, saved []string) (report Report, ok bool, err error) {
	p.work.Lock()
	defer p.work.Unlock()
	ok = p.sort(saved) && p.built != nil && !p.stuck
	p.entwine()
	if !ok || len(p.due) > mostDue {
		return Report{}, false, nil
	}
	r := newRun(p.opt)
	r.opt.Progress = nil
	next, err := p.next(ctx, r)
	if errors.Is(err, errBeyond) {
		return Report{}, false, nil
	}
	r.report.Problems = corpus.SortProblems(r.report.Problems)
	if err != nil {
		p.known.forget() // so that it is tried again whatever is saved
	} else {
		clear(p.due)
		p.show(next, next.styled)
	}
	return r.report, true, err
}

// errBeyond says that what was saved takes a whole build.
var errBeyond = errors.New("a matter of the whole site")

// sort finds out which dossiers saved files are a part of; ok is false if one is
// more than that.
func (p *Preview) sort(saved []string) (ok bool) {
	ok = true
	for _, file := range saved {
		dossier, text, fine := p.dossierOf(file)
		ok = ok && fine
		if dossier != "" {
			p.due[dossier] = p.due[dossier] || text
		}
	}
	return ok
}

// entwine adds to the due dossiers those whose briefings cite sources of others,
// where sources changed.
func (p *Preview) entwine() {
	if !slices.Contains(slices.Collect(maps.Values(p.due)), true) {
		return
	}
	for _, name := range p.names {
		c, r := p.chapters[name], (*run)(nil)
		if c != nil {
			r = c.part
		}
		if p.ahead != nil && p.ahead.parts[name] != nil {
			r = p.ahead.parts[name].made
		}
		if c == nil || r != nil && r.elsewhere { // of which nothing is kept
			p.due[name] = p.due[name] || false
		}
	}
}

// dossierOf gives the dossier to which a file belongs, and whether it is one of
// its sources; ok is true, too, for what only changes how pages look.
func (p *Preview) dossierOf(file string) (dossier string, text, ok bool) {
	for _, root := range []struct {
		dir           string
		dossier, text bool
	}{{p.opt.Seeds, true, true}, {p.opt.Content, true, false}, {p.opt.Templates, false, false}, {p.opt.Assets, false, false}} {
		dir, err := filepath.Abs(root.dir)
		if err != nil || root.dir == "" {
			continue
		}
		below, err := filepath.Rel(dir, file)
		if err != nil || below == ".." || strings.HasPrefix(below, ".."+string(filepath.Separator)) {
			continue
		}
		if !root.dossier {
			return "", false, true
		}
		dossier, rest, inside := strings.Cut(below, string(filepath.Separator))
		if !inside || rest == "" {
			return "", false, false
		}
		return dossier, root.text, true
	}
	return "", false, false
}

// next makes what is shown after the due dossiers were taken in; r reports.
func (p *Preview) next(ctx context.Context, r *run) (*ahead, error) {
	var err error
	if r.config, err = loadConfig(p.opt.Config); err != nil {
		return nil, err
	}
	names, err := newRun(p.opt).names()
	if err != nil || !slices.Equal(names, p.names) || !reflect.DeepEqual(r.config, p.built.config) {
		return nil, errBeyond // which tells what is wrong
	}
	r.cache = openCache(p.opt.Cache)
	r.share(ctx)
	look, err := lookOf(ctx, r)
	if err != nil {
		return nil, err
	}
	a := p.newAhead(r, look)
	r.note(p.others(a))
	for _, name := range slices.Sorted(maps.Keys(p.due)) {
		part, err := a.take(ctx, name, p.due[name])
		r.note(part.made.report.Problems)
		if err != nil {
			return nil, err
		}
		a.parts[name] = part
	}
	if r.faulty() {
		return nil, errFaulty
	}
	if a.styled, err = p.style(r, look); err != nil {
		return nil, err
	}
	if err := a.prove(ctx, p.lastAsked()); err != nil {
		if a.styled != p.styled {
			a.styled.close()
		}
		return nil, err
	}
	return a, nil
}

// lookOf names what pages besides their models are made of.
func lookOf(ctx context.Context, r *run) (cache.Key, error) {
	ground := r.ground()
	maps.DeleteFunc(ground, func(name, _ string) bool {
		return name == "seeds" || name == "content" || name == "config" || name == "public"
	})
	if found := stand(ctx, ground, nil); found != nil {
		if k, ok := r.renderKey(found); ok {
			return k, nil
		}
	}
	return cache.Key{}, errBeyond
}

// others gives the problems of what is not looked at again.
func (p *Preview) others(a *ahead) (out []corpus.Problem) {
	for _, q := range p.problems {
		root, below, _ := strings.Cut(q.Path, "/")
		name, _, _ := strings.Cut(below, "/")
		_, again := p.due[name]
		switch {
		case (root == "seeds" || root == "content") && (again || a.parts[name] != nil):
		case root == "templates" && a.looks:
		default:
			out = append(out, q)
		}
	}
	for _, name := range p.names {
		if part := a.parts[name]; part != nil {
			out = append(out, part.made.report.Problems...)
		}
	}
	return out
}

// show puts another state in the place of the one from which files are given.
func (p *Preview) show(next *ahead, with *styled) {
	p.mu.Lock()
	defer p.mu.Unlock()
	old := p.styled
	p.ahead, p.styled = next, with
	if old != nil && old != with {
		go old.close() // when the last page was made with it
	}
}

// File gives a file of the site, by its path there, as the next whole build will
// make it. The error is [ErrBuilt] where public/ has it so, [ErrUnbuilt] where only
// a whole build tells, fs.ErrNotExist where there will be none, and any other where
// it cannot be made.
func (p *Preview) File(ctx context.Context, name string) ([]byte, error) {
	p.mu.Lock()
	a := p.ahead
	if filepath.Ext(name) == ".html" {
		p.asked = name
	}
	if a == nil {
		p.mu.Unlock()
		return nil, ErrBuilt
	}
	a.styled.users.Add(1)
	p.mu.Unlock()
	defer a.styled.users.Done()
	return a.file(ctx, name)
}

// chaptersOf gives what a whole build made of each dossier, by name.
func chaptersOf(built *run) map[string]*chapter {
	made := built.made
	if len(made) == 0 && built.before != nil { // it found nothing to do
		w := built.newWorks(nil)
		w.recallChapters()
		return w.kept
	}
	out := map[string]*chapter{}
	for _, c := range made {
		out[c.Name] = c
	}
	return out
}

// styled is an engine that is used until the looks change.
type styled struct {
	*engine.Engine
	look  cache.Key
	users sync.WaitGroup // begun while Preview.mu is held
}

// close lets go of the engine when nobody uses it any more.
func (s *styled) close() {
	s.users.Wait()
	s.Engine.Close()
}

// style gives an engine for looks.
func (p *Preview) style(r *run, look cache.Key) (*styled, error) {
	if p.styled != nil && p.styled.look == look {
		return p.styled, nil
	}
	e, err := r.newEngine()
	if err != nil {
		return nil, err
	}
	return &styled{Engine: e, look: look}, nil
}
