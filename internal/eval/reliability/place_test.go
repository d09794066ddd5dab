package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/archive"
)

// program is the program as people run it, built once.
var program string

func TestMain(m *testing.M) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "reliability-")
	if err == nil {
		program = filepath.Join(dir, "mojaz")
		if out, failed := exec.Command("go", "build", "-o", program, "mojaz/cmd/build").CombinedOutput(); failed != nil {
			err = fmt.Errorf("%w\n%s", failed, out)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// counted tells the command of this package how often something was tried.
func counted(t *testing.T, what string, n int) { t.Logf("counted: %s %d", what, n) }

// place is a folder with a small dossier that has two versions, one of which has
// a document more, and with an editor who changes content/ before every build.
type place struct {
	*testing.T
	dir     string
	version int // 0 or 1
	edits   int
	long    time.Duration // what a build took, of late
	// want is content/ in each version, path to text, without the edits.
	want [2]map[string]string
}

// The two files that the editor changes: in one a line more each time, in the
// other the title anew.
const (
	notedFile  = "d/briefings/one.md"
	titledFile = "d/briefings/two.md"
	note       = "- ملاحظة المحرر "
	title      = "title: عنوان المحرر "
)

// newPlace builds both versions in dir, and keeps what content/ is in each.
func newPlace(t *testing.T, dir string) *place {
	t.Helper()
	p := &place{T: t, dir: dir}
	p.write("mojaz.yaml", "archives: []\n")
	p.seeds()
	p.build()
	p.write("content/"+notedFile, p.read("content/"+notedFile)+"\n## ملاحظات\n\n")
	for range 2 { // the second time around, to come from the other version
		for range 2 {
			p.change()
			p.build()
			p.want[p.version] = p.content()
		}
	}
	if cmp.Equal(p.want[0], p.want[1]) {
		t.Fatal("the two versions are the same: nothing would be tried")
	}
	return p
}

func (p *place) write(name, text string) {
	p.Helper()
	name = filepath.Join(p.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		p.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		p.Fatal(err)
	}
}

func (p *place) read(name string) string {
	p.Helper()
	b, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(name)))
	if err != nil {
		p.Fatal(err)
	}
	return string(b)
}

// seeds writes the sources of this version.
func (p *place) seeds() {
	p.Helper()
	source := func(day int, last string) string {
		return fmt.Sprintf("عنوان الخبر رقم %d\n\n2025-08-0%d\n\nقال وزير الدفاع ثابت العباسي إن القوات الأميركية ستنسحب من قاعدة "+
			"عين الأسد في 30 أيلول 2025، وإن عددها 2500 جندي.\n\n%s\n", day, day, last)
	}
	p.write("seeds/d/one.txt", source(1, fmt.Sprintf("وأضاف أن المرحلة الثانية تنتهي في عام %d.", 2026+p.version)))
	p.write("seeds/d/two.txt", source(2, "ونفى المتحدث أن يكون الموعد قد تأجل."))
	if p.version == 1 {
		p.write("seeds/d/three.txt", source(3, "وذكرت الصحيفة أن عدد الجنود 900 جندي."))
	} else if err := os.RemoveAll(filepath.Join(p.dir, "seeds", "d", "three.txt")); err != nil {
		p.Fatal(err)
	}
}

// change puts the other version in place, and has the editor save both files.
func (p *place) change() {
	p.Helper()
	p.version, p.edits = 1-p.version, p.edits+1
	p.seeds()
	p.write("content/"+notedFile, fmt.Sprintf("%s%s%d\n", p.read("content/"+notedFile), note, p.edits))
	text := titleLine.ReplaceAllLiteralString(p.read("content/"+titledFile), fmt.Sprintf("%s%d", title, p.edits))
	p.write("content/"+titledFile, text)
}

var titleLine = regexp.MustCompile(`(?m)^title: .*`) // "title: …"

// command prepares a run of the program here.
func (p *place) command(args ...string) *exec.Cmd {
	cmd := exec.Command(program, args...)
	cmd.Dir = p.dir
	return cmd
}

// build builds to the end, without a word.
func (p *place) build() {
	p.Helper()
	began := time.Now()
	if out, err := p.command("--quiet").CombinedOutput(); err != nil || len(out) > 0 {
		p.Fatalf("the build after all that: %v\n%s", err, out)
	}
	p.long = (3*p.long + time.Since(began)) / 4
	p.done()
}

// done asks that all is as a build leaves it that is not stopped.
func (p *place) done() {
	p.Helper()
	p.whole()
	if p.want[p.version] != nil {
		if diff := cmp.Diff(p.want[p.version], p.content()); diff != "" {
			p.Fatalf("content/ of version %d (-want +got):\n%s", p.version, diff)
		}
	}
	p.alone()
}

// whole asks that public/ is one whole site, and gives the list of its hashes.
func (p *place) whole() string {
	p.Helper()
	faults, _, err := archive.Verify(os.DirFS(filepath.Join(p.dir, "public")))
	if err != nil || len(faults) > 0 {
		p.Fatalf("public/ is no whole site: %v %v", err, faults)
	}
	return p.read("public/" + archive.SumsName)
}

// content reads content/ but for the edits, all of which must be there. Files
// that wait for their place are left out.
func (p *place) content() map[string]string {
	p.Helper()
	out := map[string]string{}
	root := os.DirFS(filepath.Join(p.dir, "content"))
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || waits.MatchString(name) {
			return err
		}
		b, err := fs.ReadFile(root, name)
		out[name] = string(b)
		return err
	})
	if err != nil {
		p.Fatal(err)
	}
	if p.edits > 0 {
		out[notedFile] = p.withoutNotes(out[notedFile])
		out[titledFile] = strings.Replace(out[titledFile], fmt.Sprintf("\n%s%d\n", title, p.edits), "\ntitle: …\n", 1)
		if !strings.Contains(out[titledFile], "\ntitle: …\n") {
			p.Fatalf("edit %d of the title is lost:\n%s", p.edits, out[titledFile])
		}
	}
	return out
}

// waits matches a file that waits to take its place: ".generated/.one.md4711", or
// ".generated/d/briefings/.one.md@0123456789abcdef".
var waits = regexp.MustCompile(`^\.generated/(.*/)?\.[^/]*\.md(@[0-9a-f]{16})?\d*$`)

// withoutNotes takes the notes out of a text that must hold them all in order.
func (p *place) withoutNotes(text string) string {
	p.Helper()
	var all strings.Builder
	for n := range p.edits {
		fmt.Fprintf(&all, "%s%d\n", note, n+1)
	}
	if strings.Count(text, note) != p.edits || !strings.HasSuffix(text, "\n"+all.String()) {
		p.Fatalf("not all of %d notes are there:\n%s", p.edits, text)
	}
	return strings.TrimSuffix(text, all.String())
}

// eitherVersion asks that every file of content/ is of one version or the other,
// and gives how many are of the version that the seeds have, where that differs.
func (p *place) eitherVersion() (fresh int) {
	p.Helper()
	is, old, now := p.content(), p.want[1-p.version], p.want[p.version]
	for _, name := range slices.Sorted(maps.Keys(union(is, old, now))) {
		got, there := is[name]
		was, had := old[name]
		want, has := now[name]
		switch {
		case there == has && got == want:
			if there != had || got != was {
				fresh++
			}
		case there != had || got != was:
			p.Fatalf("content/%s (there: %v) is of neither version:\n%s\n--- old\n%s\n--- new\n%s", name, there, got, was, want)
		}
	}
	return fresh
}

func union(all ...map[string]string) map[string]string {
	out := map[string]string{}
	for _, m := range all {
		maps.Copy(out, m)
	}
	return out
}

// alone asks that a finished build has left nothing beside its folders.
func (p *place) alone() {
	p.Helper()
	for _, pattern := range []string{"*", ".*", "content/.*", "content/.generated/.*", "content/.generated/d/.*", "content/.generated/d/*/.*", "content/d/*/.*"} {
		names, err := filepath.Glob(filepath.Join(p.dir, filepath.FromSlash(pattern)))
		if err != nil {
			p.Fatal(err)
		}
		for _, name := range names {
			if !slices.Contains([]string{"content", "public", "seeds", "mojaz.yaml", ".mojaz-cache", ".mojaz.lock", ".generated"}, filepath.Base(name)) {
				p.Fatalf("%s was left behind", name)
			}
		}
	}
}

// survives asks that after a build that was stopped public/ is the old site, or
// the new one, and content/ of the old version or the new one, file by file; and
// that the next build succeeds. It gives what had become new.
func (p *place) survives(before string) (site bool, files int) {
	p.Helper()
	left := p.whole()
	files = p.eitherVersion()
	p.build()
	after := p.whole()
	if left != before && left != after {
		p.Fatal("public/ was neither the old site nor the new one")
	}
	if before == after {
		p.Fatal("the two sites are the same: nothing was tried")
	}
	return left == after, files
}

// unharmed builds the same seeds and content anew at another place, without a
// cache, and asks for the same site.
func (p *place) unharmed() {
	p.Helper()
	fresh := &place{T: p.T, dir: p.TempDir()}
	for _, name := range []string{"seeds", "content", "mojaz.yaml"} {
		if out, err := exec.Command("cp", "-R", filepath.Join(p.dir, name), fresh.dir).CombinedOutput(); err != nil {
			p.Fatalf("cp: %v\n%s", err, out)
		}
	}
	if out, err := fresh.command("--quiet", "--no-cache").CombinedOutput(); err != nil {
		p.Fatalf("a build from nothing: %v\n%s", err, out)
	}
	if !bytes.Equal([]byte(p.whole()), []byte(fresh.whole())) {
		p.Error("after all that, a build with the cache gives another site than one without")
	}
}
