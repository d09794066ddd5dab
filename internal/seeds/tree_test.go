package seeds

import (
	"bytes"
	"errors"
	"io/fs"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/tools/txtar"

	"mojaz/internal/golden"
)

// tree makes a file system of the sections "in <form> <path>". The form says
// what the section holds: file, its bytes; quoted, Go strings that are joined
// (one a line, "a"*3 repeats one); link, its target; fail, the error that
// opening it gives; dir, nothing; pipe, nothing; or the name of an encoding in
// which the bytes are to be written. A path with a quotation mark is a Go
// string too.
func tree(t *testing.T, c *golden.Case) fs.FS {
	out := brokenFS{MapFS: fstest.MapFS{}, fail: map[string]error{}}
	for _, f := range c.Inputs("in ") {
		form, name, _ := strings.Cut(strings.TrimPrefix(f.Name, "in "), " ")
		if strings.HasPrefix(name, `"`) {
			name = unquote(t, name)
		}
		out.MapFS[name] = entry(t, form, f)
		if form == "fail" {
			out.fail[name] = errors.New(strings.TrimSpace(string(f.Data)))
		}
	}
	return out
}

func entry(t *testing.T, form string, f txtar.File) *fstest.MapFile {
	switch form {
	case "file", "fail":
		return &fstest.MapFile{Data: f.Data}
	case "quoted":
		return &fstest.MapFile{Data: []byte(quoted(t, string(f.Data)))}
	case "link":
		return &fstest.MapFile{Data: bytes.TrimSpace(f.Data), Mode: fs.ModeSymlink}
	case "dir":
		return &fstest.MapFile{Mode: fs.ModeDir}
	case "pipe":
		return &fstest.MapFile{Mode: fs.ModeNamedPipe}
	}
	enc, ok := encodings[form]
	if !ok {
		t.Fatalf("section %q: unknown form", f.Name)
	}
	b, err := enc.NewEncoder().Bytes(f.Data)
	if err != nil {
		t.Fatalf("section %q: %v", f.Name, err)
	}
	return &fstest.MapFile{Data: b}
}

var encodings = map[string]encoding.Encoding{
	"windows-1256": charmap.Windows1256,
	"windows-1251": charmap.Windows1251,
	"iso-8859-6":   charmap.ISO8859_6,
	"utf-16le":     unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	"utf-16be":     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	"utf-16le-bom": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
	"utf-16be-bom": unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
}

// quoted joins the Go strings of s, one a line.
func quoted(t *testing.T, s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		n := 1
		if at := strings.LastIndex(line, `"*`); at > 0 {
			n, _ = strconv.Atoi(line[at+2:])
			line = line[:at+1]
		}
		b.WriteString(strings.Repeat(unquote(t, line), n))
	}
	return b.String()
}

func unquote(t *testing.T, s string) string {
	out, err := strconv.Unquote(s)
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return out
}

// brokenFS fails where it was told to, whoever runs the test.
type brokenFS struct {
	fstest.MapFS
	fail map[string]error
}

func (b brokenFS) Open(name string) (fs.File, error) {
	if err := b.fail[name]; err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return b.MapFS.Open(name)
}

func (b brokenFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := b.fail[name+"/"]; err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: err}
	}
	return b.MapFS.ReadDir(name)
}
