package build

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"math/rand"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	diff "github.com/aymanbagabas/go-udiff"

	"mojaz/internal/merge"
)

// sequences of edits and updates, and how many of them each has.
const sequences, rounds = 60, 10

// Over sequences of edits and updates of whole content folders, nothing that an
// editor typed is lost, in text, front matter, phases and entities; what was
// deleted stays deleted, files and records; what was added stays as it is; and
// what nobody touched is as the program writes it.
func TestEditsSurvive(t *testing.T) {
	outputs := contentOf(t, affairVersions())
	total := map[string]int{}
	for seed := range int64(sequences) {
		e := &contentEditor{T: t, Rand: rand.New(rand.NewSource(seed)), dir: t.TempDir(), total: total,
			typed: map[string][]string{}, dropped: map[string][]string{}, gone: map[string]bool{}, added: map[string]string{}}
		for range rounds {
			e.update(outputs[e.Intn(len(outputs))])
			for range e.Intn(6) {
				e.edit()
			}
			if t.Failed() {
				t.Fatalf("of the sequence %d", seed)
			}
		}
	}
	t.Log(total)
	for _, kind := range []string{"text", "front", "phase", "entity", "record", "file", "added", "conflict", "solved", "kept deleted"} {
		if total[kind] == 0 {
			t.Errorf("no %s among thousands of edits: the test tries too little", kind)
		}
	}
}

// affairVersions are the sources of one dossier as time goes on: corrected,
// longer, joined by another, and one gone.
func affairVersions() []map[string]string {
	first := "الوزارة تفتتح الجسر\n\n3 أيار 2024\n\nأعلنت الوزارة يوم 3 أيار 2024 افتتاح الجسر الجديد في المدينة بعد سنتين من العمل المتواصل.\n\n" +
		"وقال الوزير علي حسن إن الجسر سيخفف الزحام عن وسط المدينة وإن جسراً ثانياً سيفتتح في مطلع العام المقبل.\n\nوأضافت أن كلفة الجسر بلغت 12 مليون دينار وأن العمال كانوا 300 عامل.\n"
	second := "تأجيل الجسر الثاني\n\n9 حزيران 2024\n\nقررت الوزارة تأجيل افتتاح الجسر الثاني إلى نهاية عام 2025.\n\nونفى الوزير علي حسن أن تكون الكلفة ارتفعت، وقال إن 400 عامل يعملون فيه.\n"
	return []map[string]string{
		{"one.txt": first},
		{"one.txt": first, "two.txt": second},
		{"one.txt": strings.Replace(first, "12 مليون", "15 مليون", 1), "two.txt": second},
		{"one.txt": strings.Replace(first, "بعد سنتين من العمل المتواصل", "بعد ثلاث سنوات من العمل", 1), "two.txt": second + "\nوأضافت سعاد كامل، رئيسة البلدية، أن الجسر الثاني سيغلق في 5 تموز 2024.\n"},
		{"two.txt": strings.ReplaceAll(second, "علي حسن", "علي حسن كريم")},
	}
}

// contentOf builds each version by itself and gives the files that it writes.
func contentOf(t *testing.T, versions []map[string]string) (out [][]contentFile) {
	for _, sources := range versions {
		dir := t.TempDir()
		must(t, os.MkdirAll(filepath.Join(dir, "seeds/d"), 0o755))
		for name, text := range sources {
			must(t, os.WriteFile(filepath.Join(dir, "seeds/d", name), []byte(text), 0o644))
		}
		_, err := Run(context.Background(), Options{
			Seeds: filepath.Join(dir, "seeds"), Content: filepath.Join(dir, "content"), Public: filepath.Join(dir, "public"), Text: true})
		must(t, err)
		files, err := contentFiles(filepath.Join(dir, "content"))
		must(t, err)
		out = append(out, files)
	}
	return out
}

// contentEditor edits a content folder at random, and knows what must be there.
type contentEditor struct {
	*testing.T
	*rand.Rand
	dir     string
	last    []contentFile       // what the program wrote last
	n       int                 // lines typed, so that each is like no other
	typed   map[string][]string // by file
	dropped map[string][]string // lines that the editor took out, by file
	gone    map[string]bool     // files that the editor deleted
	added   map[string]string   // files that the editor made
	total   map[string]int      // edits of each kind, over all sequences
}

func (e *contentEditor) at(name string) string {
	return filepath.Join(e.dir, filepath.FromSlash(name))
}

func (e *contentEditor) read(name string) (string, bool) {
	b, there, err := readIfThere(e.at(name))
	must(e.T, err)
	return string(b), there
}

func (e *contentEditor) write(name, text string) {
	must(e.T, os.MkdirAll(filepath.Dir(e.at(name)), 0o755))
	must(e.T, os.WriteFile(e.at(name), []byte(text), 0o644))
}

// edit does one thing that an editor does.
func (e *contentEditor) edit() {
	name := e.last[e.Intn(len(e.last))].path
	text, there := e.read(name)
	if !there {
		return
	}
	if len(merge.Edited(text).Conflicts) > 0 {
		if e.Intn(2) == 0 {
			e.write(name, merge.Edited(text).Text) // solved for the editor
			e.total["solved"]++
		}
		return
	}
	switch e.Intn(8) {
	case 0:
		delete(e.typed, name)
		delete(e.dropped, name)
		must(e.T, os.Remove(e.at(name)))
		e.gone[name] = true
		e.total["file"]++
	case 1:
		e.n++
		file := fmt.Sprintf("d/entities/مضاف %d.md", e.n)
		e.added[file] = fmt.Sprintf("---\nname: مضاف %d\n---\r\n\nبلا سطر أخير", e.n)
		e.write(file, e.added[file])
		e.total["added"]++
	case 2, 3:
		e.dropRecord(name, text)
	default:
		e.typeLine(name, text)
	}
}

// dropRecord takes out a line that the program wrote, and that stands there once.
func (e *contentEditor) dropRecord(name, text string) {
	lines := strings.SplitAfter(text, "\n")
	base, _ := e.read(path.Join(generated, name))
	i := e.Intn(len(lines))
	if l := lines[i]; (strings.HasPrefix(l, "- ") || strings.HasPrefix(l, "| ")) && strings.Count(text, l) == 1 && strings.Count(base, l) == 1 {
		e.write(name, strings.Join(slices.Delete(lines, i, i+1), ""))
		e.dropped[name] = append(e.dropped[name], l)
		e.total["record"]++
	}
}

// typeLine puts in a line, or replaces one: anywhere in the text, in the front
// matter, among phases, in an entity.
func (e *contentEditor) typeLine(name, text string) {
	lines := strings.SplitAfter(text, "\n")
	i := e.Intn(len(lines))
	old := lines[i]
	if slices.Contains(e.typed[name], strings.TrimSuffix(old, "\n")) {
		return // the editor's own: another edit of it would take it away
	}
	e.n++
	line := fmt.Sprintf("كُتب %d \t ", e.n)
	kind := "text"
	switch front := strings.HasPrefix(text, "---\n") && i > 0 && i < strings.Count(text[:max(0, strings.Index(text[1:], "\n---\n"))], "\n"); {
	case front:
		key, _, _ := strings.Cut(old, ":")
		line, kind = fmt.Sprintf("%s: كُتب %d", key, e.n), "front"
	case strings.HasSuffix(name, "phases.md"):
		kind = "phase"
	case strings.Contains(name, "/entities/"):
		kind = "entity"
	}
	put := line + "\n"
	if kind != "front" && e.Intn(2) == 0 {
		put += old // before the line, not in its place
	} else if strings.TrimSpace(old) != "" {
		e.dropped[name] = slices.DeleteFunc(e.dropped[name], func(l string) bool { return l == old })
	}
	if i == len(lines)-1 && strings.HasSuffix(put, "\n") && e.Intn(2) == 0 {
		put = line // a file without a last line end
	}
	lines[i] = put
	e.write(name, strings.Join(lines, ""))
	e.typed[name] = append(e.typed[name], line)
	e.total[kind]++
}

// update lets the program write, and looks at the folder.
func (e *contentEditor) update(files []contentFile) {
	was := map[string]string{}
	bases := map[string]string{}
	for _, f := range append(slices.Clone(e.last), files...) {
		was[f.path], _ = e.read(f.path)
		bases[f.path], _ = e.read(path.Join(generated, f.path))
	}
	_, _, err := writeContent(e.dir, files)
	must(e.T, err)
	e.last = files
	for _, name := range slices.Sorted(maps.Keys(was)) {
		e.forget(name, bases[name], files)
		e.look(name, was[name] == bases[name], files)
	}
	for name, text := range e.added {
		if now, _ := e.read(name); now != text {
			e.Errorf("%s, which an editor made, is %q, want %q", name, now, text)
		}
	}
}

// forget drops what an editor took out from what must stay out, where the
// program has put it anew: with a file that it did not write for a while, or in
// another place of one.
func (e *contentEditor) forget(name, base string, files []contentFile) {
	i := slices.IndexFunc(files, func(f contentFile) bool { return f.path == name })
	if i < 0 {
		delete(e.gone, name)
		delete(e.dropped, name)
		return
	}
	for _, d := range diff.Lines(base, string(files[i].bytes)) {
		e.dropped[name] = slices.DeleteFunc(e.dropped[name], func(l string) bool { return strings.Contains(d.New, l) || strings.Contains(base[d.Start:d.End], l) })
	}
}

// look holds one file to the laws.
func (e *contentEditor) look(name string, untouched bool, files []contentFile) {
	now, there := e.read(name)
	if e.gone[name] {
		if there {
			e.Errorf("%s was deleted and is there again:\n%s", name, now)
		}
		e.total["kept deleted"]++
		return
	}
	side := merge.Edited(now)
	e.total["conflict"] += len(side.Conflicts)
	for _, l := range e.typed[name] {
		if !slices.Contains(strings.Split(side.Text, "\n"), l) {
			e.Errorf("%s has lost %q:\n%s", name, l, now)
		}
	}
	for _, l := range e.dropped[name] {
		if strings.Contains("\n"+side.Text, "\n"+l) {
			e.Errorf("%s has %q again, which an editor took out:\n%s", name, l, now)
		}
	}
	for _, f := range files {
		if f.path == name && untouched && !bytes.Equal(f.bytes, []byte(now)) {
			e.Errorf("%s is as nobody wrote it:\n%s\nwant:\n%s", name, now, f.bytes)
		}
	}
}
