package markdown

import (
	"bytes"
	"testing"

	"mojaz/internal/corpus"
)

func TestRelink(t *testing.T) {
	moved := map[corpus.DocID]corpus.DocID{"one": "two", "two": "one", "000-a": "b"}
	for _, c := range []struct{ file, want string }{
		{"[¶1](one.md#p1) [¶2](two.md#p2)", "[¶1](two.md#p1) [¶2](one.md#p2)"},
		{"[x](../briefings/one.md) [y](briefings/000-a.md#p3 \"t\")", "[x](../briefings/two.md) [y](briefings/b.md#p3 \"t\")"},
		{"[x](<./one.md#p1>)\n[r]: one.md#p1\n", "[x](<./two.md#p1>)\n[r]: two.md#p1\n"},
		{"one.md (one.md) [one.md] https://example.org/one.md", "one.md (one.md) [one.md] https://example.org/one.md"},
		{"[x](https://example.org/briefings/one.md) [y](../../other/briefings/one.md)", "[x](https://example.org/briefings/one.md) [y](../../other/briefings/one.md)"},
		{"[x](someone.md#p1) [y](one.mdx) [z](one-2.md)", "[x](someone.md#p1) [y](one.mdx) [z](one-2.md)"},
	} {
		if got := string(Relink([]byte(c.file), moved)); got != c.want {
			t.Errorf("Relink(%q) = %q, want %q", c.file, got, c.want)
		}
	}
}

func TestRelocate(t *testing.T) {
	const sum = "e85485b08d0548e3f073ee27245020beedae8555e7cc15cf5ab7a9b474c857be"
	for _, c := range []struct{ file, want, sha string }{
		{"---\ntitle: x\nsource: seeds/a/b.txt\nsha256: " + sum + "\n---\nsource: c\n", "---\ntitle: x\nsource: \"seeds/a/د: 1.txt\"\nsha256: " + sum + "\n---\nsource: c\n", sum},
		{"---\r\nsource: b\r\n---\r\n", "---\r\nsource: \"seeds/a/د: 1.txt\"\r\n---\r\n", ""},
		{"source: b\n", "source: b\n", ""},
		{"---\ntitle: x\n---\nsha256: " + sum + "\n", "---\ntitle: x\n---\nsha256: " + sum + "\n", ""},
	} {
		if got := string(Relocate([]byte(c.file), "seeds/a/د: 1.txt")); got != c.want {
			t.Errorf("Relocate(%q) = %q, want %q", c.file, got, c.want)
		}
		if got := SourceHash([]byte(c.file)); got != c.sha {
			t.Errorf("SourceHash(%q) = %q, want %q", c.file, got, c.sha)
		}
	}
}

// Led away and back, a file is as it was.
func FuzzRelink(f *testing.F) {
	f.Add([]byte("[¶1](one.md#p1) [x](../briefings/two.md)"))
	f.Fuzz(func(t *testing.T, file []byte) {
		there := map[corpus.DocID]corpus.DocID{"one": "two", "two": "one"}
		if got := Relink(Relink(file, there), there); !bytes.Equal(got, file) {
			t.Errorf("Relink twice of %q = %q", file, got)
		}
	})
}
