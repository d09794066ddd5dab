package seeds

import (
	"archive/zip"
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"mojaz/internal/corpus"
)

// Files that are no text themselves are sources by the text in them, and are told
// by the hash of their own bytes.
func TestReadExtracted(t *testing.T) {
	pdf, err := os.ReadFile("../extract/testdata/pdf/chromium.pdf")
	if err != nil {
		t.Fatal(err)
	}
	var docx bytes.Buffer
	w := zip.NewWriter(&docx)
	f, err := w.Create("word/document.xml")
	if err == nil {
		_, err = f.Write([]byte(`<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>قال المسؤول.</w:t></w:r></w:p></w:body></w:document>`))
	}
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	folders, problems, err := Read(fstest.MapFS{
		"affair/a.pdf":   {Data: pdf},
		"affair/b.DOCX":  {Data: docx.Bytes()},
		"affair/c.mht":   {Data: []byte("Content-Type: text/html\r\n\r\n<p>خبر محفوظ</p>")},
		"affair/d.epub":  {Data: []byte("PK")},
		"affair/e.doc":   {Data: []byte("x")},
		"affair/f.txt":   {Data: []byte("نص")},
		"affair/g.mhtml": {Data: []byte("Content-Type: text/html; charset=windows-1256\r\n\r\n<p>\xce\xc8\xd1 \xe3\xcd\xdd\xe6\xd9</p>")},
	}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []struct {
		path, encoding, holds string
		kind                  corpus.Kind
	}{
		{"seeds/affair/a.pdf", "pdf", "«لا لأحد أن يلغي الاتفاق، ولا لألا ينفذه»", corpus.KindPDF},
		{"seeds/affair/b.DOCX", "docx", "\n\nقال المسؤول.\n", corpus.KindDOCX},
		{"seeds/affair/c.mht", "utf-8", "<p>خبر محفوظ</p>", corpus.KindMHTML},
		{"seeds/affair/f.txt", "utf-8", "نص", corpus.KindText},
		{"seeds/affair/g.mhtml", "utf-8", "<p>خبر محفوظ</p>", corpus.KindMHTML},
	}
	if len(folders) != 1 || len(folders[0].Sources) != len(want) {
		t.Fatalf("Read gives %d folders, want one with %d sources\n%s", len(folders), len(want), showProblems(problems))
	}
	for i, s := range folders[0].Sources {
		w := want[i]
		if s.Path != w.path || s.Encoding != w.encoding || s.Kind != w.kind || !strings.Contains(s.Raw, w.holds) {
			t.Errorf("source %d is %s %s %s %q, want %+v", i, s.Path, s.Kind, s.Encoding, s.Raw, w)
		}
	}
	const trouble = "seeds/affair/d.epub: warning: is damaged: what it holds cannot be unpacked (fetch it again)\n" +
		"seeds/affair/e.doc: warning: is not read: \".doc\" is the ending of no kind of source (save it as .docx)\n"
	if got := showProblems(problems); got != trouble {
		t.Errorf("Read reports\n%swant\n%s", got, trouble)
	}
	checkSources(t, folders)
}
