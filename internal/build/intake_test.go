package build

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"mojaz/internal/corpus"
	"mojaz/internal/seeds"
)

func TestSafeName(t *testing.T) {
	for name, want := range map[string]string{
		"خبر عاجل.txt":                    "خبر عاجل.txt",
		"a/b\\c.txt":                      "a-b-c.txt",
		"../../etc/passwd":                "etc-passwd",
		"..":                              "document",
		"":                                "document",
		".htaccess":                       "htaccess",
		"CON.txt":                         "document-CON.txt",
		"nul":                             "document-nul",
		"what? \"x\" <y>|z*.html":         "what- -x- -y--z.html",
		"invoice\u202excod.txt":           "invoicexcod.txt",
		"a\u200bb\x00c\n.txt":             "abc.txt",
		"bad\xffbytes.txt":                "badbytes.txt",
		"trailing. . ":                    "trailing",
		"e\u0301.md":                      "\u00e9.md",
		strings.Repeat("م", 300) + ".md":  strings.Repeat("م", 98) + ".md",
		"0 .0.":                           "0.0",
		"con." + strings.Repeat("x", 250): "document-con." + strings.Repeat("x", 187),
		"7_6c3114ac1a7fdeef.txt":          "7_6c3114ac1a7fdeef.txt",
	} {
		if got := safeName(name); got != want {
			t.Errorf("safeName(%q) = %q, want %q", name, got, want)
		}
	}
}

// Whatever a file was called, its new name lies in its folder, every disk takes
// it, and seeds reads it.
func FuzzSafeName(f *testing.F) {
	for _, s := range []string{"", "..", "a/b", "CON.txt", ".x", "a. .", "ن.txt", "\u202e.txt", "document-", "x.-", "con.con", "A\u030a.txt"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		got := safeName(name)
		if !fs.ValidPath(got) || strings.ContainsAny(got, `/\`) || got[0] == '.' || len(got) > longestName+12 || !utf8.ValidString(got) {
			t.Errorf("safeName(%q) = %q, which is not safe", name, got)
		}
		if again := safeName(got); again != got {
			t.Errorf("safeName(%q) = %q, and of that %q", name, got, again)
		}
	})
}

func TestFreeName(t *testing.T) {
	taken := map[string]string{seeds.Caseless("One.txt"): "One.txt", seeds.Caseless("one-2.txt"): "one-2.txt"}
	for _, want := range []string{"one-3.txt", "one-4.txt"} {
		if got := freeName("one.txt", taken); got != want {
			t.Errorf("freeName(one.txt) = %q, want %q", got, want)
		}
	}
	if got := freeName("two", taken); got != "two" {
		t.Errorf("freeName(two) = %q, want it", got)
	}
}

// The files of a new dossier are right as they stand, and when all that is
// commented out is taken in.
func TestNew(t *testing.T) {
	opt := Options{Seeds: filepath.Join(t.TempDir(), "seeds")}
	if _, err := New(opt, `ملف "الجسر`); err == nil {
		t.Error("New with a quote in the name = nil, want an error")
	}
	made, err := New(opt, "ملف الجسر")
	if err != nil || len(made) != 2 {
		t.Fatalf("New = %q, %v, want two files", made, err)
	}
	dir := filepath.Join(opt.Seeds, "ملف الجسر")
	must(t, os.WriteFile(filepath.Join(dir, "one.txt"), []byte("نص"), 0o644))
	for _, state := range []string{"as made", "with all taken in"} {
		folders, problems, err := seeds.Read(os.DirFS(opt.Seeds), seeds.Options{})
		must(t, err)
		if len(problems) > 0 || len(folders) != 1 || folders[0].Title != "ملف الجسر" {
			t.Errorf("a new dossier %s is read as %+v with %v", state, folders, problems)
		}
		takeIn(t, filepath.Join(dir, "dossier.yaml"), "# description:", "#   …", "# rights:")
		takeIn(t, filepath.Join(dir, "lexicon.yaml"), "# names:", "#   - name:", "#     type:", "#     aliases:")
	}
}

// takeIn takes the comment mark off the lines that begin as given.
func takeIn(t *testing.T, file string, lines ...string) {
	t.Helper()
	b, err := os.ReadFile(file)
	must(t, err)
	text := strings.ReplaceAll(strings.ReplaceAll(string(b), "[…, …]", "[س، ص]"), "name: …", "name: ع")
	for _, l := range lines {
		text = strings.ReplaceAll(text, "\n"+l, "\n"+strings.TrimPrefix(l, "# "))
	}
	must(t, os.WriteFile(file, []byte(text), 0o644))
}

// text makes n words, of which every one in other is another word.
func text(n int, other map[int]bool) string {
	var b strings.Builder
	for i := range n {
		if other[i] {
			fmt.Fprintf(&b, "غير%d ", i)
		} else {
			fmt.Fprintf(&b, "كلمة%d ", i)
		}
	}
	return b.String()
}

func shelved(name, text string) corpus.Document {
	return corpus.Document{
		Source: corpus.Source{Path: name}, Text: text,
		Lines: []corpus.Line{{Span: corpus.Span{End: len(text)}, Role: corpus.RoleBody}},
	}
}

func TestShelf(t *testing.T) {
	var s shelf
	for _, c := range []struct {
		name, text, want string
		share            float64
	}{
		{"a", text(204, nil), "", 0},
		{"again", text(204, nil), "a", 1},
		{"spelt otherwise", strings.ReplaceAll(text(204, nil), "كلمة", "كَلِمــه"), "a", 1},
		{"one word", text(204, map[int]bool{100: true}), "a", 195.0 / 205},
		{"many words", text(204, map[int]bool{20: true, 60: true, 100: true, 140: true, 180: true}), "one word", 180.0 / 220},
		{"short", "جملة قصيرة هنا", "", 0},
		{"short again", "جملة قصيرة هنا!", "short", 1},
		{"empty", "", "", 0},
		{"empty again", "…", "", 0},
	} {
		if got, share := s.add(shelved(c.name, c.text)); got != c.want || share != c.share {
			t.Errorf("add(%s) = %q, %v, want %q, %v", c.name, got, share, c.want, c.share)
		}
	}
}

// TestShelfMisses holds the sketch to what is promised of it: of pairs that
// share four fifths of their shingles, it misses none in a thousand.
func TestShelfMisses(t *testing.T) {
	for seed := range 1000 {
		base := text(204, nil)
		near := text(204, map[int]bool{40: true, 80: true, 120: true, 160: true})
		mark := fmt.Sprintf("ق%dق", seed)
		var s shelf
		s.add(shelved("a", strings.ReplaceAll(base, "كلمة", mark)))
		if got, share := s.add(shelved("b", strings.ReplaceAll(near, "كلمة", mark))); got != "a" {
			t.Fatalf("pair %d is missed (%v)", seed, share)
		}
	}
}
