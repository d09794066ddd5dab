package main

import (
	"io"

	"mojaz/internal/build"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// explainCmd is the command line of build explain.
type explainCmd struct {
	Document string   `arg:"" help:"Path of a file, here or below seeds/, or the id of a document, such as 003-f304fb; or the folder of a dossier, for what its documents say together."`
	Only     []string `placeholder:"KIND,…" help:"Print these kinds of line only: meta, lines, blocks, sentences, dates, mentions, statements, figures, claims, points; of a dossier: entities, assertions, relations, phases, keypoints."`
}

// explain prints what is found in one document or dossier.
func (c *cli) explain(out, errs io.Writer) int {
	found, err := build.Explain(build.Options{Seeds: c.Seeds, Content: c.Content, Config: c.Config, Limit: c.Limit << 20}, c.Explain.Document)
	c.printProblems(errs, found.Problems)
	if err == nil {
		err = found.Write(out, c.Explain.Only)
	}
	if err != nil {
		return c.fail(errs, wording.Errorf("explain: %w", err))
	}
	if c.Strict && (build.Report{Problems: found.Problems}).Worst() >= corpus.Warning {
		return exitProblems
	}
	return exitDone
}
