package build

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/renameio/v2"
)

// change is what is to become of one file of content/.
type change struct {
	Path   string // below content/, with slashes
	Before string // SHA-256 of the bytes that it has, "" if it is not there
	After  []byte // nil removes it
}

// changesOf gives what leads from one state of files to another, in the order of
// their paths.
func changesOf(before, after map[string][]byte) []change {
	var out []change
	names := maps.Clone(before)
	maps.Copy(names, after)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		old, there := before[name]
		now, stays := after[name]
		if there && stays && bytes.Equal(old, now) {
			continue
		}
		c := change{Path: name}
		if there {
			c.Before = hashOf(old)
		}
		if stays {
			c.After = append([]byte{}, now...)
		}
		out = append(out, c)
	}
	return out
}

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// journal makes several changes as if they were one: they are written down
// before the first is made, so that a build after one that was killed makes the
// rest. Where two briefings change names, a half of it would lose one.
type journal struct{ dir string } // content/

// journalName is the file that holds the changes while they are made.
const journalName = ".following"

func (j journal) file(name string) string { return filepath.Join(j.dir, filepath.FromSlash(name)) }

// apply makes changes.
func (j journal) apply(changes []change) error {
	if len(changes) == 0 {
		return nil
	}
	if err := j.write(changes); err != nil {
		return err
	}
	return j.resume()
}

// write writes changes down.
func (j journal) write(changes []change) error {
	b, err := json.Marshal(changes)
	if err != nil {
		return err
	}
	return renameio.WriteFile(j.file(journalName), b, 0o644, renameio.WithTempDir(j.dir))
}

// resume makes the changes that are written down, if any are.
func (j journal) resume() error {
	b, there, err := readIfThere(j.file(journalName))
	if err != nil || !there {
		return err
	}
	var changes []change
	if json.Unmarshal(b, &changes) == nil { // else it is none of ours, and goes
		for _, c := range changes {
			if err := j.make(c); err != nil {
				return err
			}
		}
	}
	return removeIfThere(j.file(journalName))
}

// make makes one change, unless it is made. If somebody saved the file since the
// changes were written down, it is theirs, and what it was to become is kept
// beside it.
func (j journal) make(c change) error {
	if !fs.ValidPath(c.Path) {
		return errors.New(path.Join(journalName, c.Path)) // not written by us
	}
	now, there, err := readIfThere(j.file(c.Path))
	if err != nil {
		return err
	}
	name := j.file(c.Path)
	switch {
	case c.After != nil && bytes.Equal(now, c.After):
		return nil
	case there != (c.Before != "") || there && hashOf(now) != c.Before:
		if c.After == nil || strings.HasPrefix(c.Path, generated+"/") {
			return nil
		}
		name = strings.TrimSuffix(name, ".md") + keptEnding
	case c.After == nil:
		return removeIfThere(name)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return renameio.WriteFile(name, c.After, 0o644, renameio.WithTempDir(filepath.Dir(name)))
}

func isMissing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
