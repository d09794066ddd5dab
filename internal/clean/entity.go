package clean

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// maxEntity bounds the length of a character reference; the longest name in
// HTML, CounterClockwiseContourIntegral, has 31 letters.
const maxEntity = 40

// decode reads one character, or one character reference, from the start of s.
// It gives what stands there, its length in s, and whether it stands there in
// its own bytes.
func decode(s string) (text string, size int, exact bool) {
	if s[0] == '&' {
		if text, size := reference(s); size > 0 {
			return text, size, text == s[:1] // "&amp;" begins with what it means
		}
	}
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size == 1 {
		return "", 1, false // not UTF-8: nothing that could be shown
	}
	return s[:size], size, true
}

// reference reads a character reference such as "&laquo;" or "&#1593;" from the
// start of s; size is 0 when there is none.
func reference(s string) (text string, size int) {
	end := 1
	for end < len(s) && end < maxEntity && isReferenceByte(s[end]) {
		end++
	}
	if end < len(s) && s[end] == ';' {
		end++
	}
	whole := s[:end]
	text = html.UnescapeString(whole)
	if text == whole {
		return "", 0
	}
	// Without its semicolon a name may end before the letters do: "&copyright".
	for end > 1 && text != "" && s[end-1] == text[len(text)-1] && s[end-1] != ';' && text != "&" {
		text, end = text[:len(text)-1], end-1
	}
	return text, end
}

func isReferenceByte(c byte) bool {
	return c == '#' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// unescape gives a value of a page's metadata as one line of plain text:
// references decoded (twice where a page wrote them twice), blanks folded.
func unescape(s string) string {
	if len(s) > maxValue {
		return ""
	}
	s = html.UnescapeString(s)
	if strings.Contains(s, "&") {
		s = html.UnescapeString(s)
	}
	var w scribe
	plain(&w, strings.Join(strings.Fields(s), " "))
	return string(w.text)
}

// maxValue bounds the length of a value of a page's metadata in bytes.
const maxValue = 4 << 10
