package engine

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"
	"strconv"
	"strings"
	"text/template/parse"
	"unicode/utf8"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// The folders as problems name them.
const (
	templatesDir = "templates"
	assetsDir    = "assets"
)

// source is one template file, parsed a second time beside Hugo: Hugo's trees
// are of internal types, and it stops at the first error.
type source struct {
	path  string // as the user knows it: "templates/home.html"
	name  string // as Hugo knows it: "home.html", lower case
	text  string
	lines []int                  // where each line begins
	trees map[string]*parse.Tree // the file's own by name, and those it defines
	warns map[string][]parse.Pos // calls that warn, by the format they give
	err   error                  // of parsing
}

// sources are all template files, by name.
type sources struct {
	files  []*source
	byName map[string]*source
}

// readSources reads and parses every file but translations and hidden ones.
func readSources(fsys fs.FS) (*sources, error) {
	s := &sources{byName: map[string]*source{}}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "i18n/") || ignored(name) {
			return err
		}
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		f := newSource(name, strings.TrimPrefix(string(b), "\ufeff"))
		s.files = append(s.files, f)
		s.byName[f.name] = f
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", templatesDir, err)
	}
	return s, nil
}

// ignored reports whether a file in the folder of templates is none: hidden, an
// editor's copy, or the Go code that embeds the folder.
func ignored(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") || path.Ext(base) == ".go"
}

func newSource(name, text string) *source {
	f := &source{path: path.Join(templatesDir, name), name: strings.ToLower(name), text: text}
	for at := 0; at >= 0; {
		f.lines = append(f.lines, at)
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
	}
	f.parse()
	return f
}

// parse fills trees and warns, or err. Functions are not looked up here, see
// checker.
func (f *source) parse() {
	f.trees = map[string]*parse.Tree{}
	t := parse.New(f.name)
	t.Mode = parse.SkipFuncCheck
	if _, f.err = t.Parse(f.text, "", "", f.trees); f.err == nil {
		f.warns = map[string][]parse.Pos{}
		f.walk(f.warning)
	}
}

// walk visits the nodes of all templates in f.
func (f *source) walk(visit func(parse.Node)) {
	for _, name := range f.names() {
		walk(f.trees[name].Root, visit)
	}
}

// syntax lists the files that cannot be parsed.
func (s *sources) syntax() []corpus.Problem {
	var ps []corpus.Problem
	for _, f := range s.files {
		if f.err != nil {
			ps = append(ps, f.syntaxProblem())
		}
	}
	return ps
}

// syntaxProblem locates the parser's error, which names a line and often quotes
// what it stumbled over.
func (f *source) syntaxProblem() corpus.Problem {
	// template: home.html:3: unexpected "}" in operand
	msg := strings.TrimPrefix(f.err.Error(), "template: "+f.name+":")
	number, msg, _ := strings.Cut(msg, ": ")
	line, _ := strconv.Atoi(number)
	p := f.problem(line, -1, wording.Verbatim(oneLine(msg)))
	for _, q := range quoted.FindAllStringSubmatch(msg, -1) {
		word, err := strconv.Unquote(q[0])
		if at := strings.Index(f.line(line), word); err == nil && word != "" && at >= 0 {
			p.Col = utf8.RuneCountInString(f.line(line)[:at]) + 1
			break
		}
	}
	return p
}

// problem makes a fault in f. Col counts bytes from 0; a negative one means the
// whole line.
func (f *source) problem(line, col int, message wording.Text) corpus.Problem {
	text := f.line(line)
	p := corpus.Problem{Severity: corpus.Fault, Path: f.path, Line: line, Message: message}
	if 0 <= col && col <= len(text) && line > 0 {
		p.Col = utf8.RuneCountInString(text[:col]) + 1
	}
	p.Excerpt = shorten(strings.TrimSpace(text))
	return p
}

// at makes a fault at an offset of f.
func (f *source) at(pos parse.Pos, message wording.Text) corpus.Problem {
	line := sort.SearchInts(f.lines, int(pos)+1)
	return f.problem(line, int(pos)-f.lines[line-1], message)
}

// line gives the nth line, counted from 1, without its end.
func (f *source) line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	line, _, _ := strings.Cut(f.text[f.lines[n-1]:], "\n")
	return strings.TrimSuffix(line, "\r")
}

// defines reports whether f defines a template of that name.
func (f *source) defines(name string) bool {
	return name != f.name && f.trees[name] != nil
}

// names lists the trees of f in order.
func (f *source) names() []string {
	var names []string
	for name := range f.trees {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// shorten cuts a line that is too long to be shown.
func shorten(line string) string {
	const most = 120
	if utf8.RuneCountInString(line) <= most {
		return line
	}
	return string([]rune(line)[:most]) + "…"
}

// oneLine joins the lines of a message.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
