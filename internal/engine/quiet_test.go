package engine

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/gohugoio/hugo/tpl/resources"
)

// pages is a site that uses all of the asset pipeline and is warned of much.
func pages() Options {
	text := map[string]string{
		"baseof.html":          `<html dir="{{ site.Language.Direction }}">{{ partialCached "head.html" . .Root }}{{ block "main" . }}{{ end }}`,
		"home.html":            `{{ define "main" }}{{ T "pages" 3 }}{{ T "no" }}{{ warnf "warned of %s" .Title }}{{ end }}`,
		"briefing.html":        `{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Items }}{{ partial "item.html" . }}{{ end }}{{ end }}`,
		"broken.html":          `{{ define "main" }}{{ errorf "broken" }}{{ end }}`,
		"_partials/head.html":  `{{ $c := resources.Get "css/main.css" | css.Build (dict "minify" true) | fingerprint }}<link href="{{ .Root }}{{ strings.TrimPrefix "/" $c.RelPermalink }}">{{ $j := resources.Get "js/main.js" | js.Build | minify | fingerprint "sha384" }}<script src="{{ $j.RelPermalink }}" integrity="{{ $j.Data.Integrity }}"></script>`,
		"_partials/item.html":  `<p>{{ .Name }} {{ .Order | lang.FormatNumber 0 }} {{ partialCached "same.html" . .Order }}</p>`,
		"_partials/same.html":  `{{ with dict "n" .Order }}{{ .n }}{{ end }}`,
		"i18n/ar.yaml":         "pages:\n  few: \"{{ .Count }} صفحات\"\n  other: x\n",
		"_partials/unused.txt": `{{ .Title }}`,
		".hidden.html":         `{{`,
		"home.html~":           `{{`,
		"embed.go":             "package templates // {{",
	}
	assets := map[string]string{
		"css/main.css": "@import \"./a.css\";\nbody { background: url(\"../img/x.svg\") }",
		"css/a.css":    "a { color: red }",
		"img/x.svg":    "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
		"js/main.js":   "import x from './x.js'; console.log(x)",
		"js/x.js":      "export default 'x'",
	}
	fsys := func(m map[string]string) fstest.MapFS {
		out := fstest.MapFS{}
		for name, s := range m {
			out[name] = &fstest.MapFile{Data: []byte(s)}
		}
		return out
	}
	return Options{Templates: fsys(text), Assets: fsys(assets), Title: "موجز"}
}

// TestLeavesNothing runs TestQuietly in a process of its own, with an empty
// home, an empty place for temporary files and an empty working directory, and
// looks that all stay empty and nothing is printed.
func TestLeavesNothing(t *testing.T) {
	if os.Getenv("ENGINE_QUIET") != "" {
		t.Skip("within itself")
	}
	home, temp, work := t.TempDir(), t.TempDir(), t.TempDir()
	cmd := exec.Command(os.Args[0], "-test.run=^TestQuietly$")
	cmd.Dir = work
	cmd.Env = []string{
		"ENGINE_QUIET=1", "HOME=" + home, "XDG_CACHE_HOME=" + home, "TMPDIR=" + temp, "USER=nobody",
		// What Hugo would read of the environment must change nothing.
		"HUGO_TITLE=other", "HUGO_CACHEDIR=" + temp, "HUGO_PARAMS_X=1", "HUGO_PUBLISHDIR=" + work,
	}
	out, err := cmd.CombinedOutput()
	if err != nil || string(out) != "PASS\n" {
		t.Errorf("output %q, %v, want only PASS", out, err)
	}
	for _, dir := range []string{home, temp, work} {
		filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
			if name != dir {
				t.Errorf("left behind: %s", strings.TrimPrefix(name, dir))
			}
			return err
		})
	}
}

// TestQuietly renders, warns, fails and publishes.
func TestQuietly(t *testing.T) {
	e, err := New(pages())
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	for _, kind := range []string{"home", "briefing"} {
		if _, err := e.Render(kind, model{Title: "علي", Items: []item{{"أ", 1}}}); err != nil {
			t.Error(err)
		}
	}
	if _, err := e.Render("broken", model{}); err == nil {
		t.Error("errorf is no error")
	}
	if got := len(e.Problems()); got != 2 {
		t.Errorf("%d problems, want a warning and a missing translation: %v", got, e.Problems())
	}
	if got := len(e.Resources()); got != 3 {
		t.Errorf("published %d files, want a sheet, a picture and a script", got)
	}
}

// TestDenied asks Hugo itself for the network, the environment and a program,
// past the check of templates.
func TestDenied(t *testing.T) {
	e, err := New(pages())
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	v, err := e.hugo.funcs["resources"].(namespace)(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var ns *resources.Namespace = v.(*resourcesSpace).Namespace
	if _, err := ns.GetRemote("https://example.org/"); err == nil || !strings.Contains(err.Error(), "access denied") {
		t.Errorf("GetRemote gave %v, want access denied", err)
	}
	if _, err := e.hugo.deps.ExecHelper.New("true"); err == nil {
		t.Error("a program could be started")
	}
	if _, err := e.hugo.deps.ExecHelper.Npx("x"); err == nil {
		t.Error("a program of npm could be started")
	}
	security := e.hugo.conf.base.Security
	if err := security.CheckAllowedGetEnv("HOME"); err == nil {
		t.Error("the environment could be read")
	}
}

// TestCloseTwice closes an engine more than once, and one that never opened.
func TestCloseTwice(t *testing.T) {
	e, err := New(pages())
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}
	if e, err := New(Options{Templates: fstest.MapFS{"a.html": {Data: []byte("{{ now }}")}}}); e != nil || err == nil {
		t.Errorf("New = %v, %v, want an error alone", e, err)
	}
}

// TestOptions holds what New says of options that cannot work.
func TestOptions(t *testing.T) {
	for _, c := range []struct {
		name string
		opt  Options
		want string
	}{
		{"no templates", Options{}, "templates: no folder given"},
		{"a function of Hugo's", Options{Funcs: map[string]any{"upper": strings.ToUpper}}, `function "upper": Hugo has one of that name`},
		{"a function of Go's", Options{Funcs: map[string]any{"len": strings.ToUpper}}, `function "len": Hugo has one of that name`},
		{"a language that is none", Options{Language: "x y"}, "language"},
	} {
		if c.name != "no templates" {
			c.opt.Templates = pages().Templates
		}
		_, err := New(c.opt)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: New gave %v, want %q", c.name, err, c.want)
		}
	}
}

// TestFuncs calls functions of the caller's own.
func TestFuncs(t *testing.T) {
	opt := pages()
	opt.Language = "en"
	opt.Templates.(fstest.MapFS)["own.html"] = &fstest.MapFile{Data: []byte(
		`{{ arabicDigits "12" }} {{ apply (slice "1") "arabicDigits" "." }} {{ site.Language.Lang }} {{ site.Language.Direction }}`)}
	opt.Funcs = map[string]any{"arabicDigits": func(s string) string { return strings.NewReplacer("1", "١", "2", "٢").Replace(s) }}
	e, err := New(opt)
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	got, err := e.Render("own", nil)
	if want := "١٢ [١] en ltr"; err != nil || string(got) != want {
		t.Errorf("Render = %q, %v, want %q", got, err, want)
	}
	if got := direction("fa"); got != "rtl" {
		t.Errorf("direction(fa) = %q, want rtl", got)
	}
}
