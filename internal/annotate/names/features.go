package names

import (
	"math/bits"
	"unicode/utf8"

	"mojaz/internal/perceptron"
)

type feature = perceptron.Feature

// sink collects the features of one position.
type sink struct{ out []feature }

// add notes the feature of template t with the given parts.
func (s *sink) add(name string, parts ...feature) {
	t := perceptron.Text(name)
	for _, p := range parts {
		t = perceptron.Join(t, p)
	}
	s.out = append(s.out, t)
}

func num(n int) feature { return feature(n + 1<<20) }

func text(s string) feature { return perceptron.Text(s) }

var edge = word{fold: "\n", base: "\n", bare: "\n", shape: "\n", key: perceptron.Text("\n"), stem: perceptron.Text("\n")}

func at(words []word, i int) *word {
	if i < 0 || i >= len(words) {
		return &edge
	}
	return &words[i]
}

// X switches groups of features off, for experiments.
var X = map[string]bool{}

func (r reader) features(words []word, hints []hint) [][]feature {
	out := make([][]feature, len(words))
	states := context(words)
	for i := range words {
		s := sink{out: make([]feature, 0, 96)}
		s.add("bias")
		s.spelling(words, i)
		s.affixes(words, i)
		if !X["clusters"] {
			s.clusters(words, i)
		}
		if !X["lists"] {
			s.lexical(words, i)
			s.context(words, i, states[i])
		}
		if hints != nil && !X["hints"] {
			s.hints(words, hints, i)
		}
		out[i] = s.out
	}
	return out
}

var offsets = [...]string{"-2", "-1", "0", "+1", "+2"}

func (s *sink) spelling(words []word, i int) {
	for o := -2; o <= 2; o++ {
		w := at(words, i+o)
		s.add("w"+offsets[o+2], w.key)
		s.add("sh"+offsets[o+2], text(w.shape))
	}
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	s.add("b0", w.stem)
	s.add("b-1", p.stem)
	s.add("b+1", n.stem)
	s.add("bare0", text(w.bare))
	s.add("cl0", text(w.clitic))
	s.add("ww-1", p.stem, w.stem)
	s.add("ww+1", w.stem, n.stem)
	s.add("al", flag(p.alef), flag(w.alef), flag(n.alef))
	s.add("sh3", text(p.shape), text(w.shape), text(n.shape))
}

func flag(b bool) feature {
	if b {
		return 2
	}
	return 1
}

// prefix gives the first n letters of s, "" if it has no more than those.
func prefix(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return ""
}

func suffix(s string, n int) string {
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

func (s *sink) affixes(words []word, i int) {
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	for k := 1; k <= 4; k++ {
		if a := prefix(w.base, k); a != "" {
			s.add("pre", text(a))
		}
		if a := suffix(w.base, k); a != "" {
			s.add("suf", text(a))
		}
		if a := prefix(w.fold, k); a != "" && k <= 3 {
			s.add("pref", text(a))
		}
	}
	s.add("len", num(min(9, utf8.RuneCountInString(w.base))))
	s.add("psuf", text(suffix(p.base, 2)))
	s.add("nsuf", text(suffix(n.base, 2)))
	s.add("psuf3", text(suffix(p.base, 3)))
	s.add("nsuf3", text(suffix(n.base, 3)))
	s.add("ppre", text(prefix(p.fold, 2)))
	s.add("npre", text(prefix(n.fold, 2)))
}

func (s *sink) clusters(words []word, i int) {
	for o := -2; o <= 2; o++ {
		w := at(words, i+o)
		s.add("cc"+offsets[o+2], num(int(w.class.coarse)))
		if o >= -1 && o <= 1 {
			s.add("cf"+offsets[o+2], num(int(w.class.fine)))
		}
	}
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	s.add("c-1,0", num(int(p.class.coarse)), num(int(w.class.coarse)))
	s.add("c0,1", num(int(w.class.coarse)), num(int(n.class.coarse)))
	s.add("c-1,1", num(int(p.class.coarse)), num(int(n.class.coarse)))
	s.add("c-2,-1", num(int(at(words, i-2).class.coarse)), num(int(p.class.coarse)))
	s.add("freq", num(bits.Len(uint(w.class.count))))
	s.add("freq3", num(bits.Len(uint(p.class.count))/3), num(bits.Len(uint(w.class.count))/2), num(bits.Len(uint(n.class.count))/3))
}

func (s *sink) lexical(words []word, i int) {
	for o := -2; o <= 2; o++ {
		w := at(words, i+o)
		s.each("l"+offsets[o+2], w.lists)
		s.each("p"+offsets[o+2], w.phrase)
	}
	w, p, n := at(words, i), at(words, i-1), at(words, i+1)
	s.add("L0", num(int(w.lists)))
	s.add("L-1,0", num(int(p.lists)), num(int(w.lists)))
	s.add("L0,1", num(int(w.lists)), num(int(n.lists)))
	s.add("Lp", num(int(w.lists|w.phrase)), num(int(w.phrase)))
}

func (s *sink) each(name string, in lists) {
	for ; in != 0; in &= in - 1 {
		s.add(name, num(bits.TrailingZeros16(uint16(in))))
	}
}

// state is what stands before a word in its sentence.
type state struct {
	title   int // words since the last title word, 9 for none near
	orgHead int
	place   int
	quoted  bool
	verb    int
}

func context(words []word) []state {
	out := make([]state, len(words))
	s := state{title: 9, orgHead: 9, place: 9, verb: 9}
	for i := range words {
		w := &words[i]
		out[i] = s
		step(&s.title, w, listTitle)
		step(&s.orgHead, w, listOrgHead)
		step(&s.place, w, listPlaceHead)
		step(&s.verb, w, listVerb)
		switch w.shape {
		case "\"":
			s.quoted = !s.quoted
		case "«", "“":
			s.quoted = true
		case "»", "”":
			s.quoted = false
		case ".", "،", ",", "؛", ":":
			s.title, s.orgHead, s.place = 9, 9, 9
		}
	}
	return out
}

func step(n *int, w *word, in lists) {
	if (w.lists|w.phrase)&in != 0 {
		*n = 0
	} else if *n < 9 {
		*n++
	}
}

func (s *sink) context(words []word, i int, st state) {
	w := at(words, i)
	s.add("title", num(st.title))
	s.add("orgh", num(st.orgHead))
	s.add("plch", num(st.place))
	s.add("verb", num(min(4, st.verb)))
	s.add("quo", flag(st.quoted))
	s.add("title,al", num(st.title), flag(w.alef), num(bits.Len(uint(w.class.count))/2))
	s.add("orgh,al", num(st.orgHead), flag(w.alef))
	s.add("title,c", num(min(5, st.title)), num(int(w.class.coarse)))
	s.add("first", flag(i == 0))
}

// hint is what the rest of the document says of a word.
type hint struct {
	seen [9]uint8
}

func (s *sink) hints(words []word, hints []hint, i int) {}
