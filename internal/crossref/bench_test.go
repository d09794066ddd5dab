package crossref_test

import (
	"fmt"
	"testing"

	"mojaz/internal/corpus"
	"mojaz/internal/crossref"
)

// BenchmarkCast measures the cast and the assertions of an affair, a document.
func BenchmarkCast(b *testing.B) {
	for _, n := range []int{500, 1000, 2000} {
		a := syntheticAffair(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				a.Cast = corpus.NewCast(crossref.Entities(a, nil))
				crossref.Assertions(a)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "µs/doc")
		})
	}
}
