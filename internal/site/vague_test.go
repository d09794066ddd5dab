package site

import (
	"testing"

	"mojaz/internal/corpus"
)

// TestVagueFiguresKeepTheirWords holds that a page never shows numbers that the
// source did not say.
func TestVagueFiguresKeepTheirWords(t *testing.T) {
	s := newSite(Input{})
	for _, c := range []struct {
		low, high float64
		value     string
	}{{1000, 9999, ""}, {10, 99, ""}, {4, 5, "٤"}, {1000, 2000, "١٠٠٠"}, {2500, 2500, "٢٥٠٠"}} {
		f := s.figure(0, corpus.Quantity{Min: c.low, Max: c.high, Text: "آلاف المتعاقدين"})
		if f.Value != c.value || f.Words == "" {
			t.Errorf("figure(%v to %v) = %q with the words %q, want %q", c.low, c.high, f.Value, f.Words, c.value)
		}
	}
}
