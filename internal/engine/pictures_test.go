package engine

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"
)

// TestPictures resizes a picture: into PNG it works, into the forms that Hugo
// makes with WebAssembly the error says so.
func TestPictures(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewRGBA(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	e, err := New(Options{
		Templates: fstest.MapFS{
			"png.html":  {Data: []byte(`{{ with (resources.Get "x.png").Resize "20x" }}{{ .RelPermalink }} {{ .Width }} {{ .Height }}{{ end }}`)},
			"webp.html": {Data: []byte(`{{ ((resources.Get "x.png").Process "resize 20x webp").RelPermalink }}`)},
		},
		Assets: fstest.MapFS{"x.png": {Data: picture.Bytes()}},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	if page, err := e.Render("png", nil); err != nil || !strings.HasSuffix(string(page), ".png 20 15") {
		t.Errorf("Render = %q, %v, want a picture of 20 by 15", page, err)
	}
	if _, err := e.Render("webp", nil); err == nil || !strings.Contains(err.Error(), "use PNG or JPEG") {
		t.Errorf("Render of WebP gave %v, want a hint", err)
	}
}
