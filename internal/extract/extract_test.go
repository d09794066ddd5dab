package extract

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"mojaz/internal/golden"
)

// zipped makes an archive of the sections "in <kind> <entry>" of a case.
func zipped(t *testing.T, c *golden.Case, kind string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range c.Inputs("in " + kind + " ") {
		put(t, w, strings.TrimPrefix(f.Name, "in "+kind+" "), f.Data)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func put(t testing.TB, w *zip.Writer, name string, data []byte) {
	t.Helper()
	f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Unix(0, 0)})
	if err == nil {
		_, err = f.Write(data)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// told gives what became of a file: its text, or why there is none.
func told(text Text, err error) string {
	var no *Refusal
	switch {
	case errors.As(err, &no):
		return "refused: " + no.Why.String() + " (" + no.Hint.String() + ")\n"
	case err != nil:
		return "error: " + err.Error() + "\n"
	}
	return text.Raw
}

func TestSheets(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		switch {
		case len(c.Inputs("in docx ")) > 0:
			c.Check("text", told(DOCX(zipped(t, c, "docx"))))
		case len(c.Inputs("in epub ")) > 0:
			c.Check("text", told(EPUB(zipped(t, c, "epub"))))
		case c.Has("mhtml"):
			c.Check("text", told(MHTML([]byte(c.Input("mhtml")))))
		}
	})
}

// archiveOf makes an archive of names and bytes, in turn.
func archiveOf(t testing.TB, entries ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(entries); i += 2 {
		put(t, w, entries[i], []byte(entries[i+1]))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bomb makes a Word file whose text is so many times a MiB of blanks, and says
// that it is so many bytes.
func bomb(t testing.TB, times int, said uint64) []byte {
	t.Helper()
	var packed, b bytes.Buffer
	f, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err == nil {
		_, err = f.Write(bytes.Repeat([]byte(" "), 1<<20))
	}
	if err != nil || f.Flush() != nil {
		t.Fatal(err)
	}
	stream := bytes.Repeat(packed.Bytes(), times)
	w := zip.NewWriter(&b)
	raw, err := w.CreateRaw(&zip.FileHeader{Name: "word/document.xml", Method: zip.Deflate,
		CompressedSize64: uint64(len(stream)), UncompressedSize64: said})
	if err == nil {
		_, err = raw.Write(stream)
	}
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// word wraps the paragraphs of a Word file.
func word(body string) string {
	return `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`
}

// Files that lie about themselves cost a refusal, and neither memory nor time.
func TestHostile(t *testing.T) {
	para := `<w:p><w:r><w:t>نص</w:t></w:r></w:p>`
	many := make([]string, 0, 2*maxEntries+4)
	for i := range maxEntries + 1 {
		many = append(many, strings.Repeat("a", 1+i%7)+string(rune('a'+i%26)), "")
	}
	locked := archiveOf(t, "word/document.xml", word(para))
	for _, at := range []int{bytes.Index(locked, []byte("PK\x03\x04")) + 6, bytes.Index(locked, []byte("PK\x01\x02")) + 8} {
		locked[at] |= 1
	}
	old := append(append([]byte{}, compound...), make([]byte, 512)...)
	secret := append(append([]byte{}, old...), "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"...)
	for _, c := range []struct {
		name string
		file []byte
		want *Refusal // nil where only the words matter
		why  string
	}{
		{"zip bomb", bomb(t, 40, 40<<20), errBomb, ""},
		{"zip bomb that says it is small", bomb(t, 40, 100), errDamaged, ""},
		{"ratio", archiveOf(t, "word/document.xml", word(strings.Repeat(" ", 2<<20)+para)), errBomb, ""},
		{"many entries", archiveOf(t, many...), errBomb, ""},
		{"deep", archiveOf(t, "word/document.xml", word(strings.Repeat("<w:sdt>", 100_000)+para)), errDeep, ""},
		{"entities", archiveOf(t, "word/document.xml", `<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>`+word(`<w:p><w:r><w:t>&c;</w:t></w:r></w:p>`)), errDamaged, ""},
		{"cut off", archiveOf(t, "word/document.xml", word(para))[:100], errDamaged, ""},
		{"not XML", archiveOf(t, "word/document.xml", "<w:p"), errDamaged, ""},
		{"locked entry", locked, errLocked, ""},
		{"old Word", old, nil, "is a file of an old Word"},
		{"locked Word", secret, errLocked, ""},
		{"a spreadsheet", archiveOf(t, "xl/workbook.xml", "<a/>"), nil, "is no Word file"},
		{"nested", archiveOf(t, "word/document.xml", string(archiveOf(t, "word/document.xml", word(para)))), errDamaged, ""},
		{"no text", archiveOf(t, "word/document.xml", word(`<w:p/>`)), errEmpty, ""},
		{"nothing", nil, errDamaged, ""},
	} {
		_, err := DOCX(c.file)
		var no *Refusal
		if !errors.As(err, &no) || c.want != nil && no != c.want || !strings.HasPrefix(no.Why.String(), c.why) {
			t.Errorf("%s: DOCX gives %v, want %v%s", c.name, err, c.want, c.why)
		}
	}
}

// A book's list of parts cannot name what is not in the book.
func TestBookPaths(t *testing.T) {
	opf := `<package><manifest><item id="a" href="../../../etc/passwd" media-type="application/xhtml+xml"/>
<item id="b" href="ch%61pter.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="b"/></spine></package>`
	book := archiveOf(t, "META-INF/container.xml", `<container><rootfiles><rootfile full-path="x/book.opf"/></rootfiles></container>`,
		"x/book.opf", opf, "../etc/passwd", "<p>سر</p>", "x/chapter.xhtml", "<html><head><title/></head><body><p>الفصل</p></body></html>")
	text, err := EPUB(book)
	if err != nil || !strings.Contains(text.Raw, "الفصل") || strings.Count(text.Raw, "الفصل") != 1 {
		t.Errorf("EPUB = %q, %v, want the chapter once", text.Raw, err)
	}
}

// sound reports what is wrong with a text, whatever it was made of.
func sound(t *testing.T, text Text, err error) {
	t.Helper()
	switch {
	case err != nil && text.Raw != "":
		t.Errorf("refused with %v, and yet there is a text: %q", err, text.Raw)
	case err == nil && strings.TrimSpace(text.Raw) == "":
		t.Error("neither text nor a refusal")
	case len(text.Raw) > 2*maxText:
		t.Errorf("%d bytes of text", len(text.Raw))
	}
	var no *Refusal
	if err != nil && !errors.As(err, &no) {
		t.Errorf("%v is no refusal", err)
	}
}

// inSheet reports what no sheet may hold.
func inSheet(t *testing.T, text string) {
	t.Helper()
	if text != "" && (!utf8.ValidString(text) || !strings.HasPrefix(text, "---\n") || strings.Contains(text, "\n\n\n") || strings.ContainsAny(text, "\r\x00\u00ad\ufffd")) {
		t.Errorf("no sheet: %q", text)
	}
}

func FuzzWord(f *testing.F) {
	for _, s := range []string{word(`<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>أ</w:t><w:br/></w:r></w:p>`),
		word(`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>أ</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`), word(`</w:tbl></w:p>`), "<a", ""} {
		f.Add([]byte(s), []byte(`<w:styles/>`))
	}
	f.Fuzz(func(t *testing.T, document, styles []byte) {
		text, err := DOCX(archiveOf(t, "word/document.xml", string(document), "word/styles.xml", string(styles), "docProps/core.xml", string(styles)))
		sound(t, text, err)
		inSheet(t, text.Raw)
	})
}

func FuzzArchive(f *testing.F) {
	f.Add(archiveOf(f, "word/document.xml", word(`<w:p><w:r><w:t>نص</w:t></w:r></w:p>`)))
	f.Add(archiveOf(f, "META-INF/container.xml", `<rootfile full-path="a"/>`, "a", `<item id="a" href="b" media-type="text/html"/><itemref idref="a"/>`, "b", "نص"))
	f.Fuzz(func(t *testing.T, b []byte) {
		text, err := DOCX(b)
		sound(t, text, err)
		text, err = EPUB(b)
		sound(t, text, err)
		inSheet(t, text.Raw)
	})
}

func FuzzBook(f *testing.F) {
	f.Add([]byte(`<html><head><title/></head><body><nav>ف</nav><h1>أ</h1><table><tr><td>ب<p>ج</table><pre>a
b</pre><script>x</script></body></html>`))
	f.Fuzz(func(t *testing.T, chapter []byte) {
		text, err := EPUB(archiveOf(t, "META-INF/container.xml", `<rootfile full-path="a"/>`,
			"a", `<item id="a" href="b" media-type="text/html"/><itemref idref="a"/>`, "b", string(chapter)))
		sound(t, text, err)
		inSheet(t, text.Raw)
	})
}

func FuzzSavedPage(f *testing.F) {
	f.Add([]byte("Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=windows-1256\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E4=D5=\r\n--x--\r\n"))
	f.Add([]byte("Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+"))
	f.Fuzz(func(t *testing.T, b []byte) {
		text, err := MHTML(b)
		if err != nil && text.Raw != "" || len(text.Raw) > 4*maxText {
			t.Errorf("MHTML = %d bytes and %v", len(text.Raw), err)
		}
	})
}

// Time and memory grow with the size of a file, whatever it repeats.
func TestRepetition(t *testing.T) {
	const n = 20_000
	for _, s := range []string{"<p>", "</p>", "<nav>", "<table><tr><td>", "<h1>", "&amp;", "<li>", "<pre>", "# "} {
		text, err := EPUB(archiveOf(t, "META-INF/container.xml", `<rootfile full-path="a"/>`,
			"a", `<item id="a" href="b" media-type="text/html"/><itemref idref="a"/>`, "b", "<p>نص</p>"+noise(s, n)))
		sound(t, text, err)
	}
}

// noise repeats s, with letters between that do not pack well.
func noise(s string, n int) string {
	var b strings.Builder
	seed := uint32(1)
	for range n {
		seed = seed*1664525 + 1013904223
		b.WriteString(s)
		b.WriteByte(byte('a' + seed>>24%26))
	}
	return b.String()
}
