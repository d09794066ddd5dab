package strictyaml

import (
	"strings"
	"unicode/utf8"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// The bounds of a file. The YAML library takes quadratic time on what is nested
// and on the keys of one mapping, and what anchors repeat grows without end.
const (
	maxSize    = 1 << 20 // bytes
	maxNesting = 50      // brackets, braces or dashes inside each other
	maxKeys    = 10_000
)

// guard reports what would make a file expensive to read, before the library
// sees it. It reads YAML only as far as it must: what it takes for quoted, plain
// or block text the library does too, and where it cannot tell it counts.
func guard(path string, src []byte) (problem corpus.Problem, ok bool) {
	problem = corpus.Problem{Severity: corpus.Fault, Path: path}
	if len(src) > maxSize {
		problem.Message = wording.Of("longer than %d bytes", maxSize)
		return problem, false
	}
	s := scanner{src: string(src)}
	s.run()
	if s.wrong == "" {
		return problem, true
	}
	before := s.src[:s.at]
	problem.Line = strings.Count(before, "\n") + 1
	problem.Col = utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:]) + 1
	problem.Message, problem.Hint = s.wrong, s.hint
	problem.Excerpt = line(src, problem.Line)
	return problem, false
}

// scanner goes over a file once.
type scanner struct {
	src    string
	at     int
	start  int // of the line
	key    int // column of the last key or dash of the line
	depth  int // brackets that are open
	keys   int
	dashes int  // of this line
	plain  bool // inside a scalar without quotes
	wrong  wording.Text
	hint   wording.Text
}

// run goes on until the end or the first thing that is wrong.
func (s *scanner) run() {
	for s.at < len(s.src) && s.wrong == "" {
		s.step()
	}
}

// step takes one character, or a quoted or block text as a whole.
func (s *scanner) step() {
	c := s.src[s.at]
	switch {
	case c == '\n':
		s.start, s.dashes, s.plain = s.at+1, 0, false
	case c == ' ', c == '\t', c == '\r':
	case c == '#' && s.blank(s.at-1):
		s.skip(strings.IndexByte(s.src[s.at:], '\n'))
		return
	case s.depth > 0 && strings.IndexByte("[]{},", c) >= 0:
		s.plain = false
		s.bracket(c)
	case s.plain && (c != ':' || !s.blank(s.at+1)):
	default:
		s.token(c)
		return
	}
	s.at++
}

// token takes the character that begins a token.
func (s *scanner) token(c byte) {
	switch {
	case c == '"' || c == '\'':
		s.quoted(c)
		return
	case strings.IndexByte("[]{}", c) >= 0:
		s.bracket(c)
	case c == '&' && !s.blank(s.at+1):
		s.stop("an anchor cannot stand here", quote)
	case c == '!':
		s.skip(strings.IndexAny(s.src[s.at:], " \t\r\n"))
		return
	case c == ':' && (s.depth > 0 || s.blank(s.at+1)):
		s.colon()
	case (c == '-' || c == '?') && s.blank(s.at+1):
		s.dash()
	case (c == '|' || c == '>') && s.depth == 0:
		s.block()
		return
	default:
		s.plain = true
		s.key = s.at - s.start
	}
	s.at++
}

// colon counts the keys.
func (s *scanner) colon() {
	s.plain = false
	if s.keys++; s.keys > maxKeys {
		s.stop(wording.Of("more than %d keys", maxKeys), "part the file, or leave some out")
	}
}

// dash counts the lists that open on one line: "- - - a".
func (s *scanner) dash() {
	s.key = s.at - s.start
	if s.dashes++; s.dashes > maxNesting {
		s.stop(wording.Of("more than %d lists inside each other", maxNesting), quote)
	}
}

func (s *scanner) bracket(c byte) {
	switch c {
	case '[', '{':
		if s.depth++; s.depth > maxNesting {
			s.stop(wording.Of("more than %d brackets inside each other", maxNesting), quote)
		}
	case ']', '}':
		s.depth = max(0, s.depth-1)
	}
}

// quote is what to do about marks that are meant as text.
const quote = `put a value that has such characters in quotes: "…"`

// stop ends the run at the character that is one too many.
func (s *scanner) stop(wrong, hint wording.Text) {
	s.wrong, s.hint = wrong, hint
	s.at--
}

// quoted skips a text in quotes.
func (s *scanner) quoted(quote byte) {
	s.key = s.at - s.start
	for s.at++; s.at < len(s.src); s.at++ {
		switch c := s.src[s.at]; {
		case c == '\\' && quote == '"':
			s.at++
		case c == quote && quote == '\'' && strings.HasPrefix(s.src[s.at+1:], "'"):
			s.at++
		case c == quote:
			s.at++
			return
		}
	}
}

// block skips the lines of a block text, which stand further in than the key or
// the dash that it belongs to.
func (s *scanner) block() {
	for {
		end := strings.IndexByte(s.src[s.at:], '\n')
		if end < 0 {
			s.at = len(s.src)
			return
		}
		s.at += end
		next := s.src[s.at+1:]
		bare := strings.TrimLeft(next, " ")
		if bare != "" && bare[0] != '\n' && len(next)-len(bare) <= s.key {
			return
		}
		s.at++
	}
}

// blank reports whether byte i is white space or outside the file.
func (s *scanner) blank(i int) bool {
	return i < 0 || i >= len(s.src) || strings.IndexByte(" \t\r\n", s.src[i]) >= 0
}

// skip goes on by n bytes, or to the end when n is negative.
func (s *scanner) skip(n int) {
	if n < 0 {
		n = len(s.src) - s.at
	}
	s.at += n
}
