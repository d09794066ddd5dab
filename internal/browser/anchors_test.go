package browser

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// annotator is the judge of annotations: a reader of selectors that is not ours.
const annotator = "@apache-annotator/dom/lib/index.js"

// unpacked unpacks the annotated sources of a site and gives their folder.
func unpacked(t *testing.T, site string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(site, "archives", "*-annotations.zip"))
	if err != nil || len(found) != 1 {
		t.Fatalf("the site has the bundles %q, want one (%v)", found, err)
	}
	z, err := zip.OpenReader(found[0])
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	dir := t.TempDir()
	if err := os.CopyFS(dir, z); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, strings.TrimSuffix(filepath.Base(found[0]), ".zip"))
}

// TestAnchors has all annotations of the shipped dossier found anew in its sources.
func TestAnchors(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves the judges out")
	}
	faults, last := node(t, "anchors.mjs", annotator, unpacked(t, example(t)))
	for _, f := range faults {
		t.Error(f)
	}
	var all, spans, sources int
	if _, err := fmt.Sscanf(last, "%d annotations, %d spans in %d sources", &all, &spans, &sources); err != nil || spans < 500 || sources != 5 {
		t.Errorf("the judge says %q, want hundreds of spans in 5 sources (%v)", last, err)
	}
	t.Log(last)
}

// TestAnchorsBeyond does the same where letters take two units of UTF-16, where
// lines end as Windows ends them, and where only what is cited may be shown.
func TestAnchorsBeyond(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves the judges out")
	}
	dir := t.TempDir()
	seeds := filepath.Join(dir, "seeds", "affair")
	if err := os.MkdirAll(seeds, 0o755); err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(`🕊️🕊️ إعلان الاتفاق 𝔸𝔹

بغداد 😀 – قال رئيس الوزراء محمد السوداني 🎤 يوم 30 سبتمبر 2025 إن 2500 جندي 🪖 سيغادرون العراق نهاية العام المقبل.

وأضاف السوداني 😀😀 أن المفاوضات مع واشنطن مستمرة، وأن القوات الأميركية ستنسحب في سبتمبر 2026.

وكان الطقس في المدينة صحواً ذلك اليوم، ولم يحدث شيء غير ذلك كله.

وفتحت المقاهي أبوابها باكراً. وجلس الناس أمامها. وشربوا الشاي. ومرت الحافلات. وعاد كل واحد إلى بيته مساءً.

وامتلأت الحدائق بالأطفال. ولعبوا حتى غابت الشمس. ثم نزل المطر قليلاً.
`, "\n", "\r\n")
	for name, b := range map[string]string{"a b.txt": text, "غير.txt": strings.ReplaceAll(text, "2500", "2600")} {
		if err := os.WriteFile(filepath.Join(seeds, name), []byte(b), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, rights := range []string{"full", "quote"} {
		site, err := makeSite(dir, filepath.Dir(seeds), "archives: [annotations]\n")
		if err != nil {
			t.Fatal(err)
		}
		bundle := unpacked(t, site)
		faults, last := node(t, "anchors.mjs", annotator, bundle)
		for _, f := range faults {
			t.Errorf("%s: %s", rights, f)
		}
		if b := read(t, bundle, "sources/affair/a b.txt"); bytes.Contains(b, []byte("\u2591")) != (rights == "quote") {
			t.Errorf("%s: the bundle has the source as\n%s", rights, b)
		}
		if strings.Contains(last, " 0 with") || !strings.Contains(last, " in 2 sources") {
			t.Errorf("%s: the judge says %q, want spans beyond U+FFFF in two sources", rights, last)
		}
		t.Logf("%s: %s", rights, last)
		overview := filepath.Join(filepath.Dir(site), "content", "affair", "index.md")
		b, err := os.ReadFile(overview)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(overview, []byte(strings.Replace(string(b), "---\n", "---\nrights: quote\n", 1)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestAnchorsCatch moves one place by a letter, and then changes one word of a
// source.
func TestAnchorsCatch(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves the judges out")
	}
	bundle := unpacked(t, example(t))
	name := filepath.Join(bundle, "annotations.jsonl")
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(b)), "\n")
	var moved map[string]any
	if err := json.Unmarshal([]byte(lines[20]), &moved); err != nil {
		t.Fatal(err)
	}
	place := moved["target"].(map[string]any)["selector"].([]any)[0].(map[string]any)
	place["start"], place["unknown"] = place["start"].(float64)+1, "word"
	changed, err := json.Marshal(moved)
	if err != nil {
		t.Fatal(err)
	}
	lines[20] = string(changed)
	if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	faults, _ := node(t, "anchors.mjs", annotator, bundle)
	if len(faults) != 2 || !strings.HasPrefix(faults[0], moved["id"].(string)+": ") {
		t.Errorf("one place was moved and has a word that means nothing; the judge says %q", faults)
	}
}
