package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"mojaz/internal/serve"
	"mojaz/internal/wording"
)

// serveCmd is the command line of build serve.
type serveCmd struct {
	Port int `default:"8080" help:"Where the preview listens, on this computer only; 0 takes any port that is free (default: ${default})."`
}

// serve shows the site as it becomes, until it is interrupted.
func (c *cli) serve(out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := serve.Run(ctx, serve.Options{
		Build: c.options(), Port: c.Serve.Port, Place: c.onDisk,
		Ready: func(url string) {
			if !c.Quiet {
				fmt.Fprintf(out, "serving on %s; Ctrl-C ends it\n", url)
			}
		},
		Built: func(done serve.Outcome) { c.printBuilt(out, errs, done) },
	})
	if err != nil {
		return c.fail(errs, wording.Errorf("serve: %w", err))
	}
	if !c.Quiet {
		fmt.Fprintln(out, "stopped")
	}
	return exitDone
}

// printBuilt says what came of a build of the preview.
func (c *cli) printBuilt(out, errs io.Writer, done serve.Outcome) {
	c.printProblems(errs, done.Report.Problems)
	if done.Err != nil {
		c.fail(errs, done.Err)
		return
	}
	if c.Quiet {
		return
	}
	what := "site"
	if done.Whole {
		what = "all"
	}
	public := done.Report.Public
	fmt.Fprintf(out, "built %s in %.2f seconds: %s, %s, site: %d written, %d removed\n", what, done.Took.Seconds(),
		problemCount(done.Report.Problems), "content: "+count(done.Report.Content, "file")+" changed", public.Written, public.Removed)
}
