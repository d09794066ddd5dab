package archive

import (
	_ "embed"
	"strings"
)

//go:embed data/words.txt
var wordsFile string

// vocabulary gives the words of this package in a language: Arabic, or English
// for all others.
func vocabulary(language string) map[string]string {
	column := 2
	if base, _, _ := strings.Cut(language, "-"); base == "ar" {
		column = 1
	}
	out := map[string]string{}
	for line := range strings.Lines(wordsFile) {
		if cells := strings.Split(line, "|"); len(cells) == 3 && !strings.HasPrefix(line, "#") {
			out[strings.TrimSpace(cells[0])] = strings.TrimSpace(cells[column])
		}
	}
	return out
}
