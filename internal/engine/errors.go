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
	"mojaz/internal/wording"
)

// Error is what is wrong with templates.
type Error struct {
	Problems []corpus.Problem // at least one, in order
}

// Error gives one line a problem: "templates/home.html:3:5: error: …".
func (e *Error) Error() string { return e.Wording().String() }

// Wording gives what Error does, in words that can be told in other languages.
func (e *Error) Wording() wording.Text { return corpus.Listed(e.Problems) }

// The shapes of Hugo's messages, each before what it has to say.
var (
	// template: _partials/x.html:2:5: executing "main" at <.Foo>: can't evaluate
	executing = regexp.MustCompile(`(?s)template: ([^:"]+):(\d+):(\d+): executing "([^"]*)" at <.*?>: `)
	// html/template:home.html:3:5: {{.X}} appears in an ambiguous context
	// html/template:home.html: cannot compute output context
	escaping = regexp.MustCompile(`(?s)html/template:([^:"]+)(?::(\d+)(?::(\d+))?)?: `)
	// "/dev/null/mojaz/assets/css/main.css:3:4": unexpected "}"
	inFile = regexp.MustCompile(`(?s)"?` + root + `/([^":]+):(\d+):(\d+)"?: `)
)

var (
	// error calling index: index out of range
	calling = regexp.MustCompile(`^error calling (\w+): `)
	// unexpected "}" in operand
	quoted = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	// Process: runtime error: invalid memory address or nil pointer dereference
	picture = regexp.MustCompile(`^(?:Process|Resize|Fit|Fill|Crop|Filter|Width|Height|Colors): runtime error: `)
	// [2:8] sequence end token ']' not found
	place = regexp.MustCompile(`\[\d+:\d+\] `)
)

// locate makes an [*Error] of an error of Hugo's. Such an error repeats itself
// from the outermost template to the innermost, so the last place is the one
// meant. T is the template that was executed, or nil.
func (s *sources) locate(err error, t *tplimpl.TemplInfo) error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return &Error{[]corpus.Problem{s.problem(err.Error(), t)}}
}

func (s *sources) problem(msg string, t *tplimpl.TemplInfo) corpus.Problem {
	p := corpus.Problem{Severity: corpus.Fault, Path: templatesDir, Message: wording.Verbatim(oneLine(userPath(msg)))}
	if m := last(executing, msg); m != nil {
		p = s.running(m, t)
		msg = m[5]
	} else if m := last(escaping, msg); m != nil {
		if f := s.holding(m[1], m[2], m[3]); f != nil {
			// What follows are the states of the escaper.
			text, _, _ := strings.Cut(m[4], ": {state")
			return placeAt(f, m[2], m[3], text)
		}
	}
	if m := last(inFile, msg); m != nil {
		p = placeIn(m[1], m[2], m[3], m[4])
	}
	return p
}

// running locates what went wrong in a template as it ran. One that Hugo knows
// and we do not came from an asset.
func (s *sources) running(m []string, t *tplimpl.TemplInfo) corpus.Problem {
	message := said(m[5])
	if f := s.owner(m[1], m[4], t); f != nil {
		p := placeAt(f, m[2], m[3], message)
		p.Hint = hint(message)
		return p
	}
	p := placeIn(path.Join("assets", m[1]), m[2], m[3], message)
	p.Col++
	return p
}

// hint tells of messages that do not say what was done wrong.
func hint(message string) wording.Text {
	switch {
	case strings.HasPrefix(message, "nil pointer evaluating resource."):
		return "there is no such file in " + assetsDir + "/"
	case picture.MatchString(message):
		return "WebP and AVIF cannot be read or written here: use PNG or JPEG"
	}
	return ""
}

// last gives the groups of the last match of a pattern, and after them all that
// follows it.
func last(pattern *regexp.Regexp, s string) []string {
	all := pattern.FindAllStringSubmatchIndex(s, -1)
	if len(all) == 0 {
		return nil
	}
	m := all[len(all)-1]
	var groups []string
	for i := 0; i < len(m); i += 2 {
		group := ""
		if m[i] >= 0 {
			group = s[m[i]:m[i+1]]
		}
		groups = append(groups, group)
	}
	return append(groups, s[m[1]:])
}

// placeAt makes a problem at a line and a column, counted in bytes from 0, of f.
func placeAt(f *source, line, col, message string) corpus.Problem {
	n, _ := strconv.Atoi(line)
	c, err := strconv.Atoi(col)
	if err != nil {
		c = -1
	}
	return f.problem(n, c, wording.Verbatim(oneLine(userPath(message))))
}

// placeIn makes a problem in a file of Hugo's folders, where columns count from
// 1. What a parser says may go on with the lines around the place.
func placeIn(name, line, col, message string) corpus.Problem {
	n, _ := strconv.Atoi(line)
	c, _ := strconv.Atoi(col)
	message, _, _ = strings.Cut(message, "\n")
	return corpus.Problem{
		Severity: corpus.Fault, Path: userPath(path.Join(root, name)), Line: n, Col: c,
		Message: wording.Verbatim(oneLine(userPath(place.ReplaceAllString(message, "")))),
	}
}

// said tidies what a function said: "error calling div: …" becomes "div: …",
// and errorf speaks for itself.
func said(message string) string {
	m := calling.FindStringSubmatch(message)
	if m == nil {
		return message
	}
	rest := message[len(m[0]):]
	if name := strings.ToLower(m[1]); strings.HasPrefix(name, "error") || strings.HasPrefix(rest, name+" ") {
		return rest
	}
	return m[1] + ": " + rest
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
	if named == nil || col == "" || named.node(line, col) {
		return named
	}
	for _, f := range s.files {
		if strings.HasPrefix(path.Base(f.name), "baseof") && f.node(line, col) {
			return f
		}
	}
	return named
}

// node reports whether a node of f begins at a line and a column, as the parser
// counts them.
func (f *source) node(line, col string) bool {
	n, _ := strconv.Atoi(line)
	c, err := strconv.Atoi(col)
	if err != nil || n < 1 || n > len(f.lines) {
		return false
	}
	found := false
	f.walk(func(m parse.Node) {
		found = found || int(m.Position()) == f.lines[n-1]+c
	})
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
		Severity: corpus.Fault, Path: where, Message: wording.Of("panic: %s", oneLine(fmt.Sprint(v))),
		Hint: "a function got what it cannot handle",
	}}}
}
