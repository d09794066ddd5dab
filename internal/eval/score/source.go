package score

import (
	"fmt"
	"strings"
	"unicode"
)

// Span is a half-open range of code point offsets in one source file.
type Span struct{ Start, End int }

// Len is the number of code points in s.
func (s Span) Len() int { return s.End - s.Start }

// Overlap is the number of code points s and t share.
func (s Span) Overlap(t Span) int {
	return max(0, min(s.End, t.End)-max(s.Start, t.Start))
}

// IoU is the intersection of s and t over their union.
func (s Span) IoU(t Span) float64 {
	o := s.Overlap(t)
	return ratio(float64(o), float64(s.Len()+t.Len()-o))
}

// Touches reports whether s and t share at least half of the shorter one.
func (s Span) Touches(t Span) bool {
	o := s.Overlap(t)
	return o > 0 && 2*o >= min(s.Len(), t.Len())
}

// Source is a decoded source file. Lines[i] is the span of line i+1, without
// its newline.
type Source struct {
	Name  string
	Runes []rune
	Lines []Span
}

// newSource decodes text and records where its lines lie.
func newSource(name, text string) *Source {
	s := &Source{Name: name, Runes: []rune(text)}
	at := 0
	for line := range strings.SplitSeq(text, "\n") {
		n := len([]rune(line))
		s.Lines = append(s.Lines, Span{at, at + n})
		at += n + 1
	}
	return s
}

// Holds reports whether sp lies inside the file and is not empty.
func (s *Source) Holds(sp Span) bool {
	return sp.Start >= 0 && sp.Start < sp.End && sp.End <= len(s.Runes)
}

// Text is the text of sp, which must lie inside the file.
func (s *Source) Text(sp Span) string { return string(s.Runes[sp.Start:sp.End]) }

// Find locates text on a 1-based line: at offset start of the line when start
// is given, else at its first occurrence.
func (s *Source) Find(line int, text string, start *int) (Span, error) {
	if line < 1 || line > len(s.Lines) {
		return Span{}, fmt.Errorf("%s: no line %d", s.Name, line)
	}
	ln := s.Lines[line-1]
	at := 0
	if start != nil {
		at = *start
	} else if i := strings.Index(s.Text(ln), text); i >= 0 {
		at = len([]rune(s.Text(ln)[:i]))
	}
	sp := Span{ln.Start + at, ln.Start + at + len([]rune(text))}
	if !s.Holds(sp) || sp.End > ln.End || s.Text(sp) != text {
		return Span{}, fmt.Errorf("%s: line %d does not hold %q there", s.Name, line, text)
	}
	return sp, nil
}

// LinesOf lists the 1-based lines of which sp covers something other than space.
func (s *Source) LinesOf(sp Span) []int {
	var out []int
	for i, ln := range s.Lines {
		part := Span{max(ln.Start, sp.Start), min(ln.End, sp.End)}
		if part.Len() > 0 && s.inked(part) > 0 {
			out = append(out, i+1)
		}
	}
	return out
}

// inked counts the code points of sp that are not white space.
func (s *Source) inked(sp Span) int {
	n := 0
	for _, r := range s.Runes[sp.Start:sp.End] {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
