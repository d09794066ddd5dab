package crossref_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/corpus"
	"mojaz/internal/crossref"
)

// TestAssertions looks up what claims point to: subjects each once, the place,
// and the speaker, by where the name stands and else by the name.
func TestAssertions(t *testing.T) {
	doc := castDocument("a", "2025-01-01", "سطر أول.\nوقال {PER علي الزين} إن {ORG الفرقة} و{ORG الفرقة} باقية. ثم سكت {PER الزين = علي الزين}.\n{ORG وكالة الفجر} عن {PER سامي الحر}: نعم.")
	doc.Meta.Publisher = "الفجر"
	doc.Dates = []corpus.Date{{Value: "2025"}, {Value: "2026"}}
	doc.Figures = []corpus.Figure{{Unit: "جندي"}}
	at := func(i int) corpus.Span { return doc.Mentions[i].Span }
	doc.Statements = []corpus.Statement{
		{Speaker: at(0), SpeakerName: "علي الزين", SpeakerKind: corpus.SpeakerNamed},
		{SpeakerName: "علي الزين", SpeakerKind: corpus.SpeakerNamed},
		{Speaker: corpus.Span{Start: at(4).Start, End: at(5).End}, SpeakerName: "سامي الحر", SpeakerKind: corpus.SpeakerNamed},
		{Speaker: at(4), SpeakerName: "أحدهم", SpeakerKind: corpus.SpeakerNamed},
		{SpeakerName: "أحدهم", SpeakerKind: corpus.SpeakerNamed},
		{Speaker: at(0), SpeakerName: "مصدر", SpeakerKind: corpus.SpeakerUnnamed},
	}
	for i := range doc.Statements {
		doc.Claims = append(doc.Claims, corpus.Claim{Trigger: at(3), Statement: i, Subjects: []int{2, 1, 0}})
	}
	doc.Claims = append(doc.Claims, corpus.Claim{Trigger: at(1), Statement: -1, Dates: []int{1}, Figures: []int{0}, Event: "stay"})

	a := corpus.Affair{Documents: []corpus.Document{doc}}
	a.Cast = corpus.NewCast(crossref.Entities(a, nil))
	got := crossref.Assertions(a)
	var speakers []corpus.EntityID
	for _, x := range got[:len(got)-1] {
		speakers = append(speakers, x.Speaker)
	}
	want := []corpus.EntityID{"ali-al-zin", "ali-al-zin", "sami-al-hr", "wkala-al-fjr", "", ""}
	if diff := cmp.Diff(want, speakers); diff != "" {
		t.Errorf("speakers (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]corpus.EntityID{"al-frqa", "ali-al-zin"}, got[0].Subjects); diff != "" {
		t.Errorf("subjects (-want +got):\n%s", diff)
	}
	if got := got[0].Sentence.Of(doc.Text); got != "ثم سكت الزين." || a.Documents[0].Blocks[1].Sentences[1] != (corpus.Span{Start: at(3).Start - len("ثم سكت "), End: at(3).End + 1}) {
		t.Errorf("sentence = %q, want the second of the block", got)
	}
	last := got[len(got)-1]
	if last.Dates[0].Value != "2026" || last.Figures[0].Unit != "جندي" || last.SpeakerKind != corpus.SpeakerAuthor || last.Publisher != "الفجر" || last.Published != "2025-01-01" || last.Block != 1 {
		t.Errorf("the page's own claim = %+v", last)
	}
}
