package build

import (
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/seeds"
	"mojaz/internal/strictyaml"
	"mojaz/internal/wording"
)

// Explanation is one document with all that was found in it, or one dossier
// with all that its documents say together.
type Explanation struct {
	Document corpus.Document
	Affair   *corpus.Affair   // of a dossier; then there is no Document
	Problems []corpus.Problem // of this document or dossier alone
}

// Explain reads the document or the dossier that name stands for, alone, as a
// build does. A dossier is named by its folder; else name is the path of a file, here or below opt.Seeds, or the id of a document,
// "003-f304fb", with its dossier before it where two dossiers have that id:
// "iraq-coalition/003-f304fb". Any file of a known kind can be named; one that
// is not below opt.Seeds is read as the only document of its folder. The error
// for a name that stands for nothing lists the documents there are.
func Explain(opt Options, name string) (Explanation, error) {
	folders, problems, err := seeds.Read(os.DirFS(opt.Seeds), seeds.Options{Root: "seeds", Limit: opt.Limit})
	if err != nil && !isFile(name) {
		return Explanation{}, wording.Errorf("%s: %w", opt.Seeds, err)
	}
	if f, ok := folderNamed(folders, opt.Seeds, name); ok {
		return explainAffair(opt, f)
	}
	named := sourcesNamed(folders, opt.Seeds, name)
	switch {
	case len(named) > 1:
		return Explanation{}, wording.Errorf("%q names several documents; say which:\n%s", name, listed(named))
	case len(named) == 0 && !isFile(name):
		return Explanation{}, noDocument(folders, name)
	case len(named) == 0:
		folders = nil // another folder of the same name has no say
		if named, problems, err = readAlone(name, opt.Limit); err != nil {
			return Explanation{Problems: problems}, err
		}
	}
	doc := corpus.Document{Source: named[0]}
	found := append(problemsOf(problems, doc.Path), readOne(&doc, lexicons(folders)[doc.Dossier])...)
	return Explanation{Document: doc, Problems: corpus.SortProblems(found)}, nil
}

// problemsOf gives those of the problems that lie in one file.
func problemsOf(problems []corpus.Problem, file string) (out []corpus.Problem) {
	for _, p := range problems {
		if p.Path == file {
			out = append(out, p)
		}
	}
	return out
}

// sourcesNamed gives the sources that name may stand for: those whose path it
// is, else those whose id it is.
func sourcesNamed(folders []seeds.Folder, dir, name string) []corpus.Source {
	var byPath, byID []corpus.Source
	slashed := path.Clean(filepath.ToSlash(name))
	for _, s := range allSources(folders) {
		below := strings.TrimPrefix(s.Path, "seeds/")
		switch {
		case slashed == s.Path, slashed == below, samePath(name, filepath.Join(dir, filepath.FromSlash(below))):
			byPath = append(byPath, s)
		case slashed == string(s.ID), slashed == s.Dossier+"/"+string(s.ID):
			byID = append(byID, s)
		}
	}
	if len(byPath) > 0 {
		return byPath[:1]
	}
	return byID
}

func allSources(folders []seeds.Folder) (out []corpus.Source) {
	for _, f := range folders {
		out = append(out, f.Sources...)
	}
	return out
}

// samePath reports whether two paths are one, however they are written.
func samePath(a, b string) bool {
	a, errA := filepath.Abs(a)
	b, errB := filepath.Abs(b)
	return errA == nil && errB == nil && a == b
}

// isFile reports whether name is a regular file.
func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// readAlone reads a file that lies in no dossier, under the path that it was
// named by. Its folder's name serves as the dossier's.
func readAlone(name string, limit int64) ([]corpus.Source, []corpus.Problem, error) {
	full, err := filepath.Abs(name)
	if err != nil {
		return nil, nil, err
	}
	folder, file := filepath.Split(full)
	above, folder := filepath.Split(filepath.Clean(folder))
	folders, problems, err := seeds.Read(oneFile{os.DirFS(above), folder, file}, seeds.Options{Root: ".", Limit: limit})
	if err != nil {
		return nil, nil, wording.Errorf("%s: %w", name, err)
	}
	problems = problemsOf(problems, path.Join(folder, file))
	for i := range problems {
		problems[i].Path = filepath.ToSlash(name)
	}
	found := allSources(folders)
	if len(found) == 0 {
		return nil, problems, wording.Errorf("%s cannot be read as a document", name)
	}
	found[0].Path = filepath.ToSlash(name)
	return found, problems, nil
}

// oneFile shows of a tree of files one file in one folder.
type oneFile struct {
	fs.FS
	folder, file string
}

// ReadDir lists the folder at the top, and the file in the folder.
func (o oneFile) ReadDir(name string) ([]fs.DirEntry, error) {
	only := o.file
	if name == "." {
		only = o.folder
	}
	info, err := fs.Lstat(o.FS, path.Join(name, only))
	if err != nil {
		return nil, err
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(info)}, nil
}

// noDocument says which documents there are, and which of them name most likely
// stands for.
func noDocument(folders []seeds.Folder, name string) error {
	all := allSources(folders)
	if len(all) == 0 {
		return wording.Errorf("no document %q, nor any other", name)
	}
	var ids, paths []string
	for _, s := range all {
		ids, paths = append(ids, string(s.ID)), append(paths, s.Path)
	}
	near := strictyaml.Nearest(name, ids)
	if strings.ContainsAny(name, `/\.`) {
		near = strictyaml.Nearest(filepath.ToSlash(name), append(paths, ids...))
	}
	if near != "" {
		return wording.Errorf("no document %q; did you mean %q?\nThere are:\n%s", name, near, listed(all))
	}
	return wording.Errorf("no document %q\nThere are:\n%s", name, listed(all))
}

// longList is how many documents a message lists at most.
const longList = 30

// listed gives a line for each source: its id and its path.
func listed(all []corpus.Source) wording.Text {
	var out []wording.Text
	for _, s := range all[:min(len(all), longList)] {
		out = append(out, wording.Of("  %s  %s", s.ID, s.Path))
	}
	if more := len(all) - len(out); more > 0 {
		out = append(out, wording.Count(more, "  and %d more", "  and %d more"))
	}
	return wording.Join(out, "\n")
}

// ExplainKinds are the kinds of line that explanations have, as --only takes
// them: those of a document, then those of a dossier.
func ExplainKinds() []string { return append(explainKinds[:], affairKinds...) }

var explainKinds = [...]string{
	"meta", "lines", "blocks", "sentences", "dates", "mentions", "statements", "figures", "claims", "points",
}

// firstFound is the first of explainKinds that is found in the text.
const firstFound = 2

// Write prints the explanation: a line for each finding, its place first as
// line:col of Document.Raw, then what can be searched for in ASCII, and the
// words of the text last, in quotation marks:
//
//	12:31 date 2023-10-07 in timex=DATE rule=day-month "٧ أكتوبر"
//
// What has no place has "-" instead, and so does a value that is not there.
// Metadata and the lines of the source with their roles come first, then each
// block with what was found in it in the order of the text. Of a dossier, the
// place has the document before it, and the lines below an entity, a relation,
// a phase or a point are indented. only, if it is not empty, names the kinds to
// print; see [ExplainKinds].
func (e Explanation) Write(w io.Writer, only []string) error {
	for _, kind := range only {
		if slices.Contains(ExplainKinds(), kind) {
			continue
		}
		hint := wording.Of("kinds are %s", strings.Join(ExplainKinds(), ", "))
		if near := strictyaml.Nearest(kind, ExplainKinds()); near != "" {
			hint = wording.Of("did you mean %q?", near)
		}
		return wording.Errorf("unknown kind %q; %s", kind, hint)
	}
	text := ""
	if e.Affair != nil {
		text = explainedAffair(e.Affair, func(kind string) bool { return len(only) == 0 || slices.Contains(only, kind) })
	} else {
		text = newExplainer(e.Document, only).text()
	}
	_, err := io.WriteString(w, text)
	return err
}
