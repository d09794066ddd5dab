package engine

import (
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"mojaz/internal/corpus"
	"mojaz/internal/golden"
	"mojaz/internal/wording"
)

// model is the view model of the cases. It is a struct, so that a field that is
// not there is an error.
type model struct {
	Title  string
	Root   string
	URL    string
	Text   string
	HTML   template.HTML
	Count  int
	Date   time.Time
	Items  []item
	Number struct{ Count int }
	Site   struct{ Title string }
}

type item struct {
	Name  string
	Order int
}

// Fail panics, as a method of a model might.
func (model) Fail() string { panic("no") }

// TestCases renders every template of every case over its model. Views: "page
// <kind>", "resources", "problems", "error".
func TestCases(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		templates := c.Inputs("templates/")
		e, err := New(Options{
			Templates: files(templates, "templates/"), Assets: files(c.Inputs("assets/"), "assets/"),
			Title: "موجز", BaseURL: "https://example.org/sub/",
			Params: map[string]any{"Digits": "arab", "Colors": map[string]any{"Ink": "#222"}},
		})
		failed := failures(err)
		if err == nil {
			defer e.Close()
			failed = renderAll(t, c, e, templateKinds(templates))
			c.Check("resources", listed(e.Resources()))
			c.Check("problems", lines(e.Problems()))
		}
		if len(failed) > 0 && !c.Has("error") {
			t.Errorf("unexpected error:\n%s", lines(failed))
		}
		c.Check("error", lines(failed))
	})
}

// renderAll checks the page of every kind and gives what went wrong.
func renderAll(t *testing.T, c *golden.Case, e *Engine, kinds []string) []corpus.Problem {
	var m model
	if c.Has("model.json") {
		if err := json.Unmarshal([]byte(c.Input("model.json")), &m); err != nil {
			t.Fatal(err)
		}
	}
	var failed []corpus.Problem
	for _, kind := range kinds {
		page, err := e.Render(kind, m)
		failed = append(failed, failures(err)...)
		c.Check("page "+kind, visible(string(page)))
	}
	return failed
}

// failures gives the problems of an error of this package.
func failures(err error) []corpus.Problem {
	var e *Error
	if err == nil {
		return nil
	}
	if !errors.As(err, &e) {
		return []corpus.Problem{{Message: wording.Of("not located: %s", err)}}
	}
	return e.Problems
}

// lines gives a problem a line.
func lines(ps []corpus.Problem) string {
	var b strings.Builder
	for _, p := range ps {
		fmt.Fprintln(&b, p)
	}
	return b.String()
}

// files makes a file system of the sections below a folder.
func files(sections []txtar.File, below string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range sections {
		fsys[strings.TrimPrefix(f.Name, below)] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// templateKinds lists the kinds that there are templates for.
func templateKinds(sections []txtar.File) []string {
	var out []string
	for _, f := range sections {
		name := strings.TrimPrefix(f.Name, "templates/")
		if path.Ext(name) == ".html" && !strings.HasPrefix(name, "_") && !strings.Contains(name, "baseof") {
			out = append(out, strings.TrimSuffix(name, ".html"))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// listed shows files by path, text as it is and the rest by its length.
func listed(files map[string][]byte) string {
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "%s: %s\n", name, strings.TrimSpace(visible(string(files[name]))))
	}
	return b.String()
}

// visible escapes the marks that cannot be seen.
func visible(s string) string {
	return strings.NewReplacer("\u200e", `\u200e`, "\u200f", `\u200f`, "\u061c", `\u061c`, "\u00a0", `\u00a0`, "\u202f", `\u202f`).Replace(s)
}
