package crossref

import (
	"slices"
	"strings"
	"testing"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

func TestLightStem(t *testing.T) {
	for word, want := range map[string]string{
		"مدينة":   "مدين",
		"بيت":     "بيت",
		"هيا":     "هيا",
		"دفعتين":  "دفع",
		"دفعة":    "دفع",
		"مساهمة":  "ساهم",
		"ساهمت":   "ساهم",
		"سيشمل":   "شمل",
		"وشملت":   "وشمل",
		"انسحاب":  "نسحب",
		"ينسحبون": "نسحب",
		"انسحبت":  "نسحب",
		"تخفيض":   "خفض",
		"خفضت":    "خفض",
		"أسعار":   "سعر",
		"سعر":     "سعر",
		"سياسة":   "سياس",
	} {
		if got := lightStem(arabic.Fold(word)); got != want {
			t.Errorf("lightStem(%q) = %q, want %q", word, got, want)
		}
	}
}

// TestRelationWords holds the data files to what the program makes of them.
func TestRelationWords(t *testing.T) {
	l := relationWords()
	for pair := range l.opposed {
		for _, name := range pair {
			if l.group(name) != name {
				t.Errorf("relation_classes.txt: opposed %q is in group %q: name the group", name, l.group(name))
			}
		}
	}
	for name := range l.once {
		if l.group(name) != name || l.vague[name] {
			t.Errorf("relation_classes.txt: once %q: want a group or a class that stands alone, and none that is vague", name)
		}
	}
	for pair := range l.then {
		for _, name := range pair {
			if l.group(name) != name {
				t.Errorf("relation_classes.txt: then %q is in group %q: name the group", name, l.group(name))
			}
		}
	}
	concepts := map[string]string{} // by stem
	for _, e := range arabic.List(relationSynonymsFile) {
		f := strings.Fields(e)
		for _, w := range f[1:] {
			stem := lightStem(arabic.Fold(w))
			if other := concepts[stem]; other != "" && other != f[0] {
				t.Errorf("relation_synonyms.txt: %q is of %q and of %q", w, other, f[0])
			}
			concepts[stem] = f[0]
		}
	}
	kinds := []string{"against", "all", "coming", "denies", "except", "exists", "if", "light", "negates", "opens", "points", "refutes", "resets", "some", "total"}
	for word, kind := range l.cues {
		if !slices.Contains(kinds, kind) {
			t.Errorf("relation_cues.txt: %q is %q, want one of %q", word, kind, kinds)
		}
	}
}

func TestCompareDates(t *testing.T) {
	for _, c := range []struct {
		x, y string
		want dating
		ok   bool
	}{
		{"2025-09", "2025-09", datesSame, true},
		{"2025-09-30", "2025-09", datesSame, true}, // the end of the month
		{"2025-09-12", "2025-09", datesFiner, true},
		{"2026", "2026-09", datesCoarser, true},
		{"2025-09", "2025-12", datesApart, true},
		{"2025-03-10/2025-03-20", "2025-03-15/2025-03-25", datesTouch, true},
		{"2014/..", "2014", datesApart, false},
		{"P6M", "2025", datesApart, false},
	} {
		x := corpus.Date{Value: c.x, Timex: corpus.TimexDate}
		y := corpus.Date{Value: c.y, Timex: corpus.TimexDate}
		if got, ok := compareDates(x, y); got != c.want || ok != c.ok {
			t.Errorf("compareDates(%q, %q) = %v, %v, want %v, %v", c.x, c.y, got, ok, c.want, c.ok)
		}
	}
}

func TestFarAmount(t *testing.T) {
	exact := func(n float64) corpus.Figure { return corpus.Figure{Min: n, Max: n} }
	about := corpus.Figure{Min: 2500, Max: 2500, Bound: corpus.BoundAbout}
	atLeast := corpus.Figure{Min: 10, Max: 10, Bound: corpus.BoundAtLeast}
	for _, c := range []struct {
		x, y corpus.Figure
		want bool
	}{
		{exact(12), exact(13), true},
		{exact(12), exact(12), false},
		{about, exact(2600), false},
		{about, exact(4000), true},
		{atLeast, exact(13), false},
		{exact(9), atLeast, true},
		{corpus.Figure{Min: 4, Max: 5}, exact(5), false},
	} {
		if got := farAmount(c.x, c.y); got != c.want {
			t.Errorf("farAmount(%v, %v) = %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

func TestStretches(t *testing.T) {
	r := newTermReader(&corpus.Affair{})
	text := "وأضاف أن اللجنة ستجتمع غدا، بحسب المصدر، في مقر الوزارة الذي افتتح قبل أعوام كثيرة في وسط المدينة"
	var got []string
	for _, s := range r.stretches(text) {
		got = append(got, s.Of(text))
	}
	want := []string{
		"وأضاف أن اللجنة ستجتمع غدا، بحسب المصدر",
		"في مقر الوزارة الذي افتتح قبل أعوام كثيرة في وسط المدينة",
	}
	if !slices.Equal(got, want) {
		t.Errorf("stretches(%q) = %q, want %q", text, got, want)
	}
}
