// Package hostile keeps documents that try to be more than text: every trick that
// a source could play on the reader of a site, on the program, or on the disk.
package hostile

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// Dossier is the name of the folder that Write makes.
const Dossier = "عدائي & 'اسم' #1 50%"

// Lines are lines of a source, of each of which a reader must see every letter. One
// that reaches a browser as mark-up calls mojazAlarm, asks another host for
// something, or shows less than it says.
var Lines = []string{
	`قال المتحدث <script>mojazAlarm("script")</script> إن الاتفاق سيوقع يوم الأحد في بغداد.`,
	`وأضاف البيان <img src=x onerror="mojazAlarm('img')"> أن الانسحاب يبدأ في أيلول المقبل.`,
	`وذكرت الوكالة </pre></li></script><svg onload="mojazAlarm('svg')"> أن القوات باقية حتى نهاية العام.`,
	`وجاء في النص {{ printf "%s" "mojaz" | safeHTML }} {{< raw >}} {{% raw %}} من غير أي تفسير آخر.`,
	`وكتب المراسل [اضغط هنا](javascript:mojazAlarm('md')) ثم <a href="javascript:mojazAlarm('a')">هنا</a> مرتين.`,
	`ونقل الموقع [صفحة](data:text/html;base64,PHNjcmlwdD4=) و<iframe src="data:text/html,<script>mojazAlarm(1)</script>"></iframe> كما هما.`,
	`وفي العنوان <a href=" JaVa&#10;Script:mojazAlarm('case')">رابط</a> و[آخر](vbscript:mojazAlarm) و[ثالث](//evil.example/x) في الصباح.`,
	`ونشر الموقع ![صورة](https://img.example/x.png) و<https://auto.example/> مع **نص غليظ** و_مائل_ و` + "`رمز`" + `.`,
	`وورد [نهاية العام]{date=1999-01-01 rel=by} ثم [[شخص|اسم]] ثم {#p1} في السطر نفسه من البيان.`,
	`وقالت --> <!-- المصادر ]]> إن الملف &lt;مفتوح&gt; &amp; إن النقاش &#x202e; مستمر منذ أسابيع.`,
	`style="x" onmouseover="mojazAlarm('attr')" ' " > كما قالت الصحيفة في عددها الصادر صباح اليوم.`,
	`وقالت <style>*{display:none}</style><meta http-equiv=refresh content="0;url=https://meta.example/"><base href="//base.example/"> الوكالة.`,
	`وقال محمد الكاظمي إن محمد الکاظمی وPаypal وРaypal ليسوا شخصا واحدا وإن تشابهت حروف أسمائهم.`, // letters of other scripts
	`وقال CON إن NUL وAUX وPRN وCOM1 وLPT9 وصلوا إلى بغداد مع ../../etc/passwd في 31 شباط 2025 و99/99/9999.`,
	"وظهر في الصفحة رمز \ue000 و\ue001 و\U000f0000 من حروف لا يعرفها أي خط من خطوط الموقع.",
}

// Unseen turns the order of letters around: a name that ends in "gpj.exe" can be
// made to end in "exe.jpg". And it joins letters, parts them, and hides some.
const Unseen = "وأرسل الملف \u202egpj.exe\u202c والنص \u2067معزول\u2069 مع \u200b\ufeff أحرف لا ترى " +
	"و\u200cف\u200dا\u200dص\u200c\u200cل و\u2060\u00ad\u061c و\U000e0041\U000e007f في آخر السطر."

// Title is a title of a dossier and of documents.
const Title = `<script>mojazAlarm("title")</script> {{ .Title }} **عنوان** "x" 'y'`

// Write makes a folder of dossiers with the one that is hostile, and gives how many
// files and links it has.
func Write(seeds string) (int, error) {
	dir := filepath.Join(seeds, Dossier)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, err
	}
	n := 0
	for name, content := range files() {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			return n, err
		}
		n++
	}
	for name, target := range links {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			return n, err
		}
		n++
	}
	bomb, err := zipBomb()
	if err != nil {
		return n, err
	}
	for _, name := range []string{"bomb.zip", "bomb.txt", "bomb.docx", "bomb.epub"} {
		err = errors.Join(err, os.WriteFile(filepath.Join(dir, name), bomb, 0o644))
		n++
	}
	return n, err
}

// links lead out of the dossier, to themselves and around in circles.
var links = map[string]string{
	"loop": ".", "up": "..", "self.txt": "self.txt", "there.txt": "back.txt", "back.txt": "there.txt",
	"passwd.txt": "/etc/passwd", "zero.txt": "/dev/zero", "nowhere.txt": "nowhere",
}

// files are the documents, by name.
func files() map[string]string {
	paragraphs := strings.Join(Lines, "\n\n")
	body := Title + "\n\n2025-08-31\n\n" + paragraphs + "\n\n" + Unseen + "\n\n"
	out := map[string]string{
		"dossier.yaml": fmt.Sprintf("title: %q\ndescription: %q\n", Title, Lines[0]+Lines[3]),
		"lexicon.yaml": lexicon(),
		"a.txt":        body,
		"c.html": "<html><head><title>" + Title + "</title><base href=\"https://base.example/\"></head><body><h1>صفحة</h1><p>" +
			strings.Join(Lines, "</p>\n<p>") + "</p></body></html>",
		"d.md":             "---\ntitle: x\nsource: /etc/passwd\n---\n\n# عنوان\n\n" + paragraphs + "\n",
		"entity-bomb.html": entityBomb(),
	}
	for name, text := range large() {
		out[name] = "عنوان وثيقة كبيرة\n\n2025-09-01\n\nقال الوزير إن الاتفاق سيوقع يوم الأحد.\n\n" + text + "\n"
	}
	for i, name := range tricks {
		out[name] = fmt.Sprintf("خبر آخر\n\n2025-07-%02d\n\n%s\n", i+1, Lines[i%len(Lines)])
	}
	return out
}

// lexicon names what is no name.
func lexicon() string {
	out := "names:\n"
	for _, name := range []string{"CON", "NUL", "COM1", "../../etc/passwd", Title, "[[شخص|اسم]]", "محمد الكاظمي", "محمد الکاظمی"} {
		out += fmt.Sprintf("  - name: %q\n    type: PER\n", name)
	}
	return out
}

// tricks are names that mean something to a page, a shell or a disk.
var tricks = []string{
	`"><svg onload=x>.txt`, `..\..\boot.txt`, `..%2f..%2fetc%2fpasswd.txt`, "-rf.txt", "con.txt", "$(reboot).txt", "two\nlines.txt",
	"\u202egpj.txt", "a\u200db.txt", "CASE.txt", "case.txt", "Case.TXT", "e\u0301.txt", "\u00e9.txt", strings.Repeat("ط", 120) + ".txt",
}

// large are texts that cost much where work grows faster than they do.
func large() map[string]string {
	const many = 100_000
	return map[string]string{
		"long-line.txt": strings.Repeat("كلمة طويلة في سطر لا ينتهي، ", 1<<20/48) + "تمت.",
		"unbroken.txt":  strings.Repeat("طويل", 500) + "\n\nhttps://long.example/" + strings.Repeat("x", 3000),
		"brackets.txt":  strings.Repeat("[", many) + "نص" + strings.Repeat("]", many),
		"braces.txt":    strings.Repeat("({«", many/3) + "نص" + strings.Repeat("»})", many/3),
		"quotes.md":     strings.Repeat("> ", many) + "نص",
		"stars.md":      strings.Repeat("*_", many/2) + "نص" + strings.Repeat("_*", many/2),
		"elements.html": strings.Repeat("<div>", many) + "نص عميق",
		"marks.txt":     "ن" + strings.Repeat("\u0301", many) + "ص",
	}
}

// entityBomb is a page that grows to gigabytes where entities of a document type
// are put in.
func entityBomb() string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html [\n<!ENTITY a0 \"نص\">\n")
	for n := range 10 {
		fmt.Fprintf(&b, "<!ENTITY a%d %q>\n", n+1, strings.Repeat(fmt.Sprintf("&a%d;", n), 10))
	}
	b.WriteString("<!ENTITY file SYSTEM \"file:///etc/passwd\">\n]>\n<html><body><p>&a10; &file; ")
	b.WriteString(strings.Repeat("&amp;", 20_000) + "</p></body></html>\n")
	return b.String()
}

// zipBomb is a small archive that grows to far more than a source may have, in
// files that documents of offices and books consist of, and with names that lead
// out of a folder.
func zipBomb() ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, f := range []struct {
		name  string
		bytes []byte
		times int
	}{
		{"mimetype", []byte("application/epub+zip"), 1},
		{"../../../tmp/mojaz-was-here", []byte("x"), 1},
		{"/tmp/mojaz-was-here", []byte("x"), 1},
		{"META-INF/container.xml", []byte(`<container><rootfiles><rootfile full-path="../../content.opf"/></rootfiles></container>`), 1},
		{"word/document.xml", bytes.Repeat([]byte("<w:p><w:r><w:t>"), 1<<16), 100},
	} {
		w, err := z.Create(f.name)
		for range f.times {
			if err == nil {
				_, err = w.Write(f.bytes)
			}
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}
