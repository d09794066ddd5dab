package strictyaml

import (
	"strings"
	"testing"

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

func TestNearest(t *testing.T) {
	known := []string{"title", "base_url", "digits"}
	for in, want := range map[string]string{"titel": "title", "Title": "title", "baseurl": "base_url", "digit": "digits", "colour": "", "": ""} {
		if got := Nearest(in, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("title: x\ncount: [1"))
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, p := range Decode("x.yaml", src, &sample{}) {
			if p.Message == "" || strings.Contains(p.Message, "\n") {
				t.Errorf("Decode(%q): message %q", src, p.Message)
			}
		}
	})
}
