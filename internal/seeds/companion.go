package seeds

import "strings"

// beside are the endings of the folders in which browsers put what a saved page
// shows.
var beside = []string{"_files", ".files", "_ملفات"}

// Companion reports whether a folder holds what a page that a browser saved
// shows: it has the name of the page, which is there, and a fitting ending.
func Companion(folder string, there func(name string) bool) bool {
	for _, end := range beside {
		page, ok := strings.CutSuffix(folder, end)
		if ok && page != "" && (there(page+".html") || there(page+".htm")) {
			return true
		}
	}
	return false
}
