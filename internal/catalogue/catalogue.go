// Package catalogue holds what the program says in other languages than English:
// one file a language, ar.yaml, that translators can edit without reading code.
//
// An entry has the English format (en) and its counterpart. Verbs are those of
// package fmt; %[2]s takes the second argument, where another order reads
// better. A format with a number may have one counterpart for each category of
// numbers that the language has (zero, one, two, few, many, other), which the
// first whole number among the arguments chooses.
package catalogue

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"mojaz/internal/strictyaml"
	"mojaz/internal/wording"
)

// Languages are those that the program speaks, the default first.
var Languages = []string{"en", "ar"}

// entry is one thing said in a language, by the categories of numbers.
type entry struct {
	EN    string `yaml:"en"`
	AR    string `yaml:"ar"` // whatever the number
	Zero  string `yaml:"zero"`
	One   string `yaml:"one"`
	Two   string `yaml:"two"`
	Few   string `yaml:"few"`
	Many  string `yaml:"many"`
	Other string `yaml:"other"`
}

// file is a catalogue as it is written.
type file struct {
	Entries []entry `yaml:"entries"`
}

//go:embed ar.yaml
var arabicYAML []byte

// arabic is read when somebody first asks for it. The tests read the file, too,
// so it can be read.
var arabic = sync.OnceValue(func() map[wording.Text]entry {
	entries, err := parse("ar.yaml", arabicYAML)
	if err != nil {
		panic(err)
	}
	return entries
})

// parse reads a catalogue. Two entries for one format, and keys that are not
// known, are errors.
func parse(name string, src []byte) (map[wording.Text]entry, error) {
	var f file
	for _, p := range strictyaml.Decode(name, src, &f) {
		return nil, fmt.Errorf("%s", p)
	}
	if _, problems := strictyaml.Items(name, src, "entries", &entry{}); len(problems) > 0 {
		return nil, fmt.Errorf("%s", problems[0])
	}
	out := make(map[wording.Text]entry, len(f.Entries))
	for _, e := range f.Entries {
		if _, twice := out[wording.Text(e.EN)]; twice {
			return nil, fmt.Errorf("%s: two entries for %q", name, e.EN)
		}
		out[wording.Text(e.EN)] = e
	}
	return out, nil
}

// Voice says things in a language of [Languages]; any other is English.
func Voice(lang string) wording.Voice {
	if lang != "ar" {
		return wording.Voice{}
	}
	return wording.Voice{Format: func(key wording.Text, args []any) string {
		return arabic()[key].format(args)
	}}
}

// format chooses the form for the first whole number among the arguments.
func (e entry) format(args []any) string {
	if e.AR != "" {
		return e.AR
	}
	i := slices.IndexFunc(args, func(a any) bool { _, ok := a.(int); return ok })
	if i < 0 {
		return e.Other
	}
	n := args[i].(int)
	form := map[plural.Form]string{
		plural.Zero: e.Zero, plural.One: e.One, plural.Two: e.Two, plural.Few: e.Few, plural.Many: e.Many,
	}[plural.Cardinal.MatchPlural(language.Arabic, max(n, -n), 0, 0, 0, 0)]
	if form == "" {
		return e.Other
	}
	return form
}

// Isolate puts a stretch of text between marks that keep its direction apart
// from that of the words around it (Unicode's first strong isolate): for a
// terminal, where a path inside an Arabic sentence would part it. Nothing that a
// program reads should hold them.
func Isolate(s string) string {
	if s == "" || !strings.ContainsFunc(s, func(r rune) bool { return r > ' ' }) {
		return s
	}
	return "\u2068" + s + "\u2069"
}
