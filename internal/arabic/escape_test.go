package arabic

import (
	"strconv"
	"strings"
	"testing"
)

// unescape reads a section in which invisible characters are written as
// \u200f, line by line, and drops the last line end.
func unescape(t *testing.T, s string) string {
	t.Helper()
	s = strings.TrimSuffix(s, "\n")
	if !strings.Contains(s, `\`) {
		return s
	}
	out, err := strconv.Unquote(`"` + strings.NewReplacer("\n", `\n`, `"`, `\"`).Replace(s) + `"`)
	if err != nil {
		t.Fatalf("section %q: %v", s, err)
	}
	return out
}

// escape is the inverse of unescape for one line.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		if Invisible(r) || r == '\n' || r == '\u00a0' {
			q := strconv.QuoteRuneToASCII(r)
			b.WriteString(q[1 : len(q)-1])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
