package archive

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/publish"
)

var site = []publish.File{
	{Path: "index.html", Bytes: []byte("<p>موجز")},
	{Path: "b/two words.html", Bytes: []byte("two")},
	{Path: "assets/a.woff2", Bytes: bytes.Repeat([]byte{1, 2}, 500)},
	{Path: "empty", Bytes: nil},
}

// folder gives a copy of the site with its list of hashes.
func folder() fstest.MapFS {
	out := fstest.MapFS{}
	for _, f := range append(slices.Clone(site), Sums(site)) {
		out[f.Path] = &fstest.MapFile{Data: bytes.Clone(f.Bytes)}
	}
	out[publish.Marker] = &fstest.MapFile{Data: []byte("mark")}
	return out
}

func TestVerify(t *testing.T) {
	for name, c := range map[string]struct {
		change func(fstest.MapFS)
		want   []Fault
	}{
		"nothing":     {func(fstest.MapFS) {}, nil},
		"one bit":     {func(m fstest.MapFS) { m["index.html"].Data[0] ^= 1 }, []Fault{{"index.html", "changed"}}},
		"missing":     {func(m fstest.MapFS) { delete(m, "b/two words.html") }, []Fault{{"b/two words.html", "missing"}}},
		"added":       {func(m fstest.MapFS) { m["b/new.html"] = &fstest.MapFile{} }, []Fault{{"b/new.html", "added"}}},
		"signed":      {func(m fstest.MapFS) { m[SignatureName] = &fstest.MapFile{} }, nil},
		"signed else": {func(m fstest.MapFS) { m["b/"+SignatureName] = &fstest.MapFile{} }, []Fault{{"b/" + SignatureName, "added"}}},
		"empty grows": {func(m fstest.MapFS) { m["empty"].Data = []byte{0} }, []Fault{{"empty", "changed"}}},
		"all of it": {func(m fstest.MapFS) {
			delete(m, "empty")
			m["index.html"].Data = nil
			m["a"] = &fstest.MapFile{}
		}, []Fault{{"a", "added"}, {"empty", "missing"}, {"index.html", "changed"}}},
	} {
		copy := folder()
		c.change(copy)
		got, checked, err := Verify(copy)
		if err != nil || checked != len(site) {
			t.Errorf("%s: Verify = %d files, %v, want %d", name, checked, err, len(site))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: Verify (-want +got):\n%s", name, diff)
		}
	}
}

// Every bit of every file counts.
func TestVerifyEveryByte(t *testing.T) {
	for _, f := range site {
		for i := range f.Bytes {
			copy := folder()
			copy[f.Path].Data[i] ^= 0x80
			if got, _, _ := Verify(copy); len(got) != 1 || got[0] != (Fault{f.Path, "changed"}) {
				t.Fatalf("byte %d of %s flipped: Verify = %v", i, f.Path, got)
			}
		}
	}
}

func TestVerifyList(t *testing.T) {
	for name, list := range map[string]string{
		"none":       "",
		"a word":     "hello\n",
		"a way out":  string(Sums(site).Bytes[:hashed]) + "  ../x\n",
		"short hash": "abc  index.html\n",
	} {
		copy := folder()
		copy[SumsName].Data = []byte(list)
		faults, _, err := Verify(copy)
		if (err == nil) != (name == "none") || name == "none" && len(faults) != len(site) {
			t.Errorf("%s: Verify = %v, %v", name, faults, err)
		}
	}
	copy := folder()
	delete(copy, SumsName)
	if _, _, err := Verify(copy); err == nil {
		t.Error("Verify without a list gives no error")
	}
}

// What sha256sum says is what Verify says.
func TestSumsOfTheSystem(t *testing.T) {
	tool, err := exec.LookPath("sha256sum")
	if err != nil {
		t.Fatal("sha256sum is missing: it is part of GNU coreutils")
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, folder()); err != nil {
		t.Fatal(err)
	}
	check := func() error {
		c := exec.Command(tool, "--check", "--strict", "--quiet", SumsName)
		c.Dir = dir
		return c.Run()
	}
	if err := check(); err != nil {
		t.Errorf("sha256sum -c of a good copy: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := check(); err == nil {
		t.Error("sha256sum -c of a changed copy finds nothing")
	}
}

func TestZIP(t *testing.T) {
	got, err := ZIP("موجز", site)
	if err != nil {
		t.Fatal(err)
	}
	turned := slices.Clone(site)
	slices.Reverse(turned)
	if again, _ := ZIP("موجز", turned); !bytes.Equal(got, again) {
		t.Error("ZIP depends on the order of the files")
	}
	name := filepath.Join(t.TempDir(), "x.zip")
	if err := os.WriteFile(name, got, 0o644); err != nil {
		t.Fatal(err)
	}
	copy, closer, err := Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer closer.Close()
	for _, f := range site {
		if b, err := fs.ReadFile(copy, f.Path); err != nil || !bytes.Equal(b, f.Bytes) {
			t.Errorf("%s in the ZIP = %q, %v, want %q", f.Path, b, err, f.Bytes)
		}
	}
	if faults, n, err := Verify(copy); len(faults) != 0 || n != len(site) || err != nil {
		t.Errorf("Verify(ZIP) = %v, %d, %v", faults, n, err)
	}
}

func TestOpen(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, folder()); err != nil {
		t.Fatal(err)
	}
	copy, closer, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if faults, n, err := Verify(copy); len(faults) != 0 || n != len(site) || err != nil {
		t.Errorf("Verify(folder) = %v, %d, %v", faults, n, err)
	}
	closer.Close()
	for _, bad := range []string{filepath.Join(dir, "nothing"), filepath.Join(dir, "index.html")} {
		if _, _, err := Open(bad); err == nil {
			t.Errorf("Open(%q) gives no error", bad)
		}
	}
}
