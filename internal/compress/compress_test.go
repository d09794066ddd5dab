package compress

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// page is text of about n bytes that looks like a page, and is not the same all
// over.
func page(n int) []byte {
	var b bytes.Buffer
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, "<p id=\"p%d\">أعلنت الوزارة يوم %d أيار 2024 افتتاح الجسر الجديد.</p>\n", i, i*7%31+1)
	}
	return b.Bytes()
}

// unpack reads a twin with the library's own reader of its kind.
func unpack(t *testing.T, kind string, twin []byte) []byte {
	t.Helper()
	var r io.Reader
	var err error
	switch kind {
	case "gz":
		r, err = gzip.NewReader(bytes.NewReader(twin))
	case "br":
		r = brotli.NewReader(bytes.NewReader(twin))
	case "zst":
		r, err = zstd.NewReader(bytes.NewReader(twin))
	}
	if err != nil {
		t.Fatal(kind, err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(kind, err)
	}
	return b
}

func TestTwin(t *testing.T) {
	for _, size := range []int{smallest, 40 << 10, patient + 1, 600 << 10} {
		b := page(size)
		for _, kind := range Kinds {
			twin, ok, err := Twin(kind, b)
			if err != nil || !ok {
				t.Fatalf("Twin(%q, %d bytes) = %d bytes, %t, %v; want a twin", kind, len(b), len(twin), ok, err)
			}
			if !bytes.Equal(unpack(t, kind, twin), b) {
				t.Errorf("Twin(%q, %d bytes) is of another file", kind, len(b))
			}
			again, _, _ := Twin(kind, bytes.Clone(b))
			if !bytes.Equal(twin, again) {
				t.Errorf("Twin(%q, %d bytes) differs the second time", kind, len(b))
			}
		}
	}
}

// TestNoTwin leaves alone what would save less than a tenth.
func TestNoTwin(t *testing.T) {
	noise := make([]byte, 4<<10)
	source := rand.NewChaCha8([32]byte{})
	if _, err := source.Read(noise); err != nil {
		t.Fatal(err)
	}
	for _, kind := range Kinds {
		if twin, ok, err := Twin(kind, noise); ok || err != nil {
			t.Errorf("Twin(%q, noise) = %d bytes, %t, %v; want none", kind, len(twin), ok, err)
		}
	}
	if _, _, err := Twin("rar", noise); err == nil || !strings.Contains(err.Error(), "gz, br, zst") {
		t.Errorf("Twin(rar) = %v; want the kinds that there are", err)
	}
}

func TestWorth(t *testing.T) {
	for _, tt := range []struct {
		name string
		size int
		want bool
	}{
		{"index.html", smallest, true},
		{"index.html", smallest - 1, false},
		{"data/annotations.JSONL", 1 << 20, true},
		{"assets/text.woff2", 1 << 20, false},
		{"archives/site.zip", 1 << 20, false},
		{"SHA256SUMS", 1 << 20, false},
	} {
		if got := Worth(tt.name, tt.size); got != tt.want {
			t.Errorf("Worth(%q, %d) = %t, want %t", tt.name, tt.size, got, tt.want)
		}
	}
}
