package main

import (
	"io"
	"slices"

	"mojaz/internal/build"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// newCmd is the command line of build new.
type newCmd struct {
	Dossier string `arg:"" help:"Name of the folder to make below seeds/."`
}

// importCmd is the command line of build import.
type importCmd struct {
	From []string `arg:"" name:"file" help:"Documents, or folders of them."`
	Into string   `required:"" placeholder:"DOSSIER" help:"The dossier that they belong to, a folder below seeds/."`
}

// start makes a dossier.
func (c *cli) start(out, errs io.Writer) int {
	made, err := build.New(c.options(), c.New.Dossier)
	if err != nil {
		return c.fail(errs, wording.Errorf("new: %w", err))
	}
	if !c.Quiet {
		for _, f := range made {
			c.say(out, wording.Of("made %s", c.onDisk(f)))
		}
		c.say(out, wording.Of("next: build import FILE… --into %q, then build", c.New.Dossier))
	}
	return exitDone
}

// take copies documents into a dossier.
func (c *cli) take(out, errs io.Writer) int {
	done, err := build.Import(c.options(), c.Import.Into, c.Import.From)
	c.printProblems(errs, done.Problems)
	if !c.Quiet {
		for _, d := range done.Imported {
			c.say(out, wording.Of("%s from %s", c.onDisk(d.To), relative(d.From)))
		}
	}
	worst := build.Report{Problems: done.Problems}.Worst()
	switch {
	case err != nil:
		return c.fail(errs, wording.Errorf("import: %w", err))
	case len(done.Imported) == 0 && !slices.ContainsFunc(done.Problems, thereAlready):
		return c.fail(errs, wording.Errorf("import: nothing was imported"))
	}
	if !c.Quiet {
		c.say(out, wording.Of("%s imported, %s", documents(len(done.Imported)), problemCount(done.Problems)))
		c.say(out, "next: build")
	}
	if c.Strict && worst >= corpus.Warning {
		return exitProblems
	}
	return exitDone
}

// thereAlready reports whether a problem of an import is none: the document is
// in the dossier.
func thereAlready(p corpus.Problem) bool { return p.Severity == corpus.Note }
