package phase

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/corpus"
)

func TestNamedPhases(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"تبدأ المرحلة الأولى غداً", "مرحله 1: المرحلة الأولى"},
		{"وقد يمتد إلى العام المقبل كمرحلة ثانية", "مرحله 2: كمرحلة ثانية"},
		{"المرحلتان قريبتان", ""},
		{"نضج المرحلة الانتقالية ثم الجولة الثالثة", "مرحله انتقاليه: المرحلة الانتقالية|جوله 3: الجولة الثالثة"},
		{"صرف القسط الثاني من القرض", "قسط 2: القسط الثاني"},
		{"الدورة الثانية من الانتخابات والدورة الثلاثون للمعرض", "دوره 2: الدورة الثانية"},
		{"الجولة الثانية عشرة من الدوري", ""},
		{"مرحلة جديدة", ""},
		{"الأولى", ""},
	} {
		var got []string
		for _, n := range namedPhases(c.text, corpus.Span{End: len(c.text)}) {
			got = append(got, n.key+": "+n.Of(c.text))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("namedPhases(%q) = %q, want %q", c.text, strings.Join(got, "|"), c.want)
		}
	}
}

func TestPartAround(t *testing.T) {
	text := "قال الوزير، في بيان، إن السد يفتح في مايو 2025، وإن العمل مستمر"
	at := strings.Index(text, "مايو")
	got := partAround(text, corpus.Span{End: len(text)}, corpus.Span{Start: at, End: at + len("مايو 2025")}).Of(text)
	if want := "إن السد يفتح في مايو 2025"; got != want {
		t.Errorf("partAround = %q, want %q", got, want)
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		a, b string
		gap  int
	}{
		{"2025-09", "2025-09-30", 0},
		{"2025-09-30", "2025-10-01", 1},
		{"2024", "2025-01-31", 31},
		{"2025-11-27/..", "2026", 0},
	} {
		a, b := parseDays(c.a), parseDays(c.b)
		if got := a.gap(b); got != c.gap || b.gap(a) != c.gap || a.overlaps(b) != (c.gap == 0) {
			t.Errorf("gap of %s and %s = %d, want %d both ways", c.a, c.b, got, c.gap)
		}
	}
	for _, s := range []string{"P6M", "", "2025-13"} {
		if d := parseDays(s); d.known {
			t.Errorf("parseDays(%q) = %v, want unknown", s, d)
		}
	}
}

func TestSimilarity(t *testing.T) {
	x, y := vector{{1, 3}, {4, 4}}, vector{{2, 1}, {4, 2}}
	if got, want := dot(x, y), 8.0; got != want {
		t.Errorf("dot(%v, %v) = %v, want %v", x, y, got, want)
	}
	if got := similarity(x, vector{{1, 6}, {4, 8}}); got < 0.999 || got > 1.001 {
		t.Errorf("similarity of a vector and its double = %v, want 1", got)
	}
	if got := similarity(x, nil); got != 0 {
		t.Errorf("similarity with nothing = %v, want 0", got)
	}
	if diff := cmp.Diff(vector{{1, 3}, {2, 1}, {4, 6}}, x.plus(y), cmp.AllowUnexported(term{})); diff != "" {
		t.Errorf("plus (-want +got):\n%s", diff)
	}
}

func TestWinner(t *testing.T) {
	votes := func(values ...string) (out []vote) {
		for i, v := range values {
			out = append(out, vote{v, parseDays(v), map[int]bool{i: true}})
		}
		return out
	}
	for _, c := range []struct {
		votes []string
		want  string
	}{
		{nil, ""},
		{[]string{"2025-09", "2025-12-31", "2025-09-30"}, "2025-09-30"}, // the month agrees with its day
		{[]string{"2026", "2026-09"}, "2026-09"},
		{[]string{"2023", "2025"}, "2023"},
	} {
		if got := winner(votes(c.votes...)); got != c.want {
			t.Errorf("winner(%v) = %q, want %q", c.votes, got, c.want)
		}
	}
}

func TestMost(t *testing.T) {
	for _, c := range []struct{ docs, least, most int }{{1, 8, 14}, {5, 15, 20}, {200, 22, 24}, {5000, 24, 24}} {
		if got := most(c.docs); got < c.least || got > c.most {
			t.Errorf("most(%d) = %d, want %d to %d", c.docs, got, c.least, c.most)
		}
	}
}

func TestBalanced(t *testing.T) {
	for s, want := range map[string]bool{
		"المهمة (أولى": false, "«أولى»": true, "\"أولى": false, "أولى": true,
	} {
		if got := balanced(s); got != want {
			t.Errorf("balanced(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestWholeTitle(t *testing.T) {
	for s, want := range map[string]string{
		"\"الوادي\" يقرر الإغلاق .":    "\"الوادي\" يقرر الإغلاق",
		" وضعوا الحجر في النهر !(صور)": "وضعوا الحجر في النهر",
		"«افتتاح السد»":                "افتتاح السد",
	} {
		if got := wholeTitle(s); got != want {
			t.Errorf("wholeTitle(%q) = %q, want %q", s, got, want)
		}
	}
}
