package site

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The part of docs/templates.md that is written from the code lies between these.
const (
	modelsBegin = "<!-- models: written by UPDATE_GOLDEN=1 go test ./internal/site -->\n"
	modelsEnd   = "<!-- /models -->\n"
)

// TestTemplatesDoc holds docs/templates.md to the view models, field by field.
func TestTemplatesDoc(t *testing.T) {
	const file = "../../docs/templates.md"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok1 := strings.Cut(string(b), modelsBegin)
	have, after, ok2 := strings.Cut(rest, modelsEnd)
	if !ok1 || !ok2 {
		t.Fatalf("%s has no part for the view models", file)
	}
	want := "\n" + describe(t, structs(t)) + "\n"
	if have == want {
		return
	}
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(file, []byte(before+modelsBegin+want+modelsEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("%s is stale (-file +code):\n%s", file, cmp.Diff(strings.Split(have, "\n"), strings.Split(want, "\n")))
}

// declared is an exported struct of the package with its comment.
type declared struct {
	comment string
	fields  *ast.FieldList
}

// structs lists the exported structs of the package by name.
func structs(t *testing.T) map[string]declared {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]declared{}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || strings.HasSuffix(name, "_test.go") {
				continue
			}
			for _, s := range g.Specs {
				if ts, ok := s.(*ast.TypeSpec); ok && ts.Name.IsExported() {
					if st, ok := ts.Type.(*ast.StructType); ok {
						out[ts.Name.Name] = declared{line(g.Doc), st.Fields}
					}
				}
			}
		}
	}
	return out
}

// line gives a comment in one line.
func line(c *ast.CommentGroup) string { return strings.Join(strings.Fields(c.Text()), " ") }

// firstSentence gives the beginning of a comment up to its first full stop.
func firstSentence(comment string) string {
	first, _, _ := strings.Cut(comment, ". ")
	return strings.TrimSuffix(first, ".")
}

// describe writes a table for each kind of page, then for Base and for what they
// are made of, in the order in which they are first named.
func describe(t *testing.T, all map[string]declared) string {
	t.Helper()
	var b strings.Builder
	queue := []string{"Home", "Dossier", "Briefings", "Phases", "Changes", "Timeline", "Agreement", "Quantities", "Search", "Terms", "Entities", "Entity", "Briefing", "Source", "About", "NotFound", "Base"}
	seen := map[string]bool{}
	for i := 0; i < len(queue); i++ {
		name := queue[i]
		if seen[name] {
			continue
		}
		seen[name] = true
		fmt.Fprintf(&b, "### %s\n\n%s\n\n| field | type | |\n|---|---|---|\n", name, all[name].comment)
		for _, f := range all[name].fields.List {
			typ := types.ExprString(f.Type)
			if elem := strings.TrimLeft(typ, "[]*"); all[elem].fields != nil {
				queue = append(queue, elem)
			}
			if len(f.Names) == 0 {
				fmt.Fprintf(&b, "| all of `%s` | | %s |\n", typ, firstSentence(all[typ].comment))
				continue
			}
			comment := line(f.Doc)
			if comment == "" {
				comment = line(f.Comment)
			}
			for _, n := range f.Names {
				fmt.Fprintf(&b, "| `.%s` | `%s` | %s |\n", n.Name, typ, strings.ReplaceAll(comment, "|", `\|`))
			}
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}
