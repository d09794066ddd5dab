package build

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

func TestLayered(t *testing.T) {
	user := fstest.MapFS{"home.html": {Data: []byte("mine")}, "_partials/own.html": {Data: []byte("own")}}
	embedded := fstest.MapFS{"home.html": {Data: []byte("theirs")}, "about.html": {Data: []byte("about")}, "_partials/head.html": {Data: []byte("head")}}
	files := layered{user, embedded}
	for name, want := range map[string]string{"home.html": "mine", "about.html": "about", "_partials/own.html": "own", "_partials/head.html": "head"} {
		if got, err := fs.ReadFile(files, name); string(got) != want || err != nil {
			t.Errorf("ReadFile(%q) = %q, %v, want %q", name, got, err, want)
		}
	}
	if err := fstest.TestFS(files, "home.html", "about.html", "_partials/own.html", "_partials/head.html"); err != nil {
		t.Error(err)
	}
}
