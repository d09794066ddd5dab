// Package internal_test holds the house to its plan: who may import whom, who
// may write, what packages are called, and what no file may hold.
package internal_test

import (
	"fmt"
	"go/ast"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// layer is one package of the program and the packages of the program that it
// may import, apart by blanks. Tests may import tests besides, and golden.
type layer struct{ imports, tests string }

// layers is the plan that docs/architecture.md draws. A package that is not here
// fails the test, and so does an entry without a package.
var layers = map[string]layer{
	// things
	"corpus":  {imports: "wording"},
	"wording": {},
	// knowledge
	"arabic":   {},
	"calendar": {imports: "arabic"},
	// read
	"extract":   {imports: "arabic wording"},
	"seeds":     {imports: "arabic corpus extract strictyaml wording"},
	"clean":     {imports: "arabic calendar corpus wording"},
	"segment":   {imports: "arabic corpus"},
	"annotate":  {imports: "annotate/names arabic calendar corpus", tests: "clean segment"},
	"summarize": {imports: "arabic corpus", tests: "annotate clean crossref phase seeds segment"},
	// relate
	"crossref": {imports: "arabic calendar corpus", tests: "annotate clean seeds segment"},
	"phase":    {imports: "arabic calendar corpus", tests: "annotate clean crossref seeds segment"},
	// write and read back
	"markdown": {imports: "arabic calendar corpus strictyaml wording"},
	"merge":    {},
	// site
	"engine":  {imports: "corpus wording"},
	"site":    {imports: "arabic calendar corpus feed search"},
	"archive": {imports: "publish wording"},
	"feed":    {imports: "calendar"},
	"picture": {},
	"publish": {imports: "wording"},
	"search":  {imports: "arabic", tests: "browser engine"},
	"deploy":  {imports: "archive publish wording"},
	// run
	"cache": {},
	"build": {imports: "annotate arabic archive assets cache calendar catalogue clean compress corpus crossref engine markdown merge phase picture publish seeds segment sign site strictyaml summarize templates wording", tests: "eval/hostile"},
	"serve": {imports: "build corpus publish wording"},
	// tools
	"strictyaml":       {imports: "corpus wording"},
	"catalogue":        {imports: "strictyaml wording"},
	"compress":         {imports: "wording"},
	"sign":             {imports: "archive publish wording"},
	"perceptron":       {},
	"annotate/names":   {imports: "arabic corpus perceptron"},
	"annotate/train":   {imports: "annotate/names arabic corpus perceptron"},
	"eval/easc":        {imports: "annotate arabic corpus summarize"},
	"eval/hostile":     {},
	"eval/pace":        {},
	"eval/quality":     {imports: "arabic eval/easc eval/recognizers eval/score"},
	"eval/recognizers": {imports: "arabic calendar"},
	"eval/reliability": {tests: "archive eval/hostile"},
	"eval/score":       {},
	"golden":           {},
	"browser":          {tests: "archive assets eval/hostile publish site"},
	// outside internal/
	"cmd/build": {imports: "archive build catalogue corpus deploy serve sign wording"},
	"assets":    {},
	"templates": {},
}

// fleeting are packages that may be there or not.
var fleeting = map[string]layer{
	"hold": {}, // keeps requirements while the packages that need them are written
}

// sole names the one package that may import a library, by the beginning of the
// library's path; tests may, to compare. That keeps what it would cost to change the library in sight.
var sole = map[string]string{
	"aead.dev/minisign":                      "sign",
	"github.com/alecthomas/kong":             "cmd/build",
	"github.com/andybalholm/brotli":          "compress",
	"github.com/arran4/golang-ical":          "feed",
	"github.com/aymanbagabas/go-udiff":       "merge",
	"github.com/chromedp/":                   "browser",
	"github.com/fsnotify/fsnotify":           "serve",
	"github.com/goccy/go-yaml":               "strictyaml",
	"github.com/gofrs/flock":                 "publish",
	"github.com/go-text/typesetting":         "picture",
	"github.com/gohugoio/":                   "engine",
	"github.com/google/renameio":             "build",
	"github.com/gorilla/feeds":               "feed",
	"github.com/klauspost/compress":          "compress",
	"github.com/markusmobius/go-trafilatura": "clean",
	"github.com/tdewolff/":                   "publish",
	"github.com/yuin/goldmark":               "markdown",
	"gocloud.dev/":                           "deploy",
}

// writers are the packages that may write to disk.
var writers = map[string]string{
	"publish": "writes public/",
	"build":   "writes content/, and seeds/ for build new and build import",
	"cache":   "writes what was worked out, for the next build",
	"golden":  "rewrites the cases of tests, when asked",

	"annotate/train":   "writes the model that it trains",
	"eval/hostile":     "writes seeds/ that are hostile, for tests",
	"eval/pace":        "writes what it measures a build of, in a folder that it removes",
	"eval/quality":     "writes docs/quality.md, when asked",
	"eval/reliability": "writes docs/reliability.md, when asked",
}

// longFunctions are those of more than 60 lines, as "package.Function", each
// with its reason.
var longFunctions = map[string]string{}

// maxLines is the number of lines that a function may have without a reason.
const maxLines = 60

// sentence matches the first words of a package's doc, by its name: what it
// turns into what; for things and knowledge, what it names, keeps or holds; for
// tools, what it measures, learns or trains.
const sentence = `^(Package|Command) %s (turns|names|keeps|holds|measures|learns|trains) `

// hollow are names that say nothing of what a package does.
var hollow = []string{"util", "utils", "common", "helper", "helpers", "types", "manager", "info", "misc", "shared", "lib"}

func TestLayering(t *testing.T) {
	for _, v := range layering(os.DirFS("..")) {
		t.Error(v)
	}
}

// layering gives every breach of the plan below root, sorted.
func layering(root fs.FS) []string {
	packages, err := readPackages(root)
	if err != nil {
		return []string{err.Error()}
	}
	var out []string
	for name := range layers {
		if packages[name] == nil {
			out = append(out, name+": the plan names this package, but it is not there")
		}
	}
	longSeen := map[string]bool{}
	for name, p := range packages {
		rules, known := layers[name]
		if _, passing := fleeting[name]; passing {
			continue
		}
		if !known {
			out = append(out, name+": the plan does not know this package: give it a place in layers and in docs/architecture.md")
		}
		out = append(out, p.imports(rules)...)
		out = append(out, p.words()...)
		out = append(out, p.functions(longSeen)...)
	}
	for name := range longFunctions {
		if !longSeen[name] {
			out = append(out, name+": has a reason to be long, but is not")
		}
	}
	slices.Sort(out)
	return out
}

// imports gives the imports that the plan does not allow.
func (p *goPackage) imports(rules layer) (out []string) {
	for _, f := range p.files {
		allowed := strings.Fields(rules.imports)
		if f.test {
			allowed = append(append(allowed, strings.Fields(rules.tests)...), "golden", p.name)
		}
		for _, imp := range f.imports {
			if own, ok := ownPackage(imp); ok && !slices.Contains(allowed, own) {
				out = append(out, fmt.Sprintf("%s: %s may not import %s", f.path, p.name, own))
			}
			for lib, only := range sole {
				if strings.HasPrefix(imp, lib) && only != p.name && !f.test {
					out = append(out, fmt.Sprintf("%s: only %s may import %s", f.path, only, imp))
				}
			}
		}
		if writers[p.name] == "" && !f.test {
			for _, call := range f.writes() {
				out = append(out, fmt.Sprintf("%s: %s may not write to disk: %s", f.path, p.name, call))
			}
		}
	}
	return out
}

// ownPackage gives the name in layers of an import path of this module.
func ownPackage(imp string) (string, bool) {
	rest, ok := strings.CutPrefix(imp, "mojaz/")
	return strings.TrimPrefix(rest, "internal/"), ok
}

// words gives what is wrong with the package's name and its doc.
func (p *goPackage) words() (out []string) {
	base := path.Base(p.name)
	if slices.Contains(hollow, base) {
		out = append(out, p.name+": the name says nothing of what the package does")
	}
	want := regexp.MustCompile(fmt.Sprintf(sentence, base))
	if !want.MatchString(p.doc) {
		first, _, _ := strings.Cut(p.doc, "\n")
		out = append(out, fmt.Sprintf("%s: the doc begins %q, not \"Package %s turns …\"", p.name, first, base))
	}
	return out
}

// functions gives the functions that are called init or are too long, and notes
// in seen the long ones that have a reason.
func (p *goPackage) functions(seen map[string]bool) (out []string) {
	for _, f := range p.files {
		if f.test {
			continue
		}
		for _, d := range f.tree.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if fn.Name.Name == "init" && fn.Recv == nil {
				out = append(out, f.path+": no init functions: what happens must be called")
			}
			name, lines := p.name+"."+fn.Name.Name, f.lines(fn)
			seen[name] = seen[name] || lines > maxLines
			if lines > maxLines && longFunctions[name] == "" {
				out = append(out, fmt.Sprintf("%s: %s has %d lines, more than %d", f.path, name, lines, maxLines))
			}
		}
	}
	return out
}

// TestLayeringCatches shows a house with one of each breach to the test.
func TestLayeringCatches(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	got := layering(fstest.MapFS{
		"internal/hold/hold.go":           file("package hold\nimport _ \"github.com/yuin/goldmark\"\n"),
		"internal/arabic/a.go":            file("// Package arabic turns a into b.\npackage arabic\nimport _ \"mojaz/internal/corpus\"\n"),
		"internal/arabic/a_test.go":       file("package arabic\nimport (\n_ \"mojaz/internal/golden\"\n_ \"mojaz/internal/site\"\n)\n"),
		"internal/calendar/testdata/x.go": file("package broken ("),
		"internal/clean/c.go":             file("// Package clean turns a into b.\npackage clean\nfunc init() {}\nfunc (t T) init() {}\ntype T int\nfunc F() {" + strings.Repeat("\n", 60) + "}\nfunc G() {" + strings.Repeat("\n", 59) + "}\n"),
		"internal/corpus/c.go":            file("// Corpus is a package.\npackage corpus\n"),
		"internal/segment/s.go":           file("// Package segment turns a into b.\npackage segment\nimport disk \"os\"\nfunc F() { disk.ReadFile(\"\"); disk.MkdirAll(\"\", 0) }\n"),
		"internal/segment/s_test.go":      file("package segment\nimport \"os\"\nfunc F() { os.WriteFile(\"\", nil, 0) }\n"),
		"internal/site/util/u.go":         file("// Package util turns a into b.\npackage util\nimport _ \"github.com/tdewolff/minify/v2/css\"\n"),
		"cmd/build/main.go":               file("// Command build turns a into b.\npackage main\nimport _ \"mojaz/internal/build\"\n"),
	})
	got = slices.DeleteFunc(got, func(s string) bool { return strings.HasSuffix(s, "but it is not there") })
	want := []string{
		`corpus: the doc begins "Corpus is a package.", not "Package corpus turns …"`,
		`internal/arabic/a.go: arabic may not import corpus`,
		`internal/arabic/a_test.go: arabic may not import site`,
		`internal/clean/c.go: clean.F has 61 lines, more than 60`,
		`internal/clean/c.go: no init functions: what happens must be called`,
		`internal/segment/s.go: segment may not write to disk: os.MkdirAll`,
		`internal/site/util/u.go: only publish may import github.com/tdewolff/minify/v2/css`,
		`site/util: the name says nothing of what the package does`,
		`site/util: the plan does not know this package: give it a place in layers and in docs/architecture.md`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("layering (-want +got):\n%s", diff)
	}
	if got := layering(fstest.MapFS{}); len(got) != len(layers)+len(longFunctions) {
		t.Errorf("layering of an empty house = %d breaches, want one for each of %d packages", len(got), len(layers))
	}
}
