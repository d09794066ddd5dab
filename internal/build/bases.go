package build

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"

	"mojaz/internal/merge"
)

// A file of content/ and its base in .generated/ cannot take their places in one
// step. Were a build killed between the two, its own words would look like an
// edit. So the new base comes to the disk first, under a name that says which
// bytes the file will have; then the file takes its place, then the base. A build
// that finds such a name finishes what was begun, or drops it.

// upcoming matches the name of a base that waits: ".one.md@0123456789abcdef".
var upcoming = regexp.MustCompile(`^\.(.+)@([0-9a-f]{16})$`)

// upcomingName names the base of a file that will hold text.
func upcomingName(file string, text []byte) string {
	dir, name := path.Split(file)
	return path.Join(generated, dir, "."+name+"@"+hashOf(text)[:16])
}

// putBoth replaces a file, which was found to be was, by text, and its base by
// what the program wrote of it.
func (w *contentWriter) putBoth(f contentFile, was found, text []byte) error {
	if w.drafts != nil {
		w.drafts[f.path], w.drafts[path.Join(generated, f.path)] = text, f.bytes
		w.written++
		return nil
	}
	waits := upcomingName(f.path, text)
	if err := w.write(waits, f.bytes); err != nil {
		return err
	}
	if done, err := w.replace(f.path, was, text); !done {
		return errors.Join(err, w.remove(waits))
	}
	w.written++
	return os.Rename(w.file(waits), w.file(generated, f.path))
}

// resumeBases finishes what a build that was killed began with the files of dir.
func resumeBases(dir string) error {
	w := &contentWriter{dir: dir}
	all, err := w.bases()
	if err != nil {
		return err
	}
	for _, name := range all {
		folder, waits := path.Split(name)
		m := upcoming.FindStringSubmatch(waits)
		if m == nil {
			continue
		}
		ours, err := w.tookPlace(path.Join(folder, m[1]), path.Join(generated, name), m[2])
		if err != nil {
			return err
		}
		from := w.file(generated, name)
		if ours {
			err = os.Rename(from, filepath.Join(filepath.Dir(from), m[1]))
		} else {
			err = os.Remove(from)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// tookPlace reports whether the text that belongs to a base that waits is in the
// file: as it was written, which its hash tells, or with edits that a person has
// made since.
func (w *contentWriter) tookPlace(file, waits, hash string) (bool, error) {
	current, there, err := readIfThere(w.file(file))
	if err != nil || !there {
		return false, err
	}
	next, _, err := readIfThere(w.file(waits))
	if err != nil || hashOf(current)[:16] == hash {
		return err == nil, err
	}
	base, had, err := readIfThere(w.file(generated, file))
	if err != nil || !had || bytes.Equal(current, base) {
		return err == nil && !had, err
	}
	merged := merge.Three(string(base), string(current), string(next))
	return len(merged.Conflicts) == 0 && merged.Text == string(current), nil
}
