package annotate_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/annotate"
	"mojaz/internal/corpus"
)

// document makes a document of which every line between blank lines is part of
// one block, so that a block can hold a hard wrap.
func document(published string, blocks ...string) corpus.Document {
	doc := corpus.Document{Text: strings.Join(blocks, "\n\n"), Meta: corpus.Meta{Published: published}}
	at := 0
	for _, b := range blocks {
		doc.Blocks = append(doc.Blocks, corpus.Block{Span: corpus.Span{Start: at, End: at + len(b)}, Role: corpus.RoleBody})
		at += len(b) + 2
	}
	return doc
}

func TestDates(t *testing.T) {
	doc := document("2025-06-19",
		"تنتهي المهمة بحلول نهاية\nسبتمبر/أيلول المقبل، وتراجع التوقيتات كل ستة أشهر.",
		"وبدأت الفكرة عام 2021.",
		"وفي كانون الثاني من العام ذاته أقرت، على أن تستمر خلال الأسابيع المقبلة.",
	)
	type found struct {
		Words, Value string
		Timex        corpus.Timex
		Rel          corpus.DateRelation
	}
	want := []found{
		{"نهاية\nسبتمبر/أيلول المقبل", "2025-09-30", corpus.TimexDate, corpus.RelBy},
		{"كل ستة أشهر", "P6M", corpus.TimexSet, ""},
		{"عام 2021", "2021", corpus.TimexDate, corpus.RelIn},
		{"كانون الثاني من العام ذاته", "2021-01", corpus.TimexDate, corpus.RelIn},
		{"الأسابيع المقبلة", "2025-06-19/..", corpus.TimexDuration, corpus.RelIn},
	}
	var got []found
	for _, d := range annotate.Dates(doc) {
		if d.Rule == "" {
			t.Errorf("%q has no rule", d.Of(doc.Text))
		}
		got = append(got, found{d.Of(doc.Text), d.Value, d.Timex, d.Rel})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Dates (-want +got):\n%s", diff)
	}
}

func TestDatesOfNothing(t *testing.T) {
	if got := annotate.Dates(corpus.Document{Text: "عام 2021"}); got != nil {
		t.Errorf("Dates of a document without blocks = %v, want none", got)
	}
}
