package archive

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"mojaz/internal/golden"
	"mojaz/internal/publish"
)

// volume makes one of the pages of a case, "page/<kind>/<path>", with a style
// sheet that loads a font.
func volume(t *testing.T, c *golden.Case) Volume {
	t.Helper()
	style, err := os.ReadFile("../../assets/css/epub.css")
	if err != nil {
		t.Fatal(err)
	}
	font, err := os.ReadFile("../../assets/fonts/naskh-400-latin.woff2")
	if err != nil {
		t.Fatal(err)
	}
	v := Volume{
		Name: "a", Title: "<عنوان>\n& \"آخر\" ]]> \x01", Site: "موجز", Language: "ar", AsOf: "2025-11-27",
		BaseURL: "https://example.org/موقع/", Style: style,
		Files: []publish.File{
			{Path: "assets/main.css", Bytes: []byte(`@font-face{font-family:"Mojaz Naskh";src:url(a-X.woff2)format("woff2")}@font-face{font-family:gone;src:url(gone.woff2)}@font-face{font-family:in;src:url(data:font/woff2;base64,` + base64.StdEncoding.EncodeToString(font) + `)}p{color:red}`)},
			{Path: "assets/a-X.woff2", Bytes: font},
		},
	}
	for _, f := range c.Inputs("page/") {
		kind, name, _ := strings.Cut(strings.TrimPrefix(f.Name, "page/"), "/")
		v.Pages = append(v.Pages, Page{publish.File{Path: name, Bytes: f.Data}, kind})
	}
	return v
}

// unpack gives the files of a book by their paths in its own folder.
func unpack(t *testing.T, b []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[strings.TrimPrefix(f.Name, root+"/")], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestBook(t *testing.T) {
	golden.Run(t, "testdata/book/*.txtar", func(t *testing.T, c *golden.Case) {
		v := volume(t, c)
		f, err := Book(v)
		if err != nil {
			t.Fatal(err)
		}
		if f.Path != v.Name+".epub" || !bytes.Equal(f.Bytes[30:58], []byte("mimetypeapplication/epub+zip")) {
			t.Errorf("Book = %s, which begins %q", f.Path, f.Bytes[:58])
		}
		for name, b := range unpack(t, f.Bytes) {
			c.Check(name, string(b))
			checkWellFormed(t, name, b)
		}
		runtime.GOMAXPROCS(1)
		defer runtime.GOMAXPROCS(runtime.NumCPU())
		if again, err := Book(v); err != nil || !bytes.Equal(f.Bytes, again.Bytes) {
			t.Errorf("Book gives other bytes the second time (%v)", err)
		}
		epubcheck(t, f)
	})
}

// checkWellFormed reads a file as XML and follows its links in the book.
func checkWellFormed(t *testing.T, name string, b []byte) {
	t.Helper()
	if !strings.HasSuffix(name, "ml") {
		return
	}
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = true
	d.Entity = nil
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

// epubcheck judges a book with the program that libraries use. Debian's package
// is a jar that does not start by itself everywhere.
func epubcheck(t *testing.T, f publish.File) {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves the judges out")
	}
	jar, err := exec.LookPath("epubcheck")
	if err != nil {
		t.Fatal("epubcheck IS NOT THERE, so it judged nothing. Install the package epubcheck (scripts/test does), or go test -short.")
	}
	name := filepath.Join(t.TempDir(), path.Base(f.Path))
	if err := os.WriteFile(name, f.Bytes, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("java", "-jar", jar, "--failonwarnings", name).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "0 fatals / 0 errors / 0 warnings") {
		t.Errorf("epubcheck: %v\n%s", err, out)
	}
}

func TestBookWithoutPages(t *testing.T) {
	if f, err := Book(Volume{Name: "a", Pages: []Page{{publish.File{Path: "about.html"}, "about"}}}); err == nil {
		t.Errorf("Book of nothing to bind = %d bytes, want an error", len(f.Bytes))
	}
}

func TestDayOf(t *testing.T) {
	for _, c := range [][2]string{
		{"2025-11-27", "2025-11-27"}, {"2025-11-27T10:00", "2025-11-27"}, {"2025-11~", "2025-11-01"},
		{"2024", "2024-01-01"}, {"2024-21", "2024-01-01"}, {"202X", ""}, {"", ""}, {"2025-11-2X", "2025-11-01"},
	} {
		if got := dayOf(c[0]); got != c[1] {
			t.Errorf("dayOf(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		href string
		want place
	}{
		{"#p1", place{path: "a/briefings/b.html", fragment: "p1"}},
		{"../index.html", place{path: "a/index.html"}},
		{"../../%D8%A8.html#%D8%A8", place{path: "ب.html", fragment: "ب"}},
		{"../../../x.html", place{}},
		{"/x.html", place{}},
		{"https://x/y", place{address: "https://x/y"}},
		{"//x/y", place{address: "//x/y"}},
		{"javascript:alert(1)", place{address: "javascript:alert(1)"}},
		{":", place{}},
	} {
		if got := resolve("a/briefings/b.html", c.href); got != c.want {
			t.Errorf("resolve(%q) = %+v, want %+v", c.href, got, c.want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		in   string
		most int
		want string
	}{
		{"أربعة", 5, "أربعة"}, {"كلمة وكلمة", 7, "كلمة…"}, {"بلافراغ", 3, "بلا…"}, {"", 3, ""},
	} {
		if got := cut(c.in, c.most); got != c.want {
			t.Errorf("cut(%q, %d) = %q, want %q", c.in, c.most, got, c.want)
		}
	}
}
