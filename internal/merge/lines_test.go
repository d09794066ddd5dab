package merge

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text, other string
		want        []int
	}{
		{"a\nb\nc\n", "a\nb\nc\n", []int{1, 2, 3}},
		{"a\nb\nc\n", "x\na\nb\nc\n", []int{2, 3, 4}},
		{"a\nnew\nb\nc\n", "a\nb\nc\n", []int{1, 2, 2, 3}},
		{"a\nnew\nand\n", "a\n", []int{1, 1, 1}},
		{"a\nB\nc\n", "a\nb\nc\n", []int{1, 2, 3}},
		{"a\nb", "a\nz\nb", []int{1, 3}},
		{"<<<\nmine\n===\nyours\n>>>\nend\n", "mine\nend\n", []int{1, 1, 2, 2, 2, 2}},
		{"", "", []int{1}},
	} {
		if diff := cmp.Diff(c.want, Lines(c.text, c.other)); diff != "" {
			t.Errorf("Lines(%q, %q) (-want +got):\n%s", c.text, c.other, diff)
		}
	}
}

func FuzzLines(f *testing.F) {
	f.Add("a\nb\nc", "b\nc\nd\n")
	f.Fuzz(func(t *testing.T, text, other string) {
		lines := Lines(text, other)
		n := strings.Count(text, "\n")
		if len(lines) < n || len(lines) > n+1 {
			t.Fatalf("Lines(%q, %q) has %d lines", text, other, len(lines))
		}
		last := 0
		for _, l := range lines {
			if l < last || l > strings.Count(other, "\n")+1 {
				t.Fatalf("Lines(%q, %q) = %v, want numbers of lines that rise", text, other, lines)
			}
			last = l
		}
	})
}
