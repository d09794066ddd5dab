package recognizers

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"mojaz/internal/arabic"
)

// testCase is a phrase of a set.
type testCase struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []result
}

// result is an answer. Start and Length count UTF-16 units; the last one is
// included in some versions of the sets, so the text decides.
type result struct {
	Text  string
	Start int
	Value struct {
		Timex            string
		FutureResolution map[string]string
		PastResolution   map[string]string
	}
}

// day is the day of reference.
func (c testCase) day() string {
	day, _, _ := strings.Cut(c.Context.ReferenceDateTime, "T")
	return day
}

// bytes gives the place of the answer in the input.
func (r result) bytes(input string) (start, end int, ok bool) {
	i := strings.Index(input, r.Text)
	return i, i + len(r.Text), i >= 0 && r.Text != ""
}

// answer prints the resolutions.
func (r result) answer() string {
	return fmt.Sprintf("%s %v %v", r.Value.Timex, r.Value.FutureResolution, r.Value.PastResolution)
}

// read reads a set; its files begin with a byte order mark.
func read(fsys fs.FS, set string) ([]testCase, error) {
	b, err := fs.ReadFile(fsys, set+".json")
	if err != nil {
		return nil, err
	}
	var cases []testCase
	if err := json.Unmarshal(bytes.TrimPrefix(b, []byte("\ufeff")), &cases); err != nil {
		return nil, fmt.Errorf("%s: %w", set, err)
	}
	return cases, nil
}

//go:embed exclusions.txt
var exclusionList string

// exclusions gives the reason for each excluded case.
func exclusions() map[string]string {
	out := map[string]string{}
	for _, e := range arabic.List(exclusionList) {
		f := strings.Split(e, " | ")
		if len(f) != 3 {
			panic("recognizers: exclusions.txt: " + e)
		}
		out[key(f[0], f[1])] = f[2]
	}
	return out
}

// key names a case.
func key(set, input string) string { return set + "|" + strings.TrimSpace(input) }
