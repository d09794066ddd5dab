package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"
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
				return fmt.Errorf("left by a build that was killed: %w", err)
			}
		}
	}
	return nil
}

// stage builds the new site beside the old one and brings it to the disk. On an
// error nothing of it is left.
func stage(dir string, p *plan) (string, error) {
	staging, err := makeAside(dir, "staging")
	if err != nil {
		return "", err
	}
	if err := p.fill(staging); err != nil {
		removeTree(staging) // the first error is the one to tell
		return "", err
	}
	return staging, nil
}

// fill writes the new site into staging, the marker first.
func (p *plan) fill(staging string) error {
	at := func(path string) string { return filepath.Join(staging, filepath.FromSlash(path)) }
	if err := writeNew(at(Marker), p.marker.Bytes); err != nil {
		return err
	}
	for _, dir := range p.dirs {
		if err := os.Mkdir(at(dir), 0o755); err != nil {
			return err
		}
	}
	if err := p.fillFiles(at); err != nil {
		return err
	}
	for _, dir := range p.dirs {
		if err := syncDir(at(dir)); err != nil {
			return err
		}
	}
	return syncDir(staging)
}

// waiting is how many files may wait for the disk at once: it takes many as
// quickly as one.
const waiting = 16

// fillFiles writes or carries the files to the places that at gives them.
func (p *plan) fillFiles(at func(path string) string) error {
	var g errgroup.Group
	g.SetLimit(waiting)
	for i, f := range p.files {
		g.Go(func() error {
			if p.keep[i] {
				return carry(filepath.Join(p.old.dir, filepath.FromSlash(f.Path)), at(f.Path), f.Bytes)
			}
			return writeNew(at(f.Path), f.Bytes)
		})
	}
	return g.Wait()
}

// carry makes the file to the file from, which holds b: by a link, or by a copy
// with the same time of change where the file system or its owner forbids links.
func carry(from, to string, b []byte) error {
	if os.Link(from, to) == nil {
		return nil
	}
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	if err := writeNew(to, b); err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
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
