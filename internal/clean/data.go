package clean

import (
	"embed"

	"mojaz/internal/arabic"
)

//go:embed data/*.txt
var data embed.FS

// entries gives the lines of a data file, without blank lines and comments.
func entries(name string) []string {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return arabic.List(string(b))
}
