package main

import (
	_ "embed"
	"fmt"
	"io"
	"strings"
	"text/template"
)

//go:embed page.md.tmpl
var pageText string

// writePage writes the page of all figures, in Markdown.
func writePage(w io.Writer, sections []section) error {
	t, err := template.New("page").Parse(pageText)
	if err != nil {
		return err
	}
	tables := map[string]string{}
	for i, name := range []string{"Example", "Calendar", "Names", "Summaries"} {
		tables[name] = sections[i].table()
	}
	return t.Execute(w, tables)
}

// table gives a section as a Markdown table, with what each figure means.
func (s section) table() string {
	if s.absent != "" {
		return s.absent
	}
	var b strings.Builder
	b.WriteString("| figure | what it is | " + strings.Join(columns[1:], " | ") + " |\n")
	b.WriteString("|---|---|---" + strings.Repeat("|---:", len(columns)-2) + "|\n")
	for _, f := range s.figures {
		cells := f.cells()
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", cells[0], f.meaning, strings.Join(cells[1:], " | "))
	}
	return strings.TrimSuffix(b.String(), "\n")
}
