// Package seeds turns a folder of files into dossiers of decoded sources.
//
// Each folder below seeds/ is a dossier. What lies in it is text, Markdown or
// HTML in one of six encodings, a file that text is taken out of, a dossier.yaml
// that names the affair, or trouble. Trouble costs the file that it is in and is reported with its
// place; the rest is read. Nothing here follows a link or opens what is no
// regular file.
package seeds

import (
	"io/fs"
	"path"
	"sync"

	"mojaz/internal/corpus"
	"mojaz/internal/extract"
	"mojaz/internal/wording"
)

// Options tells Read what to accept. The zero value is usable.
type Options struct {
	// Root stands before every path that is reported, with slashes: "seeds"
	// if empty.
	Root string
	// Limit is the size of the largest file that is read, in bytes: 16 MiB
	// if 0.
	Limit int64
	// Remember, if set, gives what make gave under the same key at some time, or
	// calls it: for what programs of the system take long to read. It is called
	// by several goroutines at once.
	Remember func(key []string, make func() []byte) []byte
}

// Folder is one dossier as it lies in seeds/.
type Folder struct {
	Name        string // of the folder
	Title       string // from dossier.yaml, else ""
	Description string // from dossier.yaml, else ""
	// Rights says how much of a source may be shown, "full", "quote" or
	// "link", from dossier.yaml, else "".
	Rights string
	// Lexicon holds the names of lexicon.yaml, in its order. Each has a name;
	// blanks are trimmed.
	Lexicon []corpus.Entry
	Sources []corpus.Source // sorted by path
}

// Read reads every dossier in fsys, which holds what stands in seeds/: sorted
// by name, without the folders in which nothing could be read. Problems are
// sorted. The error says that fsys itself cannot be listed.
func Read(fsys fs.FS, opt Options) ([]Folder, []corpus.Problem, error) {
	names, problems, err := List(fsys, opt)
	var out []Folder
	for _, name := range names {
		f, more := ReadOne(fsys, name, opt)
		if problems = append(problems, more...); len(f.Sources) > 0 {
			out = append(out, f)
		}
	}
	return out, corpus.SortProblems(problems), err
}

// ReadOne reads the dossier in one folder of those that List gives; it is without
// sources if nothing could be read. Problems are sorted.
func ReadOne(fsys fs.FS, name string, opt Options) (Folder, []corpus.Problem) {
	r := newReader(fsys, opt)
	f := r.folder(name)
	return f, corpus.SortProblems(r.problems)
}

func newReader(fsys fs.FS, opt Options) *reader {
	if opt.Root == "" {
		opt.Root = "seeds"
	}
	if opt.Limit <= 0 {
		opt.Limit = 16 << 20
	}
	return &reader{fsys: fsys, opt: opt, tool: sync.OnceValue(extract.Tool)}
}

// List lists the folders of dossiers, sorted by name, and reports what else lies
// in fsys. Problems are sorted. The error says that fsys cannot be listed.
func List(fsys fs.FS, opt Options) ([]string, []corpus.Problem, error) {
	r := newReader(fsys, opt)
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, nil, wording.Cause(err)
	}
	var out []string
	for _, e := range r.usable(".", entries) {
		if !e.IsDir() {
			r.warn(e.Name(), "lies outside every dossier", wording.Of("move it into a folder of %s/, one folder for each affair", r.opt.Root))
			continue
		}
		out = append(out, e.Name())
	}
	if len(out) == 0 {
		r.warn("", "holds no dossier", "make a folder for each affair and put its documents there")
	}
	return out, corpus.SortProblems(r.problems), nil
}

// reader reads one tree and gathers its problems.
type reader struct {
	fsys     fs.FS
	opt      Options
	tool     func() string // see extract.Tool
	problems []corpus.Problem
}

// warn reports trouble that costs a whole file or folder. name is its path in
// fsys, "" the root.
func (r *reader) warn(name string, message, hint wording.Text) {
	r.report(corpus.Problem{Severity: corpus.Warning, Path: name, Message: message, Hint: hint})
}

// note reports what is worth knowing and costs nothing, or only what nobody
// meant to be a source.
func (r *reader) note(name string, message, hint wording.Text) {
	r.report(corpus.Problem{Severity: corpus.Note, Path: name, Message: message, Hint: hint})
}

// report adds a problem whose Path is still one of fsys.
func (r *reader) report(p corpus.Problem) {
	p.Path = r.display(p.Path)
	r.problems = append(r.problems, p)
}

// display gives the path under which name is known to the user.
func (r *reader) display(name string) string { return printable(path.Join(r.opt.Root, name)) }
