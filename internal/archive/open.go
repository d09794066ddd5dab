package archive

import (
	"archive/zip"
	"io"
	"io/fs"
	"os"

	"mojaz/internal/wording"
)

// Open opens a copy of a site for [Verify]: a folder, or a ZIP that holds one.
// Close it after use.
func Open(path string) (copy fs.FS, close io.Closer, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	if info.IsDir() {
		return os.DirFS(path), io.NopCloser(nil), nil
	}
	z, err := zip.OpenReader(path)
	if err != nil {
		return nil, nil, wording.Errorf("%s: neither a folder nor a ZIP: %w", path, err)
	}
	copy, err = inside(z)
	if err != nil {
		z.Close()
		return nil, nil, wording.Errorf("%s: %w", path, err)
	}
	return copy, z, nil
}

// inside gives the folder of a ZIP that holds the list of hashes: the only one
// at its top, or the top itself.
func inside(z *zip.ReadCloser) (fs.FS, error) {
	for _, f := range z.File {
		if !fs.ValidPath(f.Name) && f.Name[len(f.Name)-1] != '/' {
			return nil, wording.Errorf("holds a file under a name that leads out of it: %q", f.Name)
		}
	}
	if _, err := fs.Stat(z, SumsName); err == nil {
		return z, nil
	}
	entries, err := fs.ReadDir(z, ".")
	if err != nil {
		return nil, err
	}
	if len(entries) == 1 && entries[0].IsDir() {
		return fs.Sub(z, entries[0].Name())
	}
	return z, nil
}
