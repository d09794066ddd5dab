package publish

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/gofrs/flock"

	"mojaz/internal/wording"
)

// lockName is the file that Lock locks. It stays when the lock is given back:
// to remove it would let two builds lock two files of one name.
const lockName = ".mojaz.lock"

// Lock takes the folders dirs for this build and gives back the function that
// releases them. It makes folders that are missing. The same folder under two
// names is taken once. If another build holds one of them, the error says which
// process, and since when.
//
// The lock is the kernel's and ends with the process that holds it, so the file
// that a killed build leaves is no lock and is taken over.
//
// For a site, dirs are the folders that hold public/ and content/, never these
// themselves.
func Lock(dirs ...string) (unlock func(), err error) {
	var held []*flock.Flock
	unlock = func() {
		for _, l := range held {
			os.Truncate(l.Path(), 0) // so that nobody is named who is gone
			l.Unlock()
		}
		held = nil
	}
	paths, err := lockPaths(dirs)
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		l, err := lockFile(path)
		if err != nil {
			unlock()
			return nil, err
		}
		held = append(held, l)
	}
	return unlock, nil
}

// lockPaths gives the lock files of dirs, each once.
func lockPaths(dirs []string) ([]string, error) {
	var paths []string
	for _, dir := range dirs {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, err
		}
		real, err := filepath.EvalSymlinks(dir)
		if err != nil {
			return nil, err
		}
		if real, err = filepath.Abs(real); err != nil {
			return nil, err
		}
		paths = append(paths, filepath.Join(real, lockName))
	}
	slices.Sort(paths)
	return slices.Compact(paths), nil
}

// lockFile locks one file and writes into it who does.
func lockFile(path string) (*flock.Flock, error) {
	l := flock.New(path, flock.SetPermissions(0o644))
	ok, err := l.TryLock()
	if err != nil {
		return nil, wording.Errorf("cannot lock %s: %w", path, err)
	}
	if !ok {
		return nil, wording.Errorf("%s is being built by %s: wait for it, or stop it", filepath.Dir(path), holder(path))
	}
	who := fmt.Sprintf("%d %s\n", os.Getpid(), time.Now().Format(time.RFC3339))
	if err := os.WriteFile(path, []byte(who), 0o644); err != nil {
		l.Unlock()
		return nil, err
	}
	return l, nil
}

// holder says who holds the lock, as far as the file tells: it may not be
// written yet, and Windows does not let it be read.
func holder(path string) wording.Text {
	b, _ := os.ReadFile(path)
	pid, since, ok := bytes.Cut(bytes.TrimSpace(b), []byte(" "))
	if _, err := strconv.Atoi(string(pid)); err != nil || !ok {
		return "another process"
	}
	return wording.Of("process %s since %s", string(pid), string(since))
}
