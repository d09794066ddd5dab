package arabic

import (
	"strings"
	"unicode/utf8"
)

// Split is one way to part a word from the clitics before it. Prefix+Rest is
// the word, marks and all.
type Split struct{ Prefix, Rest string }

// Splits lists the ways in which w can be read as clitics and a word, the
// whole word first and then longer and longer prefixes: a conjunction (و ف), a
// particle (ب ل ك س), the article (ال, or لل with its lam). The rest has two
// letters or more. It knows no words, so «كانون» also gives ك + انون: look for
// each candidate in a list and take the first that is there.
func Splits(w string) []Split {
	out := []Split{{"", w}}
	letters, ends := leadingLetters(w)
	add := func(n int) {
		if n > 0 && n+2 <= len(letters) && (len(out) == 1 || len(out[len(out)-1].Prefix) < ends[n-1]) {
			out = append(out, Split{w[:ends[n-1]], w[ends[n-1]:]})
		}
	}
	n := 0
	if isConjunction(at(letters, n)) {
		n++
		add(n)
	}
	particle := at(letters, n)
	if isParticle(particle) {
		n++
		add(n)
	}
	switch {
	case at(letters, n) == Alef && at(letters, n+1) == Lam:
		add(n + 2)
	case particle == Lam && at(letters, n) == Lam:
		add(n + 1)
	}
	return out
}

// Clitics parts w from the longest run of clitics that it can begin with, or
// gives "" and w. It is a guess: see [Splits] for the others.
func Clitics(w string) (prefix, rest string) {
	all := Splits(w)
	last := all[len(all)-1]
	return last.Prefix, last.Rest
}

// Unowned gives a folded noun in ة without the pronoun written to it, one of the third person
// singular: «مرحلة» of «مرحلته» and «مرحلتها», folded. Where there is none, owned is false and noun is
// w. It knows no words: «وقته» too gives «وقه».
func Unowned(w string) (noun string, owned bool) {
	for _, end := range [...]string{"ته", "تها"} {
		if stem, ok := strings.CutSuffix(w, end); ok {
			return stem + string(Heh), true
		}
	}
	return w, false
}

// leadingLetters gives the first letters of w, folded, and where each ends
// together with its marks. Six are enough for the longest prefix and two more
// letters: و ب ا ل and two.
func leadingLetters(w string) (letters []rune, ends []int) {
	for i := 0; i < len(w); {
		r, n := utf8.DecodeRuneInString(w[i:])
		i += n
		if f := foldRune(r); f >= 0 {
			if len(letters) == 6 {
				break
			}
			letters, ends = append(letters, f), append(ends, i)
		} else if len(ends) > 0 {
			ends[len(ends)-1] = i
		}
	}
	return letters, ends
}

func at(letters []rune, i int) rune {
	if i < len(letters) {
		return letters[i]
	}
	return -1
}

func isConjunction(r rune) bool { return r == Waw || r == Feh }

func isParticle(r rune) bool { return r == Beh || r == Lam || r == Kaf || r == Seen }
