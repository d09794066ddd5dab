// Package strictyaml turns YAML that people write into a value, and every key
// that is not known into a problem that suggests the right one.
//
// The folder file of a dossier, the front matter of a briefing and the
// configuration all go through it, so that a typing error reads the same
// everywhere.
package strictyaml

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// Decode reads src into the struct that into points to. Keys come from the
// yaml tags of its fields. Problems carry the given path and 1-based lines and
// columns of src; an unknown key is a Warning and leaves the rest readable,
// anything else that is wrong is a Fault and may leave into half filled. A file
// that would take long to read is not read: one of more than 1 MiB, one with
// more than 50 brackets or lists inside each other or 10,000 keys, and one with
// anchors.
func Decode(path string, src []byte, into any) (problems []corpus.Problem) {
	if p, ok := guard(path, src); !ok {
		return []corpus.Problem{p}
	}
	defer func() { // the library gives up on some input by a panic
		if recover() != nil {
			problems = []corpus.Problem{{Severity: corpus.Fault, Path: path, Message: "it cannot be read", Hint: "write each key as key: value"}}
		}
	}()
	file, err := parser.ParseBytes(src, 0)
	if err != nil {
		return []corpus.Problem{locate(path, src, err)}
	}
	problems = unknownKeys(path, src, file, keysOf(into))
	if err := yaml.Unmarshal(src, into); err != nil {
		problems = append(problems, locate(path, src, err))
	}
	return problems
}

// locate turns an error of the YAML library into a problem at its place.
func locate(path string, src []byte, err error) corpus.Problem {
	p := corpus.Problem{Severity: corpus.Fault, Path: path}
	var located yaml.Error
	if errors.As(err, &located) {
		p.Message = wording.Verbatim(firstLine(located.GetMessage()))
		if tok := located.GetToken(); tok != nil && tok.Position != nil {
			p.Line, p.Col = tok.Position.Line, tok.Position.Column
			p.Excerpt = line(src, p.Line)
		}
	} else { // Error of a located one draws the whole file, in quadratic time
		p.Message = wording.Verbatim(firstLine(err.Error()))
	}
	var wrong *yaml.TypeError
	if errors.As(err, &wrong) && wrong.DstType != nil {
		p.Message = wording.Of("the value must be %s", kind(wrong.DstType))
	}
	return p
}

// kind says in plain words what values a type takes.
func kind(t reflect.Type) wording.Text {
	switch t.Kind() {
	case reflect.String:
		return "text"
	case reflect.Bool:
		return "true or false"
	case reflect.Slice, reflect.Array:
		return "a list"
	case reflect.Map, reflect.Struct:
		return "a mapping of keys to values"
	}
	return "a number"
}

// unknownKeys lists the top-level keys of file that are not among known.
func unknownKeys(path string, src []byte, file *ast.File, known []string) []corpus.Problem {
	var out []corpus.Problem
	lines := strings.Split(string(src), "\n")
	for _, doc := range file.Docs {
		mapping, ok := doc.Body.(ast.MapNode)
		if !ok {
			continue
		}
		for it := mapping.MapRange(); it.Next(); {
			key := it.Key()
			name := strings.Trim(key.String(), `"'`)
			if slices.Contains(known, name) {
				continue
			}
			at := key.GetToken().Position
			out = append(out, corpus.Problem{
				Severity: corpus.Warning, Path: path, Line: at.Line, Col: at.Column,
				Message: wording.Of("unknown key %q", name),
				Hint:    hint(name, known),
				Excerpt: excerpt(lines, at.Line),
			})
		}
	}
	return out
}

// hint names the nearest known key, or all of them when none is near.
func hint(name string, known []string) wording.Text {
	if near := Nearest(name, known); near != "" {
		return wording.Of("did you mean %q?", near)
	}
	return wording.Of("known keys: %s", strings.Join(known, ", "))
}

// Nearest gives the word of known that name most likely stands for, or "" when
// none is within a third of its length by edit distance. Ties go to the first.
func Nearest(name string, known []string) string {
	best, at := "", len(name)/3+2
	for _, k := range known {
		if d := distance(strings.ToLower(name), k); d < at {
			best, at = k, d
		}
	}
	return best
}

// distance is Levenshtein's edit distance in bytes, on two rows.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// keysOf lists the yaml names of the fields of the struct behind into.
func keysOf(into any) []string {
	t := reflect.TypeOf(into).Elem()
	var out []string
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name != "" && name != "-" {
			out = append(out, name)
		}
	}
	return out
}

// line gives the nth line of src, 1-based, shortened.
func line(src []byte, n int) string { return excerpt(strings.Split(string(src), "\n"), n) }

func excerpt(lines []string, n int) string {
	if n < 1 || n > len(lines) {
		return ""
	}
	if r := []rune(lines[n-1]); len(r) > 120 {
		return string(r[:119]) + "…"
	}
	return lines[n-1]
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
