package arabic

import (
	"strings"
	"unicode/utf8"
)

// Stem is a rough common form of the spellings of one folded word: clitics and
// the commonest endings off. It is only ever compared with other stems, and is
// wrong for words that begin or end with such letters themselves.
func Stem(w string) string {
	for _, p := range [...]string{"وال", "بال", "فال", "كال", "ولل", "لل", "ال", "و", "ب", "ل", "ف", "س"} {
		if rest, ok := strings.CutPrefix(w, p); ok && utf8.RuneCountInString(rest) >= 3 {
			w = rest
			break
		}
	}
	for _, e := range [...]string{"يات", "ات", "يه", "ون", "ين", "ها", "هم", "ه", "ي", "ا"} {
		if rest, ok := strings.CutSuffix(w, e); ok && utf8.RuneCountInString(rest) >= 3 {
			return rest
		}
	}
	return w
}
