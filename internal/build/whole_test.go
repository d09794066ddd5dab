package build

import (
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"mojaz/assets"
	"mojaz/internal/engine"
	"mojaz/internal/eval/hostile"
	"mojaz/internal/publish"
	"mojaz/internal/site"
	"mojaz/templates"
)

// FuzzWhole takes a document of any kind all the way to the pages of its site,
// without a disk in between: nothing panics, every page is valid UTF-8, and has no
// element, script or address that the site's own templates do not make.
func FuzzWhole(f *testing.F) {
	f.Add(byte(0), []byte(smallSource))
	f.Add(byte(0), []byte(hostile.Title+"\n\n2025-08-31\n\n"+strings.Join(hostile.Lines, "\n\n")+"\n\n"+hostile.Unseen))
	f.Add(byte(1), []byte("<html><head><title>ع</title></head><body><p>"+strings.Join(hostile.Lines, "</p>\n<p>")+"</p></body></html>"))
	f.Add(byte(2), []byte("---\ntitle: x\n---\n\n# عنوان\n\n"+strings.Join(hostile.Lines, "\n\n")))
	f.Add(byte(3), []byte(`{"title":"عنوان"}`))
	ours := elementsOfTemplates(f)
	f.Fuzz(func(t *testing.T, kind byte, text []byte) {
		ends := []string{".txt", ".html", ".md", ".mhtml"}
		for _, p := range wholeSite(t, "a"+ends[int(kind)%len(ends)], text) {
			if path.Ext(p.Path) != ".html" {
				continue
			}
			if !utf8.Valid(p.Bytes) {
				t.Errorf("%s is not UTF-8", p.Path)
			}
			onlyOurs(t, p, ours)
		}
	})
}

// wholeSite gives the files of the site of one document.
func wholeSite(t *testing.T, name string, text []byte) []publish.File {
	t.Helper()
	dir := t.TempDir()
	must(t, os.MkdirAll(filepath.Join(dir, "seeds", "d"), 0o755))
	must(t, os.WriteFile(filepath.Join(dir, "seeds", "d", name), text, 0o644))
	ctx, none := context.Background(), []string{}
	r := &run{
		opt:    Options{Seeds: filepath.Join(dir, "seeds"), Content: filepath.Join(dir, "content"), Lenient: true},
		config: Config{Archives: none}, lines: map[string][]int{}, drafts: drafts{},
	}
	read, err := r.read(ctx, true)
	must(t, err)
	for _, p := range read.problems {
		if strings.Contains(p.Message.String(), "a rule of the program failed") {
			t.Error(p)
		}
	}
	found, err := r.relate(ctx, read)
	must(t, err)
	must(t, r.draft(format(read, found, r.config)))
	told, err := r.load(read)
	must(t, err)
	in := r.input(told)
	part := site.NewPart(in)
	first, last := site.NewWhole(in, part.Fronts()).Pages()
	e, err := ownEngine()
	must(t, err)
	var files []publish.File
	for _, p := range slices.Concat(first, part.Pages(), last) {
		f, err := page(e, p, p.Model())
		must(t, err)
		files = append(files, f)
	}
	return files
}

// ownEngine holds the templates and assets of the program.
var ownEngine = sync.OnceValues(func() (*engine.Engine, error) {
	return engine.New(engine.Options{Templates: templates.FS, Assets: assets.FS, Title: "t", Language: "ar"})
})

// elementsOfTemplates gives the names of all elements that templates write, and
// those that package site puts into texts and pictures.
func elementsOfTemplates(f *testing.F) map[string]bool {
	f.Helper()
	out := map[string]bool{}
	for _, name := range []string{"bdi", "a", "time", "span", "strong", "em", "code", "pre", "html", "head", "body"} {
		out[name] = true
	}
	tag := regexp.MustCompile(`<([a-zA-Z][a-zA-Z0-9]*)`) // <section
	err := fs.WalkDir(templates.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(templates.FS, name)
		for _, m := range tag.FindAllSubmatch(b, -1) {
			out[strings.ToLower(string(m[1]))] = true
		}
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	return out
}

// onlyOurs asks that a page holds nothing but what templates write.
func onlyOurs(t *testing.T, p publish.File, ours map[string]bool) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(string(p.Bytes)))
	for z.Next() != html.ErrorToken {
		tok := z.Token()
		if tok.Type == html.CommentToken {
			t.Errorf("%s holds a comment: %.200q", p.Path, tok.Data)
		}
		if tok.Type != html.StartTagToken && tok.Type != html.SelfClosingTagToken {
			continue
		}
		if !ours[tok.Data] {
			t.Errorf("%s holds %.200q", p.Path, tok.String())
		}
		src := false
		for _, a := range tok.Attr {
			src = src || a.Key == "src" || a.Key == "type" && strings.Contains(a.Val, "json")
			if strings.HasPrefix(a.Key, "on") || slices.Contains([]string{"href", "src", "action"}, a.Key) && !leads(a.Val, tok.Data) {
				t.Errorf("%s holds %.300q", p.Path, tok.String())
			}
		}
		if tok.Data == "script" && !src {
			t.Errorf("%s holds a script of its own", p.Path)
		}
	}
}

// leads reports whether an address is within the site, or a link to the web.
func leads(address, element string) bool {
	scheme, _, ok := strings.Cut(address, ":")
	if !ok || strings.ContainsAny(scheme, "/?#") {
		return !strings.HasPrefix(address, "//")
	}
	return element == "a" && slices.Contains([]string{"http", "https", "mailto"}, strings.ToLower(scheme))
}
