package extract

import (
	_ "embed"
	"path"
	"regexp"
	"slices"
	"strings"

	"mojaz/internal/arabic"
)

//go:embed data/untold.txt
var untoldFile string

// untold are the values that programs put in when nobody says anything: titles
// and dates of their templates, in lower case.
var untold = arabic.List(untoldFile)

// programTitle matches a title that a program made of its own name and that of a
// file: "Microsoft Word - report.docx".
var programTitle = regexp.MustCompile(`^(?i:Microsoft|LibreOffice|OpenOffice|PowerPoint|Adobe) ?[A-Za-z]* ?- `)

// realTitle gives a title that somebody wrote, else "".
func realTitle(title string) string {
	t := strings.ToLower(oneLine(title))
	ext := path.Ext(t)
	file := len(ext) > 2 && len(ext) < 6 && !strings.ContainsAny(ext, " \u060c") && strings.Trim(ext[1:], "abcdefghijklmnopqrstuvwxyz") == ""
	if file || programTitle.MatchString(title) || slices.Contains(untold, t) {
		return ""
	}
	return title
}

// realDate gives a date that is none of a template, else "".
func realDate(date string) string {
	for _, u := range untold {
		if date != "" && strings.HasPrefix(date, u) {
			return ""
		}
	}
	return date
}
