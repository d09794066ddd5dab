package build

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/corpus"
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

// Documents of all kinds are imported, and compared by the texts in them.
func TestImportKinds(t *testing.T) {
	d := newDesk(t)
	d.put("school.txt", d.bytes["school"])
	in := filepath.Join(d.dir, "in")
	must(t, os.MkdirAll(filepath.Join(in, "page_files"), 0o755))
	for name, text := range map[string]string{
		"page.html": "<p>خبر محفوظ من الموقع</p>", "page_files/a.js": "x", "saved.mhtml": "Content-Type: text/html\r\n\r\n<p>خبر آخر محفوظ من الموقع</p>",
		"broken.docx": "PK", "old.doc": "x",
	} {
		must(t, os.WriteFile(filepath.Join(in, name), []byte(text), 0o644))
	}
	for _, name := range []string{"chromium.pdf", "libreoffice.pdf", "locked.pdf"} {
		b, err := os.ReadFile("../extract/testdata/pdf/" + name)
		must(t, err)
		must(t, os.WriteFile(filepath.Join(in, name), b, 0o644))
	}
	done, err := Import(d.options(), "town", []string{in})
	must(t, err)
	var got, told []string
	for _, i := range done.Imported {
		got = append(got, i.To)
	}
	for _, p := range done.Problems {
		told = append(told, filepath.Base(p.Path)+" "+strings.SplitAfter(p.Message.String(), ":")[0])
	}
	if diff := cmp.Diff([]string{"seeds/town/chromium.pdf", "seeds/town/libreoffice.pdf", "seeds/town/page.html", "seeds/town/saved.mhtml"}, got); diff != "" {
		t.Errorf("imported (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{
		"broken.docx is damaged:", "libreoffice.pdf is nearly the same as seeds/town/chromium.pdf:",
		"locked.pdf is protected by a password; left out", "old.doc is not read:",
	}, told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
}

// The page of a source says where its lines come from.
func TestExtractedPage(t *testing.T) {
	d := newDesk(t)
	pdf, err := os.ReadFile("../extract/testdata/pdf/chromium.pdf")
	must(t, err)
	d.put("bridge.pdf", string(pdf))
	d.put("school.txt", d.bytes["school"])
	opt := d.options()
	opt.Site = true
	report, err := Run(context.Background(), opt)
	if err != nil || report.Worst() > corpus.Note {
		t.Fatalf("Run reports %v, %v", report.Problems, err)
	}
	for name, want := range map[string]bool{"bridge": true, "school": false} {
		b, err := os.ReadFile(filepath.Join(d.dir, "public", "town", "sources", name+".html"))
		must(t, err)
		if got := strings.Contains(string(b), "نص استُخرج من ملف PDF"); got != want {
			t.Errorf("the page of the source %s says that its text was taken out of a PDF file: %v, want %v", name, got, want)
		}
	}
}
