package build

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mojaz/internal/corpus"
)

// TestRuleThatPanics reads a document that one of the rules cannot bear. It costs
// the site no document, and is told in every build.
func TestRuleThatPanics(t *testing.T) {
	mentions := slices.IndexFunc(stages, func(s stage) bool { return s.name == "mentions" })
	kept := stages[mentions]
	t.Cleanup(func() { stages[mentions] = kept })
	stages[mentions].find = func(doc *corpus.Document, lexicon []corpus.Entry) {
		if strings.Contains(doc.Path, "beside") {
			var none []int
			_ = none[len(doc.Text)]
		}
		kept.find(doc, lexicon)
	}
	w := newWorkplace(t, t.TempDir())
	for range 2 {
		files, report := w.build(w.options())
		told := slices.IndexFunc(report.Problems, func(p corpus.Problem) bool { return p.Path == "seeds/beside/a.txt" })
		if told < 0 {
			t.Fatalf("problems %v, want one of seeds/beside/a.txt", report.Problems)
		}
		got := report.Problems[told]
		if m := got.Message.String(); got.Severity != corpus.Warning || !strings.Contains(m, "mentions: runtime error: index out of range") || !strings.Contains(m, "read_test.go:") {
			t.Errorf("%s: %s, want a warning that mentions failed at this file", got.Severity, m)
		}
		if page := files[filepath.FromSlash("/public/beside/index.html")]; !strings.Contains(page, "30 أيلول") && !strings.Contains(page, "٣٠ أيلول") {
			t.Error("the dossier's page does not tell what else the document says")
		}
	}
}
