package score

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// wantPerfect fails for every figure that exists and is not 1.
func wantPerfect(t *testing.T, r *Result) {
	t.Helper()
	for _, s := range append(r.Docs, r.Total) {
		for _, m := range s.Rows {
			for _, name := range []string{"p", "r", "f1", "acc"} {
				if v, ok := m.Stat(name); ok && v != 1 {
					t.Errorf("%s: %s.%s is %g", s.Name, m.Name, name, v)
				}
			}
		}
	}
	for _, list := range [][]string{r.Merged, r.NewRelations, r.Dangling} {
		if len(list) > 0 {
			t.Errorf("unexpected: %v", list)
		}
	}
}

func TestPerfectFixture(t *testing.T) {
	wantPerfect(t, scoreOf(t, fixture(t), perfect(fixture(t))))
}

// TestPerfectGold does the same with the project's gold and its sources.
func TestPerfectGold(t *testing.T) {
	const gold, seeds = "../gold", "../../../seeds"
	r := scoreOf(t, corpus(t, gold, seeds), perfect(corpus(t, gold, seeds)))
	wantPerfect(t, r)
	if len(r.Docs) != 5 {
		t.Errorf("%d documents", len(r.Docs))
	}
}

// TestEmpty scores an export that says nothing.
func TestEmpty(t *testing.T) {
	r := scoreOf(t, fixture(t), nil)
	for _, key := range []string{"body.lines.f1", "dates.detect.f1", "entities.b3.across.f1",
		"statements.speaker.f1", "phases.align.f1", "relations.pair.acc", "summary.at_k.f1"} {
		if v := stat(t, r, key); v != 0 {
			t.Errorf("%s is %g", key, v)
		}
	}
	if v := stat(t, r, "meta.author.acc"); v != 0.5 {
		t.Errorf("a null author is right when the gold has none: %g", v)
	}
}

func TestOtherKindsMayHaveAnyFields(t *testing.T) {
	c := fixture(t)
	e, err := c.read(strings.NewReader(`{"body":{"type":"Other","start":5},"target":"x"}` + "\n\n"))
	if err != nil || len(e.Anns) != 0 {
		t.Errorf("read = %d annotations, %v, want none", len(e.Anns), err)
	}
}

// TestScoreBeginsAnew scores one export after another with the same corpus.
func TestScoreBeginsAnew(t *testing.T) {
	c := fixture(t)
	scoreOf(t, c, nil)
	wantPerfect(t, scoreOf(t, c, perfect(c)))
	if r := scoreOf(t, c, nil); stat(t, r, "dates.detect.f1") != 0 {
		t.Error("an empty export scores by what was read before it")
	}
}

func TestScoreOfWhatIsNoExport(t *testing.T) {
	_, err := fixture(t).Score(strings.NewReader("{}\n{\n"))
	if want := "export line 2: "; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("Score = %v, want %s…", err, want)
	}
}

// TestLoadRefuses gives gold that its sources do not bear out.
func TestLoadRefuses(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	gold := func(line, text string) fstest.MapFS {
		return fstest.MapFS{"cross.json": file("{}"), "a.json": file(`{"source": "a.txt", "dates": [{"line": ` + line + `, "text": "` + text + `"}]}`)}
	}
	one := fstest.MapFS{"x/a.txt": file("عام 2014")}
	for _, tt := range []struct {
		gold, seeds fstest.MapFS
		want        string
	}{
		{gold("1", "2014"), one, ""},
		{gold("1", "2015"), one, `a.txt: line 1 does not hold "2015" there`},
		{gold("2", "2014"), one, `a.txt: no line 2`},
		{gold("1", "2014"), fstest.MapFS{}, `a.json: 0 sources are called "a.txt", not one`},
		{gold("1", "2014"), fstest.MapFS{"x/a.txt": file("2014"), "y/a.txt": file("2014")}, `a.json: 2 sources are called "a.txt", not one`},
		{fstest.MapFS{"cross.json": file("{}")}, one, "no gold documents"},
		{fstest.MapFS{}, one, "open cross.json: file does not exist"},
	} {
		_, err := Load(tt.gold, tt.seeds)
		if got := fmt.Sprint(err); got != tt.want && (err != nil || tt.want != "") {
			t.Errorf("Load = %v, want %s", err, tt.want)
		}
	}
}

func TestWrite(t *testing.T) {
	c := fixture(t)
	a := perfect(c)
	pick(t, a, "Mention", "بغداد").Body.EntityType = "PER"
	shift(pick(t, a, "Date", "2014"))
	var b strings.Builder
	if err := scoreOf(t, c, rename(a, "karim", "qais")).Write(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"a.txt ", "b.txt ", "total ", "2 pred 3 gold", "gold type", "that were merged: 1", "dangling annotations: 1"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("Write gave\n%s\nwithout %q", b.String(), want)
		}
	}
}
