package build

import (
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// layered is a file system of which the first layer that holds a name wins, so
// that a user's template or asset replaces the embedded one of the same name.
type layered []fs.FS

// over lays the folder dir, if there is one, over the embedded files.
func over(dir string, embedded fs.FS) fs.FS {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return embedded
	}
	return layered{os.DirFS(dir), embedded}
}

// Open opens the file of the first layer that holds it. Of a folder, the
// entries of all layers are there.
func (l layered) Open(name string) (fs.File, error) {
	for _, layer := range l {
		f, err := layer.Open(name)
		if err != nil {
			continue
		}
		info, err := f.Stat()
		if err != nil || !info.IsDir() {
			return f, err
		}
		entries, err := l.ReadDir(name)
		return &folder{File: f, entries: entries}, err
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir lists a folder over all layers, sorted by name.
func (l layered) ReadDir(name string) ([]fs.DirEntry, error) {
	var out []fs.DirEntry
	found := false
	for _, layer := range l {
		entries, err := fs.ReadDir(layer, name)
		found = found || err == nil
		for _, e := range entries {
			if !slices.ContainsFunc(out, func(o fs.DirEntry) bool { return o.Name() == e.Name() }) {
				out = append(out, e)
			}
		}
	}
	if !found {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	slices.SortFunc(out, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return out, nil
}

// folder is an open folder with the entries of all layers.
type folder struct {
	fs.File
	entries []fs.DirEntry
}

// ReadDir gives the next n entries, or all that are left when n ≤ 0.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.entries) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.entries) {
		n = len(f.entries)
	}
	out := f.entries[:n]
	f.entries = f.entries[n:]
	return out, nil
}
