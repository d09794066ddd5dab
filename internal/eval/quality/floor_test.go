package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/eval/score"
)

func TestLookup(t *testing.T) {
	l, err := readLists(os.DirFS("testdata/lists"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ text, want string }{
		{"قال سمير الخطيب في بغداد", "PER سمير الخطيب, LOC بغداد"},
		{"وسمير ببغداد", "PER سمير, LOC بغداد"},
		{"سمير، الخطيب", "PER سمير, PER الخطيب"},
		{"سمير والخطيب", "PER سمير, PER الخطيب"},
		{"كأس اسيا وآسيا", "MISC كأس اسيا, LOC آسيا"},
		{"لبنان (أ.ف.ب)", "LOC لبنان, ORG أ.ف.ب"},
		{"لا أحد", ""},
	} {
		var got []string
		for _, f := range l.find(tt.text) {
			got = append(got, f.kind+" "+tt.text[f.start:f.end])
		}
		if got := strings.Join(got, ", "); got != tt.want {
			t.Errorf("find(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

// TestFloor reads a line with one of each.
func TestFloor(t *testing.T) {
	const text = "إعلان\n\nقال سمير في ٢٠٢٤: «نحن 1,500 رجل»\n1\n2\n3.5 أو 31.8.2025\n"
	c, err := score.Load(fstest.MapFS{
		"cross.json": {Data: []byte("{}")},
		"a.json":     {Data: []byte(`{"source": "a.txt", "body_lines": [3, 4, 5, 6]}`)},
	}, fstest.MapFS{"a.txt": {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	l, err := readLists(os.DirFS("testdata/lists"))
	if err != nil {
		t.Fatal(err)
	}
	anns := floor(c, l)
	var got []string
	for _, a := range anns {
		line := a.Body.Type
		for _, s := range a.Target.Selector {
			if s.Start == nil {
				line += fmt.Sprintf(" %s%s%s %q", a.Body.Value, a.Body.Relation, a.Body.EntityType, s.Exact)
			}
		}
		got = append(got, line)
	}
	want := []string{
		`Block  "إعلان"`, `Block  "قال سمير في ٢٠٢٤: «نحن 1,500 رجل»"`, `Block  "1"`, `Block  "2"`, `Block  "3.5 أو 31.8.2025"`,
		`Document`,
		`Summary  "قال سمير في ٢٠٢٤: «نحن 1,500 رجل»"`,
		`Figure 2024 "٢٠٢٤"`, `Date "2024"in "٢٠٢٤"`, `Figure 1500 "1,500"`,
		`Statement  "نحن 1,500 رجل"`, `Mention PER "سمير"`,
		`Summary  "1"`, `Figure 1 "1"`,
		`Summary  "2"`, `Figure 2 "2"`,
		`Figure 3.5 "3.5"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("floor (-want +got):\n%s", diff)
	}
	var b bytes.Buffer
	if err := score.WriteExport(&b, anns); err != nil {
		t.Fatal(err)
	}
	r, err := c.Score(&b)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Dangling) > 0 {
		t.Errorf("dangling: %v", r.Dangling)
	}
}

func TestTaggerFigures(t *testing.T) {
	report, err := os.ReadFile("testdata/train.txt")
	if err != nil {
		t.Fatal(err)
	}
	figures, err := taggerFigures(string(report))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range figures {
		got = append(got, strings.Join(f.cells(), " "))
	}
	want := []string{
		"names.lookup.all f1 0.558 0.879 0.409 976 – –",
		"names.lookup.PERS f1 0.174 0.806 0.097 298 – –",
		"names.greedy.all f1 0.605 0.677 0.547 976 0.558 –",
		"names.greedy.PERS f1 0.523 0.594 0.466 298 0.174 –",
		"names.first.all f1 0.741 0.782 0.705 976 0.558 –",
		"names.all f1 0.745 0.780 0.714 976 0.558 0.810",
		"names.PERS f1 0.755 0.796 0.718 298 0.174 –",
		"names.sure.all f1 0.725 0.873 0.620 976 0.558 –",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("taggerFigures (-want +got):\n%s", diff)
	}
	if _, err := taggerFigures("no report"); err == nil {
		t.Error("taggerFigures reads what is no report")
	}
}
