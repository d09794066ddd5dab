package archive

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"

	"mojaz/internal/wording"
)

// The comment with which a single file ends: the hash of all before it.
const (
	sealBegins = "<!-- SHA-256 of all bytes before this comment: "
	sealEnds   = " -->\n"
	sealed     = len(sealBegins) + hashed + len(sealEnds)
)

// seal puts the hash of a file at its end.
func seal(b []byte) []byte {
	sum := sha256.Sum256(b)
	return append(b, sealBegins+hex.EncodeToString(sum[:])+sealEnds...)
}

// Check says what is wrong with a copy: a folder, a ZIP, or a single file of
// HTML, which holds its own hash. See [Verify].
func Check(path string) (faults []Fault, checked int, err error) {
	if ext := strings.ToLower(filepath.Ext(path)); ext == ".html" || ext == ".htm" {
		return checkSeal(path)
	}
	copy, closer, err := Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer closer.Close()
	faults, checked, err = Verify(copy)
	if err != nil {
		err = wording.Errorf("%s: %w", path, err)
	}
	return faults, checked, err
}

// checkSeal compares a single file with the hash at its end.
func checkSeal(path string) ([]Fault, int, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		return nil, 0, err
	}
	at := bytes.LastIndex(b, []byte(sealBegins))
	if at < 0 {
		return nil, 0, wording.Errorf("%s: holds no hash of itself; is it a single file of this program?", path)
	}
	if !bytes.Equal(seal(bytes.Clone(b[:at])), b) {
		return []Fault{{filepath.Base(path), "changed"}}, 1, nil
	}
	return nil, 1, nil
}
