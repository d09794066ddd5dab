// Package cache keeps what was worked out before, under a hash of all that it
// was worked out from.
//
// A [Store] is a folder with one file an entry. It is only ever a saving: it may
// be deleted at any time, and an entry that is cut short, altered or written by
// something else is passed over and written anew. So an entry is not brought to
// the disk before it takes its name: its checksum tells a torn one, and the
// build would wait for the disk thousands of times.
//
// A key must hold everything that a value depends on, the program's own version
// included (see [Program]). Then two builds may share a folder: what they write
// under one name is the same.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// Key names an entry by a hash of all that its value depends on.
type Key [sha256.Size]byte

// KeyOf hashes parts, each told apart from the next.
func KeyOf(parts ...string) Key {
	h := sha256.New()
	var size [8]byte
	for _, p := range parts {
		binary.LittleEndian.PutUint64(size[:], uint64(len(p)))
		h.Write(size[:])
		h.Write([]byte(p))
	}
	return Key(h.Sum(nil))
}

// String gives the key in hex.
func (k Key) String() string { return hex.EncodeToString(k[:]) }

// Store is a folder of entries. A nil Store keeps nothing. Its methods may be
// called from several goroutines.
type Store struct {
	dir string

	mu    sync.Mutex
	used  map[string]bool // paths of the entries that this run read or wrote
	wrong error           // the first that kept an entry from being written
}

// Open gives the store in dir. The folder is made when the first entry is
// written.
func Open(dir string) *Store { return &Store{dir: dir, used: map[string]bool{}} }

// magic begins every entry, and its last digit changes with the form of the
// file: magic, key, checksum of key and value, value.
const magic = "mojaz cache 1\n"

// headSize is the number of bytes before the value.
const headSize = len(magic) + 2*sha256.Size

// Get gives the value of a key; ok is false if there is none that is whole.
func (s *Store) Get(k Key) (value []byte, ok bool) {
	if s == nil {
		return nil, false
	}
	name := s.file(k)
	b, err := os.ReadFile(name)
	if err != nil || len(b) < headSize || !bytes.Equal(b[:headSize], head(k, b[headSize:])) {
		return nil, false
	}
	s.use(name)
	return b[headSize:], true
}

// Put keeps a value. That it could not be written costs only time next time:
// [Store.Sweep] tells of it.
func (s *Store) Put(k Key, value []byte) {
	if s == nil {
		return
	}
	name := s.file(k)
	if err := replace(name, append(head(k, value), value...)); err != nil {
		s.fail(err)
		return
	}
	s.use(name)
}

// Hold keeps entries from being swept as if they had been read.
func (s *Store) Hold(keys ...Key) {
	if s == nil {
		return
	}
	for _, k := range keys {
		s.use(s.file(k))
	}
}

// head gives what stands before a value in its file.
func head(k Key, value []byte) []byte {
	sum := sha256.New()
	sum.Write(k[:])
	sum.Write(value)
	return sum.Sum(append([]byte(magic), k[:]...))
}

// file gives the path of an entry: "ab/ab3f…" below the folder.
func (s *Store) file(k Key) string {
	name := k.String()
	return filepath.Join(s.dir, name[:2], name)
}

func (s *Store) use(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.used[name] = true
}

func (s *Store) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.wrong == nil {
		s.wrong = err
	}
}

// replace writes a file beside its place and then gives it its name, so that
// nobody reads the half of it.
func replace(name string, b []byte) error {
	dir := filepath.Dir(name)
	f, err := os.CreateTemp(dir, temporary)
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
		f, err = os.CreateTemp(dir, temporary)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name()) // the first error is the one to tell
	}
	return err
}
