package extract

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"mojaz/internal/arabic"
)

// original gives the words of the article that the PDF files were made of.
func original(t *testing.T) []string {
	t.Helper()
	f, err := os.Open("testdata/pdf/article.html")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	page, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(strings.ReplaceAll(n.Data, "\u00ad", ""))
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Data != "style" && c.Data != "title" {
				walk(c)
			}
		}
		b.WriteByte(' ')
	}
	walk(page)
	return plainWords(b.String())
}

// plainWords folds the words of a text: marks on letters, which say little, are no
// part of them.
func plainWords(text string) []string {
	return slices.DeleteFunc(strings.Fields(arabic.Fold(text)), func(w string) bool {
		return strings.Trim(w, "|#-") == ""
	})
}

// inOrder counts the words of want that got has in the same order (the longest
// common subsequence).
func inOrder(want, got []string) int {
	best := make([]int, len(got)+1)
	for _, w := range want {
		before := 0
		for j, g := range got {
			now := best[j+1]
			if w == g {
				best[j+1] = before + 1
			} else {
				best[j+1] = max(best[j+1], best[j])
			}
			before = now
		}
	}
	return best[len(got)]
}

// Arabic comes out of real files in the order in which it is read, its letters
// and numbers whole. What is wrong is counted: words of the article that are not
// there in their order, and words that are not its own.
func TestPDF(t *testing.T) {
	want := original(t)
	for _, c := range []struct {
		file           string
		missing, extra int // words at most
	}{
		{"chromium.pdf", 2, 2},
		{"columns.pdf", 16, 3},      // it has no table: 13 words
		{"libreoffice.pdf", 15, 11}, // its first heading is not in it: 8 words
	} {
		b, err := os.ReadFile(filepath.Join("testdata/pdf", c.file))
		if err != nil {
			t.Fatal(err)
		}
		text, err := PDF(b)
		if err != nil || text.Note != "" {
			t.Errorf("PDF(%s) gives %q, %v (%s is needed, from poppler-utils)", c.file, text.Note, err, pdfTool)
			continue
		}
		_, body, _ := strings.Cut(strings.TrimPrefix(text.Raw, "---\n"), "\n---\n")
		got := plainWords(body)
		n := inOrder(want, got)
		t.Logf("%s: of %d words %d missing, %d extra", c.file, len(want), len(want)-n, len(got)-n)
		if len(want)-n > c.missing || len(got)-n > c.extra {
			t.Errorf("PDF(%s): of %d words %d are missing, want at most %d; %d are extra, want at most %d\n%s",
				c.file, len(want), len(want)-n, c.missing, len(got)-n, c.extra, text.Raw)
		}
		for _, sentence := range []string{
			"(أي 45.5% من الموازنة)، وإن الأعمال جرت وفق خطة 2024-2025 التي أقرها المجلس عام ٢٠٠٨",
			"شركة Atlas Bridge Survey الذين", "في 30/9/2025 بعد", "ما بعد الشتاء، لأن النهر", "إن شاء الله، قال",
			"measured every stone of the foundations and",
		} {
			if !strings.Contains(text.Raw, sentence) {
				t.Errorf("PDF(%s) does not hold %q:\n%s", c.file, sentence, text.Raw)
			}
		}
		if strings.Contains(text.Raw, "نشرة البلدية") || strings.Contains(text.Raw, "صفحة 1") {
			t.Errorf("PDF(%s) keeps running heads:\n%s", c.file, text.Raw)
		}
	}
}

func TestPDFRefused(t *testing.T) {
	for _, c := range []struct {
		file string // of testdata/pdf, or bytes
		why  string
	}{
		{"locked.pdf", "is protected by a password"},
		{"picture.pdf", "holds no text: its pages are pictures"},
		{"%PDF-1.4 and nothing more", "is damaged"},
	} {
		b, err := os.ReadFile(filepath.Join("testdata/pdf", c.file))
		if err != nil {
			b = []byte(c.file)
		}
		_, err = PDF(b)
		var no *Refusal
		if !errors.As(err, &no) || !strings.HasPrefix(no.Why.String(), c.why) {
			t.Errorf("PDF(%s) gives %v, want that it %s", c.file, err, c.why)
		}
	}
	t.Setenv("PATH", t.TempDir())
	_, err := PDF(nil)
	var no *Refusal
	if !errors.As(err, &no) || !strings.Contains(no.Hint.String(), "poppler-utils") {
		t.Errorf("PDF without its program gives %v, want the package to install", err)
	}
	if got := Tool(); got != pdfTool+" is missing" {
		t.Errorf("Tool() = %q without the program", got)
	}
}

// Programs of the same name that fail, or that never end, cost one file.
func TestPDFOtherProgram(t *testing.T) {
	for _, c := range []struct{ script, why string }{
		{"echo 'Usage: pdftotext [options]' >&2; exit 99", "cannot be read: the program pdftotext that is here is not that of Poppler"},
		{"exit 3", "is protected: whoever made it"},
		{"exit 1", "is damaged"},
		{"yes '<word>' ", "takes longer to read, or holds more"},
		{"", "is damaged"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, pdfTool), []byte("#!/bin/sh\n"+c.script+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
		t.Setenv("PATH", dir+string(os.PathListSeparator)+"/usr/bin"+string(os.PathListSeparator)+"/bin")
		_, err := PDF([]byte("x"))
		var no *Refusal
		if !errors.As(err, &no) || !strings.HasPrefix(no.Why.String(), c.why) {
			t.Errorf("PDF by a program that does %q gives %v, want that it %s", c.script, err, c.why)
		}
	}
}

// The order of the eye and of the tongue, the first as it stands on a page from
// left to right.
func TestTongue(t *testing.T) {
	for _, c := range []struct{ eye, tongue string }{
		{"قارعلا يف", "في العراق"},
		{"2500 وحن", "نحو 2500"},
		{")%45.5 يأ(", "(أي 45.5%)"},
		{"يف 30/9/2025", "30/9/2025 في"},
		{"2025-2024 ةطخ", "خطة 2024-2025"},
		{"ىقبتس F-16 تارئاط", "طائرات F-16 ستبقى"},
		{"نيذلا Atlas Bridge Survey ةكرش", "شركة Atlas Bridge Survey الذين"},
		{"?https://example.org/a?id=5 ىلإ", "إلى https://example.org/a?id=5?"},
		{"10:30 ةعاسلا 5 موي", "يوم 5 الساعة 10:30"},
		{"ةًلاسر", "رسالةً"},
		{"دمَّحم", "محمَّد"},
		{"٢٠٠٨ ماع", "عام ٢٠٠٨"},
		{"", ""},
	} {
		if got := tongue(c.eye); got != c.tongue {
			t.Errorf("tongue(%q) = %q, want %q", c.eye, got, c.tongue)
		}
	}
}

// Put into the order of the tongue and back, a text has the letters that it had.
func FuzzTongue(f *testing.F) {
	f.Add("2025 (ماع) abc-1 ٢٠٠٨ ةًلاسر")
	f.Fuzz(func(t *testing.T, s string) {
		if got := tongue(s); len([]rune(got)) != len([]rune(s)) && !strings.ContainsRune(s, unicode.ReplacementChar) {
			t.Errorf("tongue(%q) = %q", s, got)
		}
	})
}

func TestMended(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{"األعمال واألخيرة اإلجراءات اآلن االفتتاح", "الأعمال والأخيرة الإجراءات الآن الافتتاح"},
		{"ال تحتمله وال تذكره", "لا تحتمله ولا تذكره"},
		{"إن شاء اهلل وباهلل", "إن شاء الله وبالله"},
		{"البلدية والقال في العراق", "البلدية والقال في العراق"},
	} {
		if got := mended(c.got); got != c.want {
			t.Errorf("mended(%q) = %q, want %q", c.got, got, c.want)
		}
	}
}

func TestPageNumber(t *testing.T) {
	for line, want := range map[string]bool{
		"12": true, "- ١٢ -": true, "صفحة 3 من 40": true, "Page 3 of 40": true, "3/40": true,
		"2025 عام": false, "بند": false, "": false, "1 2 3": false, "20255": false,
	} {
		if got := pageNumber(line); got != want {
			t.Errorf("pageNumber(%q) = %v, want %v", line, got, want)
		}
	}
}

func TestUnstretched(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"ا33لت2ي", "الت2ي"}, {"قا33فتا3ق", "قافتاق"}, {"33كوفيد", "33كوفيد"}, {"كوفيد33", "كوفيد33"}, {"2333", "2333"},
	} {
		if got := unstretched(c.word, '3'); got != c.want {
			t.Errorf("unstretched(%q) = %q, want %q", c.word, got, c.want)
		}
	}
}

// Whatever the program says of a file, what is made of it is a sheet.
func FuzzLayout(f *testing.F) {
	f.Add([]byte(`<title>ع</title><meta name="CreationDate" content="2025-01-01"/><page width="100" height="100"><line xMin="10" yMin="50" xMax="90" yMax="60"><word xMin="60" yMin="50" xMax="90" yMax="60">صن</word><word xMin="10" yMin="50" xMax="58" yMax="60">نم)</word></line></page>`))
	f.Add([]byte(`<page><line><word xmin="NaN" ymin="1e99" xmax="-1">a</word><word>ً</word></line><line><word>b</word></line>`))
	f.Fuzz(func(t *testing.T, layout []byte) {
		s := &sheet{}
		setType(s, readLayout(layout, s))
		text, err := s.text()
		sound(t, text, err)
		inSheet(t, text.Raw)
	})
}

// A page with very many words is read in reasonable time.
func TestLayoutRepetition(t *testing.T) {
	for _, s := range []string{
		`<line><word xMin="1" yMin="1" xMax="2" yMax="2">ن</word></line>`,
		`<word xMin="1" yMin="1" xMax="2" yMax="2">ن</word>`,
		`<line><word xMin="1" yMin="1" xMax="9" yMax="2">من</word><word xMin="90" yMin="1" xMax="99" yMax="2">في</word></line>`,
	} {
		s := `<page width="100" height="100"><line>` + strings.Repeat(s, 20_000)
		sh := &sheet{}
		setType(sh, readLayout([]byte(s), sh))
		text, err := sh.text()
		sound(t, text, err)
	}
}
