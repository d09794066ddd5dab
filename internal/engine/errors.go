package engine

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"text/template/parse"

	"github.com/gohugoio/hugo/tpl/tplimpl"

	"mojaz/internal/corpus"
)

// Error is what is wrong with templates.
type Error struct {
	Problems []corpus.Problem // at least one, in order
}

// Error gives one line a problem: "templates/home.html:3:5: error: …".
func (e *Error) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

var (
	// template: _partials/x.html:2:5: executing "main" at <.Foo>: can't evaluate
	executing = regexp.MustCompile(`template: ([^:"]+):(\d+):(\d+): executing "([^"]*)" at <.*?>: `)
	// html/template:home.html:3:5: {{.X}} appears in an ambiguous context
	// html/template: "home.html" is an incomplete or empty template
	escaping = regexp.MustCompile(`html/template:([^:"]+)(?::(\d+)(?::(\d+))?)?: `)
	// "/dev/null/mojaz/assets/css/main.css:3:4": unexpected "}"
	inFile = regexp.MustCompile(`"?` + root + `/([^":]+):(\d+):(\d+)"?: `)
	// error calling index: index out of range
	calling = regexp.MustCompile(`^error calling (\w+): `)
	// unexpected "}" in operand
	quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
)

// locate makes an [*Error] of an error of Hugo's. Such an error repeats itself
// from the outermost template to the innermost, so the last place is the one
// meant. T is the template that was executed, or nil.
func (s *sources) locate(err error, t *tplimpl.TemplInfo) error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	msg := err.Error()
	p := corpus.Problem{Severity: corpus.Fault, Path: templatesDir, Message: oneLine(userPath(msg))}
	if all := executing.FindAllStringSubmatchIndex(msg, -1); len(all) > 0 {
		m := all[len(all)-1]
		f := s.owner(msg[m[2]:m[3]], msg[m[8]:m[9]], t)
		p = s.place(f, msg[m[4]:m[5]], msg[m[6]:m[7]], msg[m[1]:])
		msg = msg[m[1]:]
	} else if m := escaping.FindStringSubmatchIndex(msg); m != nil {
		at := escaping.FindStringSubmatch(msg)
		p = s.place(s.holding(at[1], at[2], at[3]), at[2], at[3], msg[m[1]:])
		return &Error{[]corpus.Problem{p}}
	}
	if all := inFile.FindAllStringSubmatchIndex(msg, -1); len(all) > 0 {
		m := all[len(all)-1]
		p = s.placeIn(msg[m[2]:m[3]], msg[m[4]:m[5]], msg[m[6]:m[7]], msg[m[1]:])
	}
	return &Error{[]corpus.Problem{p}}
}

// place makes a problem at a line and a column, counted in bytes from 0, of f.
func (s *sources) place(f *source, line, col, message string) corpus.Problem {
	message = calling.ReplaceAllString(message, "$1: ")
	for _, name := range []string{"errorf: ", "erroridf: ", "Errorf: ", "Erroridf: "} {
		message = strings.TrimPrefix(message, name)
	}
	message = userPath(message)
	if f == nil {
		return corpus.Problem{Severity: corpus.Fault, Path: templatesDir, Message: oneLine(message)}
	}
	n, _ := strconv.Atoi(line)
	c, err := strconv.Atoi(col)
	if err != nil {
		c = -1
	}
	return f.problem(n, c, message)
}

// placeIn makes a problem in a file of Hugo's folders, where columns count from 1.
func (s *sources) placeIn(name, line, col, message string) corpus.Problem {
	n, _ := strconv.Atoi(line)
	c, _ := strconv.Atoi(col)
	if f := s.find(path.Join(root, name)); f != nil {
		return f.problem(n, c-1, userPath(message))
	}
	return corpus.Problem{
		Severity: corpus.Fault, Path: s.path(path.Join(root, name)), Line: n, Col: c,
		Message: oneLine(userPath(message)),
	}
}

// owner finds the file that a template's text stands in. Hugo parses a base
// template and the page's over it under the name of the page's, so what the
// page's file does not define is the base's.
func (s *sources) owner(name, defined string, t *tplimpl.TemplInfo) *source {
	f := s.named(name)
	if f == nil || t == nil || f != s.find(t.Filename()) || f.defines(defined) {
		return f
	}
	if base := s.find(baseFilename(t)); base != nil {
		return base
	}
	return f
}

// holding finds the file that has a node at a place: the named one, or a base
// template. See owner.
func (s *sources) holding(name, line, col string) *source {
	named := s.named(name)
	if named == nil || col == "" || named.node(line+":"+col) {
		return named
	}
	for _, f := range s.files {
		if strings.HasPrefix(path.Base(f.name), "baseof") && f.node(line+":"+col) {
			return f
		}
	}
	return named
}

// node reports whether a node of f begins at line:col, as the parser counts.
func (f *source) node(at string) bool {
	found := false
	for _, name := range f.names() {
		t := f.trees[name]
		walk(t.Root, func(n parse.Node) {
			if place, _ := t.ErrorContext(n); strings.HasSuffix(place, ":"+at) {
				found = true
			}
		})
	}
	return found
}

// named gives the file that Hugo calls by a name. A name parsed twice gets a
// number: "home.html-1".
func (s *sources) named(name string) *source {
	if f := s.byName[strings.ToLower(name)]; f != nil {
		return f
	}
	return s.byName[strings.ToLower(numbered.ReplaceAllString(name, ""))]
}

// home.html-1
var numbered = regexp.MustCompile(`-\d+$`)

// find gives the template file at a place below root, or nil.
func (s *sources) find(filename string) *source {
	return s.byName[strings.ToLower(strings.TrimPrefix(filename, path.Join(root, "layouts")+"/"))]
}

// path gives a file below root as the user knows it.
func (s *sources) path(filename string) string { return userPath(filename) }

// userPath replaces Hugo's folders in a text with the user's.
func userPath(text string) string {
	return strings.NewReplacer(
		root+"/layouts/", templatesDir+"/",
		root+"/i18n/", templatesDir+"/i18n/",
		root+"/assets/", assetsDir+"/",
		root+"/", "",
	).Replace(text)
}

// panicked makes an [*Error] of what a panic was given.
func panicked(where string, v any) error {
	return &Error{[]corpus.Problem{{
		Severity: corpus.Fault, Path: where, Message: oneLine(fmt.Sprintf("panic: %v", v)),
		Hint: "a function got what it cannot handle",
	}}}
}
