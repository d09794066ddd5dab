package main

import (
	"errors"
	"io/fs"
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRead(t *testing.T) {
	got := counts{}
	if err := got.read("=== RUN x\n    a_test.go:1: counted: kills 3\nb: counted: kills 4\n2 laws, 30 executions, 0 failed\nok\n"); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(counts{"kills": 7, "laws": 2, "executions": 30}, got); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	for _, bad := range []string{"counted: kills", "x laws, 3 executions", "x_test.go:3: not tested: TestDiskFull"} {
		if err := got.read(bad + "\n"); err == nil {
			t.Errorf("read(%q) = nil, want an error", bad)
		}
	}
}

func TestNumber(t *testing.T) {
	c := counts{"a": 7, "b": 1234567, "c": 100}
	for name, want := range map[string]string{"a": "7", "b": "1,234,567", "c": "100"} {
		if got, err := c.number(name); got != want || err != nil {
			t.Errorf("number(%d) = %q, %v, want %q", c[name], got, err, want)
		}
	}
	if _, err := (counts{}).page(); err == nil {
		t.Error("a page without counts = nil, want an error")
	}
}

// counted in a page: "1,234".
var number = regexp.MustCompile(`[0-9][0-9,]*`)

// The page that is kept has the text that the program would write, whatever the
// numbers.
func TestPageIsCurrent(t *testing.T) {
	kept, err := os.ReadFile("../../../" + page)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("not tested: %s is not written yet", page)
	}
	if err != nil {
		t.Fatal(err)
	}
	c := counts{}
	for _, m := range regexp.MustCompile(`{{n "([^"]+)"}}`).FindAllStringSubmatch(pageTemplate, -1) {
		c[m[1]] = 0
	}
	want, err := c.page()
	if err != nil {
		t.Fatal(err)
	}
	plain := func(b []byte) string { return number.ReplaceAllString(string(b), "0") }
	if diff := cmp.Diff(plain(want), plain(kept)); diff != "" {
		t.Errorf("%s is not as go run ./internal/eval/reliability -write has it (-want +got):\n%s", page, diff)
	}
}
