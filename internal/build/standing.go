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
	"strconv"
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

// surveyor makes a standing of one folder.
type surveyor struct {
	earlier standing // what need not be read again if it looks the same
	found   standing
	unread  []onDisk // what is still to be hashed
}

// onDisk is a file by its key in a standing and by its path.
type onDisk struct{ key, file string }

// stand lists the files in folders and single files, by their standing names. It
// gives nil if not all can be told: links may change at their far end, and a
// device has no bytes of its own.
func stand(ctx context.Context, ground map[string]string, earlier standing) standing {
	names := slices.Sorted(maps.Keys(ground))
	parts := make([]surveyor, len(names))
	err := parallel(ctx, len(names), func(i int) error {
		parts[i] = surveyor{earlier: earlier, found: standing{}}
		return parts[i].walk(names[i], ground[names[i]])
	})
	found := standing{}
	var unread []onDisk
	for _, s := range parts {
		maps.Copy(found, s.found)
		unread = append(unread, s.unread...)
	}
	hashes := make([]string, len(unread))
	if err == nil {
		err = parallel(ctx, len(unread), func(i int) (err error) {
			hashes[i], err = hashFile(unread[i].file)
			return err
		})
	}
	if err != nil {
		return nil
	}
	for i, f := range unread {
		st := found[f.key]
		st.hash = hashes[i]
		found[f.key] = st
	}
	return found
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
		s.unread = append(s.unread, onDisk{key, file})
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
		parts = append(parts, name, strconv.FormatUint(uint64(s[name].mode), 8), s[name].hash)
	}
	return cache.KeyOf(parts...)
}

// same reports whether a path has the same bytes in both, or is in neither.
func (s standing) same(other standing, name string) bool {
	a, there := s[name]
	b, too := other[name]
	return there == too && a.mode == b.mode && a.hash == b.hash
}
