package browser

import (
	"os"
	"path/filepath"
	"testing"
)

// Where scripts/judges/fetch puts what it fetches.
const (
	axeFile = "axe-core/axe.min.js"
	nuFile  = "vnu-jar/build/dist/vnu.jar"
)

// judge gives the path of a fetched judge. A test fails without it: a site that
// nobody has judged is not tested.
func judge(t *testing.T, name string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves the judges out")
	}
	file, err := filepath.Abs(filepath.Join("../../.cache/judges/node_modules", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); err != nil {
		t.Fatalf("%s IS NOT THERE, so it judged nothing. Run scripts/judges/fetch (scripts/test does), or go test -short.", name)
	}
	return file
}
