package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"time"

	"mojaz/internal/deploy"
	"mojaz/internal/wording"
)

// deployCmd is the command line of build deploy.
type deployCmd struct {
	To       string `arg:"" name:"url" help:"Where to: the path of a folder, file:///srv/site, or a bucket, s3://NAME?region=R&endpoint=URL&prefix=site/. Credentials are read from the environment only."`
	DryRun   bool   `help:"Print what would be done, in its order, and change nothing."`
	Force    bool   `help:"Upload files that are there already, too."`
	Adopt    bool   `help:"Replace files there that this program did not put there."`
	Parallel int    `default:"8" placeholder:"N" help:"How many files to upload at once (default: ${default})."`
}

// deploy brings the finished site to a host.
func (c *cli) deploy(out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := c.deployTo(ctx, out, errs); err != nil {
		return c.fail(errs, wording.Errorf("deploy: %w", err))
	}
	return exitDone
}

func (c *cli) deployTo(ctx context.Context, out, errs io.Writer) error {
	began := time.Now()
	site, release, err := deploy.Site(c.Public)
	if err != nil {
		return err
	}
	defer release()
	to, closer, err := deploy.Open(ctx, c.Deploy.To, c.Deploy.DryRun)
	if err != nil {
		return err
	}
	defer closer.Close()
	bar := c.newProgress(errs, c.Quiet)
	plan, err := deploy.Compare(ctx, site, to, deploy.Options{
		Force: c.Deploy.Force, Adopt: c.Deploy.Adopt, Parallel: c.Deploy.Parallel,
		Progress: func(total int) { bar.step("deploy", total) },
	})
	if err != nil {
		return err
	}
	if c.Deploy.DryRun {
		err := plan.Write(out)
		if !c.Quiet {
			c.say(errs, wording.Of("%d to upload, %d to delete; nothing was changed", plan.Count(deploy.Upload), plan.Count(deploy.Delete)))
		}
		return err
	}
	err = plan.Run(ctx, to)
	bar.finish()
	if ctx.Err() != nil {
		return wording.Errorf("%s", wording.OfError(err)) // it says how far it came, which a plain "stopped" would not
	}
	if err != nil || c.Quiet {
		return err
	}
	c.say(out, wording.Of("%s, %s, %s, %s, %.1f seconds",
		wording.Count(plan.Count(deploy.Upload), "%d uploaded", "%d uploaded"), wording.Count(plan.Unchanged, "%d unchanged", "%d unchanged"),
		wording.Count(plan.Count(deploy.Delete), "%d deleted", "%d deleted"),
		wording.Count(plan.Strangers, "%d other file left alone", "%d other files left alone"), time.Since(began).Seconds()))
	return nil
}
