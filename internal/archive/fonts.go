package archive

import (
	"path"
	"regexp"
	"strings"

	"mojaz/internal/publish"
)

// fontFace finds the faces that a style sheet declares: "@font-face{…}". One with
// a brace in a string would be cut short; fonts have no such names.
var fontFace = regexp.MustCompile(`@font-face\s*\{[^}]*\}`)

// cssURL finds what a style sheet loads: url(a.woff2), url("a.woff2").
var cssURL = regexp.MustCompile(`url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)`)

// address gives what a match of cssURL loads.
func address(match []string) string {
	if match == nil {
		return ""
	}
	return match[1] + match[2] + match[3]
}

// reload changes what a style sheet loads.
func reload(css string, to func(string) string) string {
	return cssURL.ReplaceAllStringFunc(css, func(s string) string {
		return `url("` + to(address(cssURL.FindStringSubmatch(s))) + `")`
	})
}

// sheets lists the style sheets of the site that its pages use, as they are found
// among its files.
func (v *Volume) sheets() (out []publish.File) {
	for _, f := range v.Files {
		if path.Ext(f.Path) == ".css" {
			out = append(out, f)
		}
	}
	return out
}

// file finds a file of the site, or nil.
func (v *Volume) file(name string) []byte {
	for _, f := range v.Files {
		if f.Path == name {
			return f.Bytes
		}
	}
	return nil
}

// style gives the style sheet of a book: the faces of the site's own sheet, then
// what is a book's own; and the fonts that it loads.
func (b *book) style() (sheet publish.File, fonts []publish.File) {
	var css strings.Builder
	here := map[string]string{} // by path on the site
	for _, s := range b.sheets() {
		for _, face := range fontFace.FindAllString(string(s.Bytes), -1) {
			from := resolve(s.Path, address(cssURL.FindStringSubmatch(face))).path
			font := b.file(from)
			if font == nil || mediaTypes[path.Ext(from)] == "" {
				continue // the reader's own face serves
			}
			to, known := here[from]
			if !known {
				to = "fonts/" + plain(path.Base(from))
				here[from] = to
				fonts = append(fonts, publish.File{Path: to, Bytes: font})
			}
			css.WriteString(reload(face, func(string) string { return to }) + "\n")
		}
	}
	css.Write(b.Style)
	return publish.File{Path: "style.css", Bytes: []byte(css.String())}, fonts
}
