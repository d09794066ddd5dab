package deploy

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"mojaz/internal/archive"
	"mojaz/internal/publish"
)

// site gives a version of the site in testdata, with hashes, and with a
// compressed twin of every page of the old one.
func site(t *testing.T, version string) fstest.MapFS {
	t.Helper()
	cases, err := txtar.ParseFile("testdata/sites.txtar")
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	var files []publish.File
	add := func(name string, b []byte) {
		out[name] = &fstest.MapFile{Data: b}
		files = append(files, publish.File{Path: name, Bytes: b})
	}
	for _, f := range cases.Files {
		name, ok := strings.CutPrefix(f.Name, version+"/")
		if !ok {
			continue
		}
		add(name, f.Data)
		if isPage(name) && version == "old" {
			add(name+".gz", zipped(t, f.Data))
		}
	}
	out[archive.SumsName] = &fstest.MapFile{Data: archive.Sums(files).Bytes}
	out[publish.Marker] = &fstest.MapFile{Data: []byte("the folder's own")}
	return out
}

func zipped(t *testing.T, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// openHost opens a host and closes it after the test.
func openHost(t *testing.T, to string) Bucket {
	t.Helper()
	b, closer, err := Open(t.Context(), to, false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closer.Close() })
	return b
}

// hosts are two kinds of host: one that knows the MD5 of its files, and one that
// does not.
var hosts = map[string]func(t *testing.T) Bucket{
	"memory": func(t *testing.T) Bucket { return openHost(t, "mem://") },
	"folder": func(t *testing.T) Bucket { return openHost(t, filepath.Join(t.TempDir(), "موقع جديد")) },
}

// contents reads all that a host holds.
func contents(t *testing.T, b Bucket) map[string]string {
	t.Helper()
	list, err := b.List(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for name := range list {
		text, err := b.Read(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(text)
	}
	return out
}

// dangling lists the references of pages, and of their compressed twins, to
// files that are not there. It follows addresses by itself, as a reader would.
func dangling(t *testing.T, files map[string]string) (out []string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		page, text := strings.TrimSuffix(name, ".gz"), files[name]
		if !strings.HasSuffix(page, ".html") {
			continue
		}
		if page != name {
			r, err := gzip.NewReader(strings.NewReader(text))
			if err != nil {
				t.Fatal(name, err)
			}
			b, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(name, err)
			}
			text = string(b)
		}
		base := &url.URL{Scheme: "https", Host: "host", Path: "/" + page}
		for _, m := range address.FindAllStringSubmatch(text, -1) {
			to, err := base.Parse(m[1])
			if err != nil || to.Host != "host" {
				continue
			}
			file := strings.TrimPrefix(to.Path, "/")
			if file == "" || strings.HasSuffix(file, "/") {
				file += "index.html"
			}
			if _, there := files[file]; !there {
				out = append(out, name+" -> "+file)
			}
		}
	}
	return out
}

// address matches what a page refers to: href="../index.html".
var address = regexp.MustCompile(`(?:href|src)="([^"]*)"`)

// deployed brings a site to a host and gives the plan that did it.
func deployed(t *testing.T, site fs.FS, to Bucket, opt Options) Plan {
	t.Helper()
	p, err := Compare(t.Context(), site, to, opt)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Run(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	return p
}

// checkHolds compares a host with the site that it should hold.
func checkHolds(t *testing.T, b Bucket, site fstest.MapFS) {
	t.Helper()
	want, got := map[string]string{}, contents(t, b)
	for name, f := range site {
		want[name] = string(f.Data)
	}
	if ours, settled := readMarker([]byte(got[publish.Marker])); !settled || len(ours) != len(site)-1 {
		t.Errorf("marker lists %d files, settled %t; want %d, true", len(ours), settled, len(site)-1)
	}
	delete(want, publish.Marker)
	delete(got, publish.Marker)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the host differs from the site (-want +got):\n%s", diff)
	}
}

var errKilled = errors.New("killed")

// killed is a host that fails from a given change on. It tells after each.
type killed struct {
	Bucket
	mu    sync.Mutex
	left  int
	after func()
}

func (k *killed) change(do func() error) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.left--; k.left < 0 {
		return errKilled
	}
	err := do()
	if k.after != nil {
		k.after()
	}
	return err
}

func (k *killed) Write(ctx context.Context, path string, b []byte) error {
	return k.change(func() error { return k.Bucket.Write(ctx, path, b) })
}

func (k *killed) Delete(ctx context.Context, path string) error {
	return k.change(func() error { return k.Bucket.Delete(ctx, path) })
}

// TestStopped kills a deploy at every step. No page may then refer to a file
// that is not there, whatever was there before, and a second run must complete
// the site, or bring the old one back.
func TestStopped(t *testing.T) {
	old, next := site(t, "old"), site(t, "new")
	for _, change := range []struct {
		name     string
		from, to fstest.MapFS
	}{{"first", nil, next}, {"forth", old, next}, {"back", next, old}} {
		for kind, open := range hosts {
			t.Run(change.name+" in "+kind, func(t *testing.T) {
				if kind == "folder" && change.name != "forth" {
					t.Skip("a folder takes its time; one change there will do")
				}
				steps := 0
				for ; stoppedAt(t, steps, open(t), change.from, change.to); steps++ {
				}
				if steps < 20 {
					t.Errorf("%d steps; the change should take more", steps)
				}
			})
		}
	}
}

// stoppedAt kills one deploy after n steps and completes it. It reports whether
// the deploy had more steps than that.
func stoppedAt(t *testing.T, n int, b Bucket, from, to fstest.MapFS) (more bool) {
	t.Helper()
	if from != nil {
		deployed(t, from, b, Options{})
	}
	p, err := Compare(t.Context(), to, b, Options{Parallel: 1})
	if err != nil {
		t.Fatal(err)
	}
	err = p.Run(t.Context(), &killed{Bucket: b, left: n})
	if err != nil && !errors.Is(err, errKilled) {
		t.Fatal(err)
	}
	if lost := dangling(t, contents(t, b)); len(lost) > 0 {
		t.Errorf("after %d steps: %s", n, strings.Join(lost, ", "))
	}
	if n%2 == 1 && from != nil { // the user thinks better of it
		to = from
	}
	deployed(t, to, b, Options{})
	checkHolds(t, b, to)
	if p, err := Compare(t.Context(), to, b, Options{}); err != nil || len(p.Waves) > 0 {
		t.Errorf("Compare after all = %d waves, %v; want none", len(p.Waves), err)
	}
	return err != nil
}

// TestSideBySide looks at the host after every change of a deploy whose waves
// run in parallel.
func TestSideBySide(t *testing.T) {
	b := openHost(t, "mem://")
	for _, version := range []string{"old", "new", "old"} {
		watched := &killed{Bucket: b, left: 1000}
		watched.after = func() {
			if lost := dangling(t, contents(t, b)); len(lost) > 0 {
				t.Errorf("to %s: %s", version, strings.Join(lost, ", "))
			}
		}
		deployed(t, site(t, version), watched, Options{Parallel: 16})
		checkHolds(t, b, site(t, version))
	}
}

func TestPlan(t *testing.T) {
	b := openHost(t, "mem://")
	deployed(t, site(t, "old"), b, Options{})
	p, err := Compare(t.Context(), site(t, "new"), b, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := p.Write(&out); err != nil {
		t.Fatal(err)
	}
	const want = `mark   .mojaz

upload assets/text-HGFEDCBA.woff2  (font/woff2; public, max-age=31536000, immutable)
upload data/annotations.jsonl  (application/jsonl; charset=utf-8; public, max-age=60)
upload data/new.csv  (text/csv; charset=utf-8; public, max-age=60)

upload assets/main.22222222222222222222222222222222.css  (text/css; charset=utf-8; public, max-age=31536000, immutable)
upload search/index.js  (text/javascript; charset=utf-8; public, max-age=60)

hold   قناة/index.html

hold   bridge/briefings/d.html
hold   bridge/briefings/e.html

upload bridge/briefings/a.html  (text/html; charset=utf-8; public, max-age=60)
upload bridge/briefings/d.html  (text/html; charset=utf-8; public, max-age=60)
upload bridge/briefings/e.html  (text/html; charset=utf-8; public, max-age=60)
upload قناة/briefings/f g.html  (text/html; charset=utf-8; public, max-age=60)

upload bridge/index.html  (text/html; charset=utf-8; public, max-age=60)
upload قناة/index.html  (text/html; charset=utf-8; public, max-age=60)

upload index.html  (text/html; charset=utf-8; public, max-age=60)

upload data/feed.atom  (application/atom+xml; charset=utf-8; public, max-age=60)

upload SHA256SUMS  (text/plain; charset=utf-8; public, max-age=60)

delete 404.html.gz
delete about.html.gz
delete bridge/briefings/a.html.gz
delete bridge/briefings/b.html.gz
delete bridge/briefings/c.html.gz
delete bridge/index.html.gz
delete index.html.gz

hold   bridge/briefings/b.html
hold   bridge/briefings/c.html

delete bridge/briefings/b.html
delete bridge/briefings/c.html

delete assets/main.11111111111111111111111111111111.css
delete assets/old.png
delete assets/text-ABCDEFGH.woff2

mark   .mojaz
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("Write (-want +got):\n%s", diff)
	}
	if p.Unchanged != 2 {
		t.Errorf("Unchanged = %d, want 2", p.Unchanged)
	}
}

// TestStrangers leaves alone what others put on the host, and refuses to
// overwrite it.
func TestStrangers(t *testing.T) {
	for kind, open := range hosts {
		t.Run(kind, func(t *testing.T) {
			b := open(t)
			for _, name := range []string{"CNAME", "index.html", "data/mine.txt"} {
				if err := b.Write(t.Context(), name, []byte("mine")); err != nil {
					t.Fatal(err)
				}
			}
			_, err := Compare(t.Context(), site(t, "old"), b, Options{})
			if err == nil || !strings.Contains(err.Error(), "index.html: there already") {
				t.Fatalf("Compare = %v; want a refusal that names index.html", err)
			}
			p := deployed(t, site(t, "old"), b, Options{Adopt: true})
			if p.Strangers != 2 {
				t.Errorf("Strangers = %d, want 2", p.Strangers)
			}
			deployed(t, site(t, "new"), b, Options{})
			got := contents(t, b)
			if got["CNAME"] != "mine" || got["data/mine.txt"] != "mine" {
				t.Errorf("CNAME = %q, data/mine.txt = %q; want both as they were", got["CNAME"], got["data/mine.txt"])
			}
		})
	}
}

// TestForce uploads everything again.
func TestForce(t *testing.T) {
	b := openHost(t, "mem://")
	deployed(t, site(t, "old"), b, Options{})
	p := deployed(t, site(t, "old"), b, Options{Force: true})
	if got, want := p.Count(Upload), len(site(t, "old"))-1; got != want {
		t.Errorf("uploads = %d, want %d", got, want)
	}
}

// TestStray removes what a killed write to a folder left beside its file.
func TestStray(t *testing.T) {
	b := hosts["folder"](t)
	deployed(t, site(t, "old"), b, Options{})
	for _, name := range []string{"about.html.18a1b2c3d4e5f607.tmp", "mine.18a1b2c3d4e5f607.tmp"} {
		if err := b.Write(t.Context(), name, []byte("half")); err != nil {
			t.Fatal(err)
		}
	}
	deployed(t, site(t, "new"), b, Options{})
	got := contents(t, b)
	if _, there := got["about.html.18a1b2c3d4e5f607.tmp"]; there {
		t.Error("the rest of a killed write is there still")
	}
	if _, there := got["mine.18a1b2c3d4e5f607.tmp"]; !there {
		t.Error("a stranger's file was deleted")
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, tt := range []struct{ to, want string }{
		{"s3://key:hush@bucket", "s3://bucket: credentials belong into the environment"},
		{"s3://bucket?secret_access_key=hush", "credentials belong into the environment"},
		{"gs://bucket", "gs:// is none of file, mem, s3"},
		{"s3://%zz", "this is no URL"},
	} {
		_, _, err := Open(t.Context(), tt.to, false)
		if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), "hush") {
			t.Errorf("Open(%q) = %v, want %q and no secret", tt.to, err, tt.want)
		}
	}
}

// TestDry opens a folder that is not there, and does not make it.
func TestDry(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	b, closer, err := Open(t.Context(), dir, true)
	if err != nil {
		t.Fatal(err)
	}
	defer closer.Close()
	if _, err := Compare(t.Context(), site(t, "old"), b, Options{}); err != nil {
		t.Fatal(err)
	}
	if found, _ := filepath.Glob(dir); found != nil {
		t.Errorf("a dry run made %s", found)
	}
}

func TestTarget(t *testing.T) {
	const page = "d/briefings/a.html"
	for _, tt := range []struct{ address, want string }{
		{"b.html#p1", "d/briefings/b.html"},
		{"../sources/", "d/sources/index.html"},
		{"../../", "index.html"},
		{"../..", "index.html"},
		{"%D9%82 x.html?q", "d/briefings/ق x.html"},
		{"#p1", ""},
		{"?q", ""},
		{"a.html#p2", ""},
		{"/x.html", ""},
		{"//example.org/x", ""},
		{"mailto:a@example.org", ""},
		{"data:,x", ""},
		{"../../../x.html", ""},
	} {
		got, ok := target(page, tt.address)
		if ok != (tt.want != "") || ok && got != tt.want {
			t.Errorf("target(%q, %q) = %q, %t, want %q", page, tt.address, got, ok, tt.want)
		}
	}
}
