package calendar_test

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"mojaz/internal/calendar"
	"mojaz/internal/golden"
)

// Each case holds the day of publication in "anchor" and paragraphs in
// "input.txt", a line each, read alone; or in "document.txt", read as one text.
// The view "dates" repeats each line's number before what was found in it.
func TestFind(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		at := calendar.Anchor{Day: strings.TrimSpace(c.Input("anchor"))}
		at.Day, at.Loose = strings.CutSuffix(at.Day, " loose")
		thread := calendar.Thread{Anchor: at}
		find := thread.Find
		name := "document.txt"
		if c.Has("input.txt") {
			find = func(text string) []calendar.Found { return calendar.Find(text, at) }
			name = "input.txt"
		}
		var b strings.Builder
		for i, line := range strings.Split(strings.TrimSpace(c.Input(name)), "\n") {
			line = unescape(line)
			for _, f := range find(line) {
				fmt.Fprintf(&b, "%d %s %s %s %s %q\n", i+1, f.Value, cmp.Or(f.Relation, "-"), f.Timex, f.Rule, line[f.Start:f.End])
			}
		}
		c.Check("dates", b.String())
	})
}

// escape matches an invisible character as test data writes it: \u200f.
var escape = regexp.MustCompile(`\\u[0-9a-f]{4}`)

func unescape(s string) string {
	return escape.ReplaceAllStringFunc(s, func(e string) string {
		r, _ := strconv.ParseUint(e[2:], 16, 32)
		return string(rune(r))
	})
}
