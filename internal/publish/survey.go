package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"mojaz/internal/wording"
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
		return wording.Errorf("%s is a symbolic link: name the folder that it leads to", dir)
	case !info.IsDir():
		return wording.Errorf("%s is a file, not a folder", dir)
	case info.Mode().Perm()&0o200 == 0:
		return wording.Errorf("%s is read-only", dir)
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
			return wording.Errorf("%s was not written by this program (it holds %s and no %s): choose an empty folder, or a new one",
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
		return wording.Errorf("%s was not written by this program and would be lost: move it out of the site", name)
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
