package phase_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"mojaz/internal/corpus"
	"mojaz/internal/phase"
)

// largest is how large an affair is benchmarked.
const largest = 2000

func BenchmarkMap(b *testing.B) {
	for _, n := range []int{500, 1000, largest} {
		a := invented(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				phase.Map(a)
			}
		})
	}
}

// TestMapGrows holds that four times the documents cost about four times the
// memory and at most some eight times the time, on a machine that does other
// things besides.
func TestMapGrows(t *testing.T) {
	cost := func(n int) (time.Duration, uint64, int) {
		a := invented(n)
		best, bytes, phases := time.Hour, uint64(0), 0
		for range 2 {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			phases = len(phase.Map(a))
			best = min(best, time.Since(start))
			runtime.ReadMemStats(&after)
			bytes = after.TotalAlloc - before.TotalAlloc
		}
		return best, bytes, phases
	}
	small, smallBytes, smallPhases := cost(scale)
	large, largeBytes, largePhases := cost(4 * scale)
	if large > 10*small || largeBytes > 6*smallBytes {
		t.Errorf("Map of %d documents takes %v and %d bytes, of %d %v and %d", scale, small, smallBytes, 4*scale, large, largeBytes)
	}
	if smallPhases < 5 || largePhases > 24 {
		t.Errorf("Map gives %d phases of %d documents, %d of %d; want 5 to 24", smallPhases, scale, largePhases, 4*scale)
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
