package publish

import (
	"errors"
	"io/fs"
	"os"

	"mojaz/internal/wording"
)

// An exchanger swaps the names of two folders in one step, or returns
// errNoExchange where the system or the file system cannot.
type exchanger func(a, b string) error

var errNoExchange = wording.Errorf("no exchange of names here")

// replace puts staging in the place of dir and returns where the old folder is
// now, "" if there was none.
func replace(dir, staging string, swap exchanger) (leftover string, err error) {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return "", os.Rename(staging, dir)
	}
	err = swap(dir, staging)
	switch {
	case err == nil:
		return staging, nil
	case errors.Is(err, errNoExchange):
		return stepAside(dir, staging)
	}
	return "", mountHint(dir, err)
}

// stepAside is replace in two steps, for file systems without an exchange. A
// run killed between the two leaves no folder dir, but the old site whole beside
// it; recoverSite of the next run puts it back.
func stepAside(dir, staging string) (leftover string, err error) {
	old, err := freeAside(dir, "old")
	if err != nil {
		return "", err
	}
	if err := os.Rename(dir, old); err != nil {
		return "", mountHint(dir, err)
	}
	if err := os.Rename(staging, dir); err != nil {
		return "", errors.Join(err, os.Rename(old, dir))
	}
	return old, nil
}

// recoverSite puts the old site back if a run was killed while it had stepped
// aside.
func recoverSite(dir string) error {
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		return nil // something is there: survey looks at it
	}
	left, err := besides(dir, "old")
	if err != nil {
		return err
	}
	for _, old := range left {
		if hasMarker(old) {
			return os.Rename(old, dir)
		}
	}
	return nil
}

// mountHint adds what to do where dir cannot be renamed because it is itself the
// root of a file system, as in a container.
func mountHint(dir string, err error) error {
	if isMount(err) {
		return wording.Errorf("%w (%s is a mount point and cannot be switched: publish to a folder inside it)", err, dir)
	}
	return err
}
