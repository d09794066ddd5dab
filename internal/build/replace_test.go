package build

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/wording"
)

// What an editor saves between the moment at which a file is read and that at
// which its new bytes would take its place stays, and nothing is left behind.
func TestReplaceKeepsWhatWasSaved(t *testing.T) {
	for name, c := range map[string]struct {
		was  found
		now  string // "" for no file
		want string
	}{
		"untouched":        {found{[]byte("old"), true}, "old", "new"},
		"new file":         {found{nil, false}, "", "new"},
		"saved":            {found{[]byte("old"), true}, "saved", "saved"},
		"emptied":          {found{[]byte("old"), true}, "-", "-"},
		"deleted":          {found{[]byte("old"), true}, "", ""},
		"made by somebody": {found{nil, false}, "saved", "saved"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "a.md")
			if c.now != "" {
				must(t, os.WriteFile(file, []byte(c.now), 0o600))
			}
			w := contentWriter{dir: dir}
			done, err := w.replace("a.md", c.was, []byte("new"))
			must(t, err)
			got, _, err := readIfThere(file)
			must(t, err)
			if string(got) != c.want || done != (c.want == "new") || done == (len(w.problems) > 0) {
				t.Errorf("replace = %v with %v, and the file holds %q, want %q", done, w.problems, got, c.want)
			}
			left, err := os.ReadDir(filepath.Join(dir, generated))
			if err != nil || len(left) > 0 {
				t.Errorf("left behind: %v, %v", left, err)
			}
		})
	}
}

// What a killed build left half written is removed by the next one.
func TestWriteContentSweeps(t *testing.T) {
	dir := t.TempDir()
	files := []contentFile{{"d/a.md", []byte("one")}}
	_, _, err := writeContent(dir, files)
	must(t, err)
	w := contentWriter{dir: dir}
	f, err := w.pending("d/a.md", []byte("half"))
	must(t, err)
	must(t, f.Close())
	if _, problems, err := writeContent(dir, files); err != nil || len(problems) > 0 {
		t.Errorf("writeContent = %v, %v, want nothing", problems, err)
	}
	left, err := filepath.Glob(filepath.Join(dir, generated, "*"))
	must(t, err)
	if diff := cmp.Diff([]string{filepath.Join(dir, generated, "d")}, left); diff != "" {
		t.Errorf("in .generated (-want +got):\n%s", diff)
	}
}

// An editor who saves while a build goes on, at any of its stages, finds the
// file as saved, or with what the program put around it; and the next build
// takes the edit in.
func TestSavedWhileBuilding(t *testing.T) {
	opt, source := smallSite(t)
	_, err := Run(context.Background(), opt)
	must(t, err)
	file := filepath.Join(opt.Content, "d", "briefings", "a.md")
	appendLine(t, file, "\n## ملاحظات\n")
	var saved []string
	for _, when := range savedAt(t, opt, source) {
		must(t, os.WriteFile(source, []byte(smallSource+"\n\nوأضاف أن الأمر كله "+when+" كما هو.\n"), 0o644))
		line := "- ملاحظة " + when
		opt.Progress = once(wording.Text(when), func() { appendLine(t, file, line) })
		_, err := Run(context.Background(), opt)
		must(t, err)
		saved = append(saved, line)
		holds(t, file, saved)
		opt.Progress = nil
		_, err = Run(context.Background(), opt)
		must(t, err)
		holds(t, file, append(slices.Clone(saved), "كله "+when))
	}
	t.Logf("counted: saved-while-building %d", len(saved))
	if len(saved) < 2 {
		t.Errorf("only %q were tried", saved)
	}
}

const smallSource = "عنوان الخبر الأول\n\n2025-08-01\n\nقال وزير الدفاع ثابت العباسي يوم الأحد إن القوات ستنسحب في 30 أيلول 2025."

// smallSite makes a dossier of one document and gives the options to build it
// and the path of its source.
func smallSite(t *testing.T) (Options, string) {
	t.Helper()
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	must(t, os.MkdirAll(at("seeds/d"), 0o755))
	must(t, os.WriteFile(at("mojaz.yaml"), []byte("archives: []\n"), 0o644))
	source := at("seeds/d/a.txt")
	must(t, os.WriteFile(source, []byte(smallSource), 0o644))
	return Options{
		Seeds: at("seeds"), Content: at("content"), Public: at("public"), Config: at("mojaz.yaml"),
		Cache: at("cache"), Text: true, Site: true,
	}, source
}

// savedAt lists the stages of a build.
func savedAt(t *testing.T, opt Options, source string) []string {
	t.Helper()
	must(t, os.WriteFile(source, []byte(smallSource+"\n"), 0o644))
	stages := make(chan string, 1000)
	opt.Progress = func(stage wording.Text, _ int) { stages <- string(stage) }
	_, err := Run(context.Background(), opt)
	must(t, err)
	close(stages)
	var out []string
	for s := range stages {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// once gives a function that calls do when it is first told of a stage.
func once(stage wording.Text, do func()) func(wording.Text, int) {
	told := make(chan bool, 1)
	return func(s wording.Text, _ int) {
		if s != stage {
			return
		}
		select {
		case told <- true:
			do()
		default:
		}
	}
}

// appendLine adds a line at the end of a file, as an editor does who saves it.
func appendLine(t *testing.T, file, line string) {
	b, err := os.ReadFile(file)
	if err == nil {
		err = os.WriteFile(file, []byte(string(b)+line+"\n"), 0o644)
	}
	if err != nil {
		t.Error(err)
	}
}

// holds asks for all the words in a file, and for no conflict.
func holds(t *testing.T, file string, words []string) {
	t.Helper()
	b, err := os.ReadFile(file)
	must(t, err)
	for _, w := range words {
		if !strings.Contains(string(b), w) {
			t.Errorf("%q is not in\n%s", w, b)
		}
	}
	if strings.Contains(string(b), "<<<<<<<") {
		t.Errorf("a conflict in\n%s", b)
	}
}
