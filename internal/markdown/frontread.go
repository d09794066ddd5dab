package markdown

import (
	"cmp"
	"regexp"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/strictyaml"
	"mojaz/internal/wording"
)

// clock matches a time of day: "09:05", "23:59".
var clock = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d$`)

// maxFront bounds the front matter, in bytes.
const maxFront = 64 << 10

// frontLines gives how many lines the front matter takes, its fences included;
// 0 when the file has none. closed is false when the second fence is missing.
func (s *source) frontLines() (n int, closed bool) {
	if strings.TrimRight(s.line(1), blanks) != "---" {
		return 0, true
	}
	for n = 2; n <= len(s.starts); n++ {
		if l := strings.TrimRight(s.line(n), blanks); l == "---" || l == "..." {
			return n, true
		}
	}
	return 1, false
}

// bodyStart gives the byte after the front matter.
func (s *source) bodyStart() int {
	n, _ := s.frontLines()
	if n < len(s.starts) {
		return s.starts[n]
	}
	return len(s.text)
}

// front reads the front matter into a struct with yaml tags and reports whether
// it could be read as a whole; what could be is in the struct either way.
func (s *source) front(into any) bool {
	n, closed := s.frontLines()
	switch {
	case n == 0:
		s.report(corpus.Warning, 0, "the front matter is missing", wording.Of("begin the file with --- %s: … ---, a line each", cmp.Or(s.firstKey, "title")))
		return false
	case !closed:
		s.report(corpus.Warning, 0, "the front matter has no end", "put a line of three dashes after its last key")
		return false
	}
	body := s.text[s.starts[1]:s.starts[n-1]]
	if len(body) > maxFront {
		s.report(corpus.Fault, 0, wording.Of("the front matter is longer than %d bytes", maxFront), "keep only the keys that the program writes")
		return false
	}
	return s.decode("\n"+body, into)
}

// decode reads YAML whose lines stand where they do in the file.
func (s *source) decode(src string, into any) bool {
	sound := true
	for _, p := range strictyaml.Decode(s.path, []byte(src), into) {
		p.Excerpt = excerpt(s.line(p.Line), p.Col)
		s.problems = append(s.problems, p)
		sound = sound && p.Severity < corpus.Fault
	}
	return sound
}

// keyLine gives the line of a key of the front matter, 1 if it is not there.
func (s *source) keyLine(key string) int {
	n, _ := s.frontLines()
	for i := 2; i < n; i++ {
		if strings.HasPrefix(s.line(i), key+":") {
			return i
		}
	}
	return 1
}

// reportKey notes a problem at a key of the front matter.
func (s *source) reportKey(key string, message, hint wording.Text) {
	s.report(corpus.Warning, s.starts[s.keyLine(key)-1], message, hint)
}

// rights checks how much of a source may be shown. What is no known word is a
// Fault, and as little as possible is shown until it is one.
func (s *source) rights(r corpus.Rights) corpus.Rights {
	switch r {
	case "", corpus.RightsFull, corpus.RightsQuote, corpus.RightsLink:
		return r
	}
	s.report(corpus.Fault, s.starts[s.keyLine("rights")-1], wording.Of("unknown rights %q", oneLine(string(r))),
		suggest(oneLine(string(r)), []string{"full", "quote", "link"}, "write %s"))
	return corpus.RightsLink
}
