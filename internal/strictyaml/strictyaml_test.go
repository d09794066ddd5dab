package strictyaml

import (
	"fmt"
	"strings"
	"testing"

	"mojaz/internal/corpus"
	"mojaz/internal/golden"
)

type sample struct {
	Title   string            `yaml:"title"`
	BaseURL string            `yaml:"base_url"`
	Count   int               `yaml:"count"`
	Names   map[string]string `yaml:"names"`
}

func TestDecode(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		var into sample
		var b strings.Builder
		for _, p := range Decode("x.yaml", []byte(c.Input("input.yaml")), &into) {
			b.WriteString(p.String() + "\n")
		}
		c.Check("problems", b.String())
		c.Check("title", into.Title)
	})
}

func TestItems(t *testing.T) {
	src := "title: x\nnames:\n  # first\n  - title: a\n    count: 1\n  -\n    titel: b\n  - c\n"
	lines, problems := Items("x.yaml", []byte(src), "names", &sample{})
	if got, want := fmt.Sprint(lines, problems), `[4 7 8] [x.yaml:7:5: warning: unknown key "titel" (did you mean "title"?)]`; got != want {
		t.Errorf("Items = %s, want %s", got, want)
	}
	if lines, problems := Items("x.yaml", []byte("names: x"), "names", &sample{}); lines != nil || problems != nil {
		t.Errorf("Items of no list = %v %v, want none", lines, problems)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"title", "base_url", "digits"}
	for in, want := range map[string]string{"titel": "title", "Title": "title", "baseurl": "base_url", "digit": "digits", "colour": "", "": ""} {
		if got := Nearest(in, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestPathological reads what is repeated until a file is as long as it may be,
// and lists inside each other. A reader that takes quadratic time does not come
// back.
func TestPathological(t *testing.T) {
	n := 50_000
	if raced {
		n = 5_000 // the race detector makes each step ten times as long
	}
	for _, m := range []string{"[", "{", "[]", "[a,", "{a: ", "- ", "a: ", "? ", "&a ", "*a ", "\"", "'", "\"a\" ", "|\n", ">\n ", "!!str ", "# x\n", "- a\n", "- [a]\n", "\t", "%", "(", "\\"} {
		for _, before := range []string{"", "title:\n  - ", "title: ["} {
			Decode("x.yaml", []byte(before+strings.Repeat(m, n)), &sample{})
		}
	}
	var keys strings.Builder
	for i := range n {
		fmt.Fprintf(&keys, "k%d: v\n", i)
	}
	Decode("x.yaml", []byte(keys.String()), &sample{})
	if got := Decode("x.yaml", []byte(strings.Repeat("#\n", maxSize)), &sample{}); len(got) != 1 || got[0].Severity != corpus.Fault {
		t.Errorf("Decode of %d bytes = %v, want a fault", 2*maxSize, got)
	}
}

// TestGuard holds the guard to what it lets pass and what it stops.
func TestGuard(t *testing.T) {
	deep := strings.Repeat("[", maxNesting+1)
	for _, src := range []string{
		"title: \"" + deep + "\"", "title: '" + deep + " it''s " + deep + "'", "title: a " + deep, "title: x # " + deep, "title: |\n  " + deep + "\n  &a", "- >-\n " + deep + "\n\n " + deep,
		"title: a & b", "title: R&D", "names: {a: [b, c], d: \"&e\"}", strings.Repeat("- [a, {b: c}]\n", 200), "title: \"\\\"" + deep + "\"",
	} {
		if p, ok := guard("x.yaml", []byte(src)); !ok {
			t.Errorf("guard(%.80q) = %v, want nothing", src, p)
		}
	}
	for src, want := range map[string]string{
		strings.Repeat("a: b\n", maxKeys+1):             "x.yaml:10001:2: error: more than 10000 keys",
		"a: {" + strings.Repeat(`"a":1,`, maxKeys):      "x.yaml:1:60002: error: more than 10000 keys",
		"title: " + deep:                                "x.yaml:1:58: error: more than 50 brackets",
		"title: \"a\" " + deep:                          "x.yaml:1:62: error: more than 50 brackets",
		"title: !!str " + deep:                          "x.yaml:1:64: error: more than 50 brackets",
		"title:\n  " + deep:                             "x.yaml:2:53: error: more than 50 brackets",
		"- a: |\n    x\n  b: " + deep:                   "x.yaml:3:56: error: more than 50 brackets",
		"title: [|\n  " + deep:                          "x.yaml:2:52: error: more than 50 brackets",
		strings.Repeat("- ", maxNesting+1) + "a":        "x.yaml:1:101: error: more than 50 lists",
		"title: &a x":                                   "x.yaml:1:8: error: an anchor",
		"أ: [x, &a y]":                                  "x.yaml:1:8: error: an anchor",
		"title: " + strings.Repeat("[a,", maxNesting+1): "x.yaml:1:158: error: more than 50 brackets",
	} {
		p, ok := guard("x.yaml", []byte(src))
		if ok || !strings.HasPrefix(p.String(), want) {
			t.Errorf("guard(%.80q) = %v, want %s", src, p, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("title: x\ncount: [1"))
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, p := range Decode("x.yaml", src, &sample{}) {
			if p.Message == "" || strings.Contains(p.Message.String(), "\n") {
				t.Errorf("Decode(%q): message %q", src, p.Message)
			}
		}
	})
}
