package annotate

import (
	"slices"

	"mojaz/internal/arabic"
)

// How many tokens a bracket or a quotation has at most that is read as a part of
// the clause it stands in: «(طيران، صيانة)», «"خفض تدريجي"». What is longer has
// clauses of its own.
const (
	bracketWords = 16
	quoteWords   = 8
)

// pairMarks finds for each bracket and quotation mark of the block the one that
// answers it, in the same sentence. A quotation mark opens where only the word
// behind it touches it, so that quotations can be nested; marks that touch both
// sides or neither close what is open. It is wrong where a mark was forgotten.
func (r *claimReader) pairMarks() {
	r.pairs = make([]int, len(r.tokens))
	var open []int
	for i, t := range r.tokens {
		r.pairs[i] = -1
		if i > 0 && t.sentence != r.tokens[i-1].sentence {
			open = open[:0]
		}
		if t.kind != arabic.Punct {
			continue
		}
		family, opens := r.markAt(i, open)
		if family == 0 {
			continue
		}
		if opens {
			open = append(open, i)
			continue
		}
		for n := len(open) - 1; n >= 0 && n >= len(open)-markDepth; n-- {
			if f, _ := r.markAt(open[n], nil); f == family {
				r.pairs[open[n]], r.pairs[i] = i, open[n]
				open = open[:n]
				break
			}
		}
	}
}

// markDepth is how deep marks may be nested, and how many may be left open.
const markDepth = 4

// markAt gives the family of the mark at token i, 0 if it is none that is paired,
// and whether it opens when the marks open are.
func (r *claimReader) markAt(i int, open []int) (family rune, opens bool) {
	switch r.tokens[i].raw {
	case "(", "[":
		return '(', true
	case ")", "]":
		return '(', false
	case "\"", "“", "”", "„":
		family = '"'
	case "«", "»":
		family = '«'
	default:
		return 0, false
	}
	before := i > 0 && r.tokens[i-1].End == r.tokens[i].Start && r.tokens[i-1].kind != arabic.Punct && !isParticle(r.tokens[i-1].fold)
	behind := i+1 < len(r.tokens) && r.tokens[i+1].Start == r.tokens[i].End && r.tokens[i+1].kind != arabic.Punct
	if before == behind {
		return family, !slices.ContainsFunc(open, func(o int) bool { f, _ := r.markAt(o, nil); return f == family })
	}
	return family, behind
}

// isParticle reports whether a word is one letter, which is written to a
// quotation that follows: «لـ"الوكالة"».
func isParticle(fold string) bool { return len(fold) <= len("لـ") }

// marked gives the token that closes the short quotation or bracket opened at
// token i, or -1.
func (r *claimReader) marked(i int) int {
	words := quoteWords
	if r.tokens[i].raw == "(" || r.tokens[i].raw == "[" {
		words = bracketWords
	}
	if c := r.pairs[i]; c > i && c-i <= words {
		return c
	}
	return -1
}

// whole gives the end of a clause from token first on that is to be told about
// token t, so that no bracket or quotation is cut: what began before token t
// and closes before end holds it in, what opens behind it is taken in up to its
// close, where that is near, or left out.
func (r *claimReader) whole(t, first, end int) int {
	for i := max(t+1, end-maxClause); i < end; i++ {
		if o := r.pairs[i]; o >= 0 && o < first {
			return i
		}
	}
	for i := first; i < end; i++ {
		if c := r.pairs[i]; c < end || c < i {
			continue
		} else if c-end < bracketWords {
			return c + 1
		} else if i > t+1 {
			return r.fullEnd(t+1, i)
		}
	}
	return end
}
