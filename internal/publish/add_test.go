package publish

import (
	"os"
	"path/filepath"
	"testing"
)

// TestAdd puts a file into a site that stands; the next build takes it for the
// site's own.
func TestAdd(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	page := File{"index.html", []byte("page")}
	if _, err := Folder(dir, []File{page}); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"one", "two"} {
		if err := Add(dir, File{"a.sig", []byte(text)}); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, "a.sig")); string(got) != text {
			t.Errorf("a.sig = %q, %v, want %q", got, err, text)
		}
	}
	stats, err := Folder(dir, []File{page, {"a.sig", []byte("two")}})
	if want := (Stats{Unchanged: 2}); err != nil || stats != want {
		t.Errorf("Folder = %+v, %v, want %+v", stats, err, want)
	}
	if stats, err := Folder(dir, []File{page}); err != nil || stats.Removed != 1 {
		t.Errorf("Folder without it = %+v, %v, want 1 removed", stats, err)
	}
	if err := Add(dir, File{"../x", nil}); err == nil {
		t.Error("Add took a path that leads out of the site")
	}
}
