package seeds

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// The files of a dossier that are not sources.
const (
	cardName    = "dossier.yaml"
	lexiconName = "lexicon.yaml" // the names that the dossier is about
)

// kinds maps the ending of a file's name to its kind. Endings lists them for
// messages.
var kinds = map[string]corpus.Kind{
	".txt": corpus.KindText,
	".md":  corpus.KindMarkdown, ".markdown": corpus.KindMarkdown,
	".html": corpus.KindHTML, ".htm": corpus.KindHTML, ".xhtml": corpus.KindHTML,
}

const endings = ".txt, .md, .markdown, .html, .htm, .xhtml"

func kindOf(name string) corpus.Kind { return kinds[strings.ToLower(path.Ext(name))] }

// folder reads the dossier in dir. The ids of all files that could be sources
// are given out before any is read, so that a bad file renames no other.
func (r *reader) folder(dir string) Folder {
	f := Folder{Name: dir}
	entries, err := fs.ReadDir(r.fsys, dir)
	if err != nil {
		r.warn(dir, wording.Of("cannot be read: %s", cause(err)), "")
		return f
	}
	var files []fs.DirEntry
	var names []string
	for _, e := range r.usable(dir, entries) {
		name := path.Join(dir, e.Name())
		switch {
		case e.Name() == cardName:
			r.card(name, &f)
		case e.Name() == lexiconName:
			f.Lexicon = r.lexicon(name)
		case e.IsDir():
			r.warn(name, "is a folder inside a dossier, and is not read", wording.Of("move its files up into %s/", r.display(dir)))
		case kindOf(e.Name()) == "":
			r.unknownKind(name)
		default:
			files, names = append(files, e), append(names, e.Name())
		}
	}
	ids := docIDs(names)
	for i, e := range files {
		if s, ok := r.source(path.Join(dir, e.Name()), e); ok {
			s.ID, s.Dossier = ids[i], dir
			f.Sources = append(f.Sources, s)
		}
	}
	if len(f.Sources) == 0 {
		r.warn(dir, "holds no source that can be read", "put text, Markdown or HTML files there")
	}
	r.twins(f.Sources)
	return f
}

func (r *reader) unknownKind(name string) {
	switch ext := path.Ext(name); ext {
	case ".yaml", ".yml":
		r.note(name, "is not read", "a dossier is described in "+cardName+", its names in "+lexiconName)
	case "":
		r.note(name, "is not read: its name has no ending", "known endings: "+endings)
	default:
		r.note(name, wording.Of("is not read: %q is the ending of no kind of source", ext), "known endings: "+endings)
	}
}

// twins notes the sources that have the same bytes as an earlier one.
func (r *reader) twins(sources []corpus.Source) {
	first := map[string]string{}
	for _, s := range sources {
		if other, ok := first[s.SHA256]; ok {
			r.problems = append(r.problems, corpus.Problem{Severity: corpus.Note, Path: s.Path,
				Message: wording.Of("has the same bytes as %s", other), Hint: "remove one, or it counts as two sources"})
			continue
		}
		first[s.SHA256] = s.Path
	}
}

// bytes reads a regular file of at most limit bytes. The size is looked at
// before the file is opened, and not believed while it is read.
func (r *reader) bytes(name string, e fs.DirEntry) ([]byte, bool) {
	info, err := e.Info()
	if err == nil && info.Size() > r.opt.Limit {
		r.tooLarge(name)
		return nil, false
	}
	var b []byte
	if err == nil {
		b, err = readLimited(r.fsys, name, r.opt.Limit)
	}
	switch {
	case err != nil:
		r.warn(name, wording.Of("cannot be read: %s", cause(err)), "")
		return nil, false
	case int64(len(b)) > r.opt.Limit:
		r.tooLarge(name)
		return nil, false
	}
	return b, true
}

func (r *reader) tooLarge(name string) {
	r.warn(name, wording.Of("is larger than the limit of %s", size(r.opt.Limit)), "cut it, or raise the limit")
}

// size writes a number of bytes for people: "16 MiB".
func size(n int64) wording.Text {
	switch {
	case n >= 1<<20 && n%(1<<20) == 0:
		return wording.Of("%d MiB", n>>20)
	case n >= 1<<10 && n%(1<<10) == 0:
		return wording.Of("%d KiB", n>>10)
	}
	return wording.Of("%d bytes", n)
}

// readLimited reads at most limit bytes of a file, and one more if there are
// more.
func readLimited(fsys fs.FS, name string, limit int64) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit+1))
}

// cause gives the reason in err without the operation and the path, which are
// said elsewhere and differ from machine to machine.
func cause(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}
