// Package recognizers measures the calendar against the Arabic cases of
// Microsoft Recognizers-Text.
//
// The cases are commands to an assistant, translated from English, each with a
// day of reference and an answer; they are read with [calendar.Anchor.Loose].
// Some are wrong or odd: exclusions.txt lists them with reasons, and every set
// is reported with and without them. What counts as agreement is described at
// [agrees].
package recognizers

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"mojaz/internal/calendar"
)

// sets are the files that are measured.
var sets = []string{"DateParser", "DatePeriodParser", "DurationParser"}

// Set is what one set of cases gave.
type Set struct {
	Name   string
	Absent bool  // there is no such file; nothing else is set
	All    Share // of all cases
	Kept   Share // of those that are not excluded
	// Otherwise describes each case that was read otherwise than the set wants.
	Otherwise []string
	// Unmatched are the exclusions that name no case.
	Unmatched []string
}

// Share is a number of right answers out of N.
type Share struct{ Right, N int }

func (s *Share) add(right bool) {
	s.N++
	if right {
		s.Right++
	}
}

// Measure reads the sets in fsys, "DateParser.json" and others, with the
// calendar.
func Measure(fsys fs.FS) ([]Set, error) {
	excluded := exclusions()
	var out []Set
	for _, name := range sets {
		cases, err := read(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			out = append(out, Set{Name: name, Absent: true})
			continue
		}
		if err != nil {
			return nil, err
		}
		s := Set{Name: name, Unmatched: unmatched(name, cases, excluded)}
		for _, c := range cases {
			s.measure(c, excluded)
		}
		out = append(out, s)
	}
	return out, nil
}

// measure adds a case.
func (s *Set) measure(c testCase, excluded map[string]string) {
	reason, out := excluded[key(s.Name, c.Input)]
	for _, want := range c.Results {
		got := reading(c, want)
		ok := agrees(got, want)
		s.All.add(ok)
		if !out {
			s.Kept.add(ok)
		}
		if !ok {
			s.Otherwise = append(s.Otherwise, strings.TrimSpace(fmt.Sprintf("%s %s got %-24q want %s %q in %q %s",
				s.Name, c.day(), got, want.answer(), want.Text, c.Input, reason)))
		}
	}
}

// unmatched lists the exclusions of a set that name none of its cases.
func unmatched(set string, cases []testCase, excluded map[string]string) []string {
	there := map[string]bool{}
	for _, c := range cases {
		there[key(set, c.Input)] = true
	}
	var out []string
	for _, k := range slices.Sorted(maps.Keys(excluded)) {
		if strings.HasPrefix(k, set+"|") && !there[k] {
			out = append(out, k)
		}
	}
	return out
}

// reading is the value of the expression found where the answer stands, "" if
// none shares half of the shorter of the two.
func reading(c testCase, want result) string {
	start, end, ok := want.bytes(c.Input)
	if !ok {
		return ""
	}
	best, value := 0, ""
	for _, f := range calendar.Find(c.Input, calendar.Anchor{Day: c.day(), Loose: true}) {
		shared := min(f.End, end) - max(f.Start, start)
		if shared > best && 2*shared >= min(f.End-f.Start, end-start) {
			best, value = shared, f.Value
		}
	}
	return value
}
