package segment

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

func TestBlocks(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		text, lines := parse(c.Input("input"))
		blocks := Blocks(text, lines)
		checkBlocks(t, text, lines, blocks)
		var b strings.Builder
		for _, block := range blocks {
			fmt.Fprintf(&b, "%s\n", block.Role)
			for _, s := range block.Sentences {
				fmt.Fprintf(&b, "\t%s\n", strings.ReplaceAll(s.Of(text), "\n", `\n`))
			}
		}
		c.Check("blocks", b.String())
	})
}

// parse reads lines of the form "role|text"; a line without a role is a blank
// line.
func parse(s string) (text string, lines []corpus.Line) {
	var b strings.Builder
	for line := range strings.Lines(s) {
		role, ink, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "|")
		if ok {
			lines = append(lines, corpus.Line{
				Span: corpus.Span{Start: b.Len(), End: b.Len() + len(ink)}, Role: corpus.Role(role),
			})
		}
		b.WriteString(ink + "\n")
	}
	return b.String(), lines
}

// checkBlocks checks that each kept line is in one block, that no block holds
// a line that is not kept, and that sentences cover their block's ink in order.
func checkBlocks(t *testing.T, text string, lines []corpus.Line, blocks []corpus.Block) {
	t.Helper()
	for _, line := range lines {
		in := 0
		for _, b := range blocks {
			if b.Contains(line.Span) && b.Role == line.Role {
				in++
			} else if b.Overlaps(line.Span) {
				t.Errorf("block %v cuts line %v", b.Span, line)
			}
		}
		if want := map[bool]int{true: 1}[line.Role.Kept()]; in != want {
			t.Errorf("line %v is in %d blocks, want %d", line, in, want)
		}
	}
	end := 0
	for _, b := range blocks {
		if b.Start < end {
			t.Errorf("block %v begins before %d", b.Span, end)
		}
		at := b.Start
		for _, s := range b.Sentences {
			if s.Start < at || !b.Contains(s) || ink(text[at:s.Start]) {
				t.Errorf("sentence %v of block %v: want it in order, inside, and no ink before it", s, b.Span)
			}
			at = s.End
		}
		if ink(text[at:b.End]) {
			t.Errorf("block %v: ink after its last sentence", b.Span)
		}
		end = b.End
	}
}

func ink(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !arabic.Invisible(r) })
}

func FuzzBlocks(f *testing.F) {
	f.Add("body|نص\nbody|ثان.\n\nheading|عنوان\nmeta|أمس\nbody|- بند\n")
	f.Add("body|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa b\nbody|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa b\nbody|c\n")
	f.Fuzz(func(t *testing.T, s string) {
		text, lines := parse(s)
		for i := range lines { // clean gives no line without ink
			if !ink(lines[i].Of(text)) || !strings.Contains("body heading lede pullquote title meta boilerplate", string(lines[i].Role)) {
				t.Skip()
			}
		}
		checkBlocks(t, text, lines, Blocks(text, lines))
	})
}

// The example pages have a paragraph on each line: none is joined, whatever
// its lines are taken for.
func TestBlocksExample(t *testing.T) {
	files, err := filepath.Glob("../../seeds/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no example (%v)", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text, lines := parse("body|" + strings.Join(strings.FieldsFunc(string(b), func(r rune) bool { return r == '\n' }), "\nbody|"))
		if got := len(Blocks(text, lines)); got != len(lines) {
			t.Errorf("%s: %d blocks of %d lines, want as many", name, got, len(lines))
		}
	}
}

// Fifty thousand lines are cut and joined in linear time.
func TestBlocksRepetition(t *testing.T) {
	for _, line := range []string{"نص\n", "نص طويل بما يكفي ليبدو سطرا ملفوفا من\n", "- بند\n", "\"\n"} {
		var lines []corpus.Line
		text := strings.Repeat(line, 50_000)
		for i := range 50_000 {
			lines = append(lines, corpus.Line{Span: corpus.Span{Start: i * len(line), End: (i+1)*len(line) - 1}, Role: corpus.RoleBody})
		}
		if blocks := Blocks(text, lines); len(blocks) == 0 {
			t.Errorf("Blocks of 50,000 × %q is empty", line)
		}
	}
}
