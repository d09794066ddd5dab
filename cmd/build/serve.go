package main

import (
	"context"
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
		Build: c.options(), Port: c.Serve.Port, Place: c.onDisk, Voice: c.voice(nil).Voice, Language: c.Messages,
		Ready: func(url string) {
			if !c.Quiet {
				c.say(out, wording.Of("serving on %s; Ctrl-C ends it", url))
			}
		},
		Built: func(done serve.Outcome) { c.printBuilt(out, errs, done) },
	})
	if err != nil {
		return c.fail(errs, wording.Errorf("serve: %w", err))
	}
	if !c.Quiet {
		c.say(out, "stopped")
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
	if !done.Whole {
		c.say(out, wording.Of("shown in %.2f seconds: %s", done.Took.Seconds(), problemCount(done.Report.Problems)))
		return
	}
	built := wording.Of("built all in %.2f seconds", done.Took.Seconds())
	public := done.Report.Public
	c.say(out, wording.Of("%s: %s, content: %s changed, site: %d written, %d removed", built,
		problemCount(done.Report.Problems), files(done.Report.Content), public.Written, public.Removed))
}
