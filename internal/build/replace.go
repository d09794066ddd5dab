package build

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2"
)

// A file of content/ takes its place whole: a crash leaves the old bytes or the
// new ones. It is made in .generated/, which is the program's own, so that what
// a build that was killed leaves is found and removed there by the next one.

// write replaces a file that belongs to the program alone.
func (w *contentWriter) write(name string, b []byte) error {
	if w.drafts != nil {
		w.drafts[name] = b
		return nil
	}
	f, err := w.pending(name, b)
	if err != nil {
		return err
	}
	defer f.Cleanup()
	return f.CloseAtomicallyReplace()
}

// found is a file as the build found it.
type found struct {
	bytes []byte
	there bool
}

// replace replaces a file that people edit, if it still is what was found when
// its new bytes were worked out. If somebody has saved it since, it is theirs and
// stays, which is reported; done is false then.
//
// It looks last, when the new bytes are on the disk, for to bring them there
// takes by far the most time.
func (w *contentWriter) replace(name string, was found, b []byte) (done bool, err error) {
	if w.drafts != nil {
		w.drafts[name] = b
		return true, nil
	}
	f, err := w.pending(name, b)
	if err != nil {
		return false, err
	}
	defer f.Cleanup()
	if err := f.Sync(); err != nil {
		return false, err
	}
	now, there, err := readIfThere(w.file(name))
	if err != nil {
		return false, err
	}
	if there != was.there || !bytes.Equal(now, was.bytes) {
		w.report(name, "it was saved or deleted by hand while the build went on, and is left as it is",
			"build again: that puts in what the program has to say")
		return false, nil
	}
	w.known.put(w.file(name), b)
	return true, f.CloseAtomicallyReplace()
}

// pending makes a file that waits to take the place of name.
func (w *contentWriter) pending(name string, b []byte) (*renameio.PendingFile, error) {
	target := w.file(name)
	for _, dir := range []string{filepath.Dir(target), w.file(generated)} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, err
		}
	}
	f, err := renameio.NewPendingFile(target, renameio.WithTempDir(w.file(generated)),
		renameio.WithPermissions(0o644), renameio.WithExistingPermissions())
	if err != nil {
		return nil, err
	}
	if _, err := f.Write(b); err != nil {
		f.Cleanup()
		return nil, err
	}
	return f, nil
}
