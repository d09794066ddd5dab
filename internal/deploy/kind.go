package deploy

import (
	_ "embed"
	"path"
	"regexp"
	"strings"
	"sync"
)

//go:embed data/types.txt
var typesList string

//go:embed data/placeholder.html
var placeholder []byte

// types gives the media type of a file by its ending.
var types = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(typesList) {
		if ext, kind, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && ext != "#" {
			out[ext] = kind
		}
	}
	return out
})

// contentType gives the media type under which a file is served. Text is always
// said to be UTF-8: without that, some browsers guess.
func contentType(name string) string {
	if path.Ext(name) == "" {
		return "text/plain; charset=utf-8" // SHA256SUMS
	}
	if kind, ok := types()[strings.ToLower(path.Ext(name))]; ok {
		return kind
	}
	return "application/octet-stream"
}

// fingerprinted matches names that hold a hash of their file, so that a changed
// file has another name: "main.62a4…60334e0.css", "text-400-HDFIX7LY.woff2". It
// is wrong on a file that somebody named after eight capitals.
var fingerprinted = regexp.MustCompile(`(\.[0-9a-f]{32,64}|-[A-Z2-7]{8})\.[a-z0-9]+$`)

// cacheControl says how long a file may be kept without asking: for ever where
// its name changes with it, else a minute, so that a new page never meets old
// data for long.
func cacheControl(name string) string {
	if ext := path.Ext(name); twinOf[ext] {
		name = strings.TrimSuffix(name, ext)
	}
	if fingerprinted.MatchString(name) {
		return "public, max-age=31536000, immutable"
	}
	return "public, max-age=60"
}

// twinOf are the endings of compressed twins, which servers send in place of the
// file whose name comes before.
var twinOf = map[string]bool{".gz": true, ".br": true, ".zst": true}

// isPage reports whether a file is a page that readers see.
func isPage(name string) bool { return strings.HasSuffix(name, ".html") }

// isTwin reports whether a file is the compressed twin of a page.
func isTwin(name string) bool {
	ext := path.Ext(name)
	return twinOf[ext] && isPage(strings.TrimSuffix(name, ext))
}

// isList reports whether other programs follow the file to pages, so that it
// comes after them.
func isList(name string) bool {
	switch path.Ext(name) {
	case ".atom", ".xml", ".ics":
		return true
	}
	return strings.HasSuffix(name, "feed.json")
}

// depth is how far below the first page a page is: that of the folder it opens
// for the first page of a folder.
func depth(name string) int {
	n := 2 * strings.Count(name, "/")
	if path.Base(name) != "index.html" {
		n++
	}
	return n
}
