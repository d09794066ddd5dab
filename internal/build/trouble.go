package build

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"mojaz/internal/corpus"
	"mojaz/internal/engine"
	"mojaz/internal/wording"
)

// located is an error with places.
type located []corpus.Problem

// Error gives one line a problem.
func (l located) Error() string { return l.Wording().String() }

// Wording gives what Error does, in words that can be told in other languages.
func (l located) Wording() wording.Text { return corpus.Listed(l) }

// placed is a line that names its place: "content/x.md:3:1: error: no title".
var placed = regexp.MustCompile(`^(.+?):(\d+)(?::(\d+))?: (?:error: )?(.*)$`)

// Trouble gives what an error of [Run], [Check] or [Explain] says as problems:
// with the place where the error knows one, else with the message alone.
func Trouble(err error) []corpus.Problem {
	var places located
	if errors.As(err, &places) {
		return places
	}
	var ofTemplates *engine.Error
	if errors.As(err, &ofTemplates) {
		return ofTemplates.Problems
	}
	var out []corpus.Problem
	for line := range strings.Lines(err.Error()) {
		line = strings.TrimSpace(line)
		p := corpus.Problem{Severity: corpus.Fault, Message: wording.Verbatim(line)}
		if m := placed.FindStringSubmatch(line); m != nil {
			p.Path, p.Message = m[1], wording.Verbatim(m[4])
			p.Line, _ = strconv.Atoi(m[2])
			p.Col, _ = strconv.Atoi(m[3])
		}
		out = append(out, p)
	}
	return out
}
