package build

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"sync"

	"mojaz/internal/cache"
	"mojaz/internal/corpus"
	"mojaz/internal/publish"
	"mojaz/internal/wording"
)

// Options say where everything is and which half of the work to do.
type Options struct {
	Seeds     string // folder of dossiers
	Content   string // folder of Markdown that people edit
	Public    string // folder of the finished site
	Templates string // the user's templates, over the embedded ones
	Assets    string // the user's styles, fonts and pictures, over the embedded ones
	Config    string // configuration file; it need not exist
	// Cache is the folder of what earlier builds worked out; "" keeps nothing.
	// It may be deleted at any time.
	Cache string

	Text bool // seeds → content
	Site bool // content → public

	// Lenient publishes a site although a promise is broken, such as a
	// sentence that is not in its source.
	Lenient bool
	// Precompress makes compressed twins of every kind where the configuration
	// does not name some.
	Precompress bool
	// Limit is the size of the largest source in bytes; 0 means 16 MiB.
	Limit int64
	// Version is the program's own, for the page that describes the method.
	Version string
	// Progress, if set, is told of long work: after each of total units of a
	// stage, from several goroutines at once.
	Progress func(stage wording.Text, total int)
}

// Report is what a build did.
type Report struct {
	Dossiers  int
	Documents int // sources read
	Pages     int // HTML pages
	Content   int // files of content/ written or removed
	Public    publish.Stats
	Folders   []Folder // how many files the site has, by the folders at its top
	Archives  []Archive
	Problems  []corpus.Problem
	Index     string // path of the first page, "" when no site was made
}

// Worst is the gravest severity among the problems, and Note when there is none.
func (r Report) Worst() corpus.Severity {
	worst := corpus.Note
	for _, p := range r.Problems {
		worst = max(worst, p.Severity)
	}
	return worst
}

// run is one build while it goes on.
type run struct {
	opt    Options
	config Config
	report Report
	cache  *cache.Store // nil without Options.Cache
	before standing     // what the build found, nil without a cache
	// wrote leads from the standing name of each file that the build leaves to
	// the hash of its bytes; unsettled says that another build may do more.
	wrote     map[string]string
	unsettled bool
	rendered  *rendered // what is to be kept of the pages, nil if nothing is
	made      []*chapter
	again     bool // a site was begun and given up
	// only is the dossier to which this run keeps, "" for all. Then everything
	// reads the sources of all, for what cites one of another, which elsewhere notes.
	only       string
	everything func() *gated
	elsewhere  bool
	following  *sync.Mutex // held while files of content/ change names
	// keys are those of what was recalled to read the documents.
	keys   []cache.Key
	keysMu sync.Mutex
	// lines leads, for each file of content/ with a conflict in it, from the
	// lines that were read to those of the file.
	lines map[string][]int
	// drafts are what [Check] writes in place of files; nil in a build.
	drafts drafts
	known  *known // is told of what is written into content/
}

// Run builds: it reads the sources, writes content/, reads it back, checks it
// and publishes the site. Problems of sources and of content are in the report;
// an error means that the build could not be done, and then public/ is as it
// was before. The report is good in either case.
func Run(ctx context.Context, opt Options) (Report, error) {
	r := newRun(opt)
	err := r.all(ctx)
	return r.report, err
}

func newRun(opt Options) *run {
	return &run{opt: opt, lines: map[string][]int{}, wrote: map[string]string{}}
}

// all is the table of contents.
func (r *run) all(ctx context.Context) (err error) {
	defer func() { r.report.Problems = corpus.SortProblems(r.report.Problems) }()
	unlock, err := publish.Lock(filepath.Dir(filepath.Clean(r.opt.Public)), filepath.Dir(filepath.Clean(r.opt.Content)))
	if err != nil {
		return err
	}
	defer unlock()
	if r.config, err = loadConfig(r.opt.Config); err != nil {
		return err
	}
	r.cache = openCache(r.opt.Cache)
	if r.unchanged(ctx) {
		return nil
	}
	if err := resumeBases(r.opt.Content); err != nil {
		return wording.Errorf("%s: %w", r.opt.Content, err)
	}
	// What is taken over may turn out not to do; then less of it is.
	text := r.opt.Text
	for _, over := range []takeover{chapters, pages, nothing} {
		if err = r.build(ctx, over); err != errUncovered {
			break
		}
		r.opt.Text, r.again = false, true // content/ is done
	}
	r.opt.Text = text
	if err != nil {
		return err
	}
	r.settle(ctx)
	return nil
}

// errFaulty says why a site is not published that says what is not so.
var errFaulty = wording.Errorf("nothing was published: the errors above break what the site promises (--lenient publishes all the same)")

// takeover is what of the site that stands may be taken over.
type takeover int

// From nothing to all that can be: single pages, and dossiers as a whole.
const (
	nothing takeover = iota
	pages
	chapters
)

// build makes content/ and the site.
func (r *run) build(ctx context.Context, over takeover) error {
	r.report = Report{Content: r.report.Content, Problems: r.report.Problems} // each is told once
	r.share(ctx)
	var last *rendered
	if over >= pages {
		last = r.recallPages()
	}
	w := r.newWorks(last)
	defer w.close()
	if r.opt.Site {
		w.opening.Go(func() { w.open() }) // which takes as long as to read some documents
	}
	if over == chapters && last != nil || !r.opt.Site {
		w.recallChapters()
	}
	if err := w.dossiers(ctx); err != nil {
		return err
	}
	r.made = w.chapters
	if !r.opt.Site {
		return nil
	}
	r.note(sameFolder(w.volumes()))
	if r.faulty() {
		return errFaulty
	}
	if w.failed != nil {
		return w.failed
	}
	return w.finish(ctx)
}

// share makes what builds of single dossiers within this one have in common.
func (r *run) share(ctx context.Context) {
	r.following = new(sync.Mutex)
	r.everything = sync.OnceValue(func() *gated {
		all, _ := r.read(ctx, false) // its trouble is reported where it is met
		return newGated(all.documents)
	})
}

// write brings content/ up to date.
func (r *run) write(files []contentFile) error {
	w := &contentWriter{dir: r.opt.Content, only: r.only, known: r.known}
	err := w.all(files)
	r.note(w.problems)
	r.report.Content, r.unsettled = w.written, r.unsettled || len(w.problems) > 0
	if err != nil {
		return wording.Errorf("%s: %w", r.opt.Content, err)
	}
	return nil
}

// note files problems in the report, at the lines of the files themselves.
func (r *run) note(problems []corpus.Problem) {
	for _, p := range problems {
		if lines := r.lines[p.Path]; p.Line > 0 && p.Line <= len(lines) {
			p.Line = lines[p.Line-1]
		}
		r.report.Problems = append(r.report.Problems, p)
	}
}

// step gives a function to call after each of total units of a stage.
func (r *run) step(stage wording.Text, total int) func() {
	if r.opt.Progress == nil {
		return func() {}
	}
	return func() { r.opt.Progress(stage, total) }
}

// byDate orders briefings by date of publication, then by id.
func byDate(a, b corpus.Briefing) int {
	return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
}

func sortBriefings(bs []corpus.Briefing) { slices.SortStableFunc(bs, byDate) }
