package build

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"mojaz/assets"
	"mojaz/internal/archive"
	"mojaz/internal/corpus"
	"mojaz/internal/picture"
	"mojaz/internal/publish"
	"mojaz/internal/site"
	"mojaz/internal/wording"
)

// Archive is a file that holds the site or a dossier.
type Archive struct {
	Path  string // from the site's own folder
	Bytes int
}

// binding makes one archive, in one or more files.
type binding func() ([]publish.File, error)

// archives binds the finished site: the forms that the configuration asks for, of
// each dossier and of the whole. files begin with the pages, in their order.
func (r *run) archives(ctx context.Context, in site.Input, fronts []site.Front, pages []site.Page, files []publish.File) ([]publish.File, error) {
	if r.drafts != nil {
		return nil, nil // a check looks at no archive
	}
	if r.opt.KeepArchives {
		if kept := r.oldArchives(); len(kept) > 0 {
			return kept, nil
		}
	}
	bindings := r.bindings(in, fronts, pages, files)
	bound := make([][]publish.File, len(bindings))
	step := r.step("bind", len(bindings))
	err := parallel(ctx, len(bindings), func(i int) (err error) {
		bound[i], err = bindings[i]()
		step()
		return err
	})
	for _, parts := range bound {
		for i := range parts {
			parts[i].Path = path.Join(site.ArchivesFolder, parts[i].Path)
			r.report.Archives = append(r.report.Archives, Archive{parts[i].Path, len(parts[i].Bytes)})
		}
		if len(parts) > 1 {
			r.note([]corpus.Problem{{
				Severity: corpus.Note, Path: "public/" + parts[0].Path,
				Message: wording.Of("larger than %d MB, so it comes in %d parts", archive.DefaultLimit>>20, len(parts)),
			}})
		}
	}
	return slices.Concat(bound...), err
}

// oldArchives gives the archives of the site that is there, nil if it has none
// or one of them cannot be read.
func (r *run) oldArchives() (out []publish.File) {
	old := os.DirFS(r.opt.Public)
	names, err := fs.Glob(old, site.ArchivesFolder+"/*")
	for _, name := range names {
		b, failed := fs.ReadFile(old, name)
		err = errors.Join(err, failed)
		out = append(out, publish.File{Path: name, Bytes: b})
	}
	if err != nil {
		return nil
	}
	return out
}

// bindings lists what is to be made, in the order of the files' names.
func (r *run) bindings(in site.Input, fronts []site.Front, pages []site.Page, files []publish.File) (out []binding) {
	whole := r.volume(pages, files)
	for i := range in.Dossiers {
		d := &in.Dossiers[i]
		v := whole
		v.Name = site.Folder(d.Overview.Dossier)
		v.Title = cmp.Or(d.Overview.Title, d.Overview.Dossier)
		v.AsOf = cmp.Or(d.Overview.AsOf, in.Config.AsOf, lastPublished(d))
		v.Pages = slices.DeleteFunc(slices.Clone(whole.Pages), func(p archive.Page) bool {
			return !strings.HasPrefix(p.Path, v.Name+"/") && p.Kind != "search"
		})
		if r.wants("epub") {
			out = append(out, func() ([]publish.File, error) { return r.book(v) })
		}
		if r.wants("html") {
			out = append(out, func() ([]publish.File, error) { return r.single(v, fronts[i]) })
		}
	}
	if r.wants("html") {
		out = append(out, func() ([]publish.File, error) { return r.single(whole, fronts...) })
	}
	if r.wants("zip") {
		out = append(out, func() ([]publish.File, error) {
			packed, err := archive.ZIP(site.WholeSite, archive.Without(files))
			return []publish.File{{Path: site.WholeSite + ".zip", Bytes: packed}}, err
		})
	}
	return out
}

func (r *run) wants(form string) bool { return slices.Contains(r.config.Archives, form) }

// volume gives the whole site as it is bound.
func (r *run) volume(pages []site.Page, files []publish.File) archive.Volume {
	v := archive.Volume{
		Name: site.WholeSite, Title: r.config.Title, Site: r.config.Title, Language: r.config.Language,
		Files: files[len(pages):],
	}
	if r.config.BaseURL != "" {
		v.BaseURL = strings.TrimSuffix(r.config.BaseURL, "/") + "/"
	}
	for i, p := range pages {
		if p.Kind != "notfound" { // a page for lost readers of a host
			v.Pages = append(v.Pages, archive.Page{File: files[i], Kind: p.Kind})
		}
	}
	return v
}

// book binds a dossier as an EPUB.
func (r *run) book(v archive.Volume) ([]publish.File, error) {
	var err error
	if v.Style, err = fs.ReadFile(over(r.opt.Assets, assets.FS), "css/epub.css"); err != nil {
		return nil, err
	}
	if v.Cover, err = picture.PNG(picture.Card{Title: v.Title, Below: v.Site}); err != nil {
		return nil, err
	}
	f, err := archive.Book(v)
	return []publish.File{f}, err
}

// single binds pages as one HTML file, with the search index over what they tell.
func (r *run) single(v archive.Volume, fronts ...site.Front) ([]publish.File, error) {
	from := over(r.opt.Assets, assets.FS)
	var err error
	if v.Style, err = fs.ReadFile(from, "css/single.css"); err != nil {
		return nil, err
	}
	if v.Unscripted, err = fs.ReadFile(from, "css/unscripted.css"); err != nil {
		return nil, err
	}
	if v.Script, err = fs.ReadFile(from, "js/single.js"); err != nil {
		return nil, err
	}
	for _, f := range site.SearchIndex(fronts...) {
		v.Index = append(v.Index, publish.File{Path: f.Path, Bytes: f.Bytes})
	}
	return archive.Single(v, 0)
}

// lastPublished gives the date of the newest briefing of a dossier.
func lastPublished(d *corpus.Dossier) (day string) {
	for i := range d.Briefings {
		day = max(day, d.Briefings[i].Published)
	}
	return day
}
