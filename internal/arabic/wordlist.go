package arabic

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed data/*.txt
var data embed.FS

// entries gives the lines of a data file, without blank lines and comments.
func entries(name string) []string {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return List(string(b))
}

// List gives the entries of a word list: one a line, blank lines and lines
// that begin with # left out, blanks around an entry trimmed. All word lists
// of the program have this form.
func List(file string) []string {
	var out []string
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

// fields cuts an entry into exactly n fields, the last of which may hold
// blanks.
func fields(entry string, n int) []string {
	f := strings.SplitN(entry, " ", n)
	if len(f) != n {
		panic(fmt.Sprintf("arabic: entry %q has not %d fields", entry, n))
	}
	return f
}
