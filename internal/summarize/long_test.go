package summarize

import (
	"strings"
	"testing"

	"mojaz/internal/corpus"
)

// TestPointsLeaveOutTheEndless holds that a paragraph without an end does not
// become a summary that is as long.
func TestPointsLeaveOutTheEndless(t *testing.T) {
	text := strings.Repeat("قالت الوزارة في بيان لها اليوم ", 500)
	all := corpus.Span{End: len(text)}
	doc := corpus.Document{Text: text, Blocks: []corpus.Block{{Span: all, Role: corpus.RoleBody, Sentences: []corpus.Span{all}}}}
	if got := Points(doc); len(got) != 0 {
		t.Errorf("Points of one sentence of %d bytes = %v, want none", len(text), got)
	}
}
