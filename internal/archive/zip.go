package archive

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"io"
	"path"
	"slices"
	"strings"
	"time"

	"mojaz/internal/publish"
)

// epoch is the time that every file of a ZIP has, the first that the format can
// tell: a build has no clock, and the same site gives the same ZIP.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// packed are the endings of files that are compressed already.
var packed = map[string]bool{".woff2": true, ".woff": true, ".png": true, ".jpg": true, ".webp": true, ".gz": true, ".br": true, ".zst": true, ".epub": true, ".zip": true}

// ZIP packs files under a folder, sorted by path, with a list of their hashes
// beside them. The folder keeps a site together wherever it is unpacked. The
// bytes depend on the files alone.
func ZIP(folder string, files []publish.File) ([]byte, error) {
	all := append(slices.Clone(files), Sums(files))
	slices.SortFunc(all, func(a, b publish.File) int { return strings.Compare(a.Path, b.Path) })
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(to, flate.BestCompression)
	})
	for _, f := range all {
		if err := pack(w, path.Join(folder, f.Path), f.Bytes); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// pack adds one file to a ZIP, compressed unless it is already.
func pack(w *zip.Writer, name string, b []byte) error {
	method := zip.Deflate
	if packed[path.Ext(name)] {
		method = zip.Store
	}
	to, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method, Modified: epoch})
	if err != nil {
		return err
	}
	_, err = to.Write(b)
	return err
}
