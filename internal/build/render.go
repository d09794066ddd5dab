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
		Title:     r.config.Title, Language: "ar", BaseURL: r.config.BaseURL,
		Params: r.config.Params,
	})
	if err != nil {
		return nil, err
	}
	defer e.Close()
	pages := site.Pages(in)
	files, err := r.pages(ctx, e, pages)
	if err != nil {
		return nil, err
	}
	r.note(e.Problems())
	r.report.Pages = len(pages)
	pictures, err := r.pictures(ctx, in)
	if err != nil {
		return nil, err
	}
	data, err := records(in, pages)
	if err != nil {
		return nil, err
	}
	files = slices.Concat(files, resources(e), pictures, data)
	archives, err := r.archives(ctx, in, pages, files)
	if err != nil {
		return nil, err
	}
	files = append(files, archives...)
	twins, err := r.twins(ctx, files)
	return append(files, twins...), err
}

// pictures draws the preview pictures.
func (r *run) pictures(ctx context.Context, in site.Input) ([]publish.File, error) {
	previews := site.Previews(in)
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
func records(in site.Input, pages []site.Page) ([]publish.File, error) {
	feeds, err := site.Feeds(in)
	if err != nil {
		return nil, err
	}
	tables, err := site.Tables(in)
	if err != nil {
		return nil, err
	}
	out := []publish.File{{Path: "data/annotations.jsonl", Bytes: site.Annotations(in)}}
	for _, f := range slices.Concat(site.Records(in), feeds, tables, site.SiteMap(in, pages), site.SearchIndex(in)) {
		out = append(out, publish.File{Path: f.Path, Bytes: f.Bytes})
	}
	return out, nil
}

// input gathers what the site is made of: what rights let be shown.
func (r *run) input(told telling) site.Input {
	return site.Allowed(site.Input{
		Config: site.Config{
			Title: r.config.Title, BaseURL: r.config.BaseURL, Language: "ar",
			Digits: r.config.Digits, Months: r.config.Months, AsOf: r.config.AsOf,
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
