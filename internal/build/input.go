package build

import (
	"slices"

	"mojaz/internal/corpus"
	"mojaz/internal/markdown"
	"mojaz/internal/site"
)

// input gathers what the site is made of: what rights let be shown.
func (r *run) input(told telling) site.Input {
	return site.Allowed(site.Input{
		Config: site.Config{
			Title: r.config.Title, BaseURL: r.config.BaseURL, Language: r.config.Language,
			Axis: r.config.Axis, Digits: r.config.Digits, Months: r.config.Months, AsOf: r.config.AsOf,
			Archives: r.config.Archives,
		},
		Dossiers: told.dossiers, Documents: told.documents, Anchors: told.anchors,
		HTML:     markdown.HTML,
		Problems: corpus.SortProblems(slices.Clone(r.report.Problems)),
		Version:  r.opt.Version,
	})
}
