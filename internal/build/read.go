package build

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"mojaz/internal/annotate"
	"mojaz/internal/clean"
	"mojaz/internal/corpus"
	"mojaz/internal/seeds"
	"mojaz/internal/segment"
	"mojaz/internal/summarize"
	"mojaz/internal/wording"
)

// reading is what the read phase found: the dossiers as folders, and every
// document in the order of its folder and name.
type reading struct {
	folders   []seeds.Folder
	documents []corpus.Document
	problems  []corpus.Problem
}

// read decodes every source below dir and reads each document alone, in
// parallel. deep says that the documents are annotated too; the site needs
// only their text.
func (r *run) read(ctx context.Context, deep bool) (reading, error) {
	if there, err := r.seeds(deep); !there || err != nil {
		return reading{}, err
	}
	out, err := r.sources()
	if err != nil {
		return reading{}, wording.Errorf("%s: %w", r.opt.Seeds, err)
	}
	for _, f := range out.folders {
		for _, s := range f.Sources {
			out.documents = append(out.documents, corpus.Document{Source: s})
		}
	}
	found, err := r.readAll(ctx, out.documents, lexicons(out.folders), deep)
	out.problems = append(out.problems, found...)
	return out, err
}

// seeds reports whether the folder of dossiers is there; where it is needed, it is
// an error if it is not.
func (r *run) seeds(needed bool) (there bool, err error) {
	info, err := os.Stat(r.opt.Seeds)
	switch {
	case err == nil && info.IsDir():
		return true, nil
	case needed:
		return false, wording.Errorf("%s: no such folder, so there is nothing to build yet\n%s", r.opt.Seeds, wording.Text(firstSteps))
	}
	return false, nil
}

// sources decodes the files of the dossier to which the run keeps, or of all.
func (r *run) sources() (out reading, err error) {
	from, opt := os.DirFS(r.opt.Seeds), seeds.Options{Root: "seeds", Limit: r.opt.Limit, Remember: r.extracted()}
	if r.only == "" {
		out.folders, out.problems, err = seeds.Read(from, opt)
		return out, err
	}
	if _, err := os.Stat(filepath.Join(r.opt.Seeds, r.only)); err != nil {
		return out, nil // it is in content/ alone
	}
	f, problems := seeds.ReadOne(from, r.only, opt)
	if len(f.Sources) > 0 {
		out.folders = []seeds.Folder{f}
	}
	out.problems = problems
	return out, nil
}

// readAll reads documents alone and in parallel, in place; names are the
// lexicons by dossier.
func (r *run) readAll(ctx context.Context, docs []corpus.Document, names map[string][]corpus.Entry, deep bool) ([]corpus.Problem, error) {
	found := make([][]corpus.Problem, len(docs))
	step := r.step("read", len(docs))
	err := parallel(ctx, len(docs), func(i int) error {
		found[i] = r.readCached(&docs[i], names[docs[i].Dossier], deep)
		step()
		return nil
	})
	return slices.Concat(found...), err
}

// lexicons gives the names that editors gave, by dossier.
func lexicons(folders []seeds.Folder) map[string][]corpus.Entry {
	out := map[string][]corpus.Entry{}
	for _, f := range folders {
		out[f.Name] = f.Lexicon
	}
	return out
}

// readOne runs all stages of reading over one document.
func readOne(doc *corpus.Document, lexicon []corpus.Entry) []corpus.Problem {
	return append(cleanOne(doc), annotateOne(doc, lexicon)...)
}

// cleanOne makes the text of a document, which is all that the site needs of
// it.
func cleanOne(doc *corpus.Document) []corpus.Problem {
	text := clean.Text(doc.Source)
	doc.Text, doc.Origin, doc.Lines, doc.Meta = text.Text, text.Origin, text.Lines, text.Meta
	return text.Problems
}

// stage finds one kind of thing in a document, and keeps it there.
type stage struct {
	name string
	find func(doc *corpus.Document, lexicon []corpus.Entry)
}

// stages find all that a document says, in the order in which one finding helps
// the next. Here and in cleanOne each field is assigned, and nowhere else.
var stages = []stage{
	{"blocks", func(doc *corpus.Document, _ []corpus.Entry) { doc.Blocks = segment.Blocks(doc.Text, doc.Lines) }},
	{"dates", func(doc *corpus.Document, _ []corpus.Entry) { doc.Dates = annotate.Dates(*doc) }},
	{"mentions", func(doc *corpus.Document, lexicon []corpus.Entry) { doc.Mentions = annotate.Mentions(*doc, lexicon) }},
	{"statements", func(doc *corpus.Document, _ []corpus.Entry) { doc.Statements = annotate.Statements(*doc) }},
	{"figures", func(doc *corpus.Document, _ []corpus.Entry) { doc.Figures = annotate.Figures(*doc) }},
	{"claims", func(doc *corpus.Document, _ []corpus.Entry) { doc.Claims = annotate.Claims(*doc) }},
	{"points", func(doc *corpus.Document, _ []corpus.Entry) { doc.Points = summarize.Points(*doc) }},
}

// annotateOne runs the stages over a document that has its text.
func annotateOne(doc *corpus.Document, lexicon []corpus.Entry) (problems []corpus.Problem) {
	for _, s := range stages {
		problems = append(problems, s.run(doc, lexicon)...)
	}
	return problems
}

// run finds one kind of thing. A rule that panics over a document nobody thought of
// costs it this one kind, and other documents nothing.
func (s stage) run(doc *corpus.Document, lexicon []corpus.Entry) (problems []corpus.Problem) {
	defer func() {
		if fault := recover(); fault != nil {
			problems = []corpus.Problem{{
				Severity: corpus.Warning, Path: doc.Path,
				Message: wording.Of("a rule of the program failed here, so nothing of this kind was found in the document: %s: %v at %s", s.name, fault, panicking()),
				Hint:    "the fault is the program's: please report it with this file; all else is built",
			}}
		}
	}()
	s.find(doc, lexicon)
	return nil
}

// panicking gives the file and line at which a deferred function's goroutine
// panicked: "mention_people.go:157".
func panicking() string {
	calls := make([]uintptr, 64)
	frames := runtime.CallersFrames(calls[:runtime.Callers(0, calls)])
	for panicked := false; ; {
		frame, more := frames.Next()
		library := strings.HasPrefix(frame.Function, "runtime.")
		if panicked && !library || !more {
			return filepath.Base(frame.File) + ":" + strconv.Itoa(frame.Line)
		}
		panicked = panicked || frame.Function == "runtime.gopanic"
	}
}

// parallel calls do(0) … do(n-1) on as many goroutines as there are processors
// and gives the first error. It stops handing out work when ctx ends.
func parallel(ctx context.Context, n int, do func(i int) error) error {
	g, stopped := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		if stopped.Err() != nil {
			break
		}
		g.Go(func() error { return do(i) })
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return context.Cause(ctx)
}
