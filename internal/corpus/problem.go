package corpus

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
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

func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	}
	return "error"
}

// Problem is trouble in a source, a content file or a template: data, not a
// failure of the program.
type Problem struct {
	Severity Severity
	Path     string // with slashes
	Line     int    // 1-based; 0 when the whole file is meant
	Col      int    // 1-based, in code points; 0 when the whole line is meant
	Message  string // one line, lower case, no full stop
	Hint     string // what to do, "" if there is nothing to say
	Excerpt  string // the line itself, shortened, or ""
}

// String gives "path:line:col: severity: message (hint)" without the excerpt.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.Path)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Col > 0 {
			fmt.Fprintf(&b, ":%d", p.Col)
		}
	}
	fmt.Fprintf(&b, ": %s: %s", p.Severity, p.Message)
	if p.Hint != "" {
		fmt.Fprintf(&b, " (%s)", p.Hint)
	}
	return b.String()
}

// SortProblems orders problems by path, line, column and message, and drops
// those that say the same twice.
func SortProblems(ps []Problem) []Problem {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(ps)
}
