package browser

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// bodyKind matches what a page says its kind is: `<body class="phases">`.
var bodyKind = regexp.MustCompile(`<body class="?([a-z]+)`)

// archives is the folder of what readers carry away, which holds pages that are
// whole sites.
const archives = "archives/"

// kinds gives for each kind of page the biggest one: it has most that can be
// wrong.
func kinds(t *testing.T, dir string) map[string]string {
	t.Helper()
	biggest, size := map[string]string{}, map[string]int{}
	for _, name := range htmlFiles(t, dir) {
		b, kind := read(t, dir, name), "archive"
		if m := bodyKind.FindSubmatch(b); m != nil {
			kind = string(m[1])
		} else if !strings.HasPrefix(name, archives) {
			t.Errorf("%s does not say what kind of page it is", name)
			continue
		}
		if len(b) > size[kind] {
			biggest[kind], size[kind] = name, len(b)
		}
	}
	return biggest
}

// read gives a file of a site.
func read(t *testing.T, dir, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}
