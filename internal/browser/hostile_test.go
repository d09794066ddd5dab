package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// hostile are lines of a source that try to be more than text, each with what of
// it a reader must see. A line that reaches the browser as mark-up calls the
// alarm, asks another host for something, or shows less than it says.
var hostile = []string{
	`قال المتحدث <script>mojazAlarm("script")</script> إن الاتفاق سيوقع يوم الأحد في بغداد.`,
	`وأضاف البيان <img src=x onerror="mojazAlarm('img')"> أن الانسحاب يبدأ في أيلول المقبل.`,
	`وذكرت الوكالة </pre></li></script><svg onload="mojazAlarm('svg')"> أن القوات باقية حتى نهاية العام.`,
	`وجاء في النص {{ printf "%s" "mojaz" | safeHTML }} {{< raw >}} {{% raw %}} من غير أي تفسير آخر.`,
	`وكتب المراسل [اضغط هنا](javascript:mojazAlarm('md')) ثم <a href="javascript:mojazAlarm('a')">هنا</a> مرتين.`,
	`ونشر الموقع ![صورة](https://img.example/x.png) و<https://auto.example/> مع **نص غليظ** و_مائل_ و` + "`رمز`" + `.`,
	`وورد [نهاية العام]{date=1999-01-01 rel=by} ثم [[شخص|اسم]] ثم {#p1} في السطر نفسه من البيان.`,
	`وقالت --> <!-- المصادر ]]> إن الملف &lt;مفتوح&gt; &amp; إن النقاش &#x202e; مستمر منذ أسابيع.`,
	`style="x" onmouseover="mojazAlarm('attr')" ' " > كما قالت الصحيفة في عددها الصادر صباح اليوم.`,
}

// unseenMarks turn the order of letters around: a name that ends in "gpj.exe" can be
// made to end in "exe.jpg".
const unseenMarks = "وأرسل الملف \u202egpj.exe\u202c والنص \u2067معزول\u2069 مع \u200b\ufeff أحرف لا ترى في آخر السطر."

// writeHostile writes the dossier and gives the folder that holds it.
func writeHostile(t *testing.T) string {
	t.Helper()
	seeds := filepath.Join(t.TempDir(), "seeds")
	title := `<script>mojazAlarm("title")</script> {{ .Title }} **عنوان** "x" 'y'`
	body := title + "\n\n2025-08-31\n\n" + strings.Join(hostile, "\n\n") + "\n\n" + unseenMarks + "\n\n"
	long := strings.Repeat("كلمة طويلة في سطر لا ينتهي، ", 200<<10/48) + "تمت."
	unbroken := strings.Repeat("طويل", 500)
	files := map[string]string{
		"dossier.yaml":         fmt.Sprintf("title: %q\ndescription: %q\n", title, hostile[0]+hostile[3]),
		"a.txt":                body,
		"b.txt":                "سطر طويل جدا\n\n2025-09-01\n\n" + long + "\n\n" + unbroken + "\n\nhttps://long.example/" + strings.Repeat("x", 3000) + "\n",
		"c.html":               "<html><head><title>" + title + "</title><base href=\"https://base.example/\"></head><body><h1>صفحة</h1><p>" + strings.Join(hostile, "</p>\n<p>") + "</p></body></html>",
		"d.md":                 "---\ntitle: x\nsource: /etc/passwd\n---\n\n# عنوان\n\n" + strings.Join(hostile, "\n\n") + "\n",
		`"><svg onload=x>.txt`: body,
	}
	for name, content := range files {
		file := filepath.Join(seeds, "عدائي & 'اسم' #1 50%", name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return seeds
}

// turning matches what turns letters around in a page: "\u202e".
var turning = regexp.MustCompile(`[\x{202A}\x{202B}\x{202D}\x{202E}]`)

func TestHostile(t *testing.T) {
	tab := open(t)
	dir := build(t, writeHostile(t))
	if err := tab.Do(Phone(), Scripts(true)); err != nil {
		t.Fatal(err)
	}
	for _, root := range []string{fromDisk(dir), overHTTP(t, dir)} {
		report := crawlAll(t, tab, dir, root)
		for name, p := range report.Pages {
			if m := turning.FindString(p.Text); m != "" {
				t.Errorf("%s shows %+q as it is: it turns the letters after it", name, m)
			}
		}
		checkShown(t, report)
	}
}

// checkShown looks for every hostile line, as it was written, on the page of its
// source; and in its briefing for all of a line whose beginning is there, for the
// program may take some lines for no part of the text.
func checkShown(t *testing.T, report Report) {
	t.Helper()
	for _, kind := range []string{"sources", "briefings"} {
		page := pageOf(report, kind+"/a.html")
		shown, whole := plain(page.Text), 0
		for _, line := range hostile {
			line = plain(line)
			beginning, _, _ := strings.Cut(line, " ")
			switch {
			case strings.Contains(shown, line):
				whole++
			case kind == "sources" || strings.Contains(shown, beginning):
				t.Errorf("%s/a.html does not show %q", kind, line)
			}
		}
		if whole < len(hostile)/2 {
			t.Errorf("%s/a.html shows %d of %d hostile lines, want most", kind, whole, len(hostile))
		}
	}
}

// plain gives a text with its blanks as one.
func plain(s string) string { return strings.Join(strings.Fields(s), " ") }

// pageOf gives the page whose path ends as given, an empty one if there is none.
func pageOf(report Report, end string) Page {
	for name, p := range report.Pages {
		if strings.HasSuffix(name, "/"+end) {
			return p
		}
	}
	return Page{}
}
