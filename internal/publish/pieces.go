package publish

import (
	"crypto/sha256"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"
)

// Pieces is a file of a draft that is written in pieces, by one goroutine.
type Pieces struct {
	draft *Draft
	path  string
	file  *os.File
	hash  hash.Hash
	size  int
}

// Create begins a file that is too large to be in memory at once. It is part of the
// draft when it has been closed; close it before Commit or Discard.
func (d *Draft) Create(path string) (*Pieces, error) {
	name, err := d.place(path)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	return &Pieces{draft: d, path: path, file: f, hash: sha256.New()}, err
}

// Write adds a piece.
func (p *Pieces) Write(b []byte) (int, error) {
	n, err := p.file.Write(b)
	p.hash.Write(b[:n])
	p.size += n
	return n, err
}

// Size gives the number of bytes so far.
func (p *Pieces) Size() int { return p.size }

// Close adds the file to the draft. One that the old site has as well is carried
// over from there.
func (p *Pieces) Close() error {
	out := placed{size: p.size}
	p.hash.Sum(out.sum[:0])
	if p.draft.old.sizes[p.path] == int64(p.size) {
		old, err := sumOf(filepath.Join(p.draft.old.dir, filepath.FromSlash(p.path)))
		out.kept = err == nil && old == out.sum
	}
	if err := p.draft.note(p.path, out); err != nil {
		return errors.Join(err, p.file.Close())
	}
	if !out.kept {
		return syncClose(p.file)
	}
	return errors.Join(p.file.Close(), os.Remove(p.file.Name()))
}

// sumOf hashes a file.
func sumOf(name string) (sum [sha256.Size]byte, err error) {
	f, err := os.Open(name)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	h.Sum(sum[:0])
	return sum, err
}
