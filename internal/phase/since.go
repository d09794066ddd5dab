package phase

import (
	_ "embed"
	"strings"
	"sync"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

//go:embed data/superlatives.txt
var superlativesFile string

// superlatives are words that compare an event with all before it.
var superlatives = sync.OnceValue(func() map[string]bool { return folded(superlativesFile) })

// isSince reports whether an event began on a date that stands behind «منذ»: it
// is not the last of its kind to which a superlative compares it («الأعنف منذ
// 2005»), and nothing else goes on since then («وفاته بعد تضارب في التصريحات منذ
// أمس»), which is likely where an event of a moment stands far before.
func isSince(doc *corpus.Document, a *corpus.Assertion, date corpus.Date) bool {
	between, n := doc.Text[min(a.Trigger.End, date.Start):date.Start], 0
	for w := range words(between) {
		w = arabic.Fold(w)
		if superlatives()[w] || superlatives()[strings.TrimPrefix(w, "ال")] {
			return false
		}
		n++
	}
	return n <= farSince || isAspect(a.Event) || traits()["long"][a.Event]
}

// farSince is how many words may stand between an event of a moment and the
// «منذ» that dates it.
const farSince = 5

// ofOther reports whether the words between a trigger and a date begin another
// clause, whose date it is: «إيقاف طبيبة كانت قد أشرفت مساء الجمعة». It is wrong
// where the other clause only describes («الجسر الذي بني حديثا يفتح في مايو»).
func ofOther(between string) bool {
	for w := range words(between) {
		switch arabic.Fold(w) {
		case "كان", "كانت", "كانوا", "وكان", "وكانت":
			return true
		}
	}
	return false
}

// setOff reports whether a date stands behind a comma: it then dates the main
// event of its clause and not the one named last before it: «أوقفت الشرطة منفذ
// الهجوم، أمس الأربعاء، في العاصمة».
func setOff(doc *corpus.Document, date corpus.Date) bool {
	return strings.HasSuffix(strings.TrimRight(doc.Text[max(0, date.Start-8):date.Start], " "), "\u060C")
}

// nested reports whether assertion i is named within the clause of an earlier
// one.
func nested(as []corpus.Assertion, i int) bool {
	for j := i - 1; j >= 0 && as[j].Sentence == as[i].Sentence; j-- {
		if as[j].Trigger.Start < as[i].Trigger.Start && as[j].Contains(as[i].Span) {
			return true
		}
	}
	return false
}
