package names

import (
	"math/bits"
	"unicode/utf8"

	"mojaz/internal/perceptron"
)

// edge stands before and behind a sentence.
var edge = word{
	fold: "\n", base: "\n", bare: "\n", shape: "\n",
	key: perceptron.Text("\n"), stem: perceptron.Text("\n"),
}

func at(words []word, i int) *word {
	if i < 0 || i >= len(words) {
		return &edge
	}
	return &words[i]
}

// groups are sets of features, by what they rest on: on one word alone, at one of
// the distances, or on more.
type groups uint8

const (
	onWords groups = 1<<len(distance) - 1 // 1<<k: on the word at distance[k]
	onMore  groups = 1 << len(distance)
)

// The distances of the words beside.
const before, here, after = 1, 2, 3

// alone adds the features that need only the sentence. Those of one group may be
// parted by others: their order is that of training.
func (s *sink) alone(words []word, i int, st state) {
	if s.only&onMore != 0 {
		s.add(tBias)
	}
	s.spelling(words, i)
	s.affixes(words, i)
	s.distribution(words, i)
	s.lists(words, i)
	if s.only&onMore != 0 {
		s.state(&words[i], i, st)
	}
}

// on reports whether features on the word at distance[k] are asked for.
func (s *sink) on(k int) bool { return s.only&(1<<k) != 0 }

// spelling adds the words as they are written and their shapes.
func (s *sink) spelling(words []word, i int) {
	for k, d := range distance {
		if s.on(k) {
			w := at(words, i+d)
			s.add(tWord[k], s.key(w))
			s.add(tShape[k], s.text(w.shape))
		}
	}
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	if s.on(here) {
		s.add(tBase, s.stem(w))
	}
	if s.on(before) {
		s.add(tBaseP, s.stem(p))
	}
	if s.on(after) {
		s.add(tBaseN, s.stem(n))
	}
	if s.on(here) {
		s.add(tBare, s.text(w.bare))
		s.add(tClitic, s.text(w.clitic))
	}
	if s.only&onMore != 0 {
		s.add(tPairP, s.stem(p), s.stem(w))
		s.add(tPairN, s.stem(w), s.stem(n))
		s.add(tArticles, flag(p.article), flag(w.article), flag(n.article))
		s.add(tShapes, s.text(p.shape), s.text(w.shape), s.text(n.shape))
	}
}

// affixes adds first and last letters.
func (s *sink) affixes(words []word, i int) {
	if s.on(here) {
		s.affixesHere(at(words, i))
	}
	p, n := at(words, i-1), at(words, i+1)
	add := func(k int, t template, letters string) {
		if s.on(k) {
			s.add(t, s.text(letters))
		}
	}
	if s.only&onWords == 0 {
		return
	}
	add(before, tSuffix2P, lastLetters(p.base, 2))
	add(after, tSuffix2N, lastLetters(n.base, 2))
	add(before, tSuffix3P, lastLetters(p.base, 3))
	add(after, tSuffix3N, lastLetters(n.base, 3))
	add(before, tPrefix2P, firstLetters(p.fold, 2))
	add(after, tPrefix2N, firstLetters(n.fold, 2))
}

// affixesHere adds the first and last letters of the word itself.
func (s *sink) affixesHere(w *word) {
	for k := 1; k <= 4; k++ {
		if a := firstLetters(w.base, k); a != "" {
			s.add(tPrefix, s.text(a))
		}
		if a := lastLetters(w.base, k); a != "" {
			s.add(tSuffix, s.text(a))
		}
		if a := firstLetters(w.fold, k); a != "" && k <= 3 {
			s.add(tWritten, s.text(a))
		}
	}
	s.add(tLength, num(min(9, utf8.RuneCountInString(w.base))))
}

// firstLetters gives the first n letters of s, "" if it has no more than n.
func firstLetters(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return ""
}

// lastLetters gives the last n letters of s, "" if it has no more than n.
func lastLetters(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	if i == 0 {
		return ""
	}
	return s[i:]
}

// distribution adds the clusters of the words around, and how rare they are:
// a rare word is more often a name.
func (s *sink) distribution(words []word, i int) {
	for k, d := range distance {
		if s.on(k) {
			w := at(words, i+d)
			s.add(tCoarse[k], num(w.class.coarse))
			s.add(tFine[k], num(w.class.fine))
		}
	}
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	if s.only&onMore != 0 {
		s.add(tCoarsePW, num(p.class.coarse), num(w.class.coarse))
		s.add(tCoarseWN, num(w.class.coarse), num(n.class.coarse))
		s.add(tCoarsePN, num(p.class.coarse), num(n.class.coarse))
		s.add(tCoarsePP, num(at(words, i-2).class.coarse), num(p.class.coarse))
	}
	if s.on(here) {
		s.add(tRarity, num(w.class.rarity()))
	}
	if s.only&onMore != 0 {
		s.add(tRarities, num(p.class.rarity()/3), num(w.class.rarity()/2), num(n.class.rarity()/3))
	}
}

// lists adds the word lists that the words around are in.
func (s *sink) lists(words []word, i int) {
	for k, d := range distance {
		w := at(words, i+d)
		if s.on(k) {
			s.each(tList[k], w.lists)
		}
		if s.only&onMore != 0 {
			s.each(tPhrase[k], w.phrase)
		}
	}
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	if s.on(here) {
		s.add(tLists, num(w.lists))
	}
	if s.only&onMore != 0 {
		s.add(tListsPW, num(p.lists), num(w.lists))
		s.add(tListsWN, num(w.lists), num(n.lists))
		s.add(tPhrases, num(w.lists|w.phrase), num(w.phrase))
		s.people(w, p, at(words, i-2))
	}
}

// people adds what tells a family name that looks like a nationality from a
// nationality: «محمد شياع السوداني» and «الرئيس السوداني».
func (s *sink) people(w, p, pp *word) {
	const name = listGiven | listFamily
	s.add(tPeople, flag(pp.lists&name != 0), flag(p.lists&name != 0), flag(p.article), flag(p.lists&listTitle != 0),
		num(p.class.rarity()/4), flag(w.article), s.text(lastLetters(w.base, 1)))
}

// each adds one feature a list.
func (s *sink) each(t template, in lists) {
	for ; in != 0; in &= in - 1 {
		s.add(t, s.text(listFiles[bits.TrailingZeros16(uint16(in))]))
	}
}

// state adds what stands before the word in its sentence.
func (s *sink) state(w *word, i int, st state) {
	s.add(tTitle, num(st.title))
	s.add(tOrg, num(st.org))
	s.add(tPlace, num(st.place))
	s.add(tVerb, num(min(4, st.verb)))
	s.add(tQuoted, flag(st.quoted))
	s.add(tTitleRare, num(st.title), flag(w.article), num(w.class.rarity()/2))
	s.add(tOrgDef, num(st.org), flag(w.article))
	s.add(tTitleKind, num(min(5, st.title)), num(w.class.coarse))
	s.add(tFirst, flag(i == 0))
}
