package build

import (
	"errors"
	"io/fs"
	"math"
	"os"
	"path"
	"path/filepath"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/seeds"
	"mojaz/internal/wording"
)

// Intake is what an import did.
type Intake struct {
	Imported []Imported // in the order in which they were given
	Problems []corpus.Problem
}

// Imported is a document that was copied into a dossier.
type Imported struct {
	From string // as it was given
	To   string // "seeds/x/name.txt"
}

// Import copies documents into a dossier that is there: files, and all files in
// folders and their folders, in the order of their names. What cannot be read
// as a document, and what is there already byte by byte, is left out; both are
// reported, and so is what is nearly the same as another document. Nothing is
// overwritten. The error means that the dossier cannot be written to.
func Import(opt Options, dossier string, from []string) (Intake, error) {
	dir, err := existingDossier(opt, dossier)
	if err != nil {
		return Intake{}, err
	}
	p := porter{opt: opt, dossier: dossier, dir: dir, bySum: map[string]string{}}
	if err := p.survey(); err != nil {
		return p.done, err
	}
	for _, name := range from {
		if err := p.walk(name); err != nil {
			return p.done, err
		}
	}
	return p.done, nil
}

// porter carries files into one dossier.
type porter struct {
	opt     Options
	dossier string
	dir     string
	taken   map[string]string // names in the dossier, by their caseless form
	bySum   map[string]string // documents in the dossier, by the hash of their bytes
	shelf   shelf
	done    Intake
}

// survey learns what is in the dossier already. Its problems are a build's to
// report.
func (p *porter) survey() (err error) {
	if p.taken, err = folderNames(p.dir); err != nil {
		return err
	}
	folders, _, err := seeds.Read(oneFolder{os.DirFS(p.opt.Seeds), p.dossier}, seeds.Options{Root: "seeds", Limit: p.opt.Limit})
	if err != nil {
		return wording.Errorf("%s: %w", p.dir, err)
	}
	for _, s := range allSources(folders) {
		p.learn(s)
	}
	return nil
}

// learn notes a document of the dossier, and gives the one that it nearly
// repeats.
func (p *porter) learn(s corpus.Source) (nearest string, share float64) {
	p.bySum[s.SHA256] = s.Path
	doc := corpus.Document{Source: s}
	cleanOne(&doc)
	return p.shelf.add(doc)
}

// walk carries a file, or all files of a folder but hidden ones.
func (p *porter) walk(name string) error {
	if info, err := os.Lstat(name); err == nil && !info.IsDir() {
		return p.carry(name, info)
	}
	return filepath.WalkDir(name, func(file string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			p.leave(corpus.Warning, file, wording.Of("cannot be read: %s", wording.Cause(err)), "")
			return nil
		case file != name && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return fs.SkipDir
			}
			return nil
		case e.IsDir() && file != name && seeds.Companion(e.Name(), besides(file)):
			return fs.SkipDir
		case e.IsDir():
			return nil
		}
		info, err := e.Info()
		if err != nil {
			p.leave(corpus.Warning, file, wording.Of("cannot be read: %s", wording.Cause(err)), "")
			return nil
		}
		return p.carry(file, info)
	})
}

// besides reports whether a file of a name stands beside another.
func besides(file string) func(name string) bool {
	return func(name string) bool {
		_, err := os.Lstat(filepath.Join(filepath.Dir(file), name))
		return err == nil
	}
}

// carry copies one file, unless it is no document or is there already.
func (p *porter) carry(file string, info fs.FileInfo) error {
	safe := safeName(info.Name())
	if !info.Mode().IsRegular() {
		p.leave(corpus.Warning, file, "is no file of its own", "name the file that it leads to")
		return nil
	}
	found, problems, err := seeds.Read(oneDocument{file, safe, info}, seeds.Options{Root: ".", Limit: p.opt.Limit})
	if err != nil {
		return wording.Errorf("%s: %w", file, err)
	}
	source := allSources(found)
	if len(source) == 0 {
		p.unreadable(file, problems)
		return nil
	}
	s := source[0]
	if other, ok := p.bySum[s.SHA256]; ok {
		p.leave(corpus.Note, file, wording.Of("is there already, byte by byte, as %s", other), "")
		return nil
	}
	b, err := os.ReadFile(file)
	if err != nil {
		p.leave(corpus.Warning, file, wording.Of("cannot be read: %s", wording.Cause(err)), "")
		return nil
	}
	name, err := p.put(safe, b)
	if err != nil {
		return err
	}
	s.Path = path.Join("seeds", p.dossier, name)
	p.done.Imported = append(p.done.Imported, Imported{From: filepath.ToSlash(file), To: s.Path})
	if near, share := p.learn(s); near != "" {
		p.done.Problems = append(p.done.Problems, corpus.Problem{Severity: corpus.Warning, Path: s.Path,
			Message: wording.Of("is nearly the same as %s: they share %.0f %% of their runs of five words", near, math.Floor(share*100)),
			Hint:    "remove one, or it counts as two sources"})
	}
	return nil
}

// put writes a file under a name that is free.
func (p *porter) put(name string, b []byte) (string, error) {
	for {
		free := freeName(name, p.taken)
		err := place(p.dir, free, b)
		if !errors.Is(err, fs.ErrExist) {
			return free, err
		}
	}
}

// unreadable reports what seeds says of a file that is no document. Notes say
// there why a file is left out, too.
func (p *porter) unreadable(file string, problems []corpus.Problem) {
	for _, q := range problems {
		if strings.Contains(q.Path, "/") { // of the file, not of its folder
			p.leave(corpus.Warning, file, q.Message, q.Hint)
			return
		}
	}
	p.leave(corpus.Warning, file, "is no document", "")
}

// leave reports a file that is not copied.
func (p *porter) leave(s corpus.Severity, file string, message, hint wording.Text) {
	p.done.Problems = append(p.done.Problems, corpus.Problem{
		Severity: s, Path: filepath.ToSlash(file), Message: wording.Of("%s; left out", message), Hint: hint,
	})
}

// oneFolder shows of a tree of files one folder.
type oneFolder struct {
	fs.FS
	folder string
}

// ReadDir lists the folder at the top.
func (o oneFolder) ReadDir(name string) ([]fs.DirEntry, error) {
	if name != "." {
		return fs.ReadDir(o.FS, name)
	}
	info, err := fs.Stat(o.FS, o.folder)
	if err != nil {
		return nil, err
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(info)}, nil
}

// oneDocument shows one file of the disk as the only one of a dossier, under
// another name.
type oneDocument struct {
	file, as string
	info     fs.FileInfo
}

// Open opens the file, whatever name it is asked for by.
func (o oneDocument) Open(string) (fs.File, error) { return os.Open(o.file) }

// ReadDir lists a folder "of" at the top, and the file in it.
func (o oneDocument) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == "." {
		return []fs.DirEntry{named{o.info, "of", fs.ModeDir}}, nil
	}
	return []fs.DirEntry{named{o.info, o.as, o.info.Mode().Type()}}, nil
}

// named is an entry of a folder under a name and with a type of its own.
type named struct {
	info fs.FileInfo
	name string
	mode fs.FileMode
}

func (n named) Name() string               { return n.name }
func (n named) IsDir() bool                { return n.mode.IsDir() }
func (n named) Type() fs.FileMode          { return n.mode }
func (n named) Info() (fs.FileInfo, error) { return n.info, nil }
