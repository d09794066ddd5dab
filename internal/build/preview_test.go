package build

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// previewed is a workplace with a preview, and another in which builds show what
// the preview should.
type previewed struct {
	*workplace
	*Preview
	peer *workplace
	was  map[string]string // what people write, by path on disk
}

func newPreviewed(t *testing.T) *previewed {
	t.Helper()
	cache := t.TempDir()
	w := newWorkplace(t, cache)
	p := &previewed{workplace: w, Preview: NewPreview(w.options()), peer: newWorkplace(t, t.TempDir())}
	t.Cleanup(p.Close)
	_, err := p.Whole(context.Background())
	must(t, err)
	p.peer.build(p.peer.options())
	p.saved()
	return p
}

// saved gives the files that changed since it was last called.
func (p *previewed) saved() (files []string) {
	p.t.Helper()
	now := map[string]string{}
	for _, root := range []string{"seeds", "content", "templates", "assets", "mojaz.yaml"} {
		err := filepath.WalkDir(p.at(root), func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return nil
			case err == nil && d.IsDir() && d.Name() == generated:
				return fs.SkipDir
			case err == nil && !d.IsDir():
				now[name] = read(p.t, name)
			}
			return err
		})
		must(p.t, err)
	}
	for name := range now {
		if was, there := p.was[name]; !there || was != now[name] {
			files = append(files, name)
		}
	}
	for name := range p.was {
		if _, there := now[name]; !there {
			files = append(files, name)
		}
	}
	p.was = now
	slices.Sort(files)
	return files
}

// both does the same in both workplaces.
func (p *previewed) both(do func(w *workplace)) {
	do(p.workplace)
	do(p.peer)
}

// refresh takes in what was saved.
func (p *previewed) refresh() (ok bool) {
	p.t.Helper()
	files := p.saved()
	if len(files) == 0 {
		return false
	}
	_, ok, err := p.Refresh(context.Background(), p.News(files))
	must(p.t, err)
	return ok
}

// shows fails where the preview does not show what a build of the other workplace
// makes.
func (p *previewed) shows() {
	p.t.Helper()
	opt := p.peer.options()
	opt.Text = false
	for _, part := range p.ahead.parts {
		opt.Text = opt.Text || part.text
	}
	want, _ := p.peer.build(opt)
	names := slices.Collect(maps.Keys(want))
	slices.SortFunc(names, func(a, b string) int { // pages first, which publish other files
		rank := func(name string) int { return map[bool]int{true: -1}[path.Ext(name) == ".html"] }
		return cmp.Or(rank(a)-rank(b), strings.Compare(a, b))
	})
	for _, name := range names {
		text := want[name]
		name, public := strings.CutPrefix(filepath.ToSlash(name), "/public/")
		if !public || name == ".mojaz" || name == "about.html" && !opt.Text {
			continue // what only a build from the sources notes is told as it was
		}
		got, err := p.File(context.Background(), name)
		switch {
		case errors.Is(err, ErrBuilt):
			got, err = os.ReadFile(filepath.Join(p.at("public"), filepath.FromSlash(name)))
		case errors.Is(err, ErrUnbuilt):
			if !unbuilt.MatchString(name) {
				p.t.Errorf("%s takes a whole build", name)
			}
			continue
		}
		if err != nil || string(got) != text {
			p.t.Errorf("the preview of %s differs (%v):\n%s", name, err, gocmp.Diff(text, string(got)))
		}
	}
	for name := range p.builtPages() {
		_, err := p.File(context.Background(), name)
		if _, there := want[filepath.FromSlash("/public/"+name)]; !there && !errors.Is(err, fs.ErrNotExist) {
			p.t.Errorf("%s is in the preview (%v), and should not", name, err)
		}
	}
}

// unbuilt matches what only a whole build makes.
var unbuilt = regexp.MustCompile(`^(archives/.*|SHA256SUMS.*|data/annotations.jsonl|.*\.gz)$`)

// builtPages gives the pages of public/.
func (p *previewed) builtPages() map[string]bool {
	out := map[string]bool{}
	must(p.t, fs.WalkDir(os.DirFS(p.at("public")), ".", func(name string, _ fs.DirEntry, err error) error {
		if path.Ext(name) == ".html" && !strings.HasPrefix(name, "archives/") {
			out[name] = true
		}
		return err
	}))
	return out
}

// sameBuild fails where an ordinary build after a preview makes something else
// than one that no preview came before.
func (p *previewed) sameBuild() {
	p.t.Helper()
	want, _ := p.peer.build(p.peer.options())
	got, _ := p.build(p.options())
	if diff := gocmp.Diff(want, got); diff != "" {
		p.t.Errorf("a build after a preview (-without +with):\n%s", diff)
	}
}

// A preview shows, file by file, what the next build makes, and is in no build's
// way.
func TestPreviewSame(t *testing.T) {
	p := newPreviewed(t)
	all, shown := edits(t), 0
	if times < 50_000 { // the race detector makes each step ten times as long
		all = all[:len(all)/3]
	}
	for _, e := range all {
		t.Run(strings.ReplaceAll(e.name, " ", "_"), func(t *testing.T) {
			p.t, p.peer.t = t, t
			p.both(e.do)
			if p.refresh() {
				shown++
				p.shows()
				p.sameBuild()
			} else {
				p.peer.build(p.peer.options())
			}
			_, err := p.Whole(context.Background())
			must(t, err)
			p.saved()
		})
	}
	if shown < len(all)/3 {
		t.Errorf("%d of %d edits were shown without a whole build, want a third at least", shown, len(all))
	}
}

// What was saved one after another adds up, although content/ waits for the next
// whole build.
func TestPreviewAddsUp(t *testing.T) {
	p := newPreviewed(t)
	third := "seeds/iraq/" + filepath.Base(exampleFiles(t)[2])
	for _, do := range []func(w *workplace){
		func(w *workplace) { w.put("seeds/beside/a.txt", beside+"\nوقال إنه سيعود في 2027.\n") },
		func(w *workplace) { w.put("templates/about.html", `{{ define "main" }}<h1>جديد</h1>{{ end }}`) },
		func(w *workplace) { w.swap("content/beside/index.md", "title: ", "title: معدل ") },
		func(w *workplace) { w.swap(third, "بغداد", "البصرة") },
		func(w *workplace) { w.remove("templates/about.html") },
	} {
		p.both(do)
		if !p.refresh() {
			t.Fatal("an edit took a whole build")
		}
		p.shows()
	}
	p.sameBuild()
}

// A whole build that was given up takes nothing from what is shown.
func TestPreviewGivenUp(t *testing.T) {
	p := newPreviewed(t)
	p.swap("seeds/beside/a.txt", "2000", "3000")
	if !p.refresh() {
		t.Fatal("a source took a whole build")
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := p.Whole(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Whole = %v, want that it was given up", err)
	}
	page, err := p.File(context.Background(), "beside/briefings/a.html")
	if err != nil || !strings.Contains(string(page), "3000") {
		t.Errorf("File = %.80q, %v, want the page with what was saved", page, err)
	}
}

// What a build writes is no news, what a person writes after it is.
func TestNews(t *testing.T) {
	p := newPreviewed(t)
	name := p.at("content/beside/briefings/a.md")
	written := read(t, name)
	for _, step := range []struct {
		text string
		want int
	}{{written, 0}, {written + "\n", 1}, {written + "\n", 0}, {written, 1}} {
		p.put("content/beside/briefings/a.md", step.text)
		if got := p.News([]string{p.at("content/beside/briefings")}); len(got) != step.want {
			t.Errorf("News = %q, want %d", got, step.want)
		}
	}
	p.remove("content/beside/briefings/a.md")
	if got := p.News([]string{name}); len(got) != 1 {
		t.Errorf("News of a file that is gone = %q, want it", got)
	}
}
