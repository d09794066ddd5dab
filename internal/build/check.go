package build

import (
	"context"

	"mojaz/internal/corpus"
)

// Check does what [Run] does up to the finished pages, in memory, and writes
// nothing: the sources are read, content/ is brought up to date in memory as a
// build would, and every gate looks at the outcome. Problems of content/ have
// the lines of the files as they lie there.
//
// Besides what a build reports, it finds edits that are stale, links to pages
// or places that are not there, and pages to which nothing leads. It takes no
// lock: while a build writes, it may see the half of it.
//
// The error means that the check could not be done.
func Check(ctx context.Context, opt Options) (Report, error) {
	opt.Lenient = true // a fault is one problem among others here
	r := &run{opt: opt, lines: map[string][]int{}, drafts: drafts{}}
	err := r.check(ctx)
	r.report.Problems = corpus.SortProblems(r.report.Problems)
	return r.report, err
}

func (r *run) check(ctx context.Context) (err error) {
	if r.config, err = loadConfig(r.opt.Config); err != nil {
		return err
	}
	read, err := r.read(ctx, true)
	r.note(read.problems)
	if err != nil {
		return err
	}
	r.report.Documents = len(read.documents)
	clean, err := r.followAside(ctx, read)
	defer clean()
	if err != nil {
		return err
	}
	found, err := r.relate(ctx, read)
	if err != nil {
		return err
	}
	if err := r.draft(format(read, found, r.config)); err != nil {
		return err
	}
	told, err := r.load(read)
	if err != nil {
		return err
	}
	w := r.newWorks(nil)
	defer w.close()
	c := &chapter{}
	for _, d := range told.dossiers {
		c.Dossiers = append(c.Dossiers, volumeOf{Name: d.Overview.Dossier})
	}
	r.report.Dossiers = len(c.Dossiers)
	if err := w.make(ctx, c, r.input(told)); err != nil {
		return err
	}
	if err := w.bind(c); err != nil {
		return err
	}
	r.note(sameFolder(w.volumes()))
	return w.finish(ctx)
}
