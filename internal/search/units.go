package search

import (
	"strings"

	"mojaz/internal/arabic"
)

// A text is cut into units: each a word, a number or a mark together with the
// blank before it, if there is one blank. A text is cut as if a blank stood before
// it, so that its first word is a unit like others; all its units together are
// that blank and the text.

// oneLine keeps a text from looking like several.
var oneLine = strings.NewReplacer("\n", " ", "\r", " ", "\t", " ")

// asLine gives a text as one line.
func asLine(text string) string {
	for _, c := range []byte("\n\r\t") {
		if strings.IndexByte(text, c) >= 0 {
			text = oneLine.Replace(text)
		}
	}
	return strings.ToValidUTF8(text, "\uFFFD")
}

// cut calls each with the units of a line, in order, and with the word or number
// in each, "" if it is none.
func cut(line string, each func(unit, word string)) {
	at := 0
	give := func(from, end int, word string) {
		if unit := line[from:end]; at == 0 {
			each(" "+unit, word)
		} else {
			each(unit, word)
		}
		at = end
	}
	inLine(line, func(start, end int, word bool) {
		from := start
		if from > at && line[from-1] == ' ' {
			from--
		}
		if at < from {
			give(at, from, "")
		}
		if word {
			give(from, end, line[start:end])
		} else {
			give(from, end, "")
		}
	})
	if at < len(line) {
		give(at, len(line), "")
	}
}

// inLine calls each with the tokens of a line, in order. They are those of
// [arabic.Tokens], which looks at each letter; a word of plain letters between
// blanks, as nearly all are, needs less.
func inLine(line string, each func(start, end int, word bool)) {
	for i := 0; i < len(line); {
		if line[i] == ' ' {
			i++
			continue
		}
		end := i + plainLetters(line[i:])
		if end > i && ends(line[end:]) {
			each(i, end, true)
			i = end
			continue
		}
		end = len(line)
		if n := strings.IndexByte(line[i:], ' '); n >= 0 {
			end = i + n
		}
		for _, t := range arabic.Tokens(line[i:end]) {
			each(i+t.Start, i+t.End, t.Kind != arabic.Punct)
		}
		i = end
	}
}

// plainLetters gives how long the run of Arabic letters is with which s begins:
// U+0621 to U+063A and U+0641 to U+064A.
func plainLetters(s string) int {
	i := 0
	for i+1 < len(s) {
		first, second := s[i], s[i+1]
		if first == 0xD8 && second >= 0xA1 && second <= 0xBA || first == 0xD9 && second >= 0x81 && second <= 0x8A {
			i += letter
			continue
		}
		break
	}
	return i
}

// ends reports whether no word goes on with s: it is empty, or begins with a blank
// or a plain mark.
func ends(s string) bool {
	if s == "" {
		return true
	}
	c := s[0]
	if c == ' ' || c == '.' || c == ',' || c == ':' || c == ')' || c == '"' {
		return true
	}
	return strings.HasPrefix(s, string(arabic.Comma))
}

// spaced reports whether a unit begins with its blank, and gives the rest.
func spaced(unit string) (rest string, ok bool) { return strings.CutPrefix(unit, " ") }
