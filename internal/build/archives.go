package build

import (
	"context"
	"crypto/sha256"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"mojaz/assets"
	"mojaz/internal/archive"
	"mojaz/internal/cache"
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

// binder binds the finished site: the forms that the configuration asks for, of
// each dossier and of the whole.
type binder struct {
	*works
	first, last []leaf         // pages before and after those of dossiers
	loose       []publish.File // what templates published
	sums        map[string][sha256.Size]byte
}

// binding makes one archive, in one or more files, of some pages.
type binding struct {
	form   string
	volume archive.Volume // without its pages
	pages  []leaf
	fronts []site.Front
}

// boundFile is a file of an archive as it was made.
type boundFile struct {
	Path string
	Sum  cache.Key
	Size int
}

// all binds what is asked for; c remembers the files.
func (b *binder) all(ctx context.Context, c *chapter) error {
	if err := b.draft.Flush(); err != nil {
		return err
	}
	b.sums = b.draft.Sums()
	bindings := b.bindings()
	bound := make([][]boundFile, len(bindings))
	step := b.step("bind", len(bindings))
	err := parallel(ctx, len(bindings), func(i int) (err error) {
		defer step()
		bound[i], err = b.bound(c, bindings[i])
		return err
	})
	for _, parts := range bound {
		for _, f := range parts {
			b.report.Archives = append(b.report.Archives, Archive{f.Path, f.Size})
		}
		if len(parts) > 1 {
			b.note([]corpus.Problem{{
				Severity: corpus.Note, Path: "public/" + parts[0].Path,
				Message: wording.Of("larger than %d MB, so it comes in %d parts", archive.DefaultLimit>>20, len(parts)),
			}})
		}
	}
	return err
}

// bindings lists what is to be made, in the order of the files' names.
func (b *binder) bindings() (out []binding) {
	every := slices.Clone(b.first)
	var fronts []site.Front
	whole := b.volume()
	for _, c := range b.chapters {
		every = append(every, c.Pages...)
		fronts = append(fronts, c.Fronts...)
		for i, d := range c.Dossiers {
			one := binding{volume: whole, pages: slices.Clone(c.Pages), fronts: c.Fronts[i : i+1]}
			one.volume.Name, one.volume.Title, one.volume.AsOf = site.Folder(d.Name), d.Title, d.AsOf
			for _, p := range b.last {
				if p.Kind == "search" {
					one.pages = append(one.pages, p)
				}
			}
			for _, form := range []string{"epub", "html"} {
				if one.form = form; b.wants(form) {
					out = append(out, one)
				}
			}
		}
	}
	for _, p := range b.last {
		if p.Kind != "notfound" { // a page for lost readers of a host
			every = append(every, p)
		}
	}
	for _, form := range []string{"html", "zip"} {
		if b.wants(form) {
			out = append(out, binding{form, whole, every, fronts})
		}
	}
	return out
}

func (r *run) wants(form string) bool { return slices.Contains(r.config.Archives, form) }

// volume gives the whole site as it is bound.
func (b *binder) volume() archive.Volume {
	v := archive.Volume{
		Name: site.WholeSite, Title: b.config.Title, Site: b.config.Title, Language: b.config.Language, Files: b.loose,
	}
	if b.config.BaseURL != "" {
		v.BaseURL = strings.TrimSuffix(b.config.BaseURL, "/") + "/"
	}
	return v
}

// bound makes an archive, or takes it over from the site that stands.
func (b *binder) bound(c *chapter, one binding) ([]boundFile, error) {
	key, keyed := b.key(one)
	var made []boundFile
	if keyed && b.recall(key, &made) && b.take(c, made) {
		return made, nil
	}
	files, err := b.files(one)
	if err != nil {
		return nil, err
	}
	made = nil
	for i := range files {
		files[i].Path = path.Join(site.ArchivesFolder, files[i].Path)
		made = append(made, boundFile{files[i].Path, sha256.Sum256(files[i].Bytes), len(files[i].Bytes)})
	}
	if keyed {
		b.remember(key, &made)
	}
	return made, b.put(c, files...)
}

// take takes over the files of an archive if they stand as they were made.
func (b *binder) take(c *chapter, made []boundFile) bool {
	for _, f := range made {
		if b.before[path.Join("public", f.Path)].hash != string(f.Sum[:]) {
			return false
		}
	}
	for _, f := range made {
		bytes, err := fs.ReadFile(os.DirFS(b.opt.Public), f.Path)
		if err != nil || b.put(c, publish.File{Path: f.Path, Bytes: bytes}) != nil {
			return false
		}
	}
	return true
}

// key names an archive by all that it is made of.
func (b *binder) key(one binding) (k cache.Key, ok bool) {
	if b.cache == nil || b.before == nil {
		return k, false
	}
	around, ok := b.renderKey(b.before)
	searched, known := cache.Digest(one.fronts)
	v := one.volume
	parts := []string{"archive", cache.Program(), string(around[:]), string(searched[:]), one.form, v.Name, v.Title, v.AsOf, v.Language}
	add := func(path, kind string) {
		sum := b.sums[path]
		parts = append(parts, path, kind, string(sum[:]))
	}
	for _, p := range one.pages {
		add(p.Path, p.Kind)
	}
	for _, f := range v.Files {
		add(f.Path, "")
	}
	if one.form == "zip" {
		for _, p := range slices.Sorted(maps.Keys(b.sums)) {
			add(p, "")
		}
	}
	return cache.KeyOf(parts...), ok && known
}

// files makes an archive.
func (b *binder) files(one binding) ([]publish.File, error) {
	if one.form == "zip" {
		return b.zip()
	}
	for _, p := range one.pages {
		bytes, err := b.draft.Bytes(p.Path)
		if err != nil {
			return nil, err
		}
		one.volume.Pages = append(one.volume.Pages, archive.Page{File: publish.File{Path: p.Path, Bytes: bytes}, Kind: p.Kind})
	}
	if one.form == "epub" {
		return b.book(one.volume)
	}
	return b.single(one.volume, one.fronts...)
}

// zip packs all files but the archives themselves and compressed twins.
func (b *binder) zip() ([]publish.File, error) {
	var files []publish.File
	for _, p := range slices.Sorted(maps.Keys(b.sums)) {
		if b.isTwin(p) || strings.HasPrefix(p, site.ArchivesFolder+"/") {
			continue
		}
		bytes, err := b.draft.Bytes(p)
		if err != nil {
			return nil, err
		}
		files = append(files, publish.File{Path: p, Bytes: bytes})
	}
	packed, err := archive.ZIP(site.WholeSite, archive.Without(files))
	return []publish.File{{Path: site.WholeSite + ".zip", Bytes: packed}}, err
}

// isTwin reports whether a file is the compressed twin of another.
func (b *binder) isTwin(name string) bool {
	ext := path.Ext(name)
	_, there := b.sums[strings.TrimSuffix(name, ext)]
	return there && ext != "" && slices.Contains(b.kinds(), ext[1:])
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
