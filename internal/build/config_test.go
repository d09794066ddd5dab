package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mojaz/internal/golden"
)

func TestLoadConfig(t *testing.T) {
	golden.Run(t, "testdata/config/*.txtar", func(t *testing.T, c *golden.Case) {
		dir := t.TempDir()
		path := filepath.Join(dir, "mojaz.yaml")
		must(t, os.WriteFile(path, []byte(c.Input("mojaz.yaml")), 0o644))
		config, err := loadConfig(path)
		if err != nil {
			c.Check("error", strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""))
			return
		}
		c.Check("config", "title "+config.Title+"\ndigits "+config.Digits+"\nmonths "+config.Months+"\naxis "+config.Axis+"\nlanguage "+config.Language)
	})
}

func TestLoadConfigWithoutFile(t *testing.T) {
	c, err := loadConfig(filepath.Join(t.TempDir(), "mojaz.yaml"))
	if err != nil || c.Digits != "arab" || c.Title == "" {
		t.Errorf("loadConfig of no file = %+v, %v, want defaults", c, err)
	}
}
