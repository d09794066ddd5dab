package seeds

import (
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

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
	".mhtml": corpus.KindMHTML, ".mht": corpus.KindMHTML,
	".docx": corpus.KindDOCX, ".epub": corpus.KindEPUB, ".pdf": corpus.KindPDF,
}

const endings = ".txt, .md, .markdown, .html, .htm, .xhtml, .mhtml, .mht, .docx, .epub, .pdf"

// others are the endings of documents that are not read, and what to do with
// them.
var others = map[string]wording.Text{
	".doc": "save it as .docx", ".rtf": "save it as .docx", ".odt": "save it as .docx",
	".webarchive": "save the page as HTML", ".maff": "save the page as HTML",
}

func kindOf(name string) corpus.Kind { return kinds[strings.ToLower(path.Ext(name))] }

// folder reads the dossier in dir. The ids of all files that could be sources
// are given out before any is read, so that a bad file renames no other.
func (r *reader) folder(dir string) Folder {
	f := Folder{Name: dir}
	entries, err := fs.ReadDir(r.fsys, dir)
	if err != nil {
		r.warn(dir, wording.Of("cannot be read: %s", wording.Cause(err)), "")
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
		case e.IsDir() && Companion(e.Name(), func(page string) bool { return has(entries, page) }):
		case e.IsDir():
			r.warn(name, "is a folder inside a dossier, and is not read", wording.Of("move its files up into %s/", r.display(dir)))
		case kindOf(e.Name()) == "":
			r.unknownKind(name)
		default:
			files, names = append(files, e), append(names, e.Name())
		}
	}
	ids := docIDs(names)
	for i, s := range r.sources(dir, files) {
		if s.Path != "" {
			s.ID, s.Dossier = ids[i], dir
			f.Sources = append(f.Sources, s)
		}
	}
	if len(f.Sources) == 0 {
		r.warn(dir, "holds no source that can be read", wording.Of("put documents there: %s", endings))
	}
	r.twins(f.Sources)
	return f
}

func has(entries []fs.DirEntry, name string) bool {
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == name })
}

// sources reads and decodes files of a folder, several at once, for some are read
// by a program of the system. What cannot be read is the zero Source.
func (r *reader) sources(dir string, files []fs.DirEntry) []corpus.Source {
	out := make([]corpus.Source, len(files))
	each := make([]reader, len(files))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, e := range files {
		each[i] = reader{fsys: r.fsys, opt: r.opt, tool: r.tool}
		g.Go(func() error {
			out[i], _ = each[i].source(path.Join(dir, e.Name()), e)
			return nil
		})
	}
	_ = g.Wait()
	for i := range each {
		r.problems = append(r.problems, each[i].problems...)
	}
	return out
}

func (r *reader) unknownKind(name string) {
	ext := path.Ext(name)
	if hint := others[strings.ToLower(ext)]; hint != "" {
		r.warn(name, wording.Of("is not read: %q is the ending of no kind of source", ext), hint)
		return
	}
	switch ext {
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
		r.warn(name, wording.Of("cannot be read: %s", wording.Cause(err)), "")
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
