package corpus

import (
	"cmp"
	"slices"
	"strconv"

	"mojaz/internal/wording"
)

// Severity says what a problem costs.
type Severity int

// The severities, the lightest first.
const (
	// Note is worth knowing and costs nothing: an encoding that was guessed.
	Note Severity = iota
	// Warning costs a part: a file left out, a date that could not be read.
	Warning
	// Fault breaks a promise of the site, such as a sentence that is not in its
	// source; the build stops unless it was asked to be lenient.
	Fault
)

// Wording names the severity for people.
func (s Severity) Wording() wording.Text {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	}
	return "error"
}

// String names the severity for programs: "note", "warning" or "error".
func (s Severity) String() string { return s.Wording().String() }

// Problem is trouble in a source, a content file or a template: data, not a
// failure of the program.
type Problem struct {
	Severity Severity
	Path     string       // with slashes
	Line     int          // 1-based; 0 when the whole file is meant
	Col      int          // 1-based, in code points; 0 when the whole line is meant
	Message  wording.Text // one line, lower case, no full stop
	Hint     wording.Text // what to do, "" if there is nothing to say
	Excerpt  string       // the line itself, shortened, or ""
}

// Place gives "path:line:col", as far as it is known.
func (p Problem) Place() string {
	place := p.Path
	if p.Line > 0 {
		place += ":" + strconv.Itoa(p.Line)
		if p.Col > 0 {
			place += ":" + strconv.Itoa(p.Col)
		}
	}
	return place
}

// String gives "path:line:col: severity: message (hint)" without the excerpt.
func (p Problem) String() string { return p.Wording().String() }

// Wording gives what String does, in words that can be told in other languages.
func (p Problem) Wording() wording.Text {
	if p.Hint != "" {
		return wording.Of("%s: %s: %s (%s)", p.Place(), p.Severity.Wording(), p.Message, p.Hint)
	}
	return wording.Of("%s: %s: %s", p.Place(), p.Severity.Wording(), p.Message)
}

// Listed gives problems as their Wording has them, one a line.
func Listed(problems []Problem) wording.Text {
	lines := make([]wording.Text, len(problems))
	for i, p := range problems {
		lines[i] = p.Wording()
	}
	return wording.Join(lines, "\n")
}

// SortProblems orders problems by path, line, column and message, and drops
// those that say the same twice.
func SortProblems(ps []Problem) []Problem {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		placed := cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
		if placed != 0 || a.Message == b.Message {
			return placed
		}
		return cmp.Compare(a.Message.String(), b.Message.String())
	})
	return slices.Compact(ps)
}
