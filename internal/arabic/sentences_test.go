package arabic

import (
	"strings"
	"testing"
	"unicode/utf8"

	"mojaz/internal/golden"
)

func TestSentences(t *testing.T) {
	golden.Run(t, "testdata/sentences*.txtar", func(t *testing.T, c *golden.Case) {
		in := unescape(t, c.Input("input"))
		var b strings.Builder
		for _, s := range Sentences(in) {
			b.WriteString(escape(s.Of(in)) + "\n")
		}
		c.Check("sentences", b.String())
	})
}

// coverSentences checks that sentences are ordered, begin and end on ink and
// on rune boundaries, leave out no ink, and stay what they are when cut alone.
func coverSentences(t *testing.T, s string) {
	t.Helper()
	valid := utf8.ValidString(s)
	end := 0
	for _, x := range Sentences(s) {
		if x.Start < end || x.End <= x.Start || x.End > len(s) {
			t.Fatalf("Sentences(%q): %+v after %d", s, x, end)
		}
		if gap := s[end:x.Start]; strings.ContainsFunc(gap, isInk) {
			t.Errorf("Sentences(%q) leave out %q", s, gap)
		}
		if start, stop := trim(s, x.Start, x.End); start != x.Start || stop != x.End {
			t.Errorf("Sentences(%q): space around %q", s, x.Of(s))
		}
		if valid && !utf8.ValidString(x.Of(s)) {
			t.Errorf("Sentences(%q): %+v cuts a character", s, x)
		}
		end = x.End
	}
	if strings.ContainsFunc(s[end:], isInk) {
		t.Errorf("Sentences(%q) leave out %q", s, s[end:])
	}
}

// TestSentencesRunOn: text without an end has sentences, too.
func TestSentencesRunOn(t *testing.T) {
	for _, s := range []string{strings.Repeat("كلمة، ", 10_000), strings.Repeat("ن", 50_000), "«" + strings.Repeat("قال ", 10_000)} {
		coverSentences(t, s)
		for _, x := range Sentences(s) {
			if n := len(x.Of(s)); n > 2*longestSentence+utf8.UTFMax {
				t.Errorf("a sentence of %.10q has %d bytes, want at most %d", s, n, 2*longestSentence)
			}
		}
	}
}

func FuzzSentences(f *testing.F) {
	for _, s := range []string{
		"قال \"نعم. لا؟\" ثم. مضى...", "1. أول\n- ثان\n\nثالث", "(أ. ب.) ج!", "«أ»\". ب", "\u200f. \u064b.", "\xff.",
	} {
		f.Add(s)
	}
	f.Fuzz(coverSentences)
}

func TestSentencesRepetition(t *testing.T) {
	for _, mark := range []string{
		".", ". ", "؟", "؟ ", "\"", "\" ", " \"ا", "«", "«ا", "»", "(", "(.", "(.) ", ")", ".)", ".\"", ".\" ", "[1]", ".[1] ", "\n", "\n- ",
		"1. ", "ا. ", "ا.", "م. ", "1 م. ", "\u200f.", "\u064b.", "…", ".. ", "كلمة ", "كلمة. ", "كلمة.كلمة",
	} {
		coverSentences(t, strings.Repeat(mark, 50_000))
	}
	for _, before := range []string{" ", "("} {
		for _, mark := range []string{".", ".)", "(.) ", "1. ", "م. "} {
			coverSentences(t, strings.Repeat(before, 50_000)+strings.Repeat(mark, 50_000))
		}
	}
}
