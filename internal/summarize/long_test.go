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

// TestPointsOfMany holds that a text of very many sentences has no more points
// than a long one. Work that compares them all would take minutes.
func TestPointsOfMany(t *testing.T) {
	const many = 20_000
	var b strings.Builder
	doc := corpus.Document{}
	block := corpus.Block{Role: corpus.RoleBody}
	for i := range many {
		start := b.Len()
		b.WriteString("قالت الوزارة في بيان لها إن المشروع رقم " + invented(i%4000) + " سيكتمل قريبا.")
		block.Sentences = append(block.Sentences, corpus.Span{Start: start, End: b.Len()})
		b.WriteByte(' ')
	}
	block.End = b.Len() - 1
	doc.Text, doc.Blocks = b.String(), []corpus.Block{block}
	if got := Points(doc); len(got) != maxPoints {
		t.Errorf("Points of %d sentences = %d points, want %d", many, len(got), maxPoints)
	}
}
