package search

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outline writes an index one entry a line.
func outline(letters []Letter) (out []string) {
	for _, l := range letters {
		for _, e := range l.Entries {
			var places []string
			for _, p := range e.Places {
				places = append(places, p.URL)
			}
			out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s %s %s", strings.Join(places, " "), e.URL, e.Type, l.Letter, e.Word)))
		}
	}
	return out
}

func TestTerms(t *testing.T) {
	docs := []Document{
		{URL: "a.html", Title: "أول", Paragraphs: []Paragraph{
			{"p1", "الانسحاب قريب، قال أحمد إن قال القائد."},
			{"p2", "بدأ انسحاب الوحدات من الأنبار، والوحدات كثيرة."},
		}, Names: []Name{{"الأنبار", "e/anbar.html", "GPE"}, {"أحمد", "e/ahmad.html", "PER"}}},
		{URL: "b.html", Title: "ثان", Paragraphs: []Paragraph{
			{"p1", "في الأنبار وآخرين."}, {"p2", "الآبار نفط، والآبار ماء."},
		}, Names: []Name{{"الأنبار", "e/anbar.html", "GPE"}, {"علي حسن", "e/ali.html", "PER"}, {"NATO", "e/nato.html", "ORG"}}},
	}
	want := []string{
		"b.html#p2   ا الآبار",
		"a.html#p1 e/ahmad.html PER ا أحمد",
		"a.html#p2 b.html#p1 e/anbar.html GPE ا الأنبار",
		"a.html#p1   ا الانسحاب",
		"b.html e/ali.html PER ع علي حسن", // not in the text
		"a.html#p2   و الوحدات",
		"b.html e/nato.html ORG N NATO",
	}
	if diff := cmp.Diff(want, outline(Terms(ReadAll(docs)))); diff != "" {
		t.Errorf("Terms (-want +got):\n%s", diff)
	}
}
