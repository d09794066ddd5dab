package build

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/assets"
	"mojaz/internal/cache"
	"mojaz/internal/corpus"
	"mojaz/internal/wording"
	"mojaz/templates"
)

// workplace is a folder in which a site is built.
type workplace struct {
	t     *testing.T
	dir   string
	cache string // "" builds all anew
}

// newWorkplace makes a folder with the first documents of the example.
func newWorkplace(t *testing.T, cache string) *workplace {
	t.Helper()
	w := &workplace{t, t.TempDir(), cache}
	w.put("mojaz.yaml", "archives: []\n")
	for _, name := range exampleFiles(t)[:3] {
		w.put("seeds/iraq/"+filepath.Base(name), read(t, name))
	}
	w.put("seeds/beside/a.txt", beside)
	return w
}

// beside is a document of a dossier that few edits touch.
const beside = "خبر آخر\n\n2025-08-01\n\nقال وزير الدفاع ثابت العباسي يوم الأحد إن القوات ستنسحب في 30 أيلول 2025. وقال إن 2000 جندي سيغادرون بغداد.\n"

func exampleFiles(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("../../seeds/iraq-coalition/*.txt")
	if err != nil || len(names) < 4 {
		t.Fatalf("the example has %d documents (%v), want 4 at least", len(names), err)
	}
	return names
}

func read(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(name)
	must(t, err)
	return string(b)
}

func (w *workplace) at(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

func (w *workplace) put(name, text string) {
	w.t.Helper()
	must(w.t, os.MkdirAll(filepath.Dir(w.at(name)), 0o755))
	must(w.t, os.WriteFile(w.at(name), []byte(text), 0o644))
}

func (w *workplace) remove(name string) { w.t.Helper(); must(w.t, os.RemoveAll(w.at(name))) }

// swap replaces words in a file that must have them.
func (w *workplace) swap(name, old, now string) {
	w.t.Helper()
	text := read(w.t, w.at(name))
	if !strings.Contains(text, old) {
		w.t.Fatalf("%s does not hold %q", name, old)
	}
	w.put(name, strings.Replace(text, old, now, 1))
}

func (w *workplace) options() Options {
	return Options{
		Seeds: w.at("seeds"), Content: w.at("content"), Public: w.at("public"),
		Templates: w.at("templates"), Assets: w.at("assets"), Config: w.at("mojaz.yaml"),
		Cache: w.cache, Text: true, Site: true, Version: "test",
	}
}

// build builds and gives all that it made: every file of content/ and public/,
// and the report.
func (w *workplace) build(opt Options) (map[string]string, Report) {
	w.t.Helper()
	report, err := Run(context.Background(), opt)
	must(w.t, err)
	report.Index = ""
	files := map[string]string{}
	for _, root := range []string{"content", "public"} {
		err := filepath.WalkDir(w.at(root), func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				files[strings.TrimPrefix(name, w.dir)] = read(w.t, name)
			}
			return err
		})
		must(w.t, err)
	}
	return files, report
}

// sameSite fails if two builds did not make the same.
func sameSite(t *testing.T, quick, whole *workplace) {
	t.Helper()
	files, report := quick.build(quick.options())
	want, wantReport := whole.build(whole.options())
	for name, text := range want {
		if got, ok := files[name]; !ok || got != text {
			t.Errorf("%s differs with the cache (there: %v)", name, ok)
		}
	}
	for name := range files {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is there with the cache alone", name)
		}
	}
	if diff := cmp.Diff(wantReport, report); diff != "" {
		t.Errorf("report (-whole +with the cache):\n%s", diff)
	}
}

// edit is something that a person does to a workplace.
type edit struct {
	name string
	do   func(w *workplace)
}

// edits are made one after another; a build must do no less for the cache.
func edits(t *testing.T) []edit {
	third, fourth := filepath.Base(exampleFiles(t)[2]), filepath.Base(exampleFiles(t)[3])
	last := read(t, exampleFiles(t)[3])
	source, err := fs.ReadFile(templates.FS, "source.html")
	must(t, err)
	style, err := fs.ReadFile(assets.FS, "css/print.css")
	must(t, err)
	const picky = `{{ define "main" }}{{ if in .File "` + "FOURTH" + `" }}{{ with resources.Get "only.txt" }}{{ .Publish }}{{ end }}{{ end }}`
	return []edit{
		{"nothing yet", func(*workplace) {}},
		{"nothing", func(*workplace) {}},
		{"a document is changed", func(w *workplace) { w.swap("seeds/iraq/"+third, "بغداد", "البصرة") }},
		{"a document is added", func(w *workplace) { w.put("seeds/iraq/"+fourth, last) }},
		{"an entity is edited", func(w *workplace) {
			w.swap("content/iraq/entities/أربيل.md", "type: GPE", "type: LOC")
		}},
		{"nothing after an edit", func(*workplace) {}},
		{"a lexicon is made", func(w *workplace) {
			w.put("seeds/iraq/lexicon.yaml", "names:\n  - name: خارطة الطريق\n    type: MISC\n")
		}},
		{"a briefing is edited", func(w *workplace) {
			names, err := filepath.Glob(w.at("content/iraq/briefings/*.md"))
			must(t, err)
			w.swap(strings.TrimPrefix(names[0], w.dir), "title: ", "title: معدل ")
		}},
		{"a template is changed, and publishes for one page", func(w *workplace) {
			w.put("assets/only.txt", "for one page")
			w.put("templates/source.html", strings.Replace(string(source), `{{ define "main" }}`, strings.Replace(picky, "FOURTH", fourth, 1), 1))
		}},
		{"another page changes", func(w *workplace) { w.swap("seeds/iraq/"+third, "البصرة", "بغداد") }},
		{"an asset is changed", func(w *workplace) { w.put("assets/css/print.css", string(style)+"\n.new{color:red}\n") }},
		{"the page that publishes is gone", func(w *workplace) { w.remove("seeds/iraq/" + fourth) }},
		{"a page of the site is changed by hand", func(w *workplace) { w.swap("public/about.html", "<body", "<body data-x") }},
		{"a page of the site is deleted", func(w *workplace) { w.remove("public/iraq/index.html") }},
		{"the settings change", func(w *workplace) { w.put("mojaz.yaml", "archives: []\ntitle: عنوان\ndigits: latn\n") }},
		{"a file of content/ is deleted", func(w *workplace) { w.remove("content/iraq/entities/أربيل.md") }},
		{"another dossier is made", func(w *workplace) { w.put("seeds/other/x.txt", last) }},
		{"a document is changed beside others", func(w *workplace) { w.swap("seeds/other/x.txt", "بغداد", "أربيل") }},
		{"nothing beside others", func(*workplace) {}},
		{"a briefing cites a source of another dossier", func(w *workplace) {
			w.swap("content/beside/briefings/a.md", "source: seeds/beside/a.txt", "source: seeds/twin/a.txt")
			w.put("seeds/twin/a.txt", beside)
		}},
		{"that source changes its title", func(w *workplace) { w.put("seeds/twin/a.txt", strings.Replace(beside, "آخر", "ثان", 1)) }},
		{"the briefing cites its own again", func(w *workplace) {
			w.swap("content/beside/briefings/a.md", "source: seeds/twin/a.txt", "source: seeds/beside/a.txt")
		}},
		{"a dossier comes before all others", func(w *workplace) { w.put("seeds/a/x.txt", last) }},
		{"it changes its name", func(w *workplace) {
			must(w.t, os.Rename(w.at("seeds/a"), w.at("seeds/z")))
		}},
		{"two dossiers are removed", func(w *workplace) { w.remove("seeds/other"); w.remove("seeds/z") }},
		{"another dossier is removed", func(w *workplace) { w.remove("seeds/twin") }},
		{"a dossier may be quoted only", func(w *workplace) { w.put("seeds/beside/dossier.yaml", "title: جانبي\nrights: quote\n") }},
		{"it may be linked to only", func(w *workplace) { w.put("seeds/beside/dossier.yaml", "rights: link\n") }},
		{"the site gets an address, twins and archives", func(w *workplace) {
			w.put("mojaz.yaml", "base_url: https://example.org/\narchives: [zip, epub, html]\nprecompress: [gz]\n")
		}},
		{"a document is changed beside archives", func(w *workplace) { w.put("seeds/beside/a.txt", beside+"\nوقال إنه سيعود في 2027.\n") }},
		{"an archive is changed by hand", func(w *workplace) { w.swap("public/archives/iraq.html", "<body", "<body data-x") }},
		{"archives are not asked for any more", func(w *workplace) { w.put("mojaz.yaml", "archives: []\n") }},
		{"a table is deleted", func(w *workplace) { w.remove("public/data/iraq/statements.csv") }},
		{"a stranger's folder lies in content/", func(w *workplace) { w.put("content/notes/mine.md", "# x\n") }},
		{"a document is deleted", func(w *workplace) { w.remove("seeds/iraq/" + third) }},
		{"a setting of one dossier", func(w *workplace) { w.put("mojaz.yaml", "archives: []\ndossiers:\n  beside: اسم\n") }},
		{"a day is set", func(w *workplace) { w.put("mojaz.yaml", "archives: []\nasof: 2025-09-01\n") }},
		{"a link stands among the templates", func(w *workplace) {
			must(t, os.Symlink(w.at("mojaz.yaml"), w.at("templates/note.txt")))
		}},
		{"the template is removed", func(w *workplace) { w.remove("templates") }},
	}
}

// TestSameWithCache makes a series of edits in two workplaces, builds the one
// with the cache and the other without, and compares every byte.
func TestSameWithCache(t *testing.T) {
	quick, whole := newWorkplace(t, filepath.Join(t.TempDir(), "cache")), newWorkplace(t, "")
	for _, e := range edits(t) {
		e.do(quick)
		e.do(whole)
		t.Run(e.name, func(t *testing.T) { sameSite(t, quick, whole) })
	}
}

// TestOptionsTell holds that a build with another option is another build.
func TestOptionsTell(t *testing.T) {
	base := Options{Seeds: "a", Text: true, Site: true, Version: "1", Limit: 1}
	key := func(o Options) cache.Key {
		k, ok := (&run{opt: o}).standingKey(standing{})
		if !ok {
			t.Fatalf("%+v has no key", o)
		}
		return k
	}
	elsewhere := base
	elsewhere.Seeds, elsewhere.Cache, elsewhere.Progress = "b", "c", func(wording.Text, int) {}
	if key(elsewhere) != key(base) {
		t.Error("where things lie changes the key")
	}
	for what, change := range map[string]func(*Options){
		"Text": func(o *Options) { o.Text = false }, "Site": func(o *Options) { o.Site = false },
		"Lenient": func(o *Options) { o.Lenient = true }, "Limit": func(o *Options) { o.Limit++ },
		"Version": func(o *Options) { o.Version = "2" }, "Precompress": func(o *Options) { o.Precompress = true },
	} {
		o := base
		if change(&o); key(o) == key(base) {
			t.Errorf("with another %s, the key is the same", what)
		}
	}
}

// TestBrokenCache harms every entry in several ways between builds.
func TestBrokenCache(t *testing.T) {
	harms := map[string]func(name string, b []byte) error{
		"emptied": func(name string, b []byte) error { return os.WriteFile(name, nil, 0o644) },
		"cut":     func(name string, b []byte) error { return os.WriteFile(name, b[:len(b)/2], 0o644) },
		"altered": func(name string, b []byte) error { b[len(b)-1] ^= 1; return os.WriteFile(name, b, 0o644) },
		"foreign": func(name string, b []byte) error { return os.WriteFile(name, []byte("none of ours\n"), 0o644) },
		"gone":    func(name string, b []byte) error { return os.Remove(name) },
		"a folder": func(name string, b []byte) error {
			return errors.Join(os.Remove(name), os.Mkdir(name, 0o755))
		},
	}
	whole := newWorkplace(t, "")
	want, _ := whole.build(whole.options())
	quick := newWorkplace(t, filepath.Join(t.TempDir(), "cache"))
	quick.build(quick.options())
	for what, harm := range harms {
		must(t, filepath.WalkDir(quick.cache, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			return harm(name, []byte(read(t, name)))
		}))
		if got, _ := quick.build(quick.options()); cmp.Diff(want, got) != "" {
			t.Errorf("entries %s: the build differs from one without a cache", what)
		}
	}
}

// TestNoRoom builds where nothing can be kept.
func TestNoRoom(t *testing.T) {
	whole, quick := newWorkplace(t, ""), newWorkplace(t, "")
	quick.put("file", "")
	quick.cache = quick.at("file")
	want, _ := whole.build(whole.options())
	got, report := quick.build(quick.options())
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("where nothing can be kept (-whole +got):\n%s", diff)
	}
	notes := 0
	for _, p := range report.Problems {
		if p.Path == quick.cache && p.Severity == corpus.Note {
			notes++
		}
	}
	if notes != 1 {
		t.Errorf("%d notes say that nothing could be kept, want 1: %v", notes, report.Problems)
	}
}

// TestOneCacheForTwo builds two sites at once over one cache.
func TestOneCacheForTwo(t *testing.T) {
	kept := filepath.Join(t.TempDir(), "cache")
	places := []*workplace{newWorkplace(t, ""), newWorkplace(t, kept), newWorkplace(t, kept)}
	made := make([]map[string]string, len(places))
	for range 2 {
		var group sync.WaitGroup
		for i, w := range places {
			group.Go(func() { made[i], _ = w.build(w.options()) })
		}
		group.Wait()
		for i := range made {
			if diff := cmp.Diff(made[0], made[i]); diff != "" {
				t.Errorf("site %d (-without a cache +got):\n%s", i, diff)
			}
		}
	}
}

// TestRecalls holds that what is kept is used, and only for what it was kept of.
func TestRecalls(t *testing.T) {
	r := &run{cache: openCache(t.TempDir())}
	src := corpus.Source{ID: "a", Dossier: "d", Path: "seeds/d/a.txt", Kind: corpus.KindText, Raw: "قال علي حسن إن القوات ستنسحب في عام 2026.\n"}
	lexicon := []corpus.Entry{{Name: "علي حسن", Type: corpus.TypePerson}}
	for range 2 {
		doc := corpus.Document{Source: src}
		r.readCached(&doc, lexicon, true)
		fresh := corpus.Document{Source: src}
		readFresh(&fresh, lexicon, true)
		if diff := cmp.Diff(fresh, doc); diff != "" {
			t.Errorf("recalled (-read +recalled):\n%s", diff)
		}
	}
	first, second := readingKeys(src, lexicon)
	r.remember(first, &cleaned{Text: "kept", Meta: corpus.Meta{Title: "kept"}})
	r.remember(second, &annotated{})
	doc := corpus.Document{Source: src}
	r.readCached(&doc, lexicon, true)
	if doc.Text != "kept" || len(doc.Mentions) > 0 {
		t.Errorf("readCached gives %q with %d mentions, want what was kept", doc.Text, len(doc.Mentions))
	}
	for what, change := range map[string]func(*corpus.Source){
		"id":       func(s *corpus.Source) { s.ID = "b" },
		"path":     func(s *corpus.Source) { s.Path = "seeds/d/b.txt" },
		"kind":     func(s *corpus.Source) { s.Kind = corpus.KindMarkdown },
		"encoding": func(s *corpus.Source) { s.Encoding = "windows-1256" },
		"text":     func(s *corpus.Source) { s.Raw += "." },
	} {
		s := src
		change(&s)
		doc := corpus.Document{Source: s}
		if r.readCached(&doc, lexicon, true); doc.Text == "kept" {
			t.Errorf("with another %s, what was kept of the first is given", what)
		}
	}
	if _, other := readingKeys(src, append(lexicon, corpus.Entry{Name: "x"})); other == second {
		t.Error("with another lexicon, the key is the same")
	}
}
