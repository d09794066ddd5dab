package crossref

import (
	"fmt"
	"strings"
	"testing"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// madeAffair makes an affair of n documents of twelve sentences. One sentence is of
// a thing that every document speaks of, the others of things that a few documents
// of the same weeks share; the words come from a fixed sequence.
func madeAffair(n int) corpus.Affair {
	var a corpus.Affair
	seed := uint32(1)
	pick := func(k int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % k
	}
	for i := range n {
		doc := corpus.Document{Source: corpus.Source{ID: corpus.DocID(fmt.Sprintf("d%05d", i))}}
		doc.Meta.Published = fmt.Sprintf("%d-%02d-%02d", 2015+i/336, 1+i/28%12, 1+i%28)
		var text strings.Builder
		for k := range 12 {
			at := text.Len()
			topic := i/8*5 + pick(5)
			if k == 0 {
				topic = -1
			}
			fmt.Fprintf(&text, "ستنتهي مهمة %s في %s بعد نحو %d", madeWord(topic), madeWord(topic+1), 100+pick(900))
			for range 8 {
				fmt.Fprintf(&text, " %s", madeWord(100_000+pick(20*n)))
			}
			s := corpus.Span{Start: at, End: text.Len()}
			trigger := corpus.Span{Start: at, End: at + len("ستنتهي")}
			doc.Blocks = append(doc.Blocks, corpus.Block{Span: s, Role: corpus.RoleBody, Sentences: []corpus.Span{s}})
			status := corpus.StatusPlanned
			if pick(3) == 0 {
				status = corpus.StatusDone
			}
			a.Assertions = append(a.Assertions, corpus.Assertion{
				Ref: corpus.Ref{Doc: doc.ID, Span: s}, Claim: k, Event: "end", Trigger: trigger, Sentence: s, Block: k,
				Status: status, Polarity: corpus.Asserts, Published: doc.Meta.Published,
			})
			text.WriteString("\n")
		}
		doc.Text = text.String()
		a.Documents = append(a.Documents, doc)
	}
	a.Cast = corpus.NewCast(nil)
	return a
}

// madeWord makes a word of a number.
func madeWord(n int) string {
	letters := []rune("بتجدرسطقلمنه")
	var b strings.Builder
	for n += 1_000; n > 0; n /= len(letters) {
		b.WriteRune(letters[n%len(letters)])
	}
	return b.String()
}

// comparisons is how many pairs of passages of an affair are compared.
func comparisons(a corpus.Affair) int {
	r := newRelater(&a)
	n := 0
	for i := range r.passages {
		n += len(r.candidates(i))
	}
	return n
}

func TestRelationsGrow(t *testing.T) {
	few, many := comparisons(madeAffair(100)), comparisons(madeAffair(400))
	if few == 0 || many > 5*few {
		t.Errorf("100 documents need %d comparisons and 400 need %d, want four times as many", few, many)
	}
}

// TestRelationsHot relates documents that all say the same, and one that says it
// without an end.
func TestRelationsHot(t *testing.T) {
	a := madeAffair(60)
	text := a.Documents[0].Text
	for i := range a.Documents {
		a.Documents[i].Text, a.Documents[i].Blocks = text, a.Documents[0].Blocks
	}
	if got := Relations(a); len(got) > perPassage*len(a.Documents)*12 {
		t.Errorf("Relations gave %d for %d sentences", len(got), len(a.Documents)*12)
	}
	long := strings.Repeat(strings.ReplaceAll(text, "\n", " "), 60)
	all := corpus.Span{End: len(long)}
	a.Documents[0].Text = long
	a.Documents[0].Blocks = []corpus.Block{{Span: all, Role: corpus.RoleBody, Sentences: []corpus.Span{all}}}
	for _, r := range Relations(a) {
		if r.A.Doc == a.Documents[0].ID || r.B.Doc == a.Documents[0].ID {
			t.Fatalf("Relations relate %q to a sentence of %d words", r.Rule, len(arabic.Tokens(long)))
		}
	}
}

func BenchmarkRelations(b *testing.B) {
	for _, n := range []int{500, 1000, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			a := madeAffair(n)
			b.ReportAllocs()
			for b.Loop() {
				b.ReportMetric(float64(len(Relations(a))), "relations")
			}
		})
	}
}
