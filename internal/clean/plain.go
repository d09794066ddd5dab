package clean

import "unicode/utf8"

// Line ends besides "\n" and "\r".
const (
	nextLine           = '\u0085'
	lineSeparator      = '\u2028'
	paragraphSeparator = '\u2029'
)

// plain copies a text without markup.
func plain(s *scribe, raw string) {
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRuneInString(raw[i:])
		switch {
		case r == utf8.RuneError && size == 1: // not UTF-8: nothing that could be shown
		case r == '\r' && i+1 < len(raw) && raw[i+1] == '\n': // its "\n" follows
		case r == '\n':
			s.newline(i)
		case endsLine(r):
			s.newline(nowhere)
		default:
			s.put(r, i)
		}
		i += size
	}
	s.endLine()
}

// endsLine reports whether r ends a line but is not "\n".
func endsLine(r rune) bool {
	switch r {
	case '\r', '\v', '\f', nextLine, lineSeparator, paragraphSeparator:
		return true
	}
	return false
}
