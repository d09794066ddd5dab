package build

import (
	"context"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"mojaz/internal/cache"
)

// standing is every file and folder that a build reads or has written, by its
// path below the standing name of its folder: "seeds/…", "public/…".
type standing map[string]stamp

// stamp tells the bytes of a file. A folder has no hash, and what is not there
// has the hash absent.
type stamp struct {
	mode fs.FileMode
	hash string // SHA-256, raw

	// size and the time of the last change tell within one run that nothing
	// became of the file since; they are no part of the key.
	size int64
	when time.Time
}

// absent is the hash of a file or folder that is not there.
const absent = "-"

// surveyor makes a standing.
type surveyor struct {
	earlier standing // what need not be read again if it looks the same
	found   standing
	unread  []string // keys of the files that are still to be hashed
	disk    map[string]string
}

// stand lists the files in folders and single files, by their standing names. It
// gives nil if not all can be told: links may change at their far end, and a
// device has no bytes of its own.
func stand(ctx context.Context, ground map[string]string, earlier standing) standing {
	s := surveyor{earlier: earlier, found: standing{}, disk: map[string]string{}}
	for name, root := range ground {
		if s.walk(name, root) != nil {
			return nil
		}
	}
	hashes := make([]string, len(s.unread))
	err := parallel(ctx, len(s.unread), func(i int) (err error) {
		hashes[i], err = hashFile(s.disk[s.unread[i]])
		return err
	})
	if err != nil {
		return nil
	}
	for i, key := range s.unread {
		st := s.found[key]
		st.hash = hashes[i]
		s.found[key] = st
	}
	return s.found
}

// walk notes root and all that is below it.
func (s *surveyor) walk(name, root string) error {
	real, err := filepath.EvalSymlinks(root)
	if errors.Is(err, fs.ErrNotExist) {
		s.found[name] = stamp{hash: absent}
		return nil
	}
	if err != nil {
		return err
	}
	return filepath.WalkDir(real, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		return s.note(path.Join(name, filepath.ToSlash(strings.TrimPrefix(file, real))), file, info)
	})
}

// note notes one file or folder.
func (s *surveyor) note(key, file string, info fs.FileInfo) error {
	st := stamp{mode: info.Mode()}
	switch {
	case info.Mode().IsRegular():
		st.size, st.when = info.Size(), info.ModTime()
		if old, ok := s.earlier[key]; ok && old.mode == st.mode && old.size == st.size && old.when.Equal(st.when) {
			st.hash = old.hash
			break
		}
		s.unread = append(s.unread, key)
		s.disk[key] = file
	case !info.IsDir():
		return errors.New("neither a file nor a folder")
	}
	s.found[key] = st
	return nil
}

// hashFile gives the SHA-256 of a file's bytes, raw.
func hashFile(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	room := rooms.Get().(*[64 << 10]byte)
	defer rooms.Put(room)
	for {
		n, err := f.Read(room[:])
		h.Write(room[:n])
		switch {
		case err == io.EOF:
			return string(h.Sum(nil)), nil
		case err != nil:
			return "", err
		}
	}
}

// rooms are kept from file to file: a site has thousands, and most are small.
var rooms = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// key names all of a standing and more.
func (s standing) key(more ...string) cache.Key {
	parts := slices.Grow(more, 3*len(s))
	for _, name := range slices.Sorted(maps.Keys(s)) {
		parts = append(parts, name, s[name].mode.String(), s[name].hash)
	}
	return cache.KeyOf(parts...)
}

// same reports whether a path has the same bytes in both, or is in neither.
func (s standing) same(other standing, name string) bool {
	a, there := s[name]
	b, too := other[name]
	return there == too && a.mode == b.mode && a.hash == b.hash
}
