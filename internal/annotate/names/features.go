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

// Templates that are filled at several distances.
var (
	tWord    = named("word")
	tShape   = named("shape")
	tCoarse  = named("coarse")
	tFine    = named("fine")
	tList    = named("list")
	tPhrase  = named("phrase")
	distance = [...]int{-2, -1, 0, 1, 2}
)

// alone adds the features that need only the sentence.
func (s *sink) alone(words []word, i int, st state) {
	s.add("bias")
	s.spelling(words, i)
	s.affixes(words, i)
	s.distribution(words, i)
	s.lists(words, i)
	s.state(&words[i], i, st)
}

// spelling adds the words as they are written and their shapes.
func (s *sink) spelling(words []word, i int) {
	for k, d := range distance {
		w := at(words, i+d)
		s.add(tWord[k], s.key(w))
		s.add(tShape[k], s.text(w.shape))
	}
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	s.add("base", s.stem(w))
	s.add("base-1", s.stem(p))
	s.add("base+1", s.stem(n))
	s.add("bare", s.text(w.bare))
	s.add("clitic", s.text(w.clitic))
	s.add("pair-1", s.stem(p), s.stem(w))
	s.add("pair+1", s.stem(w), s.stem(n))
	s.add("articles", flag(p.article), flag(w.article), flag(n.article))
	s.add("shapes", s.text(p.shape), s.text(w.shape), s.text(n.shape))
}

// affixes adds first and last letters.
func (s *sink) affixes(words []word, i int) {
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	for k := 1; k <= 4; k++ {
		if a := firstLetters(w.base, k); a != "" {
			s.add("prefix", s.text(a))
		}
		if a := lastLetters(w.base, k); a != "" {
			s.add("suffix", s.text(a))
		}
		if a := firstLetters(w.fold, k); a != "" && k <= 3 {
			s.add("written", s.text(a))
		}
	}
	s.add("length", num(min(9, utf8.RuneCountInString(w.base))))
	s.add("suffix2-1", s.text(lastLetters(p.base, 2)))
	s.add("suffix2+1", s.text(lastLetters(n.base, 2)))
	s.add("suffix3-1", s.text(lastLetters(p.base, 3)))
	s.add("suffix3+1", s.text(lastLetters(n.base, 3)))
	s.add("prefix2-1", s.text(firstLetters(p.fold, 2)))
	s.add("prefix2+1", s.text(firstLetters(n.fold, 2)))
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
		w := at(words, i+d)
		s.add(tCoarse[k], num(w.class.coarse))
		s.add(tFine[k], num(w.class.fine))
	}
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	s.add("coarse-1,0", num(p.class.coarse), num(w.class.coarse))
	s.add("coarse0,1", num(w.class.coarse), num(n.class.coarse))
	s.add("coarse-1,1", num(p.class.coarse), num(n.class.coarse))
	s.add("coarse-2,-1", num(at(words, i-2).class.coarse), num(p.class.coarse))
	s.add("rarity", num(w.class.rarity()))
	s.add("rarities", num(p.class.rarity()/3), num(w.class.rarity()/2), num(n.class.rarity()/3))
}

// lists adds the word lists that the words around are in.
func (s *sink) lists(words []word, i int) {
	for k, d := range distance {
		w := at(words, i+d)
		s.each(tList[k], w.lists)
		s.each(tPhrase[k], w.phrase)
	}
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	s.add("lists", num(w.lists))
	s.add("lists-1,0", num(p.lists), num(w.lists))
	s.add("lists0,1", num(w.lists), num(n.lists))
	s.add("phrases", num(w.lists|w.phrase), num(w.phrase))
	s.people(w, p, at(words, i-2))
}

// people adds what tells a family name that looks like a nationality from a
// nationality: «محمد شياع السوداني» and «الرئيس السوداني».
func (s *sink) people(w, p, pp *word) {
	const name = listGiven | listFamily
	s.add("people", flag(pp.lists&name != 0), flag(p.lists&name != 0), flag(p.article), flag(p.lists&listTitle != 0),
		num(p.class.rarity()/4), flag(w.article), s.text(lastLetters(w.base, 1)))
}

// each adds one feature a list.
func (s *sink) each(template string, in lists) {
	for ; in != 0; in &= in - 1 {
		s.add(template, s.text(listFiles[bits.TrailingZeros16(uint16(in))]))
	}
}

// state adds what stands before the word in its sentence.
func (s *sink) state(w *word, i int, st state) {
	s.add("title", num(st.title))
	s.add("org", num(st.org))
	s.add("place", num(st.place))
	s.add("verb", num(min(4, st.verb)))
	s.add("quoted", flag(st.quoted))
	s.add("title,rarity", num(st.title), flag(w.article), num(w.class.rarity()/2))
	s.add("org,article", num(st.org), flag(w.article))
	s.add("title,coarse", num(min(5, st.title)), num(w.class.coarse))
	s.add("first", flag(i == 0))
}
