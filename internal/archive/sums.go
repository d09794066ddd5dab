// Package archive turns the files of a site into copies that travel, and says what
// is wrong with a copy.
//
// [Single] binds pages into one HTML file, [Book] into an EPUB, and [ZIP] packs the
// site as it is. The first two are made from the finished pages: they take a page's
// own words, ids and classes, so a template of one's own comes along; what they look
// for by its class is what the program's own templates have. Every copy holds its
// hashes, and [Check] reads them.
package archive

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"mojaz/internal/publish"
	"mojaz/internal/wording"
)

// SumsName is the name of the list of hashes, in the folder that it covers.
const SumsName = "SHA256SUMS"

// SignatureName is the name of the signature of the list, beside it. The list,
// which is signed, cannot name it.
const SignatureName = SumsName + ".minisig"

// bookSums is where a book has its list, for only the format's own files may lie
// at its root.
const bookSums = "META-INF/" + SumsName

// Sums lists the SHA-256 of every file, sorted by path, in the form that
// "sha256sum -c" reads. The list itself is not in it, nor is the program's mark
// on the folder, [publish.Marker].
func Sums(files []publish.File) publish.File {
	sums := map[string][sha256.Size]byte{}
	for _, f := range files {
		sums[f.Path] = sha256.Sum256(f.Bytes)
	}
	return List(sums)
}

// List is [Sums] of files of which the hashes are known, by path.
func List(sums map[string][sha256.Size]byte) publish.File {
	lines := make([]string, 0, len(sums))
	for path, sum := range sums {
		lines = append(lines, hex.EncodeToString(sum[:])+"  "+path+"\n")
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(a[hashed:], b[hashed:]) })
	return publish.File{Path: SumsName, Bytes: []byte(strings.Join(lines, ""))}
}

// hashed is how long a hash is in hexadecimal digits.
const hashed = 2 * sha256.Size

// Fault is what is wrong with one file of a copy.
type Fault struct {
	Path string
	What wording.Text // "missing", "changed" or "added"
}

func (f Fault) String() string { return f.Wording().String() }

// Wording gives what String does, in words that can be told in other languages.
func (f Fault) Wording() wording.Text { return wording.Of("%s: %s", f.What, f.Path) }

// Verify compares a copy of a site, a folder or an opened ZIP, with its list of
// hashes and gives what differs, sorted by path; checked is how many files the
// list names. A signature of the list is no addition; package sign judges it. The error says that there is no list, or that it cannot be read.
func Verify(copy fs.FS) (faults []Fault, checked int, err error) {
	list, err := readSums(copy)
	if err != nil {
		return nil, 0, err
	}
	for path, want := range list {
		switch got, err := hash(copy, path); {
		case errors.Is(err, fs.ErrNotExist):
			faults = append(faults, Fault{path, "missing"})
		case err != nil || got != want:
			faults = append(faults, Fault{path, "changed"})
		}
	}
	err = fs.WalkDir(copy, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if _, listed := list[path]; !listed && !slices.Contains(unlisted, path) {
			faults = append(faults, Fault{path, "added"})
		}
		return nil
	})
	slices.SortFunc(faults, func(a, b Fault) int { return strings.Compare(a.Path, b.Path) })
	return faults, len(list), err
}

// unlisted are the files that no list of hashes names.
var unlisted = []string{SumsName, bookSums, SignatureName, publish.Marker}

// readSums reads the list of a copy.
func readSums(copy fs.FS) (map[string]string, error) {
	f, err := copy.Open(SumsName)
	if errors.Is(err, fs.ErrNotExist) {
		if book, inBook := copy.Open(bookSums); inBook == nil {
			f, err = book, nil
		}
	}
	if err != nil {
		return nil, wording.Errorf("%s: there is no list of hashes to compare with: %w", SumsName, err)
	}
	defer f.Close()
	out := map[string]string{}
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if len(line) < hashed+3 || line[hashed:hashed+2] != "  " || !fs.ValidPath(line[hashed+2:]) {
			return nil, wording.Errorf("%s:%d: not a hash, two blanks and a path", SumsName, n)
		}
		out[line[hashed+2:]] = line[:hashed]
	}
	return out, lines.Err()
}

// hash gives the SHA-256 of a file in hexadecimal digits.
func hash(copy fs.FS, path string) (string, error) {
	f, err := copy.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
