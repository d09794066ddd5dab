package crossref_test

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"mojaz/internal/corpus"
)

// syntheticAffair makes an affair of n documents that name each other's people,
// bodies and places as papers do: by all of a name, by its end, in other
// spellings. New people come with new documents, some stay throughout.
func syntheticAffair(n int) corpus.Affair {
	r := rand.New(rand.NewPCG(1, 2))
	var a corpus.Affair
	for i := range n {
		var b strings.Builder
		for range 8 {
			syntheticSentence(&b, r, i)
		}
		doc := castDocument(fmt.Sprintf("d%05d", i), fmt.Sprintf("20%02d-%02d", 10+i/400, 1+i/40%12), b.String())
		syntheticClaims(&doc)
		a.Documents = append(a.Documents, doc)
	}
	return a
}

// syntheticSentence writes a sentence that names a person, a body and a place.
func syntheticSentence(b *strings.Builder, r *rand.Rand, i int) {
	who := r.IntN(20)
	if r.IntN(2) == 0 {
		who = 20 + i + r.IntN(30)
	}
	family, given := "ال"+syntheticWord(who/3), syntheticWord(who+7)
	name := given + " " + family
	surface := [...]string{name, family, given + " " + syntheticWord(who+1) + " " + family}[r.IntN(3)]
	fmt.Fprintf(b, "وقال وزير %s {PER %s @ وزير %s} إن {ORG حركة %s} و{ORG %s} باقية في {GPE %s}.\n",
		syntheticWord(who), surface, syntheticWord(who), syntheticWord(who%50), syntheticWord(i%50), syntheticWord(r.IntN(40)))
}

// syntheticWord gives a word of four letters of its own for each number.
func syntheticWord(n int) string {
	letters := []rune("بتجدرسفقكلمنهشطع")
	var w []rune
	for range 4 {
		w = append(w, letters[n%len(letters)])
		n = n/len(letters) + 3*n%5
	}
	return string(w) + "ن"
}

// syntheticClaims lets everybody who is named state something.
func syntheticClaims(doc *corpus.Document) {
	for i, m := range doc.Mentions {
		if m.Type != corpus.TypePerson {
			continue
		}
		doc.Statements = append(doc.Statements, corpus.Statement{
			Span: m.Span, Speaker: m.Span, SpeakerName: m.Name, SpeakerKind: corpus.SpeakerNamed,
		})
		doc.Claims = append(doc.Claims, corpus.Claim{
			Span: m.Span, Trigger: m.Span, Event: "stay", Statement: len(doc.Statements) - 1, Subjects: []int{i, i + 1},
		})
	}
}
