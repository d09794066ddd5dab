package seeds

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

func TestRead(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		opt := Options{}
		if c.Has("limit") {
			opt.Limit, _ = strconv.ParseInt(strings.TrimSpace(c.Input("limit")), 10, 64)
		}
		folders, problems, err := Read(tree(t, c), opt)
		if err != nil {
			t.Fatal(err)
		}
		c.Check("folders", showFolders(folders))
		c.Check("lexicon", showLexicon(folders))
		c.Check("sources", showSources(folders))
		c.Check("problems", showProblems(problems))
		checkSources(t, folders)
	})
}

func showFolders(folders []Folder) string {
	var b strings.Builder
	for _, f := range folders {
		fmt.Fprintf(&b, "%s title=%q rights=%q description=%q\n", f.Name, f.Title, f.Rights, f.Description)
	}
	return b.String()
}

// showLexicon gives a line for each entry of the folders' lexicons.
func showLexicon(folders []Folder) string {
	var b strings.Builder
	for _, f := range folders {
		for _, e := range f.Lexicon {
			fmt.Fprintf(&b, "%s type=%q name=%q aliases=%q\n", f.Name, e.Type, e.Name, e.Aliases)
		}
	}
	return b.String()
}

// showSources gives a line for each source, with the beginning of its text.
func showSources(folders []Folder) string {
	var b strings.Builder
	for _, f := range folders {
		for _, s := range f.Sources {
			text := []rune(s.Raw)
			fmt.Fprintf(&b, "%s %s %s %s\n\t%+q %s\n", s.Path, s.ID, s.Kind, s.Encoding,
				text[:min(len(text), 2)], strings.TrimSpace(strings.Trim(string(text[:min(len(text), 40)]), "\ufeff\u200f")))
		}
	}
	return b.String()
}

func showProblems(problems []corpus.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}

// checkSources checks what holds of every source that was read.
func checkSources(t *testing.T, folders []Folder) {
	for _, f := range folders {
		ids := map[corpus.DocID]bool{}
		for _, s := range f.Sources {
			if ids[s.ID] || strings.Trim(string(s.ID), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || len(s.ID) == 0 || len(s.ID) > maxID {
				t.Errorf("%s: id %q is taken or malformed", s.Path, s.ID)
			}
			ids[s.ID] = true
			if !utf8.ValidString(s.Raw) || s.Dossier != f.Name || len(s.SHA256) != 64 {
				t.Errorf("%s: malformed source", s.Path)
			}
		}
	}
}

// A real disk has links that lead out, in, round in a circle and nowhere, and
// none of them is followed.
func TestReadLinksOnDisk(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "seeds", "affair")
	write(t, filepath.Join(root, "secret.txt"), "سر لا يقرأ")
	write(t, filepath.Join(root, "elsewhere", "other.txt"), "سر آخر")
	write(t, filepath.Join(dir, "a.txt"), "نص الخبر.")
	for link, target := range map[string]string{
		"affair/out.txt":    "../../secret.txt",
		"affair/in.txt":     "a.txt",
		"affair/circle.txt": "circle.txt",
		"affair/none.txt":   "no-such-file",
		"affair/loop":       "..",
		"elsewhere":         "../elsewhere",
	} {
		if err := os.Symlink(target, filepath.Join(root, "seeds", link)); err != nil {
			t.Fatal(err)
		}
	}
	folders, problems, err := Read(os.DirFS(filepath.Join(root, "seeds")), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var want strings.Builder
	for _, link := range []string{"affair/circle.txt", "affair/in.txt", "affair/loop", "affair/none.txt", "affair/out.txt", "elsewhere"} {
		fmt.Fprintf(&want, "seeds/%s: warning: is a link, and links are not followed (put a copy of the file in its place)\n", link)
	}
	if got := showProblems(problems); got != want.String() {
		t.Errorf("Read reports\n%swant\n%s", got, want.String())
	}
	if len(folders) != 1 || len(folders[0].Sources) != 1 || folders[0].Sources[0].Raw != "نص الخبر." {
		t.Errorf("Read = %+v, want a.txt alone", folders)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestReadNoFolder(t *testing.T) {
	_, _, err := Read(os.DirFS(filepath.Join(t.TempDir(), "none")), Options{})
	if err == nil || strings.Contains(err.Error(), string(filepath.Separator)) {
		t.Errorf("Read of a missing folder gives %v, want an error that names no path", err)
	}
}

// The shipped example is read whole and without a word.
func TestReadExample(t *testing.T) {
	folders, problems, err := Read(os.DirFS("../../seeds"), Options{})
	if err != nil || len(problems) > 0 {
		t.Fatalf("Read reports %v, %s", err, showProblems(problems))
	}
	for _, f := range folders {
		for _, s := range f.Sources {
			b, err := os.ReadFile(filepath.Join("../..", filepath.FromSlash(s.Path)))
			if err != nil || string(b) != s.Raw {
				t.Errorf("%s: Raw is not the file's bytes (%v)", s.Path, err)
			}
		}
	}
	checkSources(t, folders)
	if len(folders) == 0 || folders[0].Title == "" {
		t.Errorf("Read = %d folders, want one with a title", len(folders))
	}
}
