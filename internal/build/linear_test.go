package build

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"mojaz/internal/corpus"
)

// repeatedMarks are what could cost a stage more than linear work: letters and
// digits run together, marks that open without an end, words that begin a rule,
// and names.
var repeatedMarks = []string{
	"ن", "7", "٧", "\n", "\u200f", "و ",
	"«", "\"", "(", "،", ". ", "- ",
	"قال ", "أن ", "وأضاف: «", "«قال» ", "نقلت عن ", "نفى ",
	"مايو ", "العام الماضي ", "بين عام ",
	"بغداد ", "محمد ", "وزير ", "المصدر ",
	"نحو ", "ألفين ومئة ", "2500 جندي ",
	"ستنتهي ", "تأجيل موعد ",
}

// TestReadRepeated reads many times one mark through every stage. Work that is
// not linear would outlast the test's own deadline by far.
func TestReadRepeated(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads some two million words")
	}
	for _, m := range repeatedMarks {
		raw := strings.Repeat(m, times)
		if doc := readAsBody(raw); doc.Raw != raw {
			t.Errorf("reading %d × %q changed the source", times, m)
		}
	}
}

// readAsBody reads a text through every stage, all of it as body: the stages
// after the first would not see what looks like boilerplate.
func readAsBody(raw string) *corpus.Document {
	doc := &corpus.Document{Source: corpus.Source{ID: "x", Kind: corpus.KindText, Raw: raw}}
	cleanOne(doc)
	for i := range doc.Lines {
		doc.Lines[i].Role = corpus.RoleBody
	}
	for _, p := range annotateOne(doc, nil) {
		panic(p.Message.String()) // a rule did
	}
	return doc
}

// BenchmarkGrowth tells for each mark and stage how much longer four times as
// many repetitions take: 4 is linear, 16 quadratic. It finds what
// TestReadRepeated cannot, work that is quadratic and cheap.
func BenchmarkGrowth(b *testing.B) {
	const few = 5_000
	for _, m := range repeatedMarks {
		b.Run(strconv.Quote(m), func(b *testing.B) {
			short, long := readAsBody(strings.Repeat(m, few)), readAsBody(strings.Repeat(m, 4*few))
			for b.Loop() {
				for _, s := range steps[:len(steps)-1] {
					if least, took := fastest(s, short), fastest(s, long); took > worthTiming {
						b.ReportMetric(float64(took)/float64(least), s.name)
					}
				}
			}
			b.ReportMetric(0, "ns/op") // says nothing here
		})
	}
}

// worthTiming is the time below which chance decides.
const worthTiming = 10 * time.Millisecond

// fastest gives the least time of a few runs of a stage.
func fastest(s stage, doc *corpus.Document) time.Duration {
	least := time.Duration(math.MaxInt64)
	for range 5 {
		began := time.Now()
		s.find(doc, nil)
		least = min(least, time.Since(began))
	}
	return least
}
