package build

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"
)

// known are files as somebody last saw them: hashes by absolute path. A nil known
// knows nothing. It may be used by several goroutines.
type known struct {
	mu     sync.Mutex
	hashes map[string]string
}

// put notes what the program writes, nil if it removes the file.
func (k *known) put(file string, bytes []byte) {
	file, err := filepath.Abs(file)
	if k == nil || err != nil {
		return
	}
	hash := absent
	if bytes != nil {
		sum := sha256.Sum256(bytes)
		hash = string(sum[:])
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.hashes[file] = hash
}

// forget forgets all.
func (k *known) forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	clear(k.hashes)
}

// news gives those of some files and folders, files below the folders included,
// that are not as they are known, and knows them from now on.
func (k *known) news(files []string) (news []string) {
	for _, file := range files {
		// What cannot be read is told by who needs it.
		_ = filepath.WalkDir(file, func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist):
			case err != nil:
				return err
			case name != file && strings.HasPrefix(d.Name(), "."):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir():
				return nil
			}
			if k.learn(name) {
				news = append(news, name)
			}
			return nil
		})
	}
	return news
}

// learn looks at a file and reports whether it is another than was known.
func (k *known) learn(file string) bool {
	hash, err := hashFile(file)
	if err != nil {
		hash = absent
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	same := k.hashes[file] == hash
	k.hashes[file] = hash
	return !same
}
