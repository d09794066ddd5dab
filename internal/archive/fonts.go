package archive

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
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

// inData is how an address begins that holds a font.
const inData = "data:font/woff2;base64,"

// font gives what a face loads and a name for it: a file of the site, or what
// stands in the style sheet. There is none for an address of anything else.
func (v *Volume) font(sheet, address string) (name string, b []byte) {
	if words, ok := strings.CutPrefix(address, inData); ok {
		b, err := base64.StdEncoding.DecodeString(words)
		if err != nil {
			return "", nil
		}
		sum := sha256.Sum256(b)
		return hex.EncodeToString(sum[:6]) + ".woff2", b
	}
	from := resolve(sheet, address).path
	if mediaTypes[path.Ext(from)] == "" {
		return "", nil
	}
	return plain(path.Base(from)), v.file(from)
}

// style gives the style sheet of a book: the faces of the site's own sheets, then
// what is a book's own; and the fonts that it loads.
func (b *book) style() (sheet publish.File, fonts []publish.File) {
	var css strings.Builder
	here := map[string]bool{} // by path in the book
	for _, s := range b.sheets() {
		for _, face := range fontFace.FindAllString(string(s.Bytes), -1) {
			name, font := b.font(s.Path, address(cssURL.FindStringSubmatch(face)))
			if font == nil {
				continue // the reader's own face serves
			}
			to := "fonts/" + name
			if !here[to] {
				here[to] = true
				fonts = append(fonts, publish.File{Path: to, Bytes: font})
			}
			css.WriteString(reload(face, func(string) string { return to }) + "\n")
		}
	}
	css.Write(b.Style)
	return publish.File{Path: "style.css", Bytes: []byte(css.String())}, fonts
}
