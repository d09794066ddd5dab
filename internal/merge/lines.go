package merge

import (
	"strings"

	diff "github.com/aymanbagabas/go-udiff"
)

// Lines gives, for each line of text, from 0, its number in another version of
// it, from 1. A line that is not there has the number of the next one that is,
// or of the last line.
func Lines(text, other string) []int {
	n := strings.Count(other, "\n")
	if !strings.HasSuffix(other, "\n") {
		n++
	}
	var out []int
	at, line := 0, 1 // what is done of text, and the next line of other
	same := func(to int) {
		for range strings.Count(text[at:to], "\n") {
			out = append(out, min(line, n))
			line++
		}
		at = to
	}
	for _, e := range diff.Lines(text, other) {
		same(e.Start)
		for i := range strings.Count(text[e.Start:e.End], "\n") {
			out = append(out, min(line+min(i, strings.Count(e.New, "\n")), n))
		}
		line += strings.Count(e.New, "\n")
		at = e.End
	}
	same(len(text))
	if !strings.HasSuffix(text, "\n") {
		out = append(out, min(line, n))
	}
	return out
}
