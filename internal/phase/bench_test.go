package phase

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"mojaz/internal/corpus"
)

// largest is how large an affair is benchmarked.
const largest = 2000

func BenchmarkMap(b *testing.B) {
	for _, n := range []int{500, 1000, largest} {
		a := invented(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Map(a)
			}
		})
	}
}

// TestMapGrows holds that four times the documents cost about four times the
// comparisons and the memory, and give a map of no more than a reader can follow.
func TestMapGrows(t *testing.T) {
	cost := func(n int) (tried int, bytes uint64, phases int) {
		a := invented(n)
		v := newVocabulary(a.Documents)
		facts := allFacts(&a, v)
		weigh(&a, v, facts)
		tried = gather(v, facts).tried
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		phases = len(Map(a))
		runtime.ReadMemStats(&after)
		return tried, after.TotalAlloc - before.TotalAlloc, phases
	}
	tried, bytes, phases := cost(scale)
	tried4, bytes4, phases4 := cost(4 * scale)
	if tried4 > 8*tried || bytes4 > 6*bytes {
		t.Errorf("Map of %d documents tries %d times in %d bytes, of %d %d times in %d", scale, tried, bytes, 4*scale, tried4, bytes4)
	}
	if phases < 5 || phases4 > 24 {
		t.Errorf("Map gives %d phases of %d documents, %d of %d; want 5 to 24", phases, scale, phases4, 4*scale)
	}
}

// invented makes an affair of n documents over n/4 days: each speaks of a dozen
// events with dates near its own, of a few thousand words by Zipf's law.
func invented(n int) corpus.Affair {
	r := rand.New(rand.NewPCG(1, 2))
	words := rand.NewZipf(r, 1.1, 4, 4000)
	events := []string{"withdraw", "end", "start", "negotiate", "attack", "sign", "postpone", "open", "meet", "approve"}
	statuses := []corpus.Status{corpus.StatusDone, corpus.StatusPlanned, corpus.StatusOngoing, corpus.StatusExpected, corpus.StatusPostponed}
	first := time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC)
	a := corpus.Affair{AsOf: first.AddDate(0, 0, n/4).Format(time.DateOnly)}
	for d := range n {
		day := first.AddDate(0, 0, d/4)
		doc := corpus.Document{Source: corpus.Source{ID: corpus.DocID(fmt.Sprintf("d%05d", d))}}
		doc.Meta.Published = day.Format(time.DateOnly)
		var text strings.Builder
		for i := range 12 {
			start := text.Len()
			for w := range 12 {
				fmt.Fprintf(&text, "%s ", word(int(words.Uint64())*7))
				if w == 5 {
					text.WriteString("\u060C ")
				}
			}
			at := text.Len()
			value := day.AddDate(0, 0, r.IntN(60)-30).Format(time.DateOnly)
			text.WriteString(value)
			end := text.Len()
			text.WriteString(".\n")
			date := corpus.Date{Span: corpus.Span{Start: at, End: end}, Value: value, Timex: corpus.TimexDate, Rel: corpus.RelIn}
			block := corpus.Span{Start: start, End: end + 1}
			doc.Dates = append(doc.Dates, date)
			doc.Blocks = append(doc.Blocks, corpus.Block{Span: block, Role: corpus.RoleBody, Sentences: []corpus.Span{block}})
			x := corpus.Assertion{
				Ref: corpus.Ref{Doc: doc.ID, Span: corpus.Span{Start: start, End: end}}, Event: events[r.IntN(len(events))],
				Trigger: corpus.Span{Start: start, End: start + 4}, Status: statuses[r.IntN(len(statuses))], Polarity: corpus.Asserts,
				Subjects:  []corpus.EntityID{corpus.EntityID(fmt.Sprint("e", r.IntN(40)))},
				Published: doc.Meta.Published, Sentence: block, Block: i,
			}
			if r.IntN(2) == 0 {
				x.Dates = []corpus.Date{date}
			}
			a.Assertions = append(a.Assertions, x)
		}
		doc.Text = text.String()
		a.Documents = append(a.Documents, doc)
	}
	return a
}

// word invents a word for a number.
func word(n int) string {
	letters := []rune("بتجحدرسشعفقكلمن")
	var out []rune
	for range 4 {
		out = append(out, letters[n%len(letters)])
		n /= len(letters)
	}
	return string(out)
}
