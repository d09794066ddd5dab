package clean

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

// inputs are the names of the section that holds a case's source, by kind.
var inputs = []struct {
	name string
	kind corpus.Kind
}{
	{"input.txt", corpus.KindText},
	{"input.md", corpus.KindMarkdown},
	{"input.html", corpus.KindHTML},
	{"input.docx", corpus.KindDOCX}, // the sheet that is taken out of one
	{"input.pdf", corpus.KindPDF},
}

func TestText(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		for _, in := range inputs {
			if !c.Has(in.name) {
				continue
			}
			src := corpus.Source{Path: "seeds/d/" + in.name, Kind: in.kind, Raw: unescaped(c.Input(in.name))}
			res := Text(src)
			checkLaws(t, src, res)
			c.Check("text", escaped(res.Text))
			c.Check("lines", printLines(res))
			c.Check("kept", printKept(res))
			c.Check("meta", printMeta(res))
			c.Check("origin", printOrigin(src, res))
			c.Check("problems", printProblems(res))
		}
	})
}

// unescaped gives the invisible characters that a case writes as {U+200F}.
func unescaped(s string) string {
	for {
		i := strings.Index(s, "{U+")
		if i < 0 {
			return s
		}
		var r rune
		end := i + strings.IndexByte(s[i:], '}')
		fmt.Sscanf(s[i+3:end], "%X", &r)
		s = s[:i] + string(r) + s[end+1:]
	}
}

// escaped writes invisible characters as {U+200F}.
func escaped(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '\u200c' || r == '\u200d' {
			fmt.Fprintf(&b, "{U+%04X}", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// printLines gives "12 body «…»" for each line.
func printLines(res Result) string {
	var b strings.Builder
	for i, l := range res.Lines {
		fmt.Fprintf(&b, "%d %s «%s»\n", i+1, l.Role, shortened(l.Of(res.Text)))
	}
	return b.String()
}

// printKept gives the lines that are part of the text.
func printKept(res Result) string {
	var b strings.Builder
	for i, l := range res.Lines {
		if l.Role.Kept() {
			fmt.Fprintf(&b, "%d %s «%s»\n", i+1, l.Role, shortened(l.Of(res.Text)))
		}
	}
	return b.String()
}

func shortened(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

func printMeta(res Result) string {
	m := res.Meta
	var b strings.Builder
	for _, f := range []struct{ name, value string }{
		{"title", m.Title}, {"publisher", m.Publisher}, {"author", m.Author},
		{"published", m.Published}, {"time", m.Time},
	} {
		if f.value != "" {
			fmt.Fprintf(&b, "%s: %s\n", f.name, f.value)
		}
	}
	if m.Inferred {
		fmt.Fprintln(&b, "inferred")
	}
	for _, e := range m.Evidence {
		fmt.Fprintf(&b, "evidence %d:%d «%s»\n", e.Start, e.End, e.Of(res.Text))
	}
	return b.String()
}

// printOrigin gives, for each line, what of Raw its span covers.
func printOrigin(src corpus.Source, res Result) string {
	var b strings.Builder
	for i, l := range res.Lines {
		raw, ok := res.Origin.Raw(l.Span)
		if !ok {
			fmt.Fprintf(&b, "%d nowhere\n", i+1)
			continue
		}
		fmt.Fprintf(&b, "%d %q\n", i+1, raw.Of(src.Raw))
	}
	return b.String()
}

func printProblems(res Result) string {
	var b strings.Builder
	for _, p := range res.Problems {
		fmt.Fprintln(&b, p)
	}
	return b.String()
}

// TestSeeds checks the laws on the example documents as they are shipped.
func TestSeeds(t *testing.T) {
	files, err := filepath.Glob("../../seeds/*/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no example document found (%v)", err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		src := corpus.Source{Path: f, Kind: corpus.KindText, Raw: string(raw)}
		checkLaws(t, src, Text(src))
	}
}
