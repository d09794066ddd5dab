package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"mojaz/internal/wording"
)

// aside gives the path of a folder beside dir: ".public.staging-" before its
// number.
func aside(dir, what string) string {
	return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+"."+what+"-")
}

// makeAside makes a new folder beside dir. Its number is the first that is free.
func makeAside(dir, what string) (string, error) {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return "", err
	}
	name, err := freeAside(dir, what)
	if err != nil {
		return "", err
	}
	return name, os.Mkdir(name, 0o755)
}

// freeAside gives a name beside dir that nothing bears.
func freeAside(dir, what string) (string, error) {
	for n := 1; ; n++ {
		name := fmt.Sprintf("%s%d", aside(dir, what), n)
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		} else if err != nil {
			return "", err
		}
	}
}

// besides lists the folders beside dir that bear a name that aside gives.
func besides(dir, what string) ([]string, error) {
	parent, prefix := filepath.Split(aside(dir, what))
	entries, err := os.ReadDir(parent)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		n, ok := strings.CutPrefix(e.Name(), prefix)
		if ok && e.IsDir() && n != "" && strings.Trim(n, "0123456789") == "" {
			out = append(out, filepath.Join(parent, e.Name()))
		}
	}
	return out, nil
}

// sweep removes what killed runs left beside dir. A folder of such a name that
// holds something but no marker is a stranger's and stays.
func sweep(dir string) error {
	for _, what := range []string{"staging", "old"} {
		left, err := besides(dir, what)
		if err != nil {
			return err
		}
		for _, name := range left {
			if !hasMarker(name) {
				os.Remove(name) // goes if it is empty: killed before it was marked
				continue
			}
			if err := removeTree(name); err != nil {
				return wording.Errorf("left by a build that was killed: %w", err)
			}
		}
	}
	return nil
}

// writeNew writes a file that must not exist yet and brings it to the disk. It
// never opens an old file, which may share its inode with the old site.
func writeNew(name string, b []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	return errors.Join(err, syncClose(f))
}

func syncClose(f *os.File) error {
	return errors.Join(f.Sync(), f.Close())
}

// syncDir brings the names in a folder to the disk. Windows has no such thing.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return syncClose(f)
}
