package site

import (
	"fmt"
	"testing"

	"mojaz/internal/search"
)

// TestTermPlan: a short index is one page, a long one has a page a letter, and a
// letter of too many lines has several; no entry is lost or told twice.
func TestTermPlan(t *testing.T) {
	letter := func(name string, entries int) search.Letter {
		l := search.Letter{Letter: name}
		for i := range entries {
			l.Entries = append(l.Entries, search.Entry{Word: fmt.Sprint(name, i), Places: make([]search.Place, 20)})
		}
		return l
	}
	lines := 1 + placesShown
	for _, c := range []struct {
		letters []search.Letter
		want    string // letter:entries of each page
	}{
		{nil, "[]"},
		{[]search.Letter{letter("ا", 3), letter("ب", 1)}, "[0:3 1:1]"},
		{[]search.Letter{letter("ا", 2*termsPaged/lines), letter("ب", 1)},
			fmt.Sprintf("[0:%d] [0:%d] [1:1]", termsPaged/lines, 2*termsPaged/lines-termsPaged/lines)},
	} {
		s := newSite(Input{})
		s.letters = func() []search.Letter { return c.letters }
		got, sep := "", ""
		for _, page := range s.termPlan() {
			shares := []string{}
			for _, share := range page {
				shares = append(shares, fmt.Sprintf("%d:%d", share.letter, len(share.entries)))
			}
			got, sep = got+sep+fmt.Sprint(shares), " "
		}
		if got != c.want {
			t.Errorf("termPlan of %d letters = %s, want %s", len(c.letters), got, c.want)
		}
	}
}
