package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFirstSteps does what the tutorials tell, from an empty folder, and holds
// what they show against what is printed. A block "text FILE" is a document, a
// block "diff" an edit, and a block "console" commands with their output, in
// which numbers may differ, for the site grows.
// UPDATE_GOLDEN=1 writes the outputs anew.
func TestFirstSteps(t *testing.T) {
	for _, name := range []string{"first-steps.md", "first-steps.ar.md"} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join("../../docs", name)
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			w := newBeginner(t)
			done := block.ReplaceAllStringFunc(string(b), w.follow)
			if os.Getenv("UPDATE_GOLDEN") != "" {
				if err := os.WriteFile(file, []byte(done), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(steady(string(b)), steady(done)); diff != "" {
				t.Errorf("docs/%s (-as told +as it is):\n%s", name, diff)
			}
			if w.commands < 10 {
				t.Errorf("docs/%s: %d commands were run, which cannot be all", name, w.commands)
			}
		})
	}
}

var (
	block   = regexp.MustCompile("(?s)```(text|diff|console)([^\n]*)\n(.*?)```")
	numbers = regexp.MustCompile(`[0-9]+(\.[0-9]+)?`)
	// files: 64, common hosts take 20000: top 9, archives 4
	counts = regexp.MustCompile(`(?m)^(files|archives|content|site|الملفات|المحفوظات|الموقع): .*$`)
)

// steady gives a tutorial without what changes as the site grows.
func steady(text string) string {
	return numbers.ReplaceAllString(counts.ReplaceAllString(text, "$1: …"), "0")
}

// beginner is somebody in a folder of their own, with the program.
type beginner struct {
	*testing.T
	dir, path string
	commands  int
}

func newBeginner(t *testing.T) *beginner {
	w := &beginner{T: t, dir: filepath.Join(t.TempDir(), "here"), path: t.TempDir()}
	self, err := os.Executable()
	if err == nil {
		err = os.Symlink(self, filepath.Join(w.path, "build")) // TestMain knows the name
	}
	if err == nil {
		err = os.Mkdir(w.dir, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// follow does what one block tells and gives the block as it should be.
func (w *beginner) follow(told string) string {
	m := block.FindStringSubmatch(told)
	switch m[1] {
	case "text":
		w.write(strings.TrimSpace(m[2]), m[3])
	case "diff":
		w.edit(m[3])
	default:
		return "```console\n" + w.run(m[3]) + "```"
	}
	return told
}

func (w *beginner) write(name, text string) {
	name = filepath.Join(w.dir, name)
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = os.WriteFile(name, []byte(text), 0o644)
	}
	if err != nil {
		w.Fatal(err)
	}
}

// edit replaces some words of a file, which must be there.
func (w *beginner) edit(diff string) {
	lines := strings.SplitN(diff, "\n", 4)
	name, old, put := strings.TrimPrefix(lines[0], "--- "), strings.TrimPrefix(lines[1], "-"), strings.TrimPrefix(lines[2], "+")
	b, err := os.ReadFile(filepath.Join(w.dir, name))
	if err != nil {
		w.Fatal(err)
	}
	if !strings.Contains(string(b), old) {
		w.Errorf("%s does not hold %q", name, old)
	}
	w.write(name, strings.Replace(string(b), old, put, 1))
}

// run runs the commands of a block and gives them with what each printed.
func (w *beginner) run(text string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		w.commands++
		c := exec.Command("sh", "-c", command)
		c.Dir = w.dir
		c.Env = append(os.Environ(), "PATH="+w.path+string(os.PathListSeparator)+os.Getenv("PATH"), "MOJAZ_MESSAGES=")
		printed, _ := c.CombinedOutput() // a problem is a part of the story
		out.WriteString(line + string(printed))
	}
	return out.String()
}
