package names

import (
	"os"
	"strings"
	"testing"

	"mojaz/internal/arabic"
)

// BenchmarkFind reads a document of some 10,000 tokens and reports how many
// tokens a second go through both passes, on one core.
func BenchmarkFind(b *testing.B) {
	passage, err := os.ReadFile("testdata/find_document.txtar")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat(string(passage)+" ", 80)
	sentences, tokens := sentencesOf(text), len(arabic.Tokens(text))
	tagger := Shipped()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		tagger.Find(text, sentences)
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkLoad reads the files of the shipped tagger.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := load(embedded); err != nil {
			b.Fatal(err)
		}
	}
}
