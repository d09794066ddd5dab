package build

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestArchivesOfConfig(t *testing.T) {
	for _, c := range []struct {
		yaml string
		want []string
	}{
		{"", forms},
		{"archives: []", nil},
		{"archives: [epub]", []string{"epub"}},
	} {
		path := filepath.Join(t.TempDir(), "mojaz.yaml")
		must(t, os.WriteFile(path, []byte(c.yaml), 0o644))
		if got, err := loadConfig(path); err != nil || !slices.Equal(got.Archives, c.want) {
			t.Errorf("loadConfig(%q).Archives = %q, %v, want %q", c.yaml, got.Archives, err, c.want)
		}
	}
	path := filepath.Join(t.TempDir(), "mojaz.yaml")
	must(t, os.WriteFile(path, []byte("archives: [pdf]"), 0o644))
	if _, err := loadConfig(path); err == nil || !strings.Contains(err.Error(), `archives: "pdf" is none of zip, epub, html`) {
		t.Errorf("loadConfig of an archive that there is not = %v", err)
	}
}
