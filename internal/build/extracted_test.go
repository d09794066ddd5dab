package build

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A build knows whether the program that reads some sources is there: the cache
// remembers neither that it was missing nor, without it, what it read.
func TestToolComesAndGoes(t *testing.T) {
	d := newDesk(t)
	pdf, err := os.ReadFile("../extract/testdata/pdf/chromium.pdf")
	must(t, err)
	d.put("bridge.pdf", string(pdf))
	d.put("school.txt", d.bytes["school"])
	opt := d.options()
	opt.Cache = filepath.Join(d.dir, "cache")
	path := os.Getenv("PATH")
	for i, there := range []bool{true, true, false, false, true} {
		t.Setenv("PATH", map[bool]string{true: path, false: d.dir}[there])
		report, err := Run(context.Background(), opt)
		must(t, err)
		missing := false
		for _, p := range report.Problems {
			missing = missing || strings.Contains(p.Message.String(), "pdftotext is missing")
		}
		if missing == there || report.Documents != map[bool]int{true: 2, false: 1}[there] {
			t.Errorf("build %d, with the program %v: %d documents, %v", i, there, report.Documents, report.Problems)
		}
		b, err := os.ReadFile(d.briefing("bridge"))
		if (err == nil) != there || there && !strings.Contains(string(b), "«لا لأحد أن يلغي الاتفاق") {
			t.Errorf("build %d, with the program %v: the briefing has %d bytes, %v", i, there, len(b), err)
		}
	}
}
