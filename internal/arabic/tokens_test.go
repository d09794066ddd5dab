package arabic

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"mojaz/internal/golden"
)

func TestTokens(t *testing.T) {
	golden.Run(t, "testdata/tokens*.txtar", func(t *testing.T, c *golden.Case) {
		in := unescape(t, c.Input("input"))
		var b strings.Builder
		for _, tok := range Tokens(in) {
			fmt.Fprintf(&b, "%d:%d %s %s\n", tok.Start, tok.End, tok.Kind, escape(tok.Of(in)))
		}
		c.Check("tokens", b.String())
	})
}

// coverInk checks that tokens are ordered, begin and end on ink and on rune
// boundaries, and that no visible character is outside them.
func coverInk(t *testing.T, s string) {
	t.Helper()
	valid := utf8.ValidString(s)
	end := 0
	for _, tok := range Tokens(s) {
		if tok.Start < end || tok.End <= tok.Start || tok.End > len(s) {
			t.Fatalf("Tokens(%q): %+v after %d", s, tok, end)
		}
		if gap := s[end:tok.Start]; strings.ContainsFunc(gap, isInk) {
			t.Errorf("Tokens(%q) leave out %q", s, gap)
		}
		r, _ := utf8.DecodeRuneInString(s[tok.Start:])
		if !isInk(r) {
			t.Errorf("Tokens(%q): %q does not begin with ink", s, tok.Of(s))
		}
		if valid && !utf8.ValidString(tok.Of(s)) {
			t.Errorf("Tokens(%q): %+v cuts a character", s, tok)
		}
		end = tok.End
	}
	if strings.ContainsFunc(s[end:], isInk) {
		t.Errorf("Tokens(%q) leave out %q", s, s[end:])
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"بـ2500 جندي، 3.5%", "31.8.2025", "ك\u200cتب\u200f.", "\u064b \u0301", "½²", "_أ_"} {
		f.Add(s)
	}
	f.Fuzz(coverInk)
}
