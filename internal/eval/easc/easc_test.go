package easc

import (
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestCompare(t *testing.T) {
	for _, tt := range []struct {
		summary, reference string
		want               Rouge
	}{
		{"القوات الأميركية في العراق", "القوات الأمريكية في العراق", Rouge{0.75, 1.0 / 3, 0.75}},
		{"إنهاء المهمة، في العراق.", "انهاء المهمة في العراق", Rouge{1, 1, 1}},
		{"أ ب ج د", "د ج ب أ", Rouge{1, 0, 0.25}},
		{"أ أ أ", "أ ب", Rouge{0.4, 0, 0.4}},
		{"", "أ ب", Rouge{}},
		{"", "", Rouge{}},
	} {
		got := Compare(Words(tt.summary), Words(tt.reference))
		for _, d := range []float64{got.One - tt.want.One, got.Two - tt.want.Two, got.L - tt.want.L} {
			if math.Abs(d) > 1e-9 {
				t.Errorf("Compare(%q, %q) = %v, want %v", tt.summary, tt.reference, got, tt.want)
				break
			}
		}
	}
}

// three has an article, and two of which nobody chose enough.
const three = `{
"Topic2": {"source": "http://ar.wikipedia.org/wiki/%D8%A7%D9%84%D8%A8%D8%AD%D8%B1_%D8%A7%D9%84%D9%85%D9%8A%D8%AA",
 "sentences": ["البحر الميت بحيرة مالحة بين الأردن وفلسطين.", "وهو أخفض مكان على اليابسة.", "تقع البحيرة المالحة في الأردن.", "ينخفض مستوى الماء كل عام مترا."],
 "votes": {"A": [0, 3], "B": [0], "C": [], "D": [3, 0, 3]}},
"Topic1": {"source": "x", "sentences": ["أ", "ب", "ج"], "votes": {"A": [0]}},
"Topic3": {"source": "x", "sentences": ["أ", "ب"], "votes": {"A": [0], "B": [1]}}}`

func data(s string) fstest.MapFS { return fstest.MapFS{"dev.json": {Data: []byte(s)}} }

func TestRead(t *testing.T) {
	articles, err := read(data(three))
	if err != nil || len(articles) != 1 {
		t.Fatalf("read = %d articles, %v, want 1", len(articles), err)
	}
	a := articles[0]
	if a.doc.Meta.Title != "البحر الميت" {
		t.Errorf("title = %q", a.doc.Meta.Title)
	}
	if diff := cmp.Diff([][]int{{0, 3}, {0}, {0, 3}}, a.chosen); diff != "" {
		t.Errorf("chosen (-want +got):\n%s", diff)
	}
	if got := a.sentences[3].Of(a.doc.Text); got != "ينخفض مستوى الماء كل عام مترا." {
		t.Errorf("sentence 3 = %q", got)
	}
	if got, want := a.length(), (13.0+7+13)/3; math.Abs(got-want) > 1e-9 {
		t.Errorf("length = %v, want %v", got, want)
	}
	if got := a.cut([]int{3, 1, 0, 2}); !slices.Equal(got, []int{3, 1}) {
		t.Errorf("cut at %v words = %v, want [3 1]", a.length(), got)
	}
	for _, bad := range []string{"{", strings.ReplaceAll(three, "[3, 0, 3]", "[4]")} {
		if _, err := read(data(bad)); err == nil {
			t.Errorf("read(%.40q) gives no error", bad)
		}
	}
}

func TestMeasure(t *testing.T) {
	first, err := Measure(data(three))
	if err != nil {
		t.Fatal(err)
	}
	again, err := Measure(data(three))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, again); diff != "" {
		t.Errorf("Measure differs when it measures again:\n%s", diff)
	}
	var names []string
	for _, m := range first.Methods {
		names = append(names, m.Name)
		for i, v := range m.values() {
			low, high := *m.Low.values()[i], *m.High.values()[i]
			if *v < 0 || *v > 1+1e-9 || low > *v+1e-9 || high < *v-1e-9 {
				t.Errorf("%s: figure %d = %v in [%v, %v]", m.Name, i, *v, low, high)
			}
		}
	}
	if want := []string{"ours", "lead", "lexrank", "random", "person"}; !slices.Equal(names, want) {
		t.Errorf("methods = %q, want %q", names, want)
	}
	if got, want := first.Over.Mean.One, first.Methods[0].Mean.One-first.Methods[1].Mean.One; math.Abs(got-want) > 1e-9 {
		t.Errorf("over the lead = %v, want %v", got, want)
	}
}

// TestLexRank holds that the sentence to which most others are like comes first.
func TestLexRank(t *testing.T) {
	a := newArticle("", "", []string{"البحر الميت مالح.", "ينخفض مستوى الماء.", "البحر الميت مالح وينخفض مستوى الماء.", "كتاب قديم."})
	if got := lexRank(&a); got[0] != 2 {
		t.Errorf("lexRank = %v, want 2 first", got)
	}
}
