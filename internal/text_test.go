package internal_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// made are the folders at the top that hold no text of ours: what is built, and
// what others wrote.
var made = []string{".git", ".cache", "public", "content", "seeds", "node_modules"}

// walkHouse calls visit with every text file below root that is ours, in order.
func walkHouse(root fs.FS, visit func(name string, text []byte) error) error {
	return fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if slices.Contains(made, name) || strings.HasPrefix(name, ".public.") {
				return fs.SkipDir
			}
			return nil
		}
		if !e.Type().IsRegular() || name == ".git" { // a file in a linked work tree
			return nil
		}
		b, err := fs.ReadFile(root, name)
		if err != nil || !utf8.Valid(b) || bytes.IndexByte(b, 0) >= 0 {
			return err
		}
		return visit(name, b)
	})
}

// unseen are the letters that a reader of code cannot see, and that change what
// is around them: "\u200f", "\u202e", "\ufeff".
var unseen = regexp.MustCompile(`[\x{AD}\x{61C}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2064}\x{2066}-\x{206F}\x{FEFF}]`)

// machine matches what is true of one computer only: a path from its root, as in
// that of somebody's home folder, and the host of a package registry or of one
// network alone. TestTextCatches has examples of each.
var machine = regexp.MustCompile(`(^|[^\w./-]|file://)/(work|root|home/\w+|Users/\w+)/` +
	`|\b[A-Z]:\\Users\\` +
	`|https?://([\w-]+\.)*(registry|proxy|goproxy|mirror|mirrors|artifactory|nexus)\.[\w.-]+` +
	`|https?://[\w-]+(\.[\w-]+)*\.(lan|local|internal|corp|intranet)\b`)

func TestText(t *testing.T) {
	for _, v := range text(os.DirFS("..")) {
		t.Error(v)
	}
}

// text gives every line of ours that holds what it should not, in order.
func text(root fs.FS) (out []string) {
	err := walkHouse(root, func(name string, b []byte) error {
		if !unseen.Match(b) && !machine.Match(b) {
			return nil
		}
		code := slices.Contains([]string{".go", ".txtar"}, path.Ext(name))
		n := 0
		for line := range bytes.Lines(b) {
			n++
			if m := unseen.Find(line); m != nil && code {
				out = append(out, fmt.Sprintf("%s:%d: an invisible letter: write %+q", name, n, m))
			}
			if m := machine.Find(line); m != nil {
				out = append(out, fmt.Sprintf("%s:%d: true of one computer only: %s", name, n, bytes.TrimSpace(m)))
			}
		}
		return nil
	})
	if err != nil {
		out = append(out, err.Error())
	}
	return out
}

func TestTextCatches(t *testing.T) {
	lines := map[string]string{
		"a.go":         "x\ny \u200f\n",
		"b.txtar":      "\ufeffx\n",
		"c.md":         "letters are allowed here \u200d\nrun /ho" + "me/amal/x/build\n\"/wo" + "rk/main\"\n",
		"d.json":       "\"resolved\": \"https://regis" + "try.example.org/x.tgz\"\n\"http://go.build.l" + "an/x\"\n",
		"e.md":         "C:\\Us" + "ers\\amal\nfile:///ro" + "ot/x\n",
		"fine.md":      "templates/work/x, ../home/x/y, /usr/share, /etc/passwd, https://example.org/home/a/, https://w3.org\n",
		"seeds/x/a.go": "\u200f",
		"public/a.go":  "\u200f",
		"font.go":      "\x00\u200f",
	}
	house := fstest.MapFS{}
	for name, s := range lines {
		house[name] = &fstest.MapFile{Data: []byte(s)}
	}
	want := []string{
		`a.go:2: an invisible letter: write "\u200f"`,
		`b.txtar:1: an invisible letter: write "\ufeff"`,
		"c.md:2: true of one computer only: /ho" + "me/amal/",
		"c.md:3: true of one computer only: \"/wo" + "rk/",
		"d.json:1: true of one computer only: https://regis" + "try.example.org",
		"d.json:2: true of one computer only: http://go.build.l" + "an",
		"e.md:1: true of one computer only: C:\\Us" + "ers\\",
		"e.md:2: true of one computer only: file:///ro" + "ot/",
	}
	if diff := cmp.Diff(want, text(house)); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}
