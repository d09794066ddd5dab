package cache

import (
	"cmp"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// temporary is the name of an entry while it is written; a number replaces the
// star.
const temporary = "new-*"

// abandoned is the age from which a file of that name has no writer any more.
const abandoned = time.Hour

// entry is a file of the folder.
type entry struct {
	name string
	size int64
	when time.Time
}

// Sweep ends a run: of the entries that it did not use it leaves the newest, up
// to spare bytes, and removes the rest. It touches no file that does not bear
// the name of an entry. The error is the first that kept an entry from being
// written, or a file from being removed; the store is usable all the same.
func (s *Store) Sweep(spare int64) error {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	unused := s.unused()
	slices.SortFunc(unused, func(a, b entry) int {
		return cmp.Or(b.when.Compare(a.when), cmp.Compare(a.name, b.name))
	})
	for _, e := range unused {
		if spare -= e.size; spare >= 0 {
			continue
		}
		if err := os.Remove(e.name); err != nil && !os.IsNotExist(err) && s.wrong == nil {
			s.wrong = err
		}
	}
	return s.wrong
}

// unused lists the entries that this run did not use, and removes what writers
// that were killed left behind. A folder that cannot be listed holds none.
func (s *Store) unused() (out []entry) {
	shelves, _ := os.ReadDir(s.dir)
	for _, shelf := range shelves {
		if !shelf.IsDir() || len(shelf.Name()) != 2 || !isHex(shelf.Name()) {
			continue
		}
		dir := filepath.Join(s.dir, shelf.Name())
		files, _ := os.ReadDir(dir)
		for _, f := range files {
			name := filepath.Join(dir, f.Name())
			if s.used[name] {
				continue
			}
			if info, err := f.Info(); err == nil && info.Mode().IsRegular() {
				out = append(out, s.consider(shelf.Name(), name, info)...)
			}
		}
	}
	return out
}

// consider gives a file as an entry if it bears the name of one.
func (s *Store) consider(shelf, name string, info fs.FileInfo) []entry {
	base := info.Name()
	if strings.HasPrefix(base, strings.TrimSuffix(temporary, "*")) && time.Since(info.ModTime()) > abandoned {
		os.Remove(name) // the next sweep tries again
		return nil
	}
	if len(base) != 2*len(Key{}) || !strings.HasPrefix(base, shelf) || !isHex(base) {
		return nil
	}
	return []entry{{name, info.Size(), info.ModTime()}}
}

func isHex(s string) bool {
	_, err := hex.DecodeString(s)
	return err == nil
}
