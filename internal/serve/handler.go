package serve

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"mojaz/internal/build"
	"mojaz/internal/publish"
)

// own is the folder of the preview's own addresses. No site has a hidden file,
// so none is in the way.
const own = "/.mojaz/"

//go:embed preview.js
var script []byte

// hosts are the names of this computer. A page of another name that leads here
// is somebody else's, whose scripts would read what is served (DNS rebinding).
var hosts = map[string]bool{"localhost": true, "127.0.0.1": true, "::1": true}

// types are the kinds of files that a site has; the system's own table differs
// from machine to machine.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
	".json": "application/json", ".jsonl": "application/x-ndjson", ".webmanifest": "application/manifest+json",
	".xml": "application/xml", ".atom": "application/atom+xml",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp", ".ico": "image/x-icon",
	".woff2": "font/woff2", ".zip": "application/zip", ".epub": "application/epub+zip", ".pdf": "application/pdf",
}

// ServeHTTP serves the site, and to its pages what they are told.
func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Content-Security-Policy", "frame-ancestors 'none'")
	switch {
	case !hosts[hostname(r.Host)]:
		http.Error(w, "this preview answers to localhost only", http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "a preview can only be read", http.StatusMethodNotAllowed)
	case r.URL.Path == own+"events":
		p.events(w, r)
	case r.URL.Path == own+"preview.js":
		h.Set("Content-Type", types[".js"])
		w.Write(script)
	default:
		p.file(w, r)
	}
}

// hostname gives a Host header without its port and brackets.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	return strings.Trim(strings.ToLower(host), "[]")
}

// events streams the states (https://html.spec.whatwg.org/multipage/server-sent-events.html).
func (p *preview) events(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok || r.Method != http.MethodGet {
		http.Error(w, "no stream", http.StatusNotImplemented)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprint(w, "retry: 500\n\n")
	alive := time.NewTicker(15 * time.Second) // finds readers that are gone
	defer alive.Stop()
	for {
		_, state, changed := p.now()
		if state != nil {
			fmt.Fprintf(w, "data: %s\n\n", state) // JSON, so one line
		}
		flusher.Flush()
		for waiting := true; waiting; {
			select {
			case <-r.Context().Done():
				return
			case <-changed:
				waiting = false
			case <-alive.C:
				if _, err := fmt.Fprint(w, ":\n\n"); err != nil {
					return
				}
				flusher.Flush()
			}
		}
	}
}

// file serves one file of the site.
func (p *preview) file(w http.ResponseWriter, r *http.Request) {
	version, _, _ := p.now() // before the file: one that is newer is sent once too often
	answer := reply{w, r, version}
	marker, _ := p.open(publish.Marker)
	if marker == nil { // no folder, or one that is none of ours
		p.page(answer, http.StatusServiceUnavailable, []byte(noSite))
		return
	}
	marker.Close()
	name, ok := fileName(r.URL.Path)
	if !ok {
		p.lost(answer, "")
		return
	}
	b, err := p.site.File(r.Context(), name)
	switch {
	case err == nil:
		p.send(answer, name, bytes.NewReader(b))
		return
	case errors.Is(err, build.ErrUnbuilt):
		p.await(r.Context())
	}
	f, isFolder := p.open(name)
	if f != nil {
		defer f.Close()
	}
	switch {
	case isFolder:
		http.Redirect(w, r, (&url.URL{Path: "/" + name + "/"}).String(), http.StatusTemporaryRedirect)
	case f == nil || errors.Is(err, fs.ErrNotExist):
		p.lost(answer, name)
	default:
		p.send(answer, name, f)
	}
}

// reply is the answer to one request.
type reply struct {
	http.ResponseWriter
	request *http.Request
	version string // of the site when the request came
}

// lost says that there is no such page, as the site says it.
func (p *preview) lost(w reply, name string) {
	page := []byte("<!doctype html><title>404</title><p>There is no such page.")
	if f, _ := p.open("404.html"); f != nil {
		defer f.Close()
		if b, err := io.ReadAll(f); err == nil {
			page = b
		}
	}
	if name != "" {
		p.sent(w.version, name, nil)
	}
	p.page(w, http.StatusNotFound, page)
}

// fileName gives the file of the site that an address means, of a folder its
// index; ok is false for hidden files and whatever is no plain path.
func fileName(address string) (name string, ok bool) {
	name = strings.TrimPrefix(address, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\:\x00") {
		return "", false
	}
	for _, part := range strings.Split(name, "/") {
		if strings.HasPrefix(part, ".") {
			return "", false
		}
	}
	return name, true
}

// open opens a regular file of the site. No link leads out of it, and the folder
// is looked up each time, for a build puts another in its place.
func (p *preview) open(name string) (f *os.File, isFolder bool) {
	f, err := os.OpenInRoot(p.opt.Build.Public, filepath.FromSlash(name))
	if err != nil {
		return nil, false
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		f.Close()
		return nil, err == nil && info.IsDir()
	}
	return f, false
}

// send sends a file; into a page it puts the script.
func (p *preview) send(w reply, name string, f io.ReadSeeker) {
	kind := types[strings.ToLower(path.Ext(name))]
	if kind == types[".html"] {
		b, err := io.ReadAll(f)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		p.sent(w.version, name, b)
		p.page(w, http.StatusOK, b)
		return
	}
	if kind == "" {
		kind = "application/octet-stream"
	}
	w.Header().Set("Content-Type", kind)
	http.ServeContent(w, w.request, "", time.Time{}, f)
}

// page sends a page with the script in it.
func (p *preview) page(w reply, status int, page []byte) {
	w.Header().Set("Content-Type", types[".html"])
	w.WriteHeader(status)
	io.Copy(w, bytes.NewReader(inject(page, w.version)))
}

// noSite is served before there is a site; the script puts the reason over it.
const noSite = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta name="color-scheme" content="light dark"><title>Mojaz</title>
<p>The site is being built. This page changes when it is there.
`
