package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// site makes the files of a site from pairs of path and content.
func site(pairs ...string) []File {
	var files []File
	for i := 0; i < len(pairs); i += 2 {
		files = append(files, File{pairs[i], []byte(pairs[i+1])})
	}
	return files
}

// publishTo publishes and fails the test on an error.
func publishTo(t *testing.T, dir string, files []File) Stats {
	t.Helper()
	stats, err := Folder(dir, files)
	if err != nil {
		t.Fatalf("Folder(%q) = %v, want no error", dir, err)
	}
	return stats
}

// content gives the files below dir but for the marker, and fails the test if
// the folder that holds dir holds anything besides it.
func content(t *testing.T, dir string) map[string]string {
	t.Helper()
	onlyChild(t, dir)
	return contentOf(t, dir)
}

func contentOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path == Marker {
			return err
		}
		b, err := fs.ReadFile(os.DirFS(dir), path)
		out[path] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func onlyChild(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(dir) {
			t.Errorf("%s was left beside the site", e.Name())
		}
	}
}

// state lists everything below dir with what a write would change.
func state(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		out[name] = fmt.Sprint(info.ModTime().UnixNano(), inode(info))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// swaps are the two ways in which a site is switched.
var swaps = map[string]exchanger{
	"exchange":  exchange,
	"two steps": func(_, _ string) error { return errNoExchange },
}

func TestFolder(t *testing.T) {
	for name, swap := range swaps {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "موقع عام")
			steps := []struct {
				files []File
				want  Stats
			}{
				{site("index.html", "1", "a/b/c.html", "2", "a/d.css", "3"), Stats{Written: 3}},
				{site("a/b/c.html", "2", "index.html", "1", "a/d.css", "3"), Stats{Unchanged: 3}},
				{site("index.html", "1", "a/b/c.html", "22"), Stats{Written: 1, Unchanged: 1, Removed: 1}},
				{site("index.html", "9", "a/b", "a file now"), Stats{Written: 2, Removed: 1}},
				{site("index.html", "9", "a/b/c", "a folder again"), Stats{Written: 1, Unchanged: 1, Removed: 1}},
				{nil, Stats{Removed: 2}},
			}
			for i, s := range steps {
				got, err := folder(dir, s.files, swap)
				if err != nil || got != s.want {
					t.Errorf("step %d: Folder = %+v, %v, want %+v", i, got, err, s.want)
				}
				want := map[string]string{}
				for _, f := range s.files {
					want[f.Path] = string(f.Bytes)
				}
				if diff := cmp.Diff(want, content(t, dir)); diff != "" {
					t.Errorf("step %d: content (-want +got):\n%s", i, diff)
				}
			}
		})
	}
}

// A reader finds a whole site at every moment of a switch. The kills of
// TestKilled are too few to hit a gap between two steps; this looks all the time.
func TestSwitchIsOneStep(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("two steps here")
	}
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, site("index.html", "0"))
	done := make(chan bool)
	go func() {
		defer close(done)
		for i := range 100 {
			if _, err := Folder(dir, site("index.html", fmt.Sprint(i))); err != nil {
				t.Error(err)
			}
		}
	}()
	for looks := 0; ; looks++ {
		select {
		case <-done:
			return
		default:
		}
		if _, err := os.Lstat(filepath.Join(dir, "index.html")); err != nil {
			t.Errorf("look %d: %v", looks, err)
			<-done
			return
		}
	}
}

func TestFolderWritesNothingWhenNothingChanged(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	files := site("index.html", "1", "a/b.html", "2")
	publishTo(t, dir, files)
	before := state(t, parent)
	publishTo(t, dir, files)
	if diff := cmp.Diff(before, state(t, parent)); diff != "" {
		t.Errorf("a second run moved (-before +after):\n%s", diff)
	}
}

func TestFolderKeepsUnchangedFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, site("same.html", "1", "a/same.html", "2", "changed.html", "3"))
	before := state(t, dir)
	publishTo(t, dir, site("same.html", "1", "a/same.html", "2", "changed.html", "4"))
	after := state(t, dir)
	for _, path := range []string{"same.html", "a/same.html"} {
		name := filepath.Join(dir, path)
		if before[name] != after[name] {
			t.Errorf("%s: time and inode were %s, are %s", path, before[name], after[name])
		}
	}
	if name := filepath.Join(dir, "changed.html"); before[name] == after[name] {
		t.Errorf("%s has kept time and inode, so it was written in place", name)
	}
}

func TestFolderPutsRightWhatWasTamperedWith(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files := site("index.html", "1", "a/b.html", "2")
	tamper := map[string]func() error{
		"edited":   func() error { return os.WriteFile(filepath.Join(dir, "index.html"), []byte("x"), 0o644) },
		"deleted":  func() error { return os.Remove(filepath.Join(dir, "index.html")) },
		"a folder": func() error { return os.Mkdir(filepath.Join(dir, "empty"), 0o755) },
		"the marker": func() error {
			return os.WriteFile(filepath.Join(dir, Marker), []byte(markerHead+"index.html\na/b.html\ngone\n"), 0o644)
		},
		"a link": func() error {
			os.Remove(filepath.Join(dir, "index.html"))
			return os.Symlink("a/b.html", filepath.Join(dir, "index.html"))
		},
	}
	publishTo(t, dir, files)
	before := state(t, dir)[filepath.Join(dir, "a", "b.html")]
	for name, do := range tamper {
		if err := do(); err != nil {
			t.Fatal(err)
		}
		publishTo(t, dir, files)
		want := map[string]string{"index.html": "1", "a/b.html": "2"}
		if diff := cmp.Diff(want, content(t, dir)); diff != "" {
			t.Errorf("%s: content (-want +got):\n%s", name, diff)
		}
		if _, err := os.Stat(filepath.Join(dir, "empty")); err == nil {
			t.Errorf("%s: the stray folder is still there", name)
		}
	}
	if after := state(t, dir)[filepath.Join(dir, "a", "b.html")]; after != before {
		t.Errorf("the file that nobody touched was written")
	}
}

// What a file manager leaves behind neither stops a build nor makes it write.
func TestFolderOverlooksLitter(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, site("index.html", "1"))
	if err := os.WriteFile(filepath.Join(dir, ".DS_Store"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	before := state(t, dir)
	publishTo(t, dir, site("index.html", "1"))
	if diff := cmp.Diff(before, state(t, dir)); diff != "" {
		t.Errorf("moved (-before +after):\n%s", diff)
	}
	publishTo(t, dir, site("index.html", "2"))
	if _, err := os.Stat(filepath.Join(dir, ".DS_Store")); err == nil {
		t.Error("the litter is still there after a switch")
	}
}

func TestFolderSweeps(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	marked := []string{".public.staging-1", ".public.staging-27", ".public.old-3"}
	for _, name := range marked {
		publishTo(t, filepath.Join(parent, name), site("a/x", "1"))
	}
	strangers := []string{".public.staging-2", ".public.staging-mine", ".public.old-", ".other.staging-1"}
	for _, name := range strangers {
		if err := os.MkdirAll(filepath.Join(parent, name, "precious"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(parent, ".public.staging-5"), 0o755); err != nil {
		t.Fatal(err) // killed before it was marked
	}
	publishTo(t, dir, site("index.html", "1"))
	for _, name := range append(marked, ".public.staging-5") {
		if _, err := os.Lstat(filepath.Join(parent, name)); err == nil {
			t.Errorf("%s was not swept", name)
		}
	}
	for _, name := range strangers {
		if _, err := os.Lstat(filepath.Join(parent, name, "precious")); err != nil {
			t.Errorf("%s was touched: %v", name, err)
		}
	}
}

// A run killed between the two steps leaves the old site aside.
func TestFolderRecovers(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	publishTo(t, dir, site("index.html", "1", "a.html", "2"))
	before := state(t, dir)[filepath.Join(dir, "a.html")]
	if err := os.Rename(dir, filepath.Join(parent, ".public.old-1")); err != nil {
		t.Fatal(err)
	}
	got := publishTo(t, dir, site("index.html", "3", "a.html", "2"))
	if want := (Stats{Written: 1, Unchanged: 1}); got != want {
		t.Errorf("Folder = %+v, want %+v", got, want)
	}
	if after := state(t, dir)[filepath.Join(dir, "a.html")]; after != before {
		t.Error("the old site was not put back: an unchanged file was written")
	}
	onlyChild(t, dir)
}

func TestFolderRefusesTargets(t *testing.T) {
	parent := t.TempDir()
	at := func(name string) string { return filepath.Join(parent, name) }
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	do(os.MkdirAll(at("home/letters"), 0o755))
	do(os.WriteFile(at("home/letters/dear"), nil, 0o644))
	do(os.WriteFile(at("file"), nil, 0o644))
	do(os.Symlink("home", at("link")))
	do(os.Symlink("nowhere", at("dangling")))
	publishTo(t, at("guest"), site("index.html", "1"))
	do(os.WriteFile(at("guest/CNAME"), []byte("example"), 0o644))
	publishTo(t, at("fixed"), site("index.html", "1"))
	do(os.Chmod(at("fixed"), 0o555))
	do(os.MkdirAll(at("alien"), 0o755))
	do(os.WriteFile(at("alien/.mojaz"), []byte("mojaz site 99\n"), 0o644))

	before := state(t, parent)
	cases := map[string]string{
		"home":       "was not written by this program (it holds letters and no .mojaz): choose an empty folder, or a new one",
		"file":       "is a file, not a folder",
		"file/below": "not a directory",
		"link":       "is a symbolic link: name the folder that it leads to",
		"dangling":   "is a symbolic link",
		"guest":      "CNAME was not written by this program and would be lost: move it out of the site",
		"fixed":      "is read-only",
		"alien":      "not a marker that this program can read",
	}
	for name, want := range cases {
		_, err := Folder(at(name), site("index.html", "2"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Folder(%s) = %v, want an error with %q", name, err, want)
		}
	}
	if diff := cmp.Diff(before, state(t, parent)); diff != "" {
		t.Errorf("a refused run moved (-before +after):\n%s", diff)
	}
}

func TestFolderRefusesPaths(t *testing.T) {
	parent := t.TempDir()
	cases := []struct {
		paths []string
		want  string
	}{
		{[]string{""}, `cannot publish "": the path is not a clean path inside the site`},
		{[]string{"."}, "not a clean path"},
		{[]string{"../a"}, "not a clean path"},
		{[]string{"a/../../b"}, "not a clean path"},
		{[]string{"/etc/passwd"}, "not a clean path"},
		{[]string{"a//b"}, "not a clean path"},
		{[]string{"a/"}, "not a clean path"},
		{[]string{"a\xff"}, "not a clean path"},
		{[]string{`a\b`}, "a character that no file name may hold everywhere"},
		{[]string{"c:a"}, "a character that no file name may hold everywhere"},
		{[]string{"a\x00b"}, "a character that no file name may hold everywhere"},
		{[]string{"a\nb"}, "a character that no file name may hold everywhere"},
		{[]string{"a/NUL.html"}, `"NUL.html" is a device name on Windows`},
		{[]string{"com1"}, "device name"},
		{[]string{"a./b"}, `"a." ends in a dot or a blank`},
		{[]string{strings.Repeat("x", 256)}, "longer than 255 bytes"},
		{[]string{".mojaz"}, "kept for the marker"},
		{[]string{"a", "a"}, `cannot publish both "a" and "a"`},
		{[]string{"a", "A"}, "the same name on some computers"},
		{[]string{"x/a", "X/b"}, "the same name on some computers"},
		{[]string{"a", "a/b"}, "the same name on some computers"},
		{[]string{"a/b", "a"}, "the same name on some computers"},
		{[]string{"\u0623", "\u0627\u0654"}, "the same name on some computers"}, // composed and not
	}
	for _, c := range cases {
		var files []File
		for _, p := range c.paths {
			files = append(files, File{Path: p})
		}
		_, err := Folder(filepath.Join(parent, "public"), files)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Folder(%q) = %v, want an error with %q", c.paths, err, c.want)
		}
	}
	if entries, _ := os.ReadDir(parent); len(entries) > 0 {
		t.Errorf("a refused run wrote %v", entries)
	}
	good := []string{"a.b/c-d_e.html", "console/index.html", "commune", "ا/ب ج.html", "x/y", "x/z"}
	for _, p := range good {
		if why := badPath(p); why != "" {
			t.Errorf("badPath(%q) = %q, want none", p, why)
		}
	}
}
