package publish

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDraft(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, site("a.html", "old", "b/b.html", "kept", "c/c.html", "same", "d.html", "gone"))
	d := draftOf(t, dir)
	if _, err := d.Commit(); err != nil {
		t.Fatal(err)
	}
	got := contentOf(t, dir)
	want := map[string]string{"a.html": "new", "b/b.html": "kept", "c/c.html": "same", "e/f/g.html": "more"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("after Commit (-want +got):\n%s", diff)
	}
}

// draftOf drafts a site over the one that stands in dir.
func draftOf(t *testing.T, dir string) *Draft {
	t.Helper()
	d, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range site("a.html", "new", "c/c.html", "same", "e/f/g.html", "more") {
		if err := d.Put(f); err != nil {
			t.Fatal(err)
		}
	}
	if ok, err := d.Keep("b/b.html", sha256.Sum256([]byte("kept"))); !ok || err != nil {
		t.Fatalf("Keep = %v, %v", ok, err)
	}
	if ok, err := d.Keep("x.html", sha256.Sum256(nil)); ok || err != nil {
		t.Errorf("Keep of what is not there = %v, %v", ok, err)
	}
	if err := d.Flush(); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{"a.html": "new", "b/b.html": "kept", "c/c.html": "same"} {
		b, err := d.Bytes(path)
		if string(b) != want || err != nil {
			t.Errorf("Bytes(%s) = %q, %v, want %q", path, b, err, want)
		}
		if d.Sums()[path] != sha256.Sum256([]byte(want)) {
			t.Errorf("the hash of %s is not that of %q", path, want)
		}
	}
	if _, err := d.Bytes("d.html"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Bytes of a file that is not in the draft: %v", err)
	}
	return d
}

func TestDiscard(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, site("a.html", "old", "b/b.html", "kept", "c/c.html", "same"))
	was := contentOf(t, dir)
	draftOf(t, dir).Discard()
	if diff := cmp.Diff(was, contentOf(t, dir)); diff != "" {
		t.Errorf("after Discard (-was +is):\n%s", diff)
	}
	left, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(left) != 1 {
		t.Errorf("beside the site lie %v (%v), want nothing", left, err)
	}
}

// A path that some computer could not hold is refused as soon as it comes.
func TestDraftRefuses(t *testing.T) {
	d, err := Begin(filepath.Join(t.TempDir(), "public"))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Discard()
	if err := d.Put(File{Path: "a/b.html"}); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"A/B.html", "a", "con.html", "../x", "a/b.html"} {
		if d.Put(File{Path: path}) == nil {
			t.Errorf("Put takes %q", path)
		}
	}
}

// A file in pieces is written if it differs, and carried over if it does not.
func TestPieces(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, site("a.txt", "one two", "b.txt", "old"))
	d, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	for path, pieces := range map[string][]string{"a.txt": {"one", " two"}, "b.txt": {"new", ""}, "c/c.txt": nil} {
		p, err := d.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range pieces {
			if _, err := p.Write([]byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
	stats, err := d.Commit()
	if err != nil {
		t.Fatal(err)
	}
	if want := (Stats{Written: 2, Unchanged: 1}); stats != want {
		t.Errorf("Commit = %+v, want %+v", stats, want)
	}
	want := map[string]string{"a.txt": "one two", "b.txt": "new", "c/c.txt": ""}
	if diff := cmp.Diff(want, contentOf(t, dir)); diff != "" {
		t.Errorf("after Commit (-want +got):\n%s", diff)
	}
}

// A draft that is the site that stands leaves nothing behind, in pieces or not.
func TestPiecesUnchanged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishTo(t, dir, site("a.txt", "one"))
	d, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	p, err := d.Create("a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Write([]byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if stats, err := d.Commit(); err != nil || stats != (Stats{Unchanged: 1}) {
		t.Errorf("Commit = %+v, %v", stats, err)
	}
	onlyChild(t, dir)
}
