// Package publish turns files held in memory into a folder on disk: minified,
// compared with what is there, and switched at once.
//
// [Folder] keeps three promises.
//
//   - The folder is the old site or the new one, whole, whenever the program is
//     killed. The new site is built in a staging folder beside it and takes its
//     place in one step of the file system (see exchange).
//   - What did not change is not touched. Unchanged files are hard links to the
//     old ones, so inode and time of change stay; if nothing changed at all,
//     nothing is written.
//   - Nothing that the program did not write is deleted. A site carries a marker,
//     the file ".mojaz", which lists the site's files. A folder with content and
//     no marker is refused, and so is a site that holds a file the marker does
//     not list.
//
// Names beside a site in public/: ".public.staging-N" is a site being built, or
// an old one being removed; ".public.old-N" is the old site while it has stepped
// aside, where the file system has no exchange. Both carry the marker, are
// removed by the next run if a run was killed, and are left alone without it.
//
// One build at a time is the caller's part: hold [Lock] around Folder.
package publish

import (
	"os"
	"path/filepath"

	"mojaz/internal/wording"
)

// File is one file of a site.
type File struct {
	Path  string // with slashes, relative to the site: "iraq-coalition/index.html"
	Bytes []byte
}

// Stats counts the files of a site by what became of them. The marker is not
// counted.
type Stats struct{ Written, Unchanged, Removed int }

// Folder makes dir hold files and nothing else. It refuses, before writing
// anything, paths that some computer could not hold, and a dir that is not a
// folder, is read-only, or holds what the program did not write. After an error
// dir is what it was, but for one case, which the error names: the new site is
// in place and the old one could not be removed.
func Folder(dir string, files []File) (Stats, error) {
	return folder(dir, files, exchange)
}

// switchTo puts the staging folder in the place of dir and removes what was
// there.
func switchTo(dir, staging string, swap exchanger) error {
	leftover, err := replace(dir, staging, swap)
	if err != nil {
		removeTree(staging) // the first error is the one to tell
		return wording.Errorf("%s is as it was: %w", dir, err)
	}
	if err := syncDir(filepath.Dir(dir)); err != nil {
		return err
	}
	if leftover == "" {
		return nil
	}
	if err := removeTree(leftover); err != nil {
		return wording.Errorf("the new site is in place, but the old one could not be removed: %w", err)
	}
	return nil
}

// removeTree removes a folder of ours. The marker goes last, so that what a
// killed run leaves behind still says whose it is.
func removeTree(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == Marker {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return os.RemoveAll(dir)
}
