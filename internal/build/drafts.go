package build

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/merge"
	"mojaz/internal/wording"
)

// drafts are files of content/ as a build would leave them: path below content/
// to bytes, nil where it would remove the file.
type drafts map[string][]byte

// over gives the files of content/ with the drafts in their places, by path.
func (d drafts) over(files []contentFile) []contentFile {
	if len(d) == 0 {
		return files
	}
	out := slices.DeleteFunc(slices.Clone(files), func(f contentFile) bool {
		_, drafted := d[f.path]
		return drafted
	})
	for _, name := range slices.Sorted(maps.Keys(d)) {
		if b := d[name]; b != nil && !strings.HasPrefix(name, generated+"/") {
			out = append(out, contentFile{name, b})
		}
	}
	sortFiles(out)
	return out
}

// draft does what [run.write] does, on drafts, and reports what is stale.
func (r *run) draft(files []contentFile) error {
	w := &contentWriter{dir: r.opt.Content, drafts: r.drafts}
	doubts, err := r.newReviewer(w, files).doubts(files)
	if err == nil {
		err = r.reportDoubts(doubts, 0)
	}
	if err == nil {
		err = w.all(files)
	}
	if err != nil {
		return wording.Errorf("%s: %w", r.opt.Content, err)
	}
	behind := 0
	for _, name := range slices.Sorted(maps.Keys(r.drafts)) {
		if strings.HasPrefix(name, generated+"/") {
			continue
		}
		edited, err := r.stale(w, name)
		if err != nil {
			return wording.Errorf("%s: %w", r.opt.Content, err)
		}
		if !edited {
			behind++
		}
	}
	if behind > 0 {
		w.note("", wording.Of("files that the program would write anew, or remove: %d", behind), "run build text")
	}
	r.note(w.problems)
	return nil
}

// stale looks at one file that a build would change. If a person edited it,
// that is reported, and problems of the draft are led to the lines of the file
// as it lies there.
func (r *run) stale(w *contentWriter, name string) (edited bool, err error) {
	current, there, err := readIfThere(w.file(name))
	if err != nil || !there {
		return false, err
	}
	base, _, err := readIfThere(w.file(generated, name))
	if err != nil || bytes.Equal(current, base) {
		return false, err
	}
	at := path.Join("content", name)
	r.lines[at] = merge.Lines(string(r.drafts[name]), string(current))
	if slices.ContainsFunc(w.problems, func(p corpus.Problem) bool { return p.Path == at && p.Line > 0 }) {
		return true, nil // a clash, which says more
	}
	w.problems = append(w.problems, corpus.Problem{
		Severity: corpus.Warning, Path: at, Line: firstChange(r.drafts[name], current),
		Message: "you edited this file, and the program would now write it differently",
		Hint:    "run build text, which keeps your edits, and look whether they still fit",
	})
	return true, nil
}

// firstChange gives the line of a draft on which it begins to differ from the
// file.
func firstChange(draft, current []byte) int {
	n := 0
	for n < len(draft) && n < len(current) && draft[n] == current[n] {
		n++
	}
	return bytes.Count(draft[:n], []byte("\n")) + 1
}

// clashes reports the places of a draft where an edit and the program would
// clash.
func (w *contentWriter) clashes(name string, all []merge.Conflict) {
	for _, c := range all {
		w.problems = append(w.problems, corpus.Problem{
			Severity: corpus.Warning, Path: path.Join("content", name), Line: c.First,
			Message: "you and the program changed the same lines; the next build puts both here",
			Hint:    "run build text, then choose between the two",
		})
	}
}

// through leads lines on: from what was read over a draft to the file.
func through(lines, onDisk []int) []int {
	out := make([]int, len(lines))
	for i, l := range lines {
		if out[i] = l; l > 0 && l <= len(onDisk) {
			out[i] = onDisk[l-1]
		}
	}
	return out
}
