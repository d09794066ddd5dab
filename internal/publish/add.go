package publish

import (
	"maps"
	"os"
	"path/filepath"
	"slices"

	"mojaz/internal/wording"
)

// Add puts one more file into a site that is finished, or replaces one, and
// lists it in the marker, so that the next [Folder] knows it for its own. A
// folder without a marker gets the file alone. As with Folder, hold [Lock].
func Add(dir string, f File) error {
	if why := badPath(f.Path); why != "" {
		return wording.Errorf("cannot publish %q: %s", f.Path, why)
	}
	listed, ours, err := readMarker(dir)
	if err != nil {
		return err
	}
	if ours && !listed[f.Path] {
		listed[f.Path] = true
		marker := FormatMarker(slices.Collect(maps.Keys(listed)), "")
		if err := put(dir, File{Marker, marker}); err != nil {
			return err
		}
	}
	return put(dir, f)
}

// put writes a file of a site whole or not at all. What a killed run leaves
// bears a name that counts as litter.
func put(dir string, f File) error {
	half := filepath.Join(dir, "._half")
	if err := os.Remove(half); err != nil && !os.IsNotExist(err) {
		return err
	}
	if err := writeNew(half, f.Bytes); err != nil {
		return err
	}
	if err := os.Rename(half, filepath.Join(dir, filepath.FromSlash(f.Path))); err != nil {
		return err
	}
	return syncDir(dir)
}
