package publish

import (
	"bytes"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
	"github.com/tdewolff/minify/v2/svg"
	"github.com/tdewolff/minify/v2/xml"

	"mojaz/internal/wording"
)

// Minify gives a shorter form of a file that means the same, chosen by the
// ending of its path: .html, .css, .js, .json, .svg and .xml. Other files come
// back as they are. The same bytes always give the same bytes.
//
// Text is never changed but for runs of blanks, which become one where HTML and
// XML hold that to be the same: outside <pre> and <textarea>. A style sheet that
// makes blanks count elsewhere (white-space: pre) is not looked at; use <pre>.
// Inside HTML the content of script, style and svg elements stays byte for byte,
// so that the hashes of a security policy and linked data keep their worth.
// An error names the path.
func Minify(path string, b []byte) ([]byte, error) {
	kind := mediatype(path, b)
	if kind == "" {
		return b, nil
	}
	if kind == ".html" {
		b = endShapes(b)
	}
	var out bytes.Buffer
	out.Grow(len(b))
	// The library writes into what it is given, and a mark behind it.
	in := bytes.NewBuffer(append(make([]byte, 0, len(b)+1), b...))
	if err := minifier().Minify(kind, &out, in); err != nil {
		return nil, wording.Errorf("minify %s: %w", path, err)
	}
	return out.Bytes(), nil
}

// mediatype gives the name under which minifier knows the form of a file, "" for
// files that are left alone.
func mediatype(name string, b []byte) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".svg":
		if bytes.Contains(b, []byte("<text")) {
			return ".xml" // the SVG minifier joins the words around a <tspan>
		}
		return ext
	case ".html", ".css", ".js", ".json", ".xml":
		return ext
	}
	return ""
}

// minifier knows the forms by their file endings and not by media types, so the
// HTML minifier finds none to use on what is embedded in a page.
var minifier = sync.OnceValue(func() *minify.M {
	m := minify.New()
	m.Add(".html", &html.Minifier{
		KeepDocumentTags:    true, // the Nu checker, and people, look for them
		KeepEndTags:         true,
		KeepQuotes:          true,
		KeepDefaultAttrVals: true, // a style sheet may select on them
		KeepWhitespace:      true, // a blank beside an inline element is a blank
	})
	m.Add(".css", &css.Minifier{})
	m.Add(".js", &js.Minifier{Version: 2018}) // no newer syntax than was written
	m.Add(".json", &json.Minifier{KeepNumbers: true})
	m.Add(".svg", &svg.Minifier{})
	m.Add(".xml", &xml.Minifier{KeepWhitespace: true})
	return m
})

// svgTag finds where drawings begin and end: <svg x="1">, </svg>.
var svgTag = regexp.MustCompile(`</?svg\b[^<>]*>`)

// selfClosed finds elements of a drawing without content: <rect x="1"/>.
var selfClosed = regexp.MustCompile(`<([\w:-]+)([^<>]*)/>`)

// endShapes gives the shapes of drawings that hold other drawings end tags of
// their own. The HTML minifier takes such a drawing to be over where an inner one
// ends, and drops the slash of what follows: each shape would hold the next.
func endShapes(page []byte) []byte {
	if !bytes.Contains(page, []byte("<svg")) {
		return page
	}
	var out []byte
	depth, nested, from, done := 0, false, 0, 0
	for _, m := range svgTag.FindAllIndex(page, -1) {
		switch tag := page[m[0]:m[1]]; {
		case tag[1] != '/' && tag[len(tag)-2] != '/':
			if depth++; depth == 1 {
				from, nested = m[0], false
			}
			nested = nested || depth > 1
		case tag[1] == '/' && depth > 0:
			if depth--; depth == 0 && nested {
				out = append(out, page[done:from]...)
				out = append(out, selfClosed.ReplaceAll(page[from:m[1]], []byte("<$1$2></$1>"))...)
				done = m[1]
			}
		}
	}
	if done == 0 {
		return page
	}
	return append(out, page[done:]...)
}
