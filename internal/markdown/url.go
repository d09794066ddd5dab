package markdown

import (
	"slices"
	"strings"
	"unicode"
)

// schemes are those that a link may have.
var schemes = []string{"http", "https", "mailto"}

// safeURL reports whether a link may lead to url: http, https, mailto, or an
// address relative to the page, #p12 among them. What begins with two slashes
// leaves the site without saying how, and white space and control characters
// could hide a scheme from a check that a browser does not make.
func safeURL(url string) bool {
	if strings.ContainsFunc(url, func(r rune) bool { return r < 0x20 || r == 0x7f || r == '\\' || hidden(r) }) {
		return false
	}
	if url != strings.TrimFunc(url, unicode.IsSpace) || strings.HasPrefix(url, "//") {
		return false
	}
	end := strings.IndexAny(url, ":/?#")
	if end < 0 || url[end] != ':' {
		return true
	}
	return slices.Contains(schemes, strings.ToLower(url[:end]))
}
