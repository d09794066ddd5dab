package extract

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
)

// archive is a ZIP file whose entries are read within limits.
type archive struct {
	entries map[string]*zip.File // the first of each name
	left    int64                // bytes that may still be read
}

// openArchive lists the entries of a ZIP file. Entries are only looked up, never
// written to disk, so no name can lead out of the archive.
func openArchive(b []byte) (*archive, error) {
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, errDamaged
	}
	if len(r.File) > maxEntries {
		return nil, errBomb
	}
	a := &archive{entries: map[string]*zip.File{}, left: maxRead}
	for _, f := range r.File {
		if a.entries[f.Name] == nil {
			a.entries[f.Name] = f
		}
	}
	return a, nil
}

// has reports whether there is an entry of that name.
func (a *archive) has(name string) bool { return a.entries[name] != nil }

// locked is the flag of an entry that needs a password.
const locked = 1

// read gives the bytes of an entry, nil if there is none of that name. What an
// entry says of its size is not believed.
func (a *archive) read(name string) ([]byte, error) {
	f := a.entries[name]
	switch {
	case f == nil || strings.HasSuffix(name, "/"):
		return nil, nil
	case f.Flags&locked != 0:
		return nil, errLocked
	}
	in, err := f.Open()
	if err != nil {
		return nil, errDamaged
	}
	defer in.Close()
	limit := min(maxEntry, a.left)
	b, err := io.ReadAll(io.LimitReader(in, limit+1))
	n := int64(len(b))
	switch a.left -= n; {
	case n > limit, n > 1<<20 && uint64(n) > maxRatio*max(f.CompressedSize64, 1):
		return nil, errBomb
	case err != nil:
		return nil, errDamaged
	}
	return b, nil
}
