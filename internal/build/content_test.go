package build

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/golden"
)

// TestWriteContent plays a script of edits and builds on one folder. A line is
// "build NAME=TEXT…", "edit NAME=TEXT", "delete NAME", with "|" for a line end;
// the view is the folder and the problems after each build.
func TestWriteContent(t *testing.T) {
	golden.Run(t, "testdata/content/*.txtar", func(t *testing.T, c *golden.Case) {
		dir := t.TempDir()
		var log strings.Builder
		for line := range strings.Lines(c.Input("script")) {
			verb, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
			if out := play(t, dir, verb, strings.Fields(rest)); verb == "build" {
				log.WriteString(line + out)
			}
		}
		c.Check("log", log.String())
	})
}

func play(t *testing.T, dir, verb string, words []string) string {
	t.Helper()
	var files []contentFile
	for _, w := range words {
		name, text, _ := strings.Cut(w, "=")
		files = append(files, contentFile{name, []byte(strings.ReplaceAll(text, "|", "\n"))})
	}
	switch verb {
	case "edit":
		must(t, os.WriteFile(filepath.Join(dir, files[0].path), files[0].bytes, 0o644))
	case "delete":
		must(t, os.Remove(filepath.Join(dir, files[0].path)))
	case "build":
		return playBuild(t, dir, files)
	default:
		t.Fatalf("unknown verb %q", verb)
	}
	return ""
}

func playBuild(t *testing.T, dir string, files []contentFile) string {
	t.Helper()
	var out strings.Builder
	_, problems, err := writeContent(dir, files)
	must(t, err)
	for _, p := range problems {
		out.WriteString("  " + p.String() + "\n")
	}
	got, err := contentFiles(dir)
	must(t, err)
	slices.SortFunc(got, func(a, b contentFile) int { return strings.Compare(a.path, b.path) })
	for _, f := range got {
		out.WriteString("  " + f.path + " = " + strings.ReplaceAll(string(f.bytes), "\n", "|") + "\n")
	}
	return out.String()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestWriteContentTwiceWritesNothing(t *testing.T) {
	dir := t.TempDir()
	files := []contentFile{{"d/a.md", []byte("one")}, {"d/b.md", []byte("two")}}
	if n, _, err := writeContent(dir, files); n != 2 || err != nil {
		t.Fatalf("first: %d, %v, want 2, nil", n, err)
	}
	before := listing(t, dir)
	if n, _, err := writeContent(dir, files); n != 0 || err != nil {
		t.Errorf("second: %d, %v, want 0, nil", n, err)
	}
	if diff := cmp.Diff(before, listing(t, dir)); diff != "" {
		t.Errorf("the second build touched files (-before +after):\n%s", diff)
	}
}

// listing gives every file below dir with its time of change.
func listing(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	must(t, filepath.Walk(dir, func(p string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			out = append(out, p+" "+info.ModTime().String())
		}
		return err
	}))
	return out
}
