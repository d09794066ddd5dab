package score

import (
	"strings"
	"unicode"
)

// composer joins the Arabic letter and mark pairs that NFC joins; the standard
// library has no normaliser and the corpus needs no more than these.
var composer = strings.NewReplacer(
	"\u0627\u0653", "\u0622", "\u0627\u0654", "\u0623", "\u0627\u0655", "\u0625",
	"\u0648\u0654", "\u0624", "\u064A\u0654", "\u0626",
)

// letters maps spelling variants of an Arabic letter to one of them.
var letters = strings.NewReplacer(
	"أ", "ا", "إ", "ا", "آ", "ا", "ٱ", "ا", "ى", "ي", "ئ", "ي", "ة", "ه", "ؤ", "و", "ـ", "",
)

// articles are the prefixes taken off a token before two names are compared.
var articles = []string{"وال", "بال", "فال", "كال", "لل", "ال"}

// foldTitle makes two renderings of one title equal: composed letters, single
// spaces, no invisible marks, no punctuation at the ends.
func foldTitle(s string) string {
	s = strings.Map(dropInvisible, composer.Replace(s))
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r)
	})
}

// dropInvisible removes format characters such as direction marks.
func dropInvisible(r rune) rune {
	if unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}

// foldWord removes vowel signs, tatweel and letter variants.
func foldWord(s string) string {
	s = composer.Replace(strings.Join(strings.Fields(s), " "))
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return dropInvisible(unicode.ToLower(r))
	}, s)
	return letters.Replace(s)
}

// tokens is the set of folded content words of s: no article, no word of one
// or two letters.
func tokens(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(foldWord(s), notWord) {
		w = stripArticle(w)
		if len([]rune(w)) > 2 {
			out[w] = true
		}
	}
	return out
}

// notWord reports whether r stands between words.
func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// stripArticle takes one article off w when at least three letters remain.
func stripArticle(w string) string {
	for _, a := range articles {
		if rest, ok := strings.CutPrefix(w, a); ok && len([]rune(rest)) > 2 {
			return rest
		}
	}
	return w
}

// tokenOverlap is the share of the smaller token set found in the other.
func tokenOverlap(a, b string) float64 {
	ta, tb := tokens(a), tokens(b)
	both := 0
	for t := range ta {
		if tb[t] {
			both++
		}
	}
	return ratio(float64(both), float64(min(len(ta), len(tb))))
}

// sameVerb compares two reporting verbs, a leading conjunction aside.
func sameVerb(a, b string) bool {
	a, b = foldWord(a), foldWord(b)
	return a == b || "و"+a == b || "و"+b == a
}

// ratio is a/b, or 0 when b is 0.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}
