package build

import (
	"context"
	"maps"
	"path"
	"path/filepath"
	"slices"

	"mojaz/assets"
	"mojaz/internal/archive"
	"mojaz/internal/corpus"
	"mojaz/internal/engine"
	"mojaz/internal/markdown"
	"mojaz/internal/picture"
	"mojaz/internal/publish"
	"mojaz/internal/site"
	"mojaz/internal/wording"
	"mojaz/templates"
)

// render makes every file of the site, minified, in the order of their paths.
func (r *run) render(ctx context.Context, read reading, told telling) ([]publish.File, error) {
	in := r.input(told)
	e, err := engine.New(engine.Options{
		Templates: over(r.opt.Templates, templates.FS),
		Assets:    over(r.opt.Assets, assets.FS),
		Title:     r.config.Title, Language: r.config.Language, BaseURL: r.config.BaseURL,
		Params: r.config.Params,
	})
	if err != nil {
		return nil, err
	}
	defer e.Close()
	part := site.NewPart(in)
	whole := site.NewWhole(in, part.Fronts())
	first, last := whole.Pages()
	pages := slices.Concat(first, part.Pages(), last)
	files, err := r.pages(ctx, e, pages)
	if err != nil {
		return nil, err
	}
	r.note(e.Problems())
	r.report.Pages = len(pages)
	pictures, err := r.pictures(ctx, part)
	if err != nil {
		return nil, err
	}
	data, err := records(part, whole)
	if err != nil {
		return nil, err
	}
	files = slices.Concat(files, resources(e), pictures, data)
	archives, err := r.archives(ctx, in, part.Fronts(), pages, files)
	if err != nil {
		return nil, err
	}
	files = append(files, archives...)
	twins, err := r.twins(ctx, files)
	return append(files, twins...), err
}

// pictures draws the preview pictures.
func (r *run) pictures(ctx context.Context, part site.Part) ([]publish.File, error) {
	previews := part.Previews()
	if r.drafts != nil {
		return nil, nil // a check looks at no picture
	}
	out := make([]publish.File, len(previews))
	step := r.step("draw", len(previews))
	err := parallel(ctx, len(previews), func(i int) error {
		p := previews[i]
		png, err := picture.PNG(picture.Card{Above: p.Above, Title: p.Title, Below: p.Below})
		out[i] = publish.File{Path: p.Path, Bytes: png}
		step()
		return err
	})
	return out, err
}

// records makes the files of the site that other programs read.
func records(part site.Part, whole site.Whole) ([]publish.File, error) {
	own, err := part.Files()
	if err != nil {
		return nil, err
	}
	all, err := whole.Files()
	if err != nil {
		return nil, err
	}
	out := []publish.File{{Path: "data/annotations.jsonl", Bytes: part.Annotations()}}
	for _, f := range slices.Concat(own, all) {
		out = append(out, publish.File{Path: f.Path, Bytes: f.Bytes})
	}
	return out, nil
}

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

// page renders and minifies one page.
func page(e *engine.Engine, p site.Page, model any) (publish.File, error) {
	html, err := e.Render(p.Kind, model)
	if err != nil {
		return publish.File{}, wording.Errorf("%s: %w", p.Path, err)
	}
	small, err := publish.Minify(p.Path, html)
	return publish.File{Path: p.Path, Bytes: small}, err
}

// resources lists what the templates published: style sheets, fonts, pictures.
func resources(e *engine.Engine) []publish.File {
	published := e.Resources()
	var out []publish.File
	for _, name := range slices.Sorted(maps.Keys(published)) {
		out = append(out, publish.File{Path: path.Clean(name), Bytes: published[name]})
	}
	return out
}

// publish puts the files, and the list of their hashes, in the place of the old
// site.
func (r *run) publish(files []publish.File) (err error) {
	sums := archive.Sums(files)
	files = slices.Concat(files, []publish.File{sums}, r.signature(sums))
	r.count(files)
	r.report.Public, err = publish.Folder(r.opt.Public, files)
	if err == nil {
		r.wrotePublic(sums)
		r.report.Index = filepath.Join(r.opt.Public, "index.html")
	}
	return err
}
