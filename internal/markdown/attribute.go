package markdown

import (
	"strings"
	"unicode"
)

// attributes is what stands between braces after a span, a paragraph, a heading
// or a quotation: {#p12 .lede} or {date=2025-09 rel=in}, as Pandoc writes it.
type attributes struct {
	id      string
	classes []string
	pairs   []pair // in order
}

type pair struct{ key, value string }

// maxAttributes bounds how far a closing brace is looked for, in bytes, so that
// many opening ones stay cheap.
const maxAttributes = 1000

// parseAttributes reads attributes at the start of s. n is their length with
// both braces, 0 when no closing brace follows; ok is false when what stands
// between the braces is not a list of attributes.
func parseAttributes(s string) (a attributes, n int, ok bool) {
	n = closingBrace(s)
	if n == 0 {
		return a, 0, false
	}
	ok = true
	for rest := strings.TrimLeft(s[1:n-1], blanks); rest != ""; rest = strings.TrimLeft(rest, blanks) {
		var good bool
		rest, good = a.take(rest)
		ok = ok && good
	}
	return a, n, ok && (a.id != "" || len(a.classes) > 0 || len(a.pairs) > 0)
}

// closingBrace gives the length of s up to and with the brace that closes the
// one at its start; 0 if there is none near.
func closingBrace(s string) int {
	quoted := false
	for i := 1; i < len(s) && i < maxAttributes; i++ {
		switch c := s[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '\n':
			return 0
		case c == '}':
			return i + 1
		}
	}
	return 0
}

// take reads one attribute from the start of s and gives what follows it.
func (a *attributes) take(s string) (rest string, ok bool) {
	end := 0
	for quoted := false; end < len(s) && (quoted || !strings.ContainsRune(blanks, rune(s[end]))); end++ {
		if s[end] == '"' {
			quoted = !quoted
		}
	}
	word, rest := s[:end], s[end:]
	key, value, isPair := strings.Cut(word, "=")
	switch {
	case word[0] == '#':
		ok = a.id == "" && name(word[1:])
		a.id = word[1:]
	case word[0] == '.':
		ok = name(word[1:])
		a.classes = append(a.classes, word[1:])
	case isPair && name(key):
		a.pairs = append(a.pairs, pair{key, strings.Trim(value, `"`)})
		ok = true
	}
	return rest, ok
}

// name reports whether s can name an id, a class or a key.
func name(s string) bool {
	for _, r := range s {
		if r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			return false
		}
	}
	return s != ""
}

// cutAttributes takes the attributes off the end of a paragraph. They stand
// alone or after a blank; braces right after a closing bracket belong to a span.
func cutAttributes(s string) (text string, a attributes, ok bool) {
	s = strings.TrimRight(s, blanks)
	if !strings.HasSuffix(s, "}") {
		return s, a, false
	}
	i := strings.LastIndexByte(s, '{')
	if i < 0 || i > 0 && !strings.ContainsRune(blanks, rune(s[i-1])) {
		return s, a, false
	}
	a, n, ok := parseAttributes(s[i:])
	if !ok || i+n != len(s) {
		return s, attributes{}, false
	}
	return strings.TrimRight(s[:i], blanks), a, true
}
