// Package golden turns txtar archives into test cases.
//
// An archive holds a comment that says why the case exists, the input in one or
// more sections, and then one section a view. A test checks only the views that
// are present, and a section that nobody asked for fails the case, so that no
// expectation is ever left unread. UPDATE_GOLDEN=1 rewrites the views in place;
// read the diff before committing it.
package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// updating reports whether views are to be rewritten rather than compared.
func updating() bool { return os.Getenv("UPDATE_GOLDEN") == "1" }

// Case is one archive while it is being checked.
type Case struct {
	Name    string // the file's name without its ending
	t       *testing.T
	archive *txtar.Archive
	claimed map[string]bool
	changed bool
}

// Run runs check as a subtest for every archive that pattern matches. It is an
// error when none does.
func Run(t *testing.T, pattern string, check func(t *testing.T, c *Case)) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no case matches %s (%v)", pattern, err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".txtar")
		t.Run(name, func(t *testing.T) { runFile(t, f, check) })
	}
}

func runFile(t *testing.T, file string, check func(t *testing.T, c *Case)) {
	a, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(string(a.Comment)) == "" {
		t.Errorf("%s: the comment that says why the case exists is missing", file)
	}
	c := &Case{
		Name:    strings.TrimSuffix(filepath.Base(file), ".txtar"),
		t:       t,
		archive: a,
		claimed: map[string]bool{},
	}
	check(t, c)
	for _, f := range a.Files {
		if !c.claimed[f.Name] {
			t.Errorf("%s: nobody asked for section %q", file, f.Name)
		}
	}
	if c.changed && !t.Failed() {
		if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Input gives the text of a section, which must be there.
func (c *Case) Input(name string) string {
	c.t.Helper()
	f := c.section(name)
	if f == nil {
		c.t.Fatalf("no section %q", name)
	}
	return string(f.Data)
}

// Has reports whether there is a section of that name.
func (c *Case) Has(name string) bool { return c.find(name) != nil }

// Inputs lists the sections whose names begin with prefix, in order, and claims
// them: a small tree of files.
func (c *Case) Inputs(prefix string) []txtar.File {
	var out []txtar.File
	for _, f := range c.archive.Files {
		if strings.HasPrefix(f.Name, prefix) {
			c.claimed[f.Name] = true
			out = append(out, f)
		}
	}
	return out
}

// Check compares got with the section of that name, if there is one. A missing
// last line end is forgiven: txtar always adds it.
func (c *Case) Check(view, got string) {
	c.t.Helper()
	f := c.section(view)
	if f == nil {
		return
	}
	if got != "" && !strings.HasSuffix(got, "\n") {
		got += "\n"
	}
	if got == string(f.Data) {
		return
	}
	if updating() {
		f.Data, c.changed = []byte(got), true
		return
	}
	c.t.Errorf("%s (-want +got):\n%s", view, cmp.Diff(strings.Split(string(f.Data), "\n"), strings.Split(got, "\n")))
}

// section finds a section and claims it.
func (c *Case) section(name string) *txtar.File {
	f := c.find(name)
	if f != nil {
		c.claimed[name] = true
	}
	return f
}

func (c *Case) find(name string) *txtar.File {
	for i := range c.archive.Files {
		if c.archive.Files[i].Name == name {
			return &c.archive.Files[i]
		}
	}
	return nil
}
