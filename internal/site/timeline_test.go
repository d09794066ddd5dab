package site

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mojaz/internal/corpus"
)

// TestTimelineTellsOnce: a sentence that names several dates stands at the first of
// them, which tells of the others, and each of those leads back to it.
func TestTimelineTellsOnce(t *testing.T) {
	text := "انسحبت القوات عام 2011 بعد اتفاق عام 2008 وعادت نهاية عام 2014. وبقي بعضها عام 2014."
	dates := []corpus.Date{}
	for _, d := range []struct{ words, value string }{{"عام 2011", "2011"}, {"عام 2008", "2008"}, {"نهاية عام 2014", "2014-12"}} {
		dates = append(dates, corpus.Date{Span: place(t, text, d.words, 0), Value: d.value, Timex: corpus.TimexDate})
	}
	last := place(t, text, "عام 2014", strings.LastIndex(text, "وبقي"))
	dates = append(dates, corpus.Date{Span: last, Value: "2014", Timex: corpus.TimexDate})
	in := Input{Dossiers: []corpus.Dossier{{
		Overview: corpus.Overview{Dossier: "d", Title: "ملف"},
		Briefings: []corpus.Briefing{{
			Dossier: "d", ID: "a", Title: "عنوان", Published: "2012", Paragraphs: []corpus.Paragraph{{ID: "p1", Text: text, Dates: dates}},
		}},
	}}}
	s := newSite(in)
	var got []string
	for _, y := range s.timeline(s.register(&in.Dossiers[0]), 1).Years {
		for _, m := range y.Moments {
			line := m.ID + " " + m.Date.Value
			for _, told := range m.Told {
				line += ", tells " + told.ID
				for _, also := range told.Also {
					line += " and of " + also.At.RelPermalink
				}
			}
			for _, again := range m.Again {
				line += ", leads to " + again.There.RelPermalink + " for " + again.Words
			}
			got = append(got, line)
		}
	}
	want := []string{
		"m1 2008, tells t1 and of #m2 and of #m4",
		"m2 2011, leads to #t1 for عام 2011",
		"m3 2014, tells t2",
		"m4 2014-12, leads to #t1 for نهاية عام 2014",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("timeline (-want +got):\n%s", diff)
	}
}
