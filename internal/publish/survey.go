package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// oldSite is what stands in the folder before a run.
type oldSite struct {
	dir   string
	sizes map[string]int64 // regular files of ours, by path
	other []string         // names of ours that are no regular file any more
	dirs  map[string]bool
}

// survey lists the site in dir and refuses a dir that must not be replaced. An
// absent or empty dir is a site without files.
func survey(dir string) (*oldSite, error) {
	old := &oldSite{dir: dir, sizes: map[string]int64{}, dirs: map[string]bool{}}
	info, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return old, nil
	}
	if err != nil {
		return nil, err
	}
	if err := replaceable(dir, info); err != nil {
		return nil, err
	}
	listed, ours, err := readMarker(dir)
	if err != nil {
		return nil, err
	}
	if !ours {
		return old, refuseContent(dir)
	}
	return old, old.walk(listed)
}

// replaceable refuses what is not a folder that may be changed.
func replaceable(dir string, info fs.FileInfo) error {
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf("%s is a symbolic link: name the folder that it leads to", dir)
	case !info.IsDir():
		return fmt.Errorf("%s is a file, not a folder", dir)
	case info.Mode().Perm()&0o200 == 0:
		return fmt.Errorf("%s is read-only", dir)
	}
	return nil
}

// refuseContent reports a folder without a marker that is not empty.
func refuseContent(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !Litter(e.Name()) {
			return fmt.Errorf("%s was not written by this program (it holds %s and no %s): choose an empty folder, or a new one",
				dir, e.Name(), Marker)
		}
	}
	return nil
}

// walk lists the files of the site and refuses those that the marker does not.
func (old *oldSite) walk(listed map[string]bool) error {
	return filepath.WalkDir(old.dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || name == old.dir {
			return err
		}
		rel, err := filepath.Rel(old.dir, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		switch {
		case e.IsDir():
			old.dirs[rel] = true
			return nil
		case rel == Marker || listed[rel]:
			return old.note(rel, e)
		case Litter(e.Name()):
			return nil
		}
		return fmt.Errorf("%s was not written by this program and would be lost: move it out of the site", name)
	})
}

func (old *oldSite) note(rel string, e fs.DirEntry) error {
	info, err := e.Info()
	if err != nil {
		return err
	}
	if info.Mode().IsRegular() {
		old.sizes[rel] = info.Size()
	} else {
		old.other = append(old.other, rel)
	}
	return nil
}

// same reports whether the old site holds f, byte for byte.
func (old *oldSite) same(f File) bool {
	size, ok := old.sizes[f.Path]
	if !ok || size != int64(len(f.Bytes)) {
		return false
	}
	b, err := os.ReadFile(filepath.Join(old.dir, filepath.FromSlash(f.Path)))
	return err == nil && bytes.Equal(b, f.Bytes)
}

// plan is what is to become of the old site.
type plan struct {
	old    *oldSite
	marker File
	files  []File   // without the marker, sorted by path
	keep   []bool   // files[i] is in the old site as it should be
	dirs   []string // of the new site, parents first
	stats  Stats
	moved  bool // a marker or a folder differs
}

// newPlan compares the old site with files.
func newPlan(old *oldSite, files []File) *plan {
	p := &plan{old: old, marker: File{Marker, formatMarker(files)}, files: slices.Clone(files)}
	slices.SortFunc(p.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	p.keep = make([]bool, len(p.files))
	wanted := map[string]bool{Marker: true}
	for i, f := range p.files {
		wanted[f.Path] = true
		if p.keep[i] = old.same(f); p.keep[i] {
			p.stats.Unchanged++
		} else {
			p.stats.Written++
		}
	}
	for path := range old.sizes {
		if !wanted[path] {
			p.stats.Removed++
		}
	}
	p.planDirs()
	p.moved = p.moved || len(old.other) > 0 || !old.same(p.marker)
	return p
}

// planDirs lists the folders that the files need and notes whether the old site
// has others.
func (p *plan) planDirs() {
	need := map[string]bool{}
	for _, f := range p.files {
		for dir := path.Dir(f.Path); dir != "." && !need[dir]; dir = path.Dir(dir) {
			need[dir] = true
			p.dirs = append(p.dirs, dir)
		}
	}
	slices.Sort(p.dirs) // a folder's name is a prefix of those in it
	for dir := range p.old.dirs {
		p.moved = p.moved || !need[dir]
	}
}

func (p *plan) nothingToDo() bool {
	return p.stats.Written == 0 && p.stats.Removed == 0 && !p.moved
}
