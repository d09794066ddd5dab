package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// cli runs the program on the fixture of package score, without public data.
func cli(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(append(fixture(t), args...), &out, &err)
	return code, out.String(), err.String()
}

// fixture gives the folders, so that they are found from anywhere.
func fixture(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, f := range [][2]string{
		{"-gold", "../score/testdata/gold"}, {"-seeds", "../score/testdata/seeds"},
		{"-lists", "testdata/lists"}, {"-data", "testdata/none"}, {"-export", "testdata/export.jsonl"},
	} {
		path, err := filepath.Abs(f[1])
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f[0], path)
	}
	return out
}

func TestRun(t *testing.T) {
	code, out, _ := cli(t)
	want, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	if code != 0 || out != string(want) {
		t.Errorf("run = %d and printed:\n%s\nwant 0 and:\n%s", code, out, want)
	}
}

func TestExitCodes(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "bad.jsonl")
	if err := os.WriteFile(bad, []byte("{\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		code   int
		args   string
		stderr string
	}{
		{0, "-min dates.value.f1=0.5,dangling.acc=1", ""},
		{0, "-export missing.jsonl", ""},
		{1, "-min dates.detect.r=0.9", "below minimum: dates.detect.r is 0.500, wanted 0.9\n"},
		{1, "-min figures.value.f1=0.1", "below minimum: figures.value.f1 is none, wanted 0.1\n"},
		{1, "-export missing.jsonl -min dates.value.f1=0", "below minimum: dates.value.f1 is not measured, wanted 0\n"},
		{1, "-min names.all.f1=0.68", "below minimum: names.all.f1 is not measured: no data, wanted 0.68\n"},
		{1, "-min easc.rouge1.f1=0.5", "below minimum: easc.rouge1.f1 is not measured: no data, wanted 0.5\n"},
		{1, "-min recognizers.DateParser.acc=0.85", "below minimum: recognizers.DateParser.acc is not measured, wanted 0.85\n"},
		{2, "-min dates.f1=0.5", "quality: -min: there is no figure \"dates.f1\"\n"},
		{2, "-min dates.value.f2=0.5", "quality: -min: there is no figure \"dates.value.f2\"\n"},
		{2, "-min dates.value.f1", "quality: -min: cannot use \"dates.value.f1\"\n"},
		{2, "dates", "quality: what is \"dates\"?\n"},
		{2, "-export " + bad, "quality: " + bad + ": export line 1: unexpected end of JSON input\n"},
		{2, "-gold missing", "quality: missing: open cross.json: no such file or directory\n"},
		{2, "-lists missing", "quality: missing: open given.txt: no such file or directory\n"},
	} {
		code, _, stderr := cli(t, strings.Fields(tt.args)...)
		if tt.stderr == "" && tt.code == 0 {
			tt.stderr = stderr
		}
		if code != tt.code || stderr != tt.stderr {
			t.Errorf("run(%s) = %d, %q, want %d, %q", tt.args, code, stderr, tt.code, tt.stderr)
		}
	}
}

// TestVerbose asks for the details: every document's figures.
func TestVerbose(t *testing.T) {
	_, out, _ := cli(t, "-v")
	for _, want := range []string{"a.txt ", "b.txt ", "total ", "dangling annotations: 0"} {
		if !strings.Contains(out, want) {
			t.Errorf("run(-v) printed\n%s\nwithout %q", out, want)
		}
	}
}

// TestWrite writes the page twice, into a folder of its own.
func TestWrite(t *testing.T) {
	args := append(fixture(t), "-write")
	t.Chdir(t.TempDir())
	if err := os.Mkdir("docs", 0o755); err != nil {
		t.Fatal(err)
	}
	var pages [2]string
	for i := range pages {
		var stderr bytes.Buffer
		if code := run(args, &bytes.Buffer{}, &stderr); code != 0 {
			t.Fatalf("run(-write) = %d, %s", code, &stderr)
		}
		b, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		pages[i] = string(b)
	}
	if pages[0] != pages[1] {
		t.Error("the page is not the same when it is written again")
	}
	for _, want := range []string{
		"| `dates.value` | found and resolved to the right day, month or interval | f1 | 0.667 | 1.000 | 0.500 | 4 |",
		"\nnot measured: no data\n",
		"| `recognizers.DateParser` |",
	} {
		if !strings.Contains(pages[0], want) {
			t.Errorf("the page is\n%s\nwithout %q", pages[0], want)
		}
	}
}
