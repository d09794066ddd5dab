package clean

import (
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// The joiners say how the letters beside them are drawn, and some words are
// told apart by them, so unlike other invisible marks they stay where they can
// do something.
const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// scribe writes a text rune by rune and records where each byte came from. It
// drops what cannot be seen, folds runs of blanks and of blank lines into one,
// and never begins or ends a line with a blank.
type scribe struct {
	text   []byte
	origin corpus.Origin
	lines  int // lines of ink begun

	inked  bool   // the current line holds ink
	last   rune   // the last rune written
	blank  *piece // a blank that waits for ink after it
	joiner *piece // a joiner that waits for a letter after it
	breaks []int  // where in Raw the line ends that wait for ink stand, or -1; at most 2
}

// nowhere is the place in Raw of what the program supplies.
const nowhere = -1

// piece is a rune with its place in Raw, or nowhere.
type piece struct {
	r  rune
	at int
}

// put writes r, which stands in Raw at byte at in the same bytes, or nowhere.
func (s *scribe) put(r rune, at int) {
	switch {
	case r == zeroWidthNonJoiner || r == zeroWidthJoiner:
		if s.joiner == nil && s.inked && s.blank == nil && joins(s.last) {
			s.joiner = &piece{r, at}
		}
	case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		if s.joiner != nil && s.joiner.r == zeroWidthJoiner {
			s.release()
		}
		s.joiner = nil
		if s.inked && s.blank == nil {
			s.blank = &piece{r, at}
		}
	case unicode.IsControl(r) || arabic.Invisible(r):
	default:
		s.ink(r, at)
	}
}

// ink writes a rune that can be seen, and before it what waited for it.
func (s *scribe) ink(r rune, at int) {
	if !s.inked {
		s.openLine()
	}
	if s.joiner != nil && (joins(r) || s.joiner.r == zeroWidthJoiner) {
		s.release()
	}
	s.joiner = nil
	if s.blank != nil {
		if s.blank.r != ' ' {
			s.blank.at = nowhere
		}
		s.write(' ', s.blank.at)
		s.blank = nil
	}
	s.write(r, at)
}

// openLine writes the line ends that waited for a line after them.
func (s *scribe) openLine() {
	if s.lines > 0 {
		for _, at := range s.breaks {
			s.write('\n', at)
		}
	}
	s.breaks = s.breaks[:0]
	s.inked = true
	s.lines++
}

// release writes the joiner that waits.
func (s *scribe) release() {
	s.write(s.joiner.r, s.joiner.at)
	s.joiner = nil
}

// newline ends the line; at is the place of "\n" in Raw, or nowhere.
func (s *scribe) newline(at int) {
	s.endLine()
	if len(s.breaks) < 2 {
		s.breaks = append(s.breaks, at)
	}
}

// part ends the line and sees to it that at least n line ends stand before the
// next one.
func (s *scribe) part(n int) {
	s.endLine()
	for len(s.breaks) < n {
		s.breaks = append(s.breaks, nowhere)
	}
}

func (s *scribe) endLine() {
	if s.joiner != nil && s.joiner.r == zeroWidthJoiner {
		s.release()
	}
	s.joiner, s.blank, s.inked, s.last = nil, nil, false, '\n'
}

// write appends r and, if it has a place in Raw, extends the origin.
func (s *scribe) write(r rune, at int) {
	n := len(s.text)
	s.text = utf8.AppendRune(s.text, r)
	s.last = r
	if at < 0 {
		return
	}
	size := len(s.text) - n
	if k := len(s.origin) - 1; k >= 0 {
		if p := &s.origin[k]; p.Text+p.N == n && p.Raw+p.N == at {
			p.N += size
			return
		}
	}
	s.origin = append(s.origin, corpus.Run{Text: n, Raw: at, N: size})
}

// joins reports whether a joiner beside r can change what is seen: r is a
// letter, a mark on one, or a part of a composed picture.
func joins(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.Is(unicode.So, r) || unicode.Is(unicode.Sk, r)
}
