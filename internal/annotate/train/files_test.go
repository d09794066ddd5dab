package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"mojaz/internal/annotate/names"
)

// sameFiles checks that two folders hold the same tagger, byte for byte.
func sameFiles(t *testing.T, dirs [2]string) {
	t.Helper()
	for _, name := range []string{names.ClustersFile, names.FirstFile, names.SecondFile, names.SureFile} {
		var files [2][]byte
		for i, dir := range dirs {
			b, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			files[i] = b
		}
		if !bytes.Equal(files[0], files[1]) {
			t.Errorf("%s differs between two trainings", name)
		}
	}
}
