package site

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzCodePoints(f *testing.F) {
	f.Add("")
	f.Add("abc")
	f.Add("\ufeffقال\u0301 😀 " + strings.Repeat("ب😀", 100))
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		c := newCodePoints(text)
		for i := range text + " " { // the end, too
			if got, want := c.offset(i), utf8.RuneCountInString(text[:i]); got != want {
				t.Fatalf("offset(%d) in %q = %d, want %d", i, text, got, want)
			}
		}
	})
}
