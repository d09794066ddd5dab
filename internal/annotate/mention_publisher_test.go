package annotate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/annotate"
)

// The outlet of a document is one in its text, however it is spelled there; a name of one
// word may be the word.
func TestMentionsPublisher(t *testing.T) {
	for publisher, want := range map[string][]string{
		"الوادي أف أم": {"الوادي اف أم"},
		"الوادي":       nil,
	} {
		doc := mentionDocument("قال المدير لمراسل الوادي اف أم إن الوادي جف.\n")
		doc.Meta.Publisher = publisher
		var got []string
		for _, m := range annotate.Mentions(doc, nil) {
			if m.Rule == "publisher" {
				got = append(got, m.Of(doc.Text))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("outlet %q (-want +got):\n%s", publisher, diff)
		}
	}
}
