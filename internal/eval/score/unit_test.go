package score

import (
	"math"
	"testing"
)

func TestFold(t *testing.T) {
	if a, b := foldTitle("«عنوان\u00a0 الخبر ؟»"), foldTitle("عنوان الخبر"); a != b {
		t.Errorf("titles differ: %q %q", a, b)
	}
	if a, b := foldTitle("ا\u0654مر"), "أمر"; a != b {
		t.Errorf("not composed: %q", a)
	}
	if !sameVerb("وأكّد", "أكد") || sameVerb("أكد", "نفى") {
		t.Error("verbs")
	}
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"المصدر", "مصدر دبلوماسي عراقي", 1},
		{"مسؤول عسكري عراقي", "المسؤول الأميركي", 0.5},
		{"خبير", "مصدر", 0},
		{"", "مصدر", 0},
	} {
		if got := tokenOverlap(c.a, c.b); got != c.want {
			t.Errorf("%q %q: %g, want %g", c.a, c.b, got, c.want)
		}
	}
}

func TestEDTF(t *testing.T) {
	same := [][2]string{
		{" 2025-09 ", "2025-09"}, {"2024-03-XX", "2024-03"}, {"2024-uu-uu", "2024"}, {"2025-12~", "2025-12"},
		{"/2025-09", "../2025-09"}, {"2025-06/open", "2025-06/.."}, {"2021/2021", "2021"},
	}
	for _, p := range same {
		if !sameEDTF(p[0], p[1], nil) {
			t.Errorf("%q is not %q", p[0], p[1])
		}
	}
	if sameEDTF("2025-09", "2025-09-30", nil) || !sameEDTF("2025-09", "2025-09-30", []string{"2025-09"}) {
		t.Error("alternatives")
	}
	if yearMonth("2025-06-19") != "2025-06" || yearMonth("2025") != "" || yearMonth("") != "" {
		t.Error("year and month")
	}
}

func TestWithinMonth(t *testing.T) {
	for _, c := range []struct {
		gold, got string
		start     bool
		want      bool
	}{
		{"2025-09", "2025-10-01", true, true},
		{"2025-09", "2025-11", true, false},
		{"2017", "2017-10", true, true},
		{"2014-09", "2014", true, false},
		{"2026-09", "2026", false, false},
		{"2021", "2021", false, true},
		{"2011-12", "2011-12-31", false, true},
		{"2025-09", "", true, false},
	} {
		if withinMonth(c.gold, c.got, c.start) != c.want {
			t.Errorf("%+v", c)
		}
	}
}

// TestBCubed uses the two responses of Bagga and Baldwin 1998.
func TestBCubed(t *testing.T) {
	gold := "aaaaabbccccc"
	for _, c := range []struct {
		pred string
		want float64
	}{{"111112222222", 0.7619}, {"111112211111", 0.5833}} {
		var ls []link
		for i := range gold {
			ls = append(ls, link{gold[i : i+1], c.pred[i : i+1]})
		}
		s := &Sheet{}
		s.bcubed("b", ls)
		p, _ := s.Rows[0].P()
		r, _ := s.Rows[0].R()
		if math.Abs(p-c.want) > 1e-4 || r != 1 {
			t.Errorf("%s: precision %g, recall %g", c.pred, p, r)
		}
	}
}

func TestBCubedTwinless(t *testing.T) {
	s := &Sheet{}
	s.bcubed("b", []link{{"a", "1"}, {Gold: "a"}, {Pred: "1"}})
	p, _ := s.Rows[0].P()
	r, _ := s.Rows[0].R()
	if p != 0.5 || r != 0.5 {
		t.Errorf("precision %g, recall %g", p, r)
	}
}

func TestMatchPrefersTheBetterOverlap(t *testing.T) {
	outer, inner := &Ann{Span: Span{0, 20}, Anchored: true}, &Ann{Span: Span{12, 20}, Anchored: true}
	m := match([]goldSpan{{Span: Span{12, 20}}, {Span: Span{0, 20}}}, []*Ann{outer, inner}, touching)
	if m.Twin[0] != inner || m.Twin[1] != outer {
		t.Error("inner and outer span changed places")
	}
	m = match([]goldSpan{{Span: Span{12, 20}}}, []*Ann{outer, inner}, touching)
	if m.Pred != 2 || len(m.Hits) != 1 {
		t.Errorf("a second prediction on one gold span is spurious: %d, %d", m.Pred, len(m.Hits))
	}
}

func TestQuoting(t *testing.T) {
	gold := Span{10, 20}
	for _, c := range []struct {
		pred Span
		want bool
	}{{Span{10, 15}, true}, {Span{10, 14}, false}, {Span{0, 30}, true}, {Span{12, 40}, true}, {Span{13, 40}, false}} {
		if quoting(gold, c.pred) != c.want {
			t.Errorf("%v", c.pred)
		}
	}
}

func TestFindCountsCodePoints(t *testing.T) {
	s := newSource("s", "كلمة\n😀 كلمة كلمة")
	sp, err := s.Find(2, "كلمة", nil)
	if err != nil || sp != (Span{7, 11}) {
		t.Errorf("%v %v", sp, err)
	}
	at := 7
	if sp, err = s.Find(2, "كلمة", &at); err != nil || sp != (Span{12, 16}) {
		t.Errorf("%v %v", sp, err)
	}
	if _, err = s.Find(1, "غائب", nil); err == nil {
		t.Error("found what is not there")
	}
}
