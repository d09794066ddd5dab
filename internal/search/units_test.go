package search

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/arabic"
)

// FuzzCut: the units of a text are the text behind a blank, and the words in them
// are those that arabic.Tokens finds.
func FuzzCut(f *testing.F) {
	for _, s := range append(slices.Clone(nasty), "كلمة، كلمة.ب 3.5كلمة 31.8.2025", " a", "ا\u200cب ا\u200c ا.\u064b", "1,234 ،كلمة", "\xff ب", "كلمةـ كلمةَ") {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var all strings.Builder
		var got, want []string
		cut(asLine(s), func(unit, word string) {
			all.WriteString(unit)
			if word != "" {
				got = append(got, word)
			}
			if !strings.HasSuffix(unit, word) || unit == "" {
				t.Errorf("%q: the word %q is not the end of the unit %q", s, word, unit)
			}
		})
		line := oneLine.Replace(strings.ToValidUTF8(s, "\uFFFD"))
		for _, token := range arabic.Tokens(line) {
			if token.Kind != arabic.Punct {
				want = append(want, token.Of(line))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("words of %q (-want +got):\n%s", s, diff)
		}
		if line != "" && all.String() != " "+line {
			t.Errorf("the units of %q are %q", s, all.String())
		}
	})
}

// FuzzFold: what is quicker for plain words gives the same.
func FuzzFold(f *testing.F) {
	for r := '\u0620'; r < '\u0650'; r++ {
		f.Add("ب" + string(r) + "ت")
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := fold(s), arabic.Fold(s); got != want {
			t.Errorf("fold(%q) = %q, want %q", s, got, want)
		}
	})
}

// TestProcessors: the index does not depend on how many readers there are.
func TestProcessors(t *testing.T) {
	docs := append(nastyDocuments(), documents()...)
	for range 5 { // several batches
		docs = append(docs, docs...)
	}
	was := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(was)
	want := Build(ReadAll(docs), Options{})
	runtime.GOMAXPROCS(6)
	if diff := cmp.Diff(want, Build(ReadAll(docs), Options{})); diff != "" {
		t.Errorf("one processor and six (-want +got):\n%.2000s", diff)
	}
}

// TestPrefixCode: no code begins another, all bits are used, and frequent symbols
// have the short ones.
func TestPrefixCode(t *testing.T) {
	fibonacci := []counted{{"a", 1}, {"b", 1}}
	for i := 2; i < 60; i++ { // the deepest tree there is
		fibonacci = append(fibonacci, counted{string(rune('a' + i)), fibonacci[i-1].count + fibonacci[i-2].count})
	}
	for _, all := range [][]counted{{{"a", 5}}, {{"a", 0}, {"b", 9}}, {{"a", 1}, {"b", 1}, {"c", 1}}, fibonacci} {
		c := newPrefixCode(slices.Clone(all))
		sum := 0
		for i, n := range c.lengths {
			sum += n << (longestCode - 1 - i)
		}
		if len(all) > 1 && sum != 1<<longestCode || len(c.lengths) > longestCode {
			t.Errorf("%v: lengths %v", all, c.lengths)
		}
		for _, a := range c.symbols {
			for _, b := range c.symbols {
				x, y := c.codes[a], c.codes[b]
				if a != b && x.length <= y.length && y.bits>>(y.length-x.length) == x.bits {
					t.Errorf("the code of %q begins that of %q", a, b)
				}
			}
		}
	}
	if c := newPrefixCode(slices.Clone(fibonacci)); c.codes["a"].length < c.codes[fibonacci[59].symbol].length {
		t.Errorf("the rarest has %d bits, the most frequent %d", c.codes["a"].length, c.codes[fibonacci[59].symbol].length)
	}
}

// TestFewBits: what is written takes the bits that it should.
func TestFewBits(t *testing.T) {
	for _, c := range []struct {
		write func(*bitWriter)
		want  string
	}{
		{func(w *bitWriter) { w.gamma(1); w.gamma(2); w.gamma(5) }, "ee"},
		{func(w *bitWriter) { w.rice(0, 0); w.rice(3, 1); w.rice(9, 2) }, "N8"},
		{func(w *bitWriter) { w.rice(1<<20, 3) }, "__y00F_uW"},
	} {
		var w bitWriter
		c.write(&w)
		if got := string(w.end()); got != c.want {
			t.Errorf("written as %q, want %q", got, c.want)
		}
	}
}
