package build

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A build that was killed between a file and its base is finished by the next: its
// own words are no edit, and those of an editor are.
func TestResumeBases(t *testing.T) {
	const name = "d/a.md"
	for what, c := range map[string]struct {
		base, now, written string // "" for no file; what the killed build was to write into the file
		wantBase, wantNow  string // after the next build, which has something new
	}{
		"killed before the file":         {"1\n2\n3\n", "1\n2\n3\n", "1\nX\n3\n", "1\nY\n3\n", "1\nY\n3\n"},
		"killed after the file":          {"1\n2\n3\n", "1\nX\n3\n", "1\nX\n3\n", "1\nY\n3\n", "1\nY\n3\n"},
		"a new file, killed after it":    {"", "1\nX\n3\n", "1\nX\n3\n", "1\nY\n3\n", "1\nY\n3\n"},
		"a new file, killed before it":   {"", "", "1\nX\n3\n", "1\nY\n3\n", "1\nY\n3\n"},
		"an edited file, killed after":   {"1\n2\n3\n", "1\nX\n3\n4\n5\n6 mine\n", "1\nX\n3\n4\n5\n6 mine\n", "1\nY\n3\n", "1\nY\n3\n4\n5\n6 mine\n"},
		"edited after the kill":          {"1\n2\n3\n", "1\nX\n3\n4\n5\n6 mine\n", "1\nX\n3\n", "1\nY\n3\n", "1\nY\n3\n4\n5\n6 mine\n"},
		"a new file, edited after it":    {"", "1\nX\n3\n4\n5\n6 mine\n", "1\nX\n3\n", "1\nY\n3\n", "1\nY\n3\n4\n5\n6 mine\n"},
		"edited instead, and never ours": {"1\n2\n3\n", "1\nmine\n3\n", "1\nX\n3\n", "1\n2\n3\n", "1\nmine\n3\n"},
	} {
		t.Run(what, func(t *testing.T) {
			dir := t.TempDir()
			put := func(name, text string) {
				t.Helper()
				file := filepath.Join(dir, filepath.FromSlash(name))
				must(t, os.MkdirAll(filepath.Dir(file), 0o755))
				if text != "" {
					must(t, os.WriteFile(file, []byte(text), 0o644))
				}
			}
			put(generated+"/"+name, c.base)
			put(name, c.now)
			put(upcomingName(name, []byte(c.written)), "1\nX\n3\n")
			must(t, resumeBases(dir))
			_, problems, err := writeContent(dir, []contentFile{{name, []byte(c.wantBase)}})
			must(t, err)
			if len(problems) > 0 {
				t.Errorf("problems: %v", problems)
			}
			got := map[string]string{}
			must(t, filepath.WalkDir(dir, func(p string, d os.DirEntry, err error) error {
				if err == nil && !d.IsDir() {
					b, _ := os.ReadFile(p)
					rel, _ := filepath.Rel(dir, p)
					got[filepath.ToSlash(rel)] = string(b)
				}
				return err
			}))
			if diff := cmp.Diff(map[string]string{name: c.wantNow, generated + "/" + name: c.wantBase}, got); diff != "" {
				t.Errorf("content/ (-want +got):\n%s", diff)
			}
		})
	}
}
