package main

import (
	"fmt"
	"io"

	"mojaz/internal/build"
	"mojaz/internal/corpus"
)

// explainCmd is the command line of build explain.
type explainCmd struct {
	Document string   `arg:"" help:"Path of a file, here or below seeds/, or the id of a document, such as 003-f304fb."`
	Only     []string `placeholder:"KIND,…" help:"Print these kinds of line only: meta, lines, blocks, sentences, dates, mentions, statements, figures, claims, points."`
}

// explain prints what is found in one document.
func (c *cli) explain(out, errs io.Writer) int {
	found, err := build.Explain(build.Options{Seeds: c.Seeds, Limit: c.Limit << 20}, c.Explain.Document)
	c.printProblems(errs, found.Problems)
	if err == nil {
		err = found.Write(out, c.Explain.Only)
	}
	if err != nil {
		fmt.Fprintf(errs, "build: explain: %v\n", err)
		return exitFailed
	}
	if c.Strict && (build.Report{Problems: found.Problems}).Worst() >= corpus.Warning {
		return exitProblems
	}
	return exitDone
}
