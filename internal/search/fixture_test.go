package search

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// seedTexts are the example's sources as they are.
var seedTexts = sync.OnceValue(func() (out []string) {
	names, err := filepath.Glob("../../seeds/*/*.txt")
	if err != nil || len(names) == 0 {
		panic(fmt.Sprint("no seeds: ", err))
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			panic(err)
		}
		out = append(out, string(bytes.ToValidUTF8(b, nil)))
	}
	return out
})

// documents makes a document of each of the example's sources.
var documents = sync.OnceValue(func() (out []Document) {
	for i, text := range seedTexts() {
		lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
		d := Document{
			URL: fmt.Sprintf("iraq/briefings/%03d.html", i), Title: lines[0], Outlet: "وكالة", Date: "٣١ آب/أغسطس ٢٠٢٥", Kind: "briefing",
			Names: []Name{
				{"محمد شياع السوداني", "iraq/entities/al-sudani.html", "PER"},
				{"التحالف الدولي", "iraq/entities/coalition.html", "ORG"},
			},
		}
		if i%2 == 0 {
			d.Names = append(d.Names, Name{"بغداد", "iraq/entities/baghdad.html", "GPE"})
		}
		for n, line := range lines[1:] {
			d.Paragraphs = append(d.Paragraphs, Paragraph{fmt.Sprintf("p%d", n+1), line})
		}
		out = append(out, d)
	}
	return out
})
