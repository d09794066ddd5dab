package wording

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type id string

func TestSay(t *testing.T) {
	loud := Voice{
		Format: func(key Text, args []any) string {
			return map[Text]string{
				"%s in %s": "in %[2]s %[1]s", "%d pages": "PAGES %d", "no title": "NO TITLE", "%s: 100 %%": "",
			}[key]
		},
		Around: func(s string) string { return "<" + s + ">" },
	}
	for _, c := range []struct {
		text            Text
		key             Text
		english, spoken string
	}{
		{"no title", "no title", "no title", "NO TITLE"},
		{"100 %", "100 %", "100 %", "100 %"},
		{Of("%s: 100 %%", "a"), "%s: 100 %%", "a: 100 %", "<a>: 100 %"},
		{Of("%s in %s", id("a"), Count(2, "%d page", "%d pages")), "%s in %s", "a in 2 pages", "in PAGES 2 <a>"},
		{Count(1, "one page", "%d pages"), "%d pages", "one page", "PAGES 1"},
		{Of("%q and %.1f and %d", "\x00\xff\"", 1.25, int64(3)), "%q and %.1f and %d", `"\x00\xff\"" and 1.2 and 3`, `<"\x00\xff\""> and 1.2 and 3`},
		{Of("did you mean %q?", Text("no title")), "did you mean %q?", `did you mean "no title"?`, `did you mean "NO TITLE"?`},
		{Join([]Text{"no title", "x"}, " %\n"), "%s %%\n%s", "no title %\nx", "NO TITLE %\nx"},
		{Verbatim("100 %d"), "%s", "100 %d", "<100 %d>"},
		{Of("%w", errors.New("x")), "%w", "x", "<x>"},
	} {
		if got := c.text.String(); got != c.english {
			t.Errorf("%q.String() = %q, want %q", c.text, got, c.english)
		}
		if got := fmt.Sprintf("%s|%v", c.text, c.text); got != c.english+"|"+c.english {
			t.Errorf("printed: %q, want %q twice", got, c.english)
		}
		if got := loud.Say(c.text); got != c.spoken {
			t.Errorf("Say(%q) = %q, want %q", c.text, got, c.spoken)
		}
		if got := c.text.Key(); got != c.key {
			t.Errorf("%q.Key() = %q, want %q", c.text, got, c.key)
		}
	}
}

// An error says in English what it always said, wraps what it wraps, and its
// parts can be told one by one.
func TestOfError(t *testing.T) {
	_, missing := os.ReadFile("nowhere/at/all")
	failed := Errorf("%s: no title", "x.md")
	spoken := Voice{Format: func(key Text, _ []any) string {
		return map[Text]string{"no such file or directory": "NOT THERE", "%s: no title": "%s: UNTITLED"}[key]
	}}
	for _, c := range []struct {
		err  error
		want string
	}{
		{missing, "open nowhere/at/all: NOT THERE"},
		{Errorf("%s: %w", "seeds", missing), "seeds: open nowhere/at/all: NOT THERE"},
		{fmt.Errorf("deploy: %w", failed), "deploy: x.md: UNTITLED"},
		{errors.Join(failed, errors.New("other")), "x.md: UNTITLED\nother"},
		{fmt.Errorf("%w (so)", failed), "x.md: no title (so)"},
		{errors.New("100 %"), "100 %"},
	} {
		if got := OfError(c.err).String(); got != c.err.Error() {
			t.Errorf("OfError(%q) = %q, want the same words", c.err, got)
		}
		if got := spoken.Say(OfError(c.err)); got != c.want {
			t.Errorf("OfError(%q) said = %q, want %q", c.err, got, c.want)
		}
	}
	if err := Errorf("%s: %w", "seeds", missing); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v wraps no fs.ErrNotExist", err)
	}
}

func TestPieces(t *testing.T) {
	got := Pieces("a%%%s %[3]d %.1f%[1]q %")
	want := []Piece{{Words: "a"}, {Words: "%"}, {Verb: "s"}, {Words: " "}, {Verb: "d", Arg: 2}, {Words: " "}, {Verb: ".1f", Arg: 3}, {Verb: "q"}, {Words: " %"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Pieces (-want +got):\n%s", diff)
	}
}

// FuzzOf says what fmt says, whatever the arguments hold.
func FuzzOf(f *testing.F) {
	f.Add("a", "%s\x00t\"", 1)
	f.Fuzz(func(t *testing.T, a, b string, n int) {
		got := Of("%s: %q (%d) %%", Of("in %s", a), b, n).String()
		if want := fmt.Sprintf("%s: %q (%d) %%", "in "+a, b, n); got != want {
			t.Errorf("Of = %q, want %q", got, want)
		}
		if strings.Contains(string(Verbatim(a)), "\xff") {
			t.Errorf("Verbatim(%q) holds bytes that are no UTF-8", a)
		}
	})
}
