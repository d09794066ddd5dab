package serve

import (
	"context"
	"maps"
	"slices"
	"time"
)

// loop keeps a preview up to date. What is saved is taken in at once; the whole
// site is built at the start, when nothing was saved for a while, and when
// somebody asks for a file that nothing else makes.
type loop struct {
	*preview
	rest   *time.Timer        // until the whole site is built
	done   chan Outcome       // of the whole build that goes on; nil if none does
	stop   context.CancelFunc // of it
	halted bool               // it was told to stop, for something was saved
	again  bool               // begin another when it has ended
	built  bool               // one came to its end, so what is saved can be shown without
}

// loop runs until ctx ends.
func (p *preview) loop(ctx context.Context, changes <-chan change) {
	l := loop{preview: p, rest: time.NewTimer(settle)}
	defer p.site.Close()
	l.build(ctx)
	for {
		select {
		case <-ctx.Done():
			if l.done != nil {
				<-l.done
			}
			return
		case out := <-l.done:
			l.end(ctx, out)
		case <-l.rest.C:
			l.build(ctx)
		case <-p.wanted:
			l.build(ctx)
		case c := <-changes:
			l.change(ctx, c)
		}
	}
}

// build begins to build the whole site, unless that goes on already.
func (l *loop) build(ctx context.Context) {
	l.rest.Stop()
	if l.done != nil {
		l.again = l.halted
		return
	}
	ctx, l.stop = context.WithCancel(ctx)
	done := make(chan Outcome, 1)
	l.done, l.halted, l.again = done, false, false
	go func() {
		began := time.Now()
		report, err := l.site.Whole(ctx)
		done <- Outcome{Whole: true, Report: report, Err: err, Took: time.Since(began)}
	}()
}

// end takes note of what came of a whole build.
func (l *loop) end(ctx context.Context, out Outcome) {
	l.stop()
	l.done = nil
	switch {
	case !l.halted:
		l.built = l.built || out.Err == nil
		l.report(ctx, out)
		l.ended()
	case l.again:
		l.build(ctx)
	default:
		l.rest.Reset(settle)
	}
}

// change takes in what was saved. A whole build that goes on makes way, unless
// somebody waits for it, or nothing changed but what it wrote itself, or it is the
// first.
func (l *loop) change(ctx context.Context, c change) {
	news := l.site.News(slices.Sorted(maps.Keys(c.files)))
	switch {
	case len(news) == 0 && !c.whole:
		return
	case l.done == nil || l.halted:
	case l.awaited() || !l.built:
		l.end(ctx, <-l.done)
	default:
		l.halted = true
		l.stop()
	}
	if c.whole {
		l.build(ctx)
		return
	}
	l.refresh(ctx, news)
}

// refresh shows what was saved.
func (l *loop) refresh(ctx context.Context, files []string) {
	began := time.Now()
	report, ok, err := l.site.Refresh(ctx, files)
	if !ok {
		l.build(ctx)
		return
	}
	l.report(ctx, Outcome{Report: report, Err: err, Took: time.Since(began)})
	l.rest.Reset(settle)
}

// report tells the pages, and whoever asked to know, what came of a build.
func (l *loop) report(ctx context.Context, out Outcome) {
	if ctx.Err() != nil {
		return
	}
	l.tell(out)
	if l.opt.Built != nil {
		l.opt.Built(out)
	}
}
