package build

import (
	"os"
	"path/filepath"
	"testing"

	"mojaz/internal/golden"
)

func TestLoadConfig(t *testing.T) {
	golden.Run(t, "testdata/config/*.txtar", func(t *testing.T, c *golden.Case) {
		t.Chdir(t.TempDir())
		must(t, os.WriteFile("mojaz.yaml", []byte(c.Input("mojaz.yaml")), 0o644))
		config, err := loadConfig("mojaz.yaml")
		if err != nil {
			c.Check("error", err.Error())
			return
		}
		c.Check("config", "title "+config.Title+"\ndigits "+config.Digits+"\nmonths "+config.Months+"\naxis "+config.Axis)
	})
}

func TestLoadConfigWithoutFile(t *testing.T) {
	c, err := loadConfig(filepath.Join(t.TempDir(), "mojaz.yaml"))
	if err != nil || c.Digits != "arab" || c.Title == "" {
		t.Errorf("loadConfig of no file = %+v, %v, want defaults", c, err)
	}
}
