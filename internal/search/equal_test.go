package search

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"mojaz/internal/arabic"
)

// row is a line of testdata/equal.txt.
type row struct {
	words []string
	equal bool
}

func rows(t *testing.T) (out []row) {
	t.Helper()
	b, err := os.ReadFile("testdata/equal.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range arabic.List(string(b)) {
		line, err := strconv.Unquote(`"` + line + `"`)
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if a, b, ok := strings.Cut(line, " != "); ok {
			out = append(out, row{[]string{a, b}, false})
		} else {
			out = append(out, row{strings.Split(line, " = "), true})
		}
	}
	return out
}

// checkRow compares the forms that one side gave the words of a row.
func checkRow(t *testing.T, side string, r row, forms []string) {
	t.Helper()
	for i, f := range forms[1:] {
		if (f == forms[0]) != r.equal || f == "" {
			t.Errorf("%s: Term(%q) = %q, Term(%q) = %q, want equal: %t", side, r.words[0], forms[0], r.words[i+1], f, r.equal)
		}
	}
}

func TestEqual(t *testing.T) {
	for _, r := range rows(t) {
		var forms []string
		for _, w := range r.words {
			forms = append(forms, Term(w))
		}
		checkRow(t, "Go", r, forms)
	}
}

// TestEqualInBrowser gives both sides the table, and then every word of real
// text and every letter there is.
func TestEqualInBrowser(t *testing.T) {
	p := openSite(t, documents())
	p.visit(p.address())
	for _, r := range rows(t) {
		checkRow(t, "browser", r, p.terms(r.words))
	}
	samples := strings.Fields(strings.Join(seedTexts(), " "))
	for r := rune(0x20); r < 0xFFFE; r++ {
		if !known(r) {
			continue
		}
		samples = append(samples, "ب"+string(r)+"ت 1"+string(r)+"2")
	}
	got := p.readings(samples)
	for i, s := range samples {
		if want := reading(s); got[i] != want {
			t.Errorf("the browser reads %+q as %+q, Go as %+q", s, got[i], want)
		}
	}
}

// known reports whether this version of Go knows r; the browser may know more.
func known(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf)
}

// reading gives the terms of a text as Go sees them, which are what has places.
func reading(s string) string {
	var out []string
	for w := range words(s) {
		if t := Term(w); t != "" {
			out = append(out, t)
		}
	}
	return strings.Join(out, "|")
}

// terms gives the forms of words as the browser sees them.
func (p *page) terms(words []string) (out []string) {
	p.t.Helper()
	b, err := json.Marshal(words)
	if err != nil {
		p.t.Fatal(err)
	}
	p.eval(`inside.openIndex("search/").then(() => `+string(b)+`.map(inside.term))`, &out)
	return out
}

// readings gives the terms of texts as the browser sees them.
func (p *page) readings(texts []string) (out []string) {
	p.t.Helper()
	b, err := json.Marshal(texts)
	if err != nil {
		p.t.Fatal(err)
	}
	p.eval(`inside.openIndex("search/").then(() => `+string(b)+`.map((s) => inside.tokens(s).map((t) => inside.term(t.text)).filter(Boolean).join("|")))`, &out)
	return out
}
