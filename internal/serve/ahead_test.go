package serve

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An archive that is asked for just after something was saved holds it, and the
// list of hashes tells of what is served.
func TestArchives(t *testing.T) {
	p := start(t, map[string]string{"seeds/bridge/one.txt": document})
	first := p.until("the first build", good).Version
	get := func(address string) string {
		t.Helper()
		status, body, _ := p.get(address, "localhost")
		if status != http.StatusOK {
			t.Errorf("GET %s = %d, want 200", address, status)
		}
		return body
	}
	p.edit("seeds/bridge/one.txt", "سيخفف", "سيزيل")
	p.until("what was saved", func(s state) bool { return good(s) && s.Version != first })
	packed := get("/archives/site.zip")
	files, err := zip.NewReader(strings.NewReader(packed), int64(len(packed)))
	if err != nil {
		t.Fatal(err)
	}
	inside, err := fs.ReadFile(files, "site"+page)
	if err != nil || !bytes.Contains(inside, []byte("سيزيل")) || bytes.Contains(inside, []byte("سيخفف")) {
		t.Errorf("archives/site.zip has not what was saved (%v)", err)
	}
	if book := get("/archives/bridge.html"); !strings.Contains(book, "سيزيل") {
		t.Error("archives/bridge.html has not what was saved")
	}
	sums := get("/SHA256SUMS")
	for name, body := range map[string]string{"archives/site.zip": packed, "robots.txt": get("/robots.txt")} {
		if line := fmt.Sprintf("%x  %s\n", sha256.Sum256([]byte(body)), name); !strings.Contains(sums, line) {
			t.Errorf("SHA256SUMS has no line %q", line)
		}
	}
}

// What is shown from memory is what is built afterwards, so a page is reloaded
// once.
func TestReloadsOnce(t *testing.T) {
	p := start(t, map[string]string{"seeds/bridge/one.txt": document})
	first := p.until("the first build", good).Version
	p.edit("seeds/bridge/one.txt", "سيخفف", "سيزيل")
	shown := p.until("what was saved", func(s state) bool { return good(s) && s.Version != first }).Version
	p.holds(page, "سيزيل", true)
	p.holds("/", "الجسر", true)
	if after := p.until("the whole build", good).Version; after != shown {
		t.Errorf("after the whole build the pages are %s, want those of %s", after, shown)
	}
	p.holds(page, "سيزيل", true)
	if b, err := os.ReadFile(filepath.Join(p.dir, briefing)); err != nil || !strings.Contains(string(b), "سيزيل") {
		t.Errorf("content/ does not tell of what was saved (%v)", err)
	}
}
