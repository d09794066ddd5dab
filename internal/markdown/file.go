package markdown

import (
	"sort"
	"strings"
	"unicode/utf8"

	"mojaz/internal/corpus"
	"mojaz/internal/wording"
)

// File is a briefing as its file tells it, together with where everything
// stands in that file, so that what is found out later can be reported there.
// Its lists must keep the order in which Parse gave them.
type File struct {
	corpus.Briefing
	source     *source
	paragraphs []located      // of Briefing.Paragraphs, one for one
	points     []located      // of Briefing.Summary, one for one
	quotes     []located      // of Briefing.Quotes, one for one
	quantities []located      // of Briefing.Quantities, one for one: their words
	named      []located      // of Briefing.Names, one for one
	related    []related      // of Briefing.Relations, one for one
	linked     []sectionLink  // in Briefing.Sections
	index      map[string]int // paragraph id → its place in Paragraphs
	names      map[string]int // name → its place in Names
}

// OverviewFile is an overview as its file tells it, with the places of its
// links.
type OverviewFile struct {
	corpus.Overview
	source *source
	links  []located     // of Overview.Briefings, one for one
	points []pointPlaces // of Overview.Points, one for one
	linked []sectionLink // in Overview.Sections
}

// Line gives the line, counted from 1, on which the paragraph with an id begins;
// 0 when there is none.
func (f *File) Line(id string) int {
	i, ok := f.index[id]
	if !ok {
		return 0
	}
	line, _ := f.source.at(f.paragraphs[i].place(0))
	return line
}

// located is a passage together with the way from its line back to the file:
// lines that an editor wrapped have been joined.
type located struct {
	*passage
	joins []step // line byte → file byte
}

// place gives the byte of the file from which byte i of the passage's text was
// read.
func (l located) place(i int) int { return l.inFile(l.passage.place(i)) }

// inFile gives the byte of the file that byte i of the joined line stands at.
func (l located) inFile(i int) int {
	at := sort.Search(len(l.joins), func(k int) bool { return l.joins[k].text > i }) - 1
	if at < 0 {
		return 0
	}
	return l.joins[at].source + i - l.joins[at].text
}

// source is a file's text: valid UTF-8 with "\n" at the end of each line and no
// byte order mark.
type source struct {
	path   string
	text   string
	starts []int // of each line
	// firstKey is the first key of its front matter, "title" when it is "".
	firstKey string
	// problems found so far
	problems []corpus.Problem
}

// newSource prepares a file for reading. Its lines keep their numbers.
func newSource(path string, src []byte) *source {
	text := strings.TrimPrefix(string(src), "\ufeff")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	text = strings.ReplaceAll(text, "\x00", "\ufffd")
	s := &source{path: path, text: strings.ToValidUTF8(text, "\ufffd"), starts: []int{0}}
	for i := 0; i < len(s.text); i++ {
		if s.text[i] == '\n' {
			s.starts = append(s.starts, i+1)
		}
	}
	if !utf8.Valid(src) {
		bad := len(strings.ToValidUTF8(text[:validPrefix(text)], ""))
		s.report(corpus.Warning, bad, "bytes that are not UTF-8", "save the file as UTF-8")
	}
	return s
}

// validPrefix is the length of the valid UTF-8 at the start of s.
func validPrefix(s string) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(s)
}

// at gives the line and the column of a byte, both from 1, the column in code
// points.
func (s *source) at(offset int) (line, col int) {
	offset = min(max(offset, 0), len(s.text))
	line = sort.SearchInts(s.starts, offset+1)
	return line, utf8.RuneCountInString(s.text[s.starts[line-1]:offset]) + 1
}

// line gives a line by its number, from 1.
func (s *source) line(n int) string {
	if n < 1 || n > len(s.starts) {
		return ""
	}
	end := len(s.text)
	if n < len(s.starts) {
		end = s.starts[n] - 1
	}
	return s.text[s.starts[n-1]:end]
}

// maxProblems bounds the problems listed of one file.
const maxProblems = 100

// report notes a problem at a byte of the file. Beyond the limit, the last
// problem stands for all others and is as severe as the worst of them.
func (s *source) report(severity corpus.Severity, offset int, message, hint wording.Text) {
	switch n := len(s.problems); {
	case n < maxProblems:
		s.problems = append(s.problems, s.problem(severity, offset, message, hint))
	case n == maxProblems:
		s.problems = append(s.problems, corpus.Problem{
			Severity: severity, Path: s.path, Message: "there are more problems than are listed here", Hint: "solve these first",
		})
	default:
		s.problems[n-1].Severity = max(s.problems[n-1].Severity, severity)
	}
}

// full reports whether no more problems are listed, so that none needs a hint.
func (s *source) full() bool { return len(s.problems) > maxProblems }

func (s *source) problem(severity corpus.Severity, offset int, message, hint wording.Text) corpus.Problem {
	line, col := s.at(offset)
	return corpus.Problem{
		Severity: severity, Path: s.path, Line: line, Col: col,
		Message: message, Hint: hint, Excerpt: excerpt(s.line(line), col),
	}
}

// maxExcerpt is the length of an excerpt in characters.
const maxExcerpt = 120

// excerpt shortens a line around a column.
func excerpt(line string, col int) string {
	r := []rune(strings.TrimSpace(visible(line)))
	if len(r) <= maxExcerpt {
		return string(r)
	}
	from := min(max(0, col-1-maxExcerpt/3), len(r)-maxExcerpt)
	s := string(r[from : from+maxExcerpt])
	if from > 0 {
		s = "…" + s
	}
	if from+maxExcerpt < len(r) {
		s += "…"
	}
	return s
}

// visible writes characters without ink by their numbers, so that a message
// cannot be turned around by what it quotes.
func visible(s string) string {
	if !strings.ContainsFunc(s, hidden) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if hidden(r) {
			b.WriteString(`\u{` + hex(r) + `}`)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
