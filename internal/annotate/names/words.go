package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/perceptron"
)

// word is a token of a sentence, prepared for the features of itself and of
// its neighbours.
type word struct {
	fold    string // folded form
	base    string // folded, without the conjunction and particle before it
	clitic  string // what was parted from it, folded
	bare    string // base without its article
	shape   string // "ar", "num", "lat", "Lat", "LAT", or the mark itself
	article bool   // base has one
	lists   lists  // that base is in
	phrase  lists  // lists of a phrase of two words or more around it
	class   class  // of the distribution of base in raw text
	key     perceptron.Feature
	stem    perceptron.Feature
}

// word prepares one token.
func (r Reader) word(s string, kind arabic.Kind) word {
	w := word{fold: arabic.Fold(s), shape: shape(s, kind)}
	w.base = w.fold
	if w.shape == "ar" {
		w.clitic, w.base = r.Part(w.fold)
	}
	w.bare, w.article = strings.CutPrefix(w.base, "ال")
	if utf8.RuneCountInString(w.bare) < 2 {
		w.bare, w.article = w.base, false
	}
	w.lists = r.lexicon.word(w.base)
	w.class = r.clusters.class(w.base)
	w.key, w.stem = perceptron.Text(w.fold), perceptron.Text(w.base)
	return w
}

// Part takes the conjunction and the particle off a folded word where what
// remains is better known than the whole: «وبغداد» gives و and بغداد, «وزير»
// stays. «للعراق» gives ل and العراق. Wrong for a rare name that begins like a
// clitic before a common word: «باسم», «فهد» are kept only because they are
// in lists.
func (r Reader) Part(w string) (clitic, base string) {
	best, base := r.known(w)*4, w
	for _, s := range arabic.Splits(w)[1:] {
		rest := s.Rest
		prefix := s.Prefix
		switch {
		case strings.HasSuffix(prefix, "ال"):
			continue // the article stays on the base
		case strings.HasSuffix(prefix, "لل"):
			prefix, rest = strings.TrimSuffix(prefix, "ل"), "ال"+rest
		}
		if n := r.known(rest); n > best {
			best, clitic, base = n, prefix, rest
		}
	}
	return clitic, base
}

// known is how well a folded word is known: how often it stands in the raw
// text, and more if it is in a list.
func (r Reader) known(w string) int {
	n := r.clusters.count(w)
	if r.lexicon.word(w)&namesLists != 0 {
		n += 20
	}
	return n
}

// shape classes a token by its script and case.
func shape(s string, kind arabic.Kind) string {
	switch kind {
	case arabic.Numeric:
		return "num"
	case arabic.Punct:
		return s
	}
	first, n := utf8.DecodeRuneInString(s)
	switch {
	case unicode.Is(unicode.Arabic, first):
		return "ar"
	case !unicode.IsUpper(first):
		return "lat"
	case n < len(s) && strings.ToUpper(s) == s:
		return "LAT"
	}
	return "Lat"
}
