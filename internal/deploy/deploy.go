// Package deploy turns a finished site into the same site on a host: a folder,
// an S3-compatible store, or another bucket that gocloud.dev can open.
//
// [Compare] says what is to be done, as a [Plan] of waves, and [Plan.Run] does
// it. The steps of a wave may run side by side; a wave begins when the one
// before it is done. The order keeps one promise: whenever the work stops,
// between any two steps, no page on the host refers to a file that is not there.
//
//  1. Styles, fonts, pictures and data come before the pages.
//  2. A page comes after all that it refers to, deeper pages first. New pages
//     that refer to each other cannot both come first: then one that others
//     wait for is held by a placeholder, which refers to nothing.
//  3. Lists of pages that other programs follow (feeds, site maps), then the
//     compressed twins of pages, then the list of hashes.
//  4. Last, what is no longer part of the site is deleted, pages before what
//     they refer to.
//
// The host carries the marker of a site, [publish.Marker], which lists its
// files. It is the first thing written, with the old and the new files and the
// word that the work goes on, and the last, with the new files alone. So only
// files that this program put there are ever deleted, and after a deploy that
// was stopped the next one does not believe the old list of hashes. Two deploys
// to one place at a time are the caller's mistake; nothing holds the second, and
// docs/hosting.md says why.
package deploy

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"mojaz/internal/wording"
)

// Options say how to compare and to work.
type Options struct {
	// Force uploads files that the host has already.
	Force bool
	// Adopt replaces files on the host that this program did not put there.
	Adopt bool
	// Parallel is how many steps of a wave run at once; 0 means 8.
	Parallel int
	// Progress, if set, is told after each of total steps, from several
	// goroutines at once.
	Progress func(total int)
}

// An Act is what a step does to one file of the host.
type Act string

// The acts. Mark writes the marker, Hold a placeholder.
const (
	Mark   Act = "mark"
	Hold   Act = "hold"
	Upload Act = "upload"
	Delete Act = "delete"
)

// Step is one change of one file.
type Step struct {
	Act   Act
	Path  string
	bytes []byte // of a mark
}

// Plan is what is to be done.
type Plan struct {
	Waves     [][]Step
	Unchanged int // files that the host has already
	Strangers int // files on the host that are not the site's; they stay

	site    fs.FS
	options Options
}

// Count gives the number of steps with an act.
func (p Plan) Count(act Act) int {
	n := 0
	for _, wave := range p.Waves {
		for _, s := range wave {
			if s.Act == act {
				n++
			}
		}
	}
	return n
}

// Write prints the steps in their order, one a line, waves apart by a line, and
// what an upload is said to be.
func (p Plan) Write(w io.Writer) error {
	for i, wave := range p.Waves {
		if i > 0 {
			fmt.Fprintln(w)
		}
		for _, s := range wave {
			line := fmt.Sprintf("%-6s %s", s.Act, s.Path)
			if s.Act == Upload {
				line += fmt.Sprintf("  (%s; %s)", contentType(s.Path), cacheControl(s.Path))
			}
			if _, err := fmt.Fprintln(w, line); err != nil {
				return err
			}
		}
	}
	return nil
}

// Run does what the plan says. After an error the host is between the old site
// and the new one, with the promise of the package kept; another Compare and Run
// complete it.
func (p Plan) Run(ctx context.Context, to Bucket) error {
	var total, done int
	for _, wave := range p.Waves {
		total += len(wave)
	}
	for _, wave := range p.Waves {
		n, err := p.wave(ctx, to, wave, total)
		done += n
		if err != nil {
			return wording.Errorf("stopped after %d of %d steps; run it again to go on: %w", done, total, err)
		}
	}
	return nil
}

// parallel is how many steps run at once unless the options say otherwise.
const parallel = 8

// wave does the steps of one wave and gives how many of them were done.
func (p Plan) wave(ctx context.Context, to Bucket, wave []Step, total int) (int, error) {
	var done atomic.Int64
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(parallel)
	if p.options.Parallel > 0 {
		g.SetLimit(p.options.Parallel)
	}
	for _, s := range wave {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := p.step(ctx, to, s); err != nil {
				return wording.Errorf("%s %s: %w", s.Act, s.Path, err)
			}
			done.Add(1)
			if p.options.Progress != nil {
				p.options.Progress(total)
			}
			return nil
		})
	}
	err := g.Wait()
	return int(done.Load()), err
}

// step does one step.
func (p Plan) step(ctx context.Context, to Bucket, s Step) error {
	switch s.Act {
	case Delete:
		return to.Delete(ctx, s.Path)
	case Mark:
		return to.Write(ctx, s.Path, s.bytes)
	case Hold:
		return to.Write(ctx, s.Path, placeholder)
	}
	b, err := fs.ReadFile(p.site, s.Path)
	if err != nil {
		return err
	}
	return to.Write(ctx, s.Path, b)
}
