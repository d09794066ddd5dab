// Package compress turns a file into its compressed twins, which servers send in
// its place to browsers that can unpack them: index.html.gz, .br and .zst beside
// index.html. The same bytes give the same twins on every computer.
package compress

import (
	"bytes"
	"io"
	"path"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"mojaz/internal/wording"
)

// Kinds are the endings of twins, without the dot.
var Kinds = []string{"gz", "br", "zst"}

// A file is worth a twin from smallest bytes on, below which it fits into one
// packet in any case, and if the twin is smaller by a tenth.
const (
	smallest = 1 << 10
	saving   = 10
)

// patient is the size in bytes up to which brotli takes its time: its slowest
// search makes a twin a tenth smaller and takes fifty times as long.
const patient = 128 << 10

// text are the endings of files that are text. Fonts, pictures and archives are
// compressed already.
var text = map[string]bool{
	".atom": true, ".css": true, ".csv": true, ".html": true, ".ics": true, ".js": true, ".json": true,
	".jsonl": true, ".md": true, ".svg": true, ".txt": true, ".webmanifest": true, ".xml": true,
}

// Worth reports whether a file of so many bytes may have twins.
func Worth(name string, size int) bool {
	return size >= smallest && text[strings.ToLower(path.Ext(name))]
}

// Twin gives the twin of one kind; ok is false where it would not be smaller by
// a tenth.
func Twin(kind string, b []byte) (twin []byte, ok bool, err error) {
	switch kind {
	case "gz":
		twin, err = written(b, func(to io.Writer) (io.WriteCloser, error) {
			return gzip.NewWriterLevel(to, gzip.BestCompression) // without a time or a name
		})
	case "br":
		level := brotli.BestCompression
		if len(b) > patient {
			level = 9
		}
		twin, err = written(b, func(to io.Writer) (io.WriteCloser, error) {
			return brotli.NewWriterLevel(to, level), nil
		})
	case "zst":
		twin = zstandard().EncodeAll(b, nil)
	default:
		return nil, false, wording.Errorf("%q is none of %s", kind, strings.Join(Kinds, ", "))
	}
	return twin, len(twin)*100 <= len(b)*(100-saving), err
}

// written gives what a compressor writes of b.
func written(b []byte, open func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var out bytes.Buffer
	w, err := open(&out)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// zstandard is one encoder for all: EncodeAll may be called side by side. A
// window of 8 MB is the most that a browser need take.
var zstandard = sync.OnceValue(func() *zstd.Encoder {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithWindowSize(8<<20))
	if err != nil {
		panic(err) // the options are constants
	}
	return e
})
