package annotate

import (
	"strings"

	"mojaz/internal/arabic"
)

// phase gives the first explicit phase between two tokens, as it stands:
// «المرحلة الثانية والأخيرة», «مرحلة ثانية».
func (r *claimReader) phase(first, end int) string {
	for i := first; i < end; i++ {
		if r.tokens[i].kind != arabic.Word {
			continue
		}
		for _, s := range arabic.Splits(r.tokens[i].raw) {
			word, _ := arabic.Unowned(arabic.Fold(s.Rest))
			kind := r.lex.phases[word]
			if kind != "head" && kind != "period" {
				continue
			}
			if j := r.stagesEnd(i, end, kind); j > i+1 {
				return oneLine(r.doc.Text[r.tokens[i].Start+len(s.Prefix) : r.tokens[j-1].End])
			}
		}
	}
	return ""
}

// stagesEnd gives the token after the ordinals and adjectives behind the head of
// a phase at token i. An ordinal has the article where the head has it.
func (r *claimReader) stagesEnd(i, end int, kind string) int {
	_, owned := arabic.Unowned(r.tokens[i].fold)
	definite := owned || strings.Contains(r.tokens[i].fold, articleFold) || strings.HasPrefix(r.tokens[i].fold, "لل")
	for i++; i < end && r.tokens[i].kind == arabic.Word; i++ {
		w := r.tokens[i].fold
		n, ok := arabic.Number([]string{strings.TrimPrefix(w, "و")})
		adjective := r.lex.phases[withoutConjunction(w)]
		if adjective != "adjective" && (adjective != "coming" || kind == "period") && !(ok && n.Ordinal && n.Definite == definite) {
			break
		}
	}
	return i
}
