package deploy

import (
	"bytes"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"mojaz/internal/archive"
)

// long is a page of some size, with its compressed twin beside it.
const long = "bridge/long.html"

// served writes the newer site to a folder whose path has Arabic letters and
// blanks, with one file of every kind, and gives the folder.
func served(t *testing.T) string {
	t.Helper()
	files := site(t, "new")
	dir := filepath.Join(t.TempDir(), "ملفات الموقع", "public")
	page := []byte(strings.Repeat("<p>أعلنت الوزارة افتتاح الجسر.</p>\n", 100) + `<a href="index.html">up</a>`)
	for name, b := range map[string][]byte{
		long: page, long + ".gz": zipped(t, page), "data/timeline.ics": []byte("BEGIN:VCALENDAR\r\n"),
	} {
		files[name] = nil
		put(t, filepath.Join(dir, filepath.FromSlash(name)), b)
	}
	for name, f := range files {
		if f != nil {
			put(t, filepath.Join(dir, filepath.FromSlash(name)), f.Data)
		}
	}
	return dir
}

func put(t *testing.T, name string, b []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, b, 0o644); err != nil {
		t.Fatal(err)
	}
}

// answer is what a browser gets.
type answer struct {
	status int
	header http.Header
	body   string
}

func get(t *testing.T, address, encoding string) answer {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Accept-Encoding", encoding) // so the client leaves the answer as it is
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{resp.StatusCode, resp.Header, string(b)}
}

// checkWalk follows every reference from the first page on, as a browser
// resolves it. Pages that lead up to a first page do so by every form of address.
func checkWalk(t *testing.T, base string) {
	t.Helper()
	seen := map[string]bool{}
	todo := []string{base + "index.html"}
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		if seen[at] {
			continue
		}
		seen[at] = true
		a := get(t, at, "identity")
		if a.status != http.StatusOK {
			t.Errorf("GET %s = %d, want 200", at, a.status)
		}
		if !strings.HasPrefix(a.header.Get("Content-Type"), "text/html") {
			continue
		}
		from, err := url.Parse(at)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range address.FindAllStringSubmatch(a.body, -1) {
			to, err := from.Parse(m[1])
			if err != nil {
				t.Fatal(err)
			}
			to.Fragment, to.RawQuery = "", ""
			if to.Host != from.Host {
				continue
			}
			if !strings.HasPrefix(to.String(), base) {
				t.Errorf("%s leads to %s, out of the site", at, to)
			}
			todo = append(todo, to.String())
		}
	}
	if len(seen) < 12 {
		t.Errorf("%d addresses found from %s, want the whole site", len(seen), base)
	}
}

// kinds are the media types that hosts often get wrong. Hosts may say that fonts
// are UTF-8, too; no browser minds.
var kinds = map[string]string{
	"index.html": "text/html; charset=utf-8",
	"assets/main.22222222222222222222222222222222.css": "text/css; charset=utf-8",
	"assets/text-HGFEDCBA.woff2":                       "font/woff2",
	"data/annotations.jsonl":                           "application/jsonl; charset=utf-8",
	"data/feed.atom":                                   "application/atom+xml; charset=utf-8",
	"data/new.csv":                                     "text/csv; charset=utf-8",
	"data/timeline.ics":                                "text/calendar; charset=utf-8",
	"search/index.js":                                  "text/javascript; charset=utf-8",
}

func checkKinds(t *testing.T, base string) {
	t.Helper()
	for name, want := range kinds {
		a := get(t, base+name, "identity")
		if got := a.header.Get("Content-Type"); a.status != http.StatusOK || !strings.EqualFold(got, want) {
			t.Errorf("GET %s%s = %d %q, want 200 %q", base, name, a.status, got, want)
		}
		if got := contentType(name); got != want {
			t.Errorf("contentType(%q) = %q, want %q as hosts have it", name, got, want)
		}
	}
}

// TestGoServer serves the site with the lines for Go of docs/hosting.md, at a
// root and in a sub-folder.
func TestGoServer(t *testing.T) {
	dir := served(t)
	for _, m := range regexp.MustCompile(`AddExtensionType\("(.*?)", "(.*?)"\)`).FindAllStringSubmatch(lines(t, "go"), -1) {
		if err := mime.AddExtensionType(m[1], m[2]); err != nil {
			t.Fatal(err)
		}
	}
	files := http.FileServer(http.Dir(dir))
	mux := http.NewServeMux()
	mux.Handle("/", files)
	mux.Handle("/briefings/", http.StripPrefix("/briefings/", files))
	server := httptest.NewServer(mux)
	defer server.Close()
	for _, folder := range []string{"/", "/briefings/"} {
		checkWalk(t, server.URL+folder)
		checkKinds(t, server.URL+folder)
	}
}

// lines gives the code in one language that docs/hosting.md shows.
func lines(t *testing.T, language string) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/hosting.md")
	if err != nil {
		t.Fatal(err)
	}
	_, code, found := strings.Cut(string(text), "```"+language+"\n")
	code, _, closed := strings.Cut(code, "```")
	if !found || !closed {
		t.Fatalf("docs/hosting.md shows no %s", language)
	}
	return code
}

// startNginx serves a folder with the lines for nginx of docs/hosting.md, as they
// stand there but for the folder and the port, and gives the address.
func startNginx(t *testing.T, dir string) string {
	t.Helper()
	program, err := exec.LookPath("nginx")
	if err != nil {
		t.Fatal("nginx is missing: install Debian's nginx-light")
	}
	port := freePort(t)
	code := lines(t, "nginx")
	for old, new := range map[string]string{
		"listen 80;": fmt.Sprintf("listen 127.0.0.1:%d;", port), "/srv/ملفات الموقع/public": dir,
	} {
		if !strings.Contains(code, old) {
			t.Fatalf("the lines for nginx have no %q", old)
		}
		code = strings.ReplaceAll(code, old, new)
	}
	around := "daemon off;\nmaster_process off;\npid nginx.pid;\nevents {}\nhttp {\naccess_log off;\n"
	for _, use := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
		around += use + "_temp_path temp;\n"
	}
	home := t.TempDir()
	put(t, filepath.Join(home, "nginx.conf"), []byte(around+code+"}\n"))
	var says bytes.Buffer
	nginx := exec.Command(program, "-p", home, "-c", "nginx.conf", "-e", "stderr")
	nginx.Stderr = &says
	if err := nginx.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		nginx.Process.Kill()
		nginx.Wait()
		if t.Failed() {
			t.Logf("nginx says:\n%s", says.String())
		}
	})
	at := fmt.Sprintf("127.0.0.1:%d", port)
	for range 200 {
		if c, err := net.Dial("tcp", at); err == nil {
			c.Close()
			return "http://" + at
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("nginx does not answer")
	return ""
}

// freePort gives a port of this computer that nothing listens on.
func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

// TestNginx serves the site with nginx, at a root and in a sub-folder.
func TestNginx(t *testing.T) {
	dir := served(t)
	host := startNginx(t, dir)
	read := func(name string) string {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	for _, folder := range []string{"/", "/briefings/"} {
		checkWalk(t, host+folder)
		checkKinds(t, host+folder)
		for _, missing := range []string{"none.html", "bridge/none/none.html"} {
			if a := get(t, host+folder+missing, "gzip"); a.status != http.StatusNotFound || a.body != read("404.html") {
				t.Errorf("GET %s%s = %d %q, want 404 and 404.html", folder, missing, a.status, a.body)
			}
		}
		for encoding, want := range map[string]string{"gzip": read(long + ".gz"), "identity": read(long)} {
			a := get(t, host+folder+long, encoding)
			sent := strings.TrimPrefix(encoding, "identity")
			if a.body != want || a.header.Get("Content-Encoding") != sent || a.header.Get("Content-Type") != "text/html; charset=utf-8" {
				t.Errorf("GET %s%s for %s = %d bytes, %q, want %d bytes, %q", folder, long, encoding, len(a.body), a.header, len(want), sent)
			}
		}
		for name := range kinds {
			if got, want := get(t, host+folder+name, "gzip").header.Get("Cache-Control"), cacheControl(name); got != want {
				t.Errorf("GET %s%s is kept %q, want %q as stores are told", folder, name, got, want)
			}
		}
		if got := get(t, host+folder+path.Base(archive.SumsName), "gzip").body; got != read(archive.SumsName) {
			t.Errorf("GET %s%s = %q, want the list", folder, archive.SumsName, got)
		}
	}
}
