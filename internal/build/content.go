package build

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"mojaz/internal/corpus"
	"mojaz/internal/merge"
	"mojaz/internal/wording"
)

// generated is the folder below content/ that holds what the program last
// wrote, file by file, so that an edit can be told from an old output.
const generated = ".generated"

// contentFile is one file of content/ as the program would write it.
type contentFile struct {
	path  string // below content/, with slashes
	bytes []byte
}

// contentWriter writes files to a content folder without losing an edit.
type contentWriter struct {
	dir      string
	only     string // the dossier to which the writer keeps, "" for all
	written  int
	problems []corpus.Problem
	// drafts, if set, take all that would be written, and the disk nothing.
	drafts drafts
	known  *known // is told of what is written
}

// writeContent brings dir up to date with files. What a person changed in a file
// since it was last written is kept, and what the program changed is put in
// around it; where both changed the same lines, both stand in the file between
// markers, and the conflict is reported with its line. A file that the program
// wrote and no longer writes is removed unless it was changed. It returns the
// number of files written or removed.
func writeContent(dir string, files []contentFile) (int, []corpus.Problem, error) {
	w := &contentWriter{dir: dir}
	err := w.all(files)
	return w.written, w.problems, err
}

// all puts the files and drops those that are not written any more.
func (w *contentWriter) all(files []contentFile) error {
	wanted := map[string]bool{}
	for _, f := range files {
		wanted[f.path] = true
	}
	if err := w.putAll(files, len(wanted) == len(files)); err != nil {
		return err
	}
	old, err := w.bases()
	if err != nil {
		return err
	}
	for _, p := range old {
		if !wanted[p] {
			if err := w.drop(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// waiting is how many files may wait for the disk at once. A file is brought to
// the disk before it takes its place, and the disk takes many as quickly as one.
const waiting = 16

// putAll puts the files, several at once if no two are the same; problems come
// in the order of the files.
func (w *contentWriter) putAll(files []contentFile, apart bool) error {
	var g errgroup.Group
	g.SetLimit(1)
	if apart && w.drafts == nil {
		g.SetLimit(waiting)
	}
	each := make([]contentWriter, len(files))
	for i, f := range files {
		each[i] = contentWriter{dir: w.dir, only: w.only, drafts: w.drafts, known: w.known}
		g.Go(func() error { return each[i].put(f) })
	}
	err := g.Wait()
	for i := range each {
		w.written += each[i].written
		w.problems = append(w.problems, each[i].problems...)
	}
	return err
}

// put writes one file, unless a person owns it now.
func (w *contentWriter) put(f contentFile) error {
	base, hadBase, err := readIfThere(w.file(generated, f.path))
	if err != nil {
		return err
	}
	current, there, err := readIfThere(w.file(f.path))
	if err != nil {
		return err
	}
	switch {
	case !there && hadBase:
		w.note(f.path, "deleted by hand and left so", wording.Of("delete content/%s/%s to have it written again", generated, f.path))
		return nil
	case there && !hadBase && !bytes.Equal(current, f.bytes):
		w.report(f.path, "a file of this name is here that the program did not write; it is left alone",
			"rename it to have the briefing written")
		return nil
	case there && !bytes.Equal(current, f.bytes) && !bytes.Equal(current, base):
		return w.merge(f, base, current)
	}
	if !there || !bytes.Equal(current, f.bytes) {
		return w.putBoth(f, found{current, there}, f.bytes)
	}
	if hadBase && bytes.Equal(base, f.bytes) {
		return nil
	}
	return w.write(path.Join(generated, f.path), f.bytes)
}

// merge puts what the program now writes into a file that a person edited.
func (w *contentWriter) merge(f contentFile, base, current []byte) error {
	if open := merge.Edited(string(current)).Conflicts; len(open) > 0 {
		w.conflicts(f.path, open)
		return nil
	}
	if bytes.Equal(f.bytes, base) {
		return nil
	}
	merged := merge.Three(string(base), string(current), string(f.bytes))
	defer w.conflicts(f.path, merged.Conflicts)
	if merged.Text == string(current) {
		return w.write(path.Join(generated, f.path), f.bytes)
	}
	return w.putBoth(f, found{current, true}, []byte(merged.Text))
}

// conflicts reports the places of a file where an edit and the program clash.
func (w *contentWriter) conflicts(name string, all []merge.Conflict) {
	if w.drafts[name] != nil {
		w.clashes(name, all)
		return
	}
	for _, c := range all {
		w.problems = append(w.problems, corpus.Problem{
			Severity: corpus.Warning, Path: path.Join("content", name), Line: c.First,
			Message: wording.Of("conflict down to line %d: you and the program changed the same lines; the site shows yours", c.Last),
			Hint:    "keep the lines that are right and delete the three marked ones",
		})
	}
}

// drop removes a file whose source is gone, if it is still as it was written.
func (w *contentWriter) drop(name string) error {
	base, _, err := readIfThere(w.file(generated, name))
	if err != nil {
		return err
	}
	current, there, err := readIfThere(w.file(name))
	if err != nil {
		return err
	}
	if there && !bytes.Equal(current, base) {
		w.report(name, "its source is gone, but it was edited by hand and is kept", "delete it if it is not wanted")
		return nil
	}
	w.written++
	return errors.Join(w.remove(name), w.remove(path.Join(generated, name)))
}

// bases lists the files that the program wrote before, sorted.
func (w *contentWriter) bases() ([]string, error) {
	var out []string
	root := w.file(generated)
	err := filepath.WalkDir(filepath.Join(root, w.only), func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, p)
		out = append(out, filepath.ToSlash(rel))
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	slices.Sort(out)
	return out, err
}

func (w *contentWriter) note(name string, message, hint wording.Text) {
	w.problems = append(w.problems, corpus.Problem{
		Severity: corpus.Note, Path: path.Join("content", name), Message: message, Hint: hint,
	})
}

func (w *contentWriter) report(name string, message, hint wording.Text) {
	w.problems = append(w.problems, corpus.Problem{
		Severity: corpus.Warning, Path: path.Join("content", name), Message: message, Hint: hint,
	})
}

func (w *contentWriter) remove(name string) error {
	if w.drafts != nil {
		w.drafts[name] = nil
		return nil
	}
	w.known.put(w.file(name), nil)
	return removeIfThere(w.file(name))
}

func (w *contentWriter) file(parts ...string) string {
	return filepath.Join(w.dir, filepath.FromSlash(path.Join(parts...)))
}

// readIfThere reads a file; there is false when it does not exist.
func readIfThere(name string) (b []byte, there bool, err error) {
	b, err = os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	return b, err == nil, err
}

func removeIfThere(name string) error {
	if err := os.Remove(name); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// contentFiles reads the Markdown below dir: path below dir to bytes, without
// hidden files and folders. Links are not followed.
func contentFiles(dir string) ([]contentFile, error) { return contentFilesOf(dir, "") }

// contentFilesOf reads the Markdown of one dossier below dir, "" for all, as
// contentFiles does.
func contentFilesOf(dir, dossier string) ([]contentFile, error) {
	var out []contentFile
	err := fs.WalkDir(os.DirFS(dir), path.Clean(dossier), func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case p != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular() || path.Ext(p) != ".md":
			return nil
		}
		b, err := fs.ReadFile(os.DirFS(dir), p)
		out = append(out, contentFile{p, b})
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return out, err
}
