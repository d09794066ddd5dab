package clean

import (
	"strings"
	"unicode/utf8"
)

// ending is how a line ends, quotes and brackets after the mark left aside.
type ending uint8

const (
	endOpen     ending = iota // with a word
	endSentence               // . ؟ !
	endCut                    // … or ... behind a word cut off
	endOn                     // : ، ؛ and more to come
)

// endingOf looks at the last marks of s.
func endingOf(s string) ending {
	s = strings.TrimRight(s, " »”\"'’)]}*_")
	switch {
	case strings.HasSuffix(s, "...") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, ".."):
		return endCut
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', '!', '؟', '?', '۔':
		return endSentence
	case ':', '،', ',', '؛', ';':
		return endOn
	}
	return endOpen
}

// endsWithStop reports whether s ends with a full stop, which headlines do not.
func endsWithStop(s string) bool {
	s = strings.TrimRight(s, " »”\"'’)]}")
	return strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..")
}
