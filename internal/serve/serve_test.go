package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"mojaz/internal/build"
)

const (
	document = "أعلنت الوزارة يوم 3 أيار 2024 افتتاح الجسر الجديد في المدينة بعد سنتين من العمل المتواصل.\n" +
		"وقال الوزير إن الجسر سيخفف الزحام عن وسط المدينة وإن جسراً ثانياً سيفتتح في مطلع العام المقبل.\n"
	briefing = "content/bridge/briefings/one.md"
	page     = "/bridge/briefings/one.html"
)

// project is a folder with one dossier, previewed.
type project struct {
	*testing.T
	dir    string
	url    string
	states <-chan state
}

// write writes a file of the project.
func (p *project) write(name, text string) {
	p.Helper()
	file := filepath.Join(p.dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		p.Fatal(err)
	}
	// A file that is half written is a problem for a moment, as in life; here it
	// would be one too many.
	if err := os.WriteFile(file+"~", []byte(text), 0o644); err != nil {
		p.Fatal(err)
	}
	if err := os.Rename(file+"~", file); err != nil {
		p.Fatal(err)
	}
}

// edit replaces words in a file.
func (p *project) edit(name, old, new string) {
	p.Helper()
	b, err := os.ReadFile(filepath.Join(p.dir, name))
	if err != nil || !strings.Contains(string(b), old) {
		p.Fatalf("%s does not hold %q (%v)", name, old, err)
	}
	p.write(name, strings.ReplaceAll(string(b), old, new))
}

// start previews a project until the test ends.
func start(t *testing.T, files map[string]string) *project {
	t.Helper()
	p := &project{T: t, dir: t.TempDir()}
	for name, text := range files {
		p.write(name, text)
	}
	ctx, stop := context.WithCancel(context.Background())
	opt := build.Options{Config: filepath.Join(p.dir, "mojaz.yaml")}
	for _, d := range []struct {
		to   *string
		name string
	}{{&opt.Seeds, "seeds"}, {&opt.Content, "content"}, {&opt.Public, "public"}, {&opt.Templates, "templates"}, {&opt.Assets, "assets"}} {
		*d.to = filepath.Join(p.dir, d.name)
	}
	changes, err := watch(ctx, rootsOf(opt))
	if err != nil {
		t.Fatal(err)
	}
	v := newPreview(Options{Build: opt})
	server := httptest.NewServer(v)
	ended := make(chan struct{})
	go func() { defer close(ended); v.loop(ctx, changes) }()
	t.Cleanup(func() { stop(); <-ended; server.CloseClientConnections(); server.Close() })
	p.url = server.URL
	p.listen(ctx)
	return p
}

// listen reads the stream of events as a page does.
func (p *project) listen(ctx context.Context) {
	p.Helper()
	states := make(chan state, 100)
	p.states = states
	req, err := http.NewRequestWithContext(ctx, "GET", p.url+own+"events", nil)
	if err != nil {
		p.Fatal(err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		p.Fatal(err)
	}
	if got := resp.Header.Get("Content-Type"); got != "text/event-stream" {
		p.Fatalf("events are %q, want text/event-stream", got)
	}
	go func() {
		defer resp.Body.Close()
		defer close(states)
		for lines := bufio.NewScanner(resp.Body); lines.Scan(); {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var s state
				if json.Unmarshal([]byte(data), &s) == nil {
					states <- s
				}
			}
		}
	}()
}

// until waits for a state.
func (p *project) until(what string, is func(state) bool) state {
	p.Helper()
	deadline := time.After(30 * time.Second)
	for {
		select {
		case s, ok := <-p.states:
			if !ok {
				p.Fatalf("%s: the stream ended", what)
			}
			if is(s) {
				return s
			}
		case <-deadline:
			p.Fatalf("%s: nothing came", what)
		}
	}
}

// get asks for an address as it stands, with a Host header.
func (p *project) get(address, host string) (status int, body string, h http.Header) {
	p.Helper()
	req, err := http.NewRequest("GET", p.url, nil)
	if err != nil {
		p.Fatal(err)
	}
	req.URL.Opaque, req.Host = address, host
	resp, err := http.DefaultTransport.RoundTrip(req) // follows no redirection
	if err != nil {
		p.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		p.Fatal(err)
	}
	return resp.StatusCode, string(b), resp.Header
}

// holds fails unless a page has, or has not, some words.
func (p *project) holds(address, words string, want bool) {
	p.Helper()
	status, body, _ := p.get(address, "localhost")
	if status != http.StatusOK || strings.Contains(body, words) != want {
		p.Errorf("GET %s = %d; it holds %q: %v, want %v", address, status, words, !want, want)
	}
}

func good(s state) bool   { return !s.Failed }
func failed(s state) bool { return s.Failed }

// An editor's loop: each file that is saved reaches the page, an error is told
// over the last good site, and it goes when it is mended.
func TestLoop(t *testing.T) {
	p := start(t, map[string]string{"seeds/bridge/one.txt": document})
	last := p.until("the first build", good).Version
	next := func(s state) bool { return good(s) && s.Version != last }
	step := func(what, address, words string) {
		t.Helper()
		last = p.until(what, next).Version
		p.holds(address, words, true)
	}
	p.holds(page, "سيخفف", true)

	p.edit(briefing, "date=2024-05-03", "date=2023-05-03")
	step("an edit in content/", page, "2023-05-03")

	p.edit(briefing, "سيخفف", "سيهدم")
	forged := func(q problem) bool {
		return strings.HasPrefix(q.Place, briefing+":") && q.Severity == "error" && q.Message != "" && strings.Contains(q.Excerpt, "سيهدم")
	}
	s := p.until("a forged sentence", func(s state) bool { return failed(s) && slices.ContainsFunc(s.Problems, forged) })
	if s.Version != last {
		t.Errorf("with a forged sentence the site is %s, want the old one, %s", s.Version, last)
	}
	p.holds(page, "سيهدم", false)
	p.edit(briefing, "سيهدم", "سيخفف")
	p.until("the sentence mended", func(s state) bool { return good(s) && len(s.Problems) == 0 })

	p.write("mojaz.yaml", "title: ملفاتنا\n") // a file that was not there
	step("a setting", "/", "ملفاتنا")
	p.write("templates/about.html", `{{ define "main" }}<h1>My own page</h1>{{ end }}`) // in a folder that was not there
	step("a template", "/about.html", "My own page")
	p.write("templates/about.html", `{{ define "main" }}{{ .NoSuchField }}{{ end }}`)
	if s := p.until("a broken template", failed); !strings.HasPrefix(s.Problems[0].Place, "templates/about.html:1:") {
		t.Errorf("a broken template is shown as %+v, want its place", s.Problems)
	}
	p.holds("/about.html", "My own page", true)
	if err := os.RemoveAll(filepath.Join(p.dir, "templates")); err != nil {
		t.Fatal(err)
	}
	p.until("the templates removed", good)
	p.holds("/about.html", "My own page", false)

	p.write("seeds/bridge/two.txt", strings.ReplaceAll(document, "الجسر", "النفق"))
	p.until("a new document", func(s state) bool {
		status, _, _ := p.get("/bridge/briefings/two.html", "localhost")
		return good(s) && status == http.StatusOK
	})
}

// What an editor says of a name is followed everywhere once nothing changes.
func TestFollow(t *testing.T) {
	p := start(t, map[string]string{"seeds/bridge/one.txt": "قالت الوزيرة ليلى كريم الجبوري يوم 3 أيار 2024 إن الجسر الجديد في مدينة بغداد سيفتتح قريباً بعد سنتين من العمل.\n"})
	p.until("the first build", good)
	name := "content/bridge/entities/ليلى كريم الجبوري.md"
	p.edit(name, "name: ليلى كريم الجبوري", "name: ليلى الجبوري")
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		b, err := os.ReadFile(filepath.Join(p.dir, briefing))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(b), "[[ليلى الجبوري|ليلى كريم الجبوري]]") {
			return
		}
		if time.Now().After(deadline) {
			t.Fatal("the new name did not reach the briefing")
		}
	}
}

// The preview begins in an empty folder, and says how.
func TestEmpty(t *testing.T) {
	p := start(t, nil)
	s := p.until("the first build", failed)
	if len(s.Problems) == 0 || !strings.Contains(s.Problems[0].Message, "nothing to build yet") {
		t.Errorf("in an empty folder the pages are told %+v", s)
	}
	if status, body, _ := p.get("/", "localhost"); status != http.StatusServiceUnavailable || !strings.Contains(body, "preview.js") {
		t.Errorf("GET / = %d %q, want a page that waits", status, body)
	}
	p.write("seeds/bridge/one.txt", document)
	p.until("the first document", good)
	p.holds(page, "الجسر", true)
}

// What is served is public/ and nothing else, to this computer and nobody else.
func TestRefused(t *testing.T) {
	p := start(t, map[string]string{"seeds/bridge/one.txt": document, "secret.txt": "سر"})
	p.until("the first build", good)
	if err := os.Symlink(filepath.Join(p.dir, "secret.txt"), filepath.Join(p.dir, "public", "link.txt")); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{
		"/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/bridge/../../secret.txt", "/..%5csecret.txt",
		"/.mojaz", "/.mojaz/", "/bridge/.x", "/link.txt", "/secret.txt", "/bridge/briefings/", "/index.html%00.txt", "/c:/secret.txt", "/index.html/",
	} {
		if status, body, _ := p.get(address, "localhost"); status != http.StatusNotFound || strings.Contains(body, "سر ") || strings.Contains(body, "[[") {
			t.Errorf("GET %s = %d, want 404", address, status)
		}
	}
	for host, want := range map[string]int{
		"localhost": 200, "LOCALHOST:8080": 200, "127.0.0.1:8080": 200, "[::1]:8080": 200, "::1": 200,
		"evil.example": 403, "localhost.evil.example": 403, "127.0.0.1.nip.io:8080": 403, "192.168.1.1": 403,
	} {
		for _, address := range []string{"/", own + "events?" + host} {
			if want == 200 && address != "/" {
				continue // a stream does not end
			}
			if status, _, _ := p.get(address, host); status != want {
				t.Errorf("GET %s of host %q = %d, want %d", address, host, status, want)
			}
		}
	}
	resp, err := http.Post(p.url, "text/plain", strings.NewReader("x"))
	if err != nil || resp.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("POST / = %v, %v, want 405", resp, err)
	}
	if status, _, h := p.get("/bridge", "localhost"); status != http.StatusTemporaryRedirect || h.Get("Location") != "/bridge/" {
		t.Errorf("GET /bridge = %d to %q, want 307 to /bridge/", status, h.Get("Location"))
	}
}

// Pages come with the script, everything else as it is, and public/ is left as
// it was built.
func TestServed(t *testing.T) {
	p := start(t, map[string]string{"seeds/bridge/one.txt": document})
	p.until("the first build", good)
	for address, want := range map[string]string{
		"/": "text/html; charset=utf-8", page: "text/html; charset=utf-8", "/SHA256SUMS": "application/octet-stream",
		"/robots.txt": "text/plain; charset=utf-8", "/data/annotations.jsonl": "application/x-ndjson",
		own + "preview.js": "text/javascript; charset=utf-8",
	} {
		status, body, h := p.get(address, "localhost")
		if status != 200 || h.Get("Content-Type") != want || h.Get("Cache-Control") != "no-store" {
			t.Errorf("GET %s = %d %q, want 200 %q", address, status, h.Get("Content-Type"), want)
		}
		if is := strings.Contains(body, "<script src=\""+own+"preview.js\""); is != strings.HasPrefix(want, "text/html") {
			t.Errorf("GET %s: it has the script: %v", address, is)
		}
		if file, err := os.ReadFile(filepath.Join(p.dir, "public", filepath.FromSlash(address))); err == nil && strings.Contains(string(file), own) {
			t.Errorf("public%s has the script, and should not", address)
		}
	}
	if _, body, _ := p.get("/", "localhost"); !strings.Contains(body, "script-src &#39;self&#39;") || !strings.Contains(body, "connect-src &#39;self&#39;") {
		t.Error("the policy of a page does not let the script listen")
	}
}

func TestRunEnds(t *testing.T) {
	dir := t.TempDir()
	ctx, stop := context.WithCancel(context.Background())
	opt := Options{Build: build.Options{Seeds: filepath.Join(dir, "seeds"), Content: filepath.Join(dir, "content"), Public: filepath.Join(dir, "public")}}
	done, stream := make(chan error), make(chan error, 1)
	opt.Ready = func(url string) {
		go func() {
			resp, err := http.Get(url + own[1:] + "events")
			if err == nil {
				_, err = io.ReadAll(resp.Body)
			}
			stream <- err
		}()
	}
	opt.Built = func(Outcome) { stop() }
	go func() { done <- Run(ctx, opt) }()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("Run = %v, want no error", err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("Run goes on after its context ended")
	}
	<-stream // a stream ends with the preview
}

func TestRunPortTaken(t *testing.T) {
	server := httptest.NewServer(nil)
	defer server.Close()
	var port int
	if _, err := fmt.Sscanf(server.URL, "http://127.0.0.1:%d", &port); err != nil {
		t.Fatal(err)
	}
	if err := Run(context.Background(), Options{Port: port}); err == nil || !strings.Contains(err.Error(), "is taken: choose another with --port") {
		t.Errorf("Run on a port that is taken = %v", err)
	}
}
