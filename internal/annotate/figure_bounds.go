package annotate

import (
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// boundFound is a bound and where it stands.
type boundFound struct {
	bound       corpus.Bound
	first, next int // tokens
	start       int // bytes; a particle written to the first word is left out
}

// boundBefore gives the bound that ends right before n, or before a filler or
// two («تخطى عددها عتبة 200»). Without one, it gives n's own place.
func (r *figureReader) boundBefore(n figureNumber) boundFound {
	for last := n.first - 1; last >= n.first-3; last-- {
		if b, ok := r.boundEnding(last); ok {
			return b
		}
		if !r.lex.fillers[r.fold(last)] {
			break
		}
	}
	return boundFound{first: n.first, next: n.first, start: n.start}
}

// boundEnding gives the longest bound whose last word is token last.
func (r *figureReader) boundEnding(last int) (b boundFound, ok bool) {
	words := ""
	for i := last; r.isWord(i) && i >= r.floor && i > last-maxBoundWords; i-- {
		for _, s := range arabic.Splits(r.tokens[i].raw) {
			prefix := arabic.Fold(s.Prefix)
			if strings.HasSuffix(prefix, articleFold) {
				continue
			}
			if bound, found := r.lex.before[strings.TrimSpace(arabic.Fold(s.Rest)+" "+words)]; found {
				b, ok = boundFound{bound, i, last + 1, r.tokens[i].Start + len(s.Prefix)}, true
				break
			}
		}
		words = strings.TrimSpace(r.tokens[i].fold + " " + words)
	}
	return b, ok
}

// boundAfter gives the bound that begins at token i, behind what is counted:
// «على الأقل».
func (r *figureReader) boundAfter(i int) (b boundFound, ok bool) {
	words := ""
	for j := i; r.isWord(j) && j < i+maxBoundWords; j++ {
		words = strings.TrimSpace(words + " " + r.tokens[j].fold)
		if bound, found := r.lex.after[words]; found {
			b, ok = boundFound{bound: bound, first: i, next: j + 1}, true
		}
	}
	return b, ok
}
