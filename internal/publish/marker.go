package publish

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mojaz/internal/wording"
)

// Marker is the name of the file that says that a folder is a site of ours.
const Marker = ".mojaz"

// markerHead is the first line of a marker; the number is that of its format.
const markerHead = "mojaz site 1\n"

const markerNote = "# This folder is replaced as a whole by every build. Below are its files.\n"

// FormatMarker gives the marker of a site with these files, wherever it stands.
// The notes are lines that begin with "# ".
func FormatMarker(paths []string, notes string) []byte {
	var b bytes.Buffer
	b.WriteString(markerHead + markerNote + notes)
	for _, p := range slices.Sorted(slices.Values(paths)) {
		b.WriteString(p + "\n")
	}
	return b.Bytes()
}

// readMarker gives the paths that the marker of dir lists. ours is false when
// there is no marker.
func readMarker(dir string) (paths map[string]bool, ours bool, err error) {
	b, err := os.ReadFile(filepath.Join(dir, Marker))
	if os.IsNotExist(err) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	paths, ok := ParseMarker(b)
	if !ok {
		return nil, false, wording.Errorf("%s: not a marker that this program can read; if the folder is an old site, delete it",
			filepath.Join(dir, Marker))
	}
	return paths, true, nil
}

// ParseMarker gives the paths that a marker lists; ok is false when b is none.
func ParseMarker(b []byte) (paths map[string]bool, ok bool) {
	list, ok := strings.CutPrefix(string(b), markerHead)
	if !ok {
		return nil, false
	}
	paths = map[string]bool{}
	for line := range strings.Lines(list) {
		if p := strings.TrimSuffix(line, "\n"); p != "" && !strings.HasPrefix(p, "# ") {
			paths[p] = true
		}
	}
	return paths, true
}

// hasMarker reports whether dir is a folder that carries the marker, whatever
// stands in it: a run may have been killed while it wrote it.
func hasMarker(dir string) bool {
	info, err := os.Lstat(filepath.Join(dir, Marker))
	return err == nil && info.Mode().IsRegular()
}

// Litter reports whether a name is one that a file manager leaves behind in
// folders that it shows. Such files are no part of a site.
func Litter(name string) bool {
	switch name {
	case ".DS_Store", "Thumbs.db", "desktop.ini", ".directory":
		return true
	}
	return strings.HasPrefix(name, "._")
}
