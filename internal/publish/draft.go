package publish

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"mojaz/internal/wording"
)

// Draft is a site in the making, file by file: what differs from the old site
// goes to a folder beside it at once, so that no more than a few files are in
// memory. Its methods may be called from several goroutines until [Draft.Commit]
// or [Draft.Discard], one of which must be called.
type Draft struct {
	dir  string // absolute
	old  *oldSite
	swap exchanger

	writes errgroup.Group // waits for the disk

	mu      sync.Mutex
	staging string            // "" until something differs
	made    map[string]bool   // folders in staging
	names   map[string]string // see collide
	files   map[string]placed
}

// placed is a file of a draft.
type placed struct {
	sum  [sha256.Size]byte
	size int
	kept bool // the old site has it
}

// Begin begins a site that is to stand in dir. It refuses a dir that is not a
// folder, is read-only, or holds what the program did not write.
func Begin(dir string) (*Draft, error) { return begin(dir, exchange) }

func begin(dir string, swap exchanger) (*Draft, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := recoverSite(dir); err != nil {
		return nil, err
	}
	old, err := survey(dir)
	if err != nil {
		return nil, err
	}
	if err := sweep(dir); err != nil {
		return nil, err
	}
	d := &Draft{dir: dir, old: old, swap: swap, made: map[string]bool{}, names: map[string]string{}, files: map[string]placed{}}
	d.writes.SetLimit(waiting)
	return d, nil
}

// waiting is how many files may wait for the disk at once: it takes many as
// quickly as one.
const waiting = 16

// Put adds a file. It may go on writing after it returned; that it could not is
// told by Commit. The error is a path that some computer could not hold.
func (d *Draft) Put(f File) error {
	p := placed{sum: sha256.Sum256(f.Bytes), size: len(f.Bytes), kept: d.old.same(f)}
	if err := d.note(f.Path, p); err != nil || p.kept {
		return err
	}
	d.writes.Go(func() error {
		name, err := d.place(f.Path)
		if err != nil {
			return err
		}
		return writeNew(name, f.Bytes)
	})
	return nil
}

// Keep adds a file of the old site as it stands, whose hash the caller knows;
// ok is false if there is none of that name.
func (d *Draft) Keep(path string, sum [sha256.Size]byte) (ok bool, err error) {
	size, ok := d.old.sizes[path]
	if !ok {
		return false, nil
	}
	return true, d.note(path, placed{sum: sum, size: int(size), kept: true})
}

// note takes a file into the list.
func (d *Draft) note(path string, p placed) error {
	if why := badPath(path); why != "" {
		return wording.Errorf("cannot publish %q: %s", path, why)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := collide(d.names, path); err != nil {
		return err
	}
	d.files[path] = p
	return nil
}

// place gives the place of a file in staging, and makes the folders that it
// needs.
func (d *Draft) place(name string) (string, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.stage(); err != nil {
		return "", err
	}
	at := filepath.Join(d.staging, filepath.FromSlash(name))
	if dir := path.Dir(name); !d.made[dir] {
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			return "", err
		}
		for ; !d.made[dir]; dir = path.Dir(dir) {
			d.made[dir] = true
		}
	}
	return at, nil
}

// stage makes the folder beside the old site, and marks it as ours.
func (d *Draft) stage() (err error) {
	if d.staging != "" {
		return nil
	}
	if d.staging, err = makeAside(d.dir, "staging"); err != nil {
		return err
	}
	d.made["."] = true
	return writeNew(filepath.Join(d.staging, Marker), FormatMarker(nil, ""))
}

// Bytes reads a file of the draft.
func (d *Draft) Bytes(path string) ([]byte, error) {
	d.mu.Lock()
	p, ok := d.files[path]
	d.mu.Unlock()
	if !ok {
		return nil, wording.Errorf("%s: %w", path, fs.ErrNotExist)
	}
	if p.kept {
		return os.ReadFile(filepath.Join(d.old.dir, filepath.FromSlash(path)))
	}
	return os.ReadFile(filepath.Join(d.staging, filepath.FromSlash(path)))
}

// Sum gives the SHA-256 of a file, nothing but zeros if there is none.
func (d *Draft) Sum(path string) [sha256.Size]byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.files[path].sum
}

// Size gives the size of a file in bytes, 0 if there is none.
func (d *Draft) Size(path string) int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.files[path].size
}

// Flush waits until all files so far can be read.
func (d *Draft) Flush() error { return d.writes.Wait() }

// Sums gives the SHA-256 of each file so far, by path.
func (d *Draft) Sums() map[string][sha256.Size]byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	out := make(map[string][sha256.Size]byte, len(d.files))
	for path, p := range d.files {
		out[path] = p.sum
	}
	return out
}

// Discard gives the draft up; the old site is as it was.
func (d *Draft) Discard() {
	d.writes.Wait() // what went wrong has been told, or does not matter any more
	if d.staging != "" {
		removeTree(d.staging) // else the next run removes it
	}
}

// Commit puts the draft in the place of the old site, see [Folder]. It does
// nothing if the two are the same.
func (d *Draft) Commit() (Stats, error) {
	stats, err := d.finish()
	if err != nil {
		d.Discard()
		return Stats{}, wording.Errorf("%s is as it was: %w", d.dir, err)
	}
	if d.same(stats) {
		d.Discard() // what was written in pieces may have begun a folder
		return stats, nil
	}
	return stats, switchTo(d.dir, d.staging, d.swap)
}

// finish completes the staging folder and brings it to the disk.
func (d *Draft) finish() (Stats, error) {
	if err := d.writes.Wait(); err != nil {
		return Stats{}, err
	}
	stats := d.stats()
	if d.same(stats) {
		return stats, nil
	}
	if err := d.carryKept(); err != nil {
		return stats, err
	}
	if err := d.mark(); err != nil {
		return stats, err
	}
	for _, dir := range slices.Sorted(maps.Keys(d.made)) {
		if err := syncDir(filepath.Join(d.staging, filepath.FromSlash(dir))); err != nil {
			return stats, err
		}
	}
	return stats, nil
}

// carryKept brings what is kept of the old site into staging.
func (d *Draft) carryKept() error {
	for name, p := range d.files {
		if !p.kept {
			continue
		}
		to, err := d.place(name)
		if err != nil {
			return err
		}
		d.writes.Go(func() error {
			return carry(filepath.Join(d.old.dir, filepath.FromSlash(name)), to)
		})
	}
	return d.writes.Wait()
}

// mark puts the marker with all paths in the place of the first one.
func (d *Draft) mark() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.stage(); err != nil {
		return err
	}
	return put(d.staging, File{Marker, d.marker()})
}

func (d *Draft) marker() []byte { return FormatMarker(slices.Collect(maps.Keys(d.files)), "") }

// stats compares the draft with the old site.
func (d *Draft) stats() (s Stats) {
	for _, p := range d.files {
		if p.kept {
			s.Unchanged++
		} else {
			s.Written++
		}
	}
	for path := range d.old.sizes {
		if _, wanted := d.files[path]; !wanted && path != Marker {
			s.Removed++
		}
	}
	return s
}

// same reports whether nothing is to be done.
func (d *Draft) same(s Stats) bool {
	return s.Written == 0 && s.Removed == 0 && len(d.old.other) == 0 && d.sameFolders() &&
		d.old.same(File{Marker, d.marker()})
}

// sameFolders reports whether the old site has the folders that the draft needs,
// and no others.
func (d *Draft) sameFolders() bool {
	need := map[string]bool{}
	for name := range d.files {
		for dir := path.Dir(name); dir != "." && !need[dir]; dir = path.Dir(dir) {
			need[dir] = true
		}
	}
	return maps.Equal(need, d.old.dirs)
}

// folder is Folder with the exchange to use.
func folder(dir string, files []File, swap exchanger) (Stats, error) {
	if err := checkPaths(files); err != nil {
		return Stats{}, err
	}
	d, err := begin(dir, swap)
	if err != nil {
		return Stats{}, err
	}
	for _, f := range files {
		if err := d.Put(f); err != nil {
			d.Discard()
			return Stats{}, err
		}
	}
	return d.Commit()
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

// carry makes the file to the file from: by a link, or by a copy with the same
// time of change where the file system or its owner forbids links.
func carry(from, to string) error {
	if os.Link(from, to) == nil {
		return nil
	}
	info, err := os.Stat(from)
	if err != nil {
		return err
	}
	b, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return errors.Join(writeNew(to, b), os.Chtimes(to, info.ModTime(), info.ModTime()))
}
