package build

import (
	"io/fs"
	"strings"
	"testing"

	"mojaz/internal/crossref"
	"mojaz/templates"
)

// TestRulesHaveWords: a reader is told by which rule two passages were related, in
// words, in every language of the interface.
func TestRulesHaveWords(t *testing.T) {
	partial, err := fs.ReadFile(templates.FS, "_partials/rule.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"ar", "en"} {
		words, err := fs.ReadFile(templates.FS, "i18n/"+language+".yaml")
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range crossref.Rules {
			key := "\nrule_" + strings.ReplaceAll(rule.ID, "-", "_") + ": "
			if !strings.Contains(string(words), key) {
				t.Errorf("i18n/%s.yaml: nothing for rule %q", language, rule.ID)
			}
			if !strings.Contains(string(partial), `"`+rule.ID+`"`) {
				t.Errorf("_partials/rule.html does not know rule %q", rule.ID)
			}
		}
	}
}
