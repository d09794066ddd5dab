package browser

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// complaints gives what Firefox noted since it was last asked: of pages, not of
// itself.
const complaints = `
	const out = [];
	for (const m of Services.console.getMessageArray()) {
		if (m instanceof Ci.nsIScriptError && /^(file|http):/.test(m.sourceName)) out.push(m.category + ': ' + m.errorMessage);
	}
	Services.console.reset();
	return out;`

// look opens a page, waits for its fonts, and gives what the probe finds and what
// Firefox complains of.
func (f *firefox) look(address string) (p Page, said []string, err error) {
	if err = f.do("WebDriver:Navigate", map[string]any{"url": address}, nil); err != nil {
		return p, nil, err
	}
	if err = f.run("content", "return document.fonts.ready.then(() => true)", nil); err != nil {
		return p, nil, err
	}
	if err = f.run("content", "return (\n"+probe+"\n)", &p); err != nil {
		return p, nil, err
	}
	err = f.run("chrome", complaints, &said)
	return p, said, err
}

// TestFirefox opens a page of each kind from disk in Firefox: its fonts and style
// sheets are there, nothing sticks out, and Firefox complains of nothing.
func TestFirefox(t *testing.T) {
	f, dir := startFirefox(t), example(t)
	for kind, name := range kinds(t, dir) {
		p, said, err := f.look(fromDisk(dir) + escape(name))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, fault := range append(said, p.faults()...) {
			t.Errorf("%s: %s", name, fault)
		}
		if p.Background == "" || (kind != "notfound" && !strings.HasPrefix(p.Family, "Mojaz")) {
			t.Errorf("%s: background %q and font %q: the style sheet is not there", name, p.Background, p.Family)
		}
		f.shoot(t, "firefox-"+kind+".png")
	}
}

// shoot takes a picture of the window, if pictures are wanted.
func (f *firefox) shoot(t *testing.T, name string) {
	t.Helper()
	if *shots == "" {
		return
	}
	var picture string
	if err := f.do("WebDriver:TakeScreenshot", map[string]any{"full": false}, &picture); err != nil {
		t.Fatal(err)
	}
	b, err := base64.StdEncoding.DecodeString(picture)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(*shots, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*shots, name), b, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestFirefoxCatches shows Firefox a page whose font, style sheet and script are
// not there or wrong.
func TestFirefoxCatches(t *testing.T) {
	f, dir := startFirefox(t), t.TempDir()
	page := `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>أ</title>
<style>@font-face { font-family: "None"; src: url("none.woff2") } body { font-family: None; inline-size: 9000px }</style></head><body>أ<script>nobody()</script></body></html>`
	if err := os.WriteFile(filepath.Join(dir, "page.html"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	p, said, err := f.look(fromDisk(dir) + "page.html")
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(append(said, p.faults()...), "\n")
	for _, want := range []string{"nobody is not defined", "font None could not be loaded", "px wide in a window of"} {
		if !strings.Contains(all, want) {
			t.Errorf("Firefox says nothing of %q:\n%s", want, all)
		}
	}
}
