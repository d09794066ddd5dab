package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"time"

	"mojaz/internal/build"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// checkCmd is the command line of build check.
type checkCmd struct{}

// check runs every gate and writes nothing.
func (c *cli) check(out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	began := time.Now()
	bar := c.newProgress(errs, c.Quiet || c.forTools())
	opt := c.options()
	opt.Progress = bar.step
	report, err := build.Check(ctx, opt)
	bar.finish()
	c.printProblems(errs, report.Problems)
	if err != nil {
		return c.fail(errs, err)
	}
	if !c.Quiet {
		c.say(out, wording.Of("%s in %s, %s looked at, %s, %.1f seconds; nothing was written",
			documents(report.Documents), dossiers(report.Dossiers), pages(report.Pages),
			problemCount(report.Problems), time.Since(began).Seconds()))
	}
	if report.Worst() >= corpus.Warning {
		return exitProblems
	}
	return exitDone
}
