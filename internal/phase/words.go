package phase

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// term is a word, an entity or an event class of a clause, with its weight.
type term struct {
	id int32
	w  float64
}

// vector is a clause as its terms, sorted by id. See similarity.
type vector []term

//go:embed data/particles.txt
var particlesFile string

// particles are words that say nothing of what a clause is about.
var particles = sync.OnceValue(func() map[string]bool { return folded(particlesFile) })

//go:embed data/bound.txt
var boundFile string

// boundWords are nouns that say little without the word behind them.
var boundWords = sync.OnceValue(func() map[string]bool { return folded(boundFile) })

// folded gives the entries of a word list, folded, as a set.
func folded(file string) map[string]bool {
	set := map[string]bool{}
	for _, w := range arabic.List(file) {
		set[arabic.Fold(w)] = true
	}
	return set
}

// vocabulary numbers the terms of an affair and counts where they stand.
type vocabulary struct {
	ids       map[string]int32
	forms     map[string]int    // folded words and how often they stand
	stems     map[string]string // by the word as it stands, "" for a particle
	sentences []int             // by term: how many sentences hold it
	docs      []int             // by term: how many documents hold it
	seen      []int             // by term: the last document that held it, from 1
	nSentence int
	nDocs     int
}

// newVocabulary reads the words of all documents.
func newVocabulary(docs []corpus.Document) *vocabulary {
	v := &vocabulary{ids: map[string]int32{}, forms: map[string]int{}, stems: map[string]string{}, nDocs: len(docs)}
	for i := range docs {
		for _, b := range docs[i].Blocks {
			for w := range words(b.Of(docs[i].Text)) {
				v.forms[arabic.Fold(w)]++
			}
		}
	}
	for i := range docs {
		for _, b := range docs[i].Blocks {
			for _, s := range b.Sentences {
				v.count(i, s.Of(docs[i].Text))
			}
		}
	}
	return v
}

// count notes the terms of one sentence of document d.
func (v *vocabulary) count(d int, sentence string) {
	v.nSentence++
	var ids []int32
	for w := range words(sentence) {
		if s := v.stem(w); s != "" {
			ids = append(ids, v.id(s))
		}
	}
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		v.note(d, id)
	}
}

// note counts one sentence of document d that holds a term.
func (v *vocabulary) note(d int, id int32) {
	v.sentences[id]++
	if v.seen[id] != d+1 {
		v.docs[id]++
		v.seen[id] = d + 1
	}
}

// id gives the number of a term.
func (v *vocabulary) id(s string) int32 {
	n, ok := v.ids[s]
	if !ok {
		n = int32(len(v.ids))
		v.ids[s] = n
		v.sentences, v.docs, v.seen = append(v.sentences, 0), append(v.docs, 0), append(v.seen, 0)
	}
	return n
}

// words gives the words of s as they stand.
func words(s string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for _, t := range arabic.Tokens(s) {
			if t.Kind == arabic.Word && !yield(t.Of(s)) {
				return
			}
		}
	}
}

// stem gives the form under which a word is compared, "" for a particle. A
// clitic is taken off only if the affair has the rest as a word of its own, so
// «وزارة» keeps its و; it is wrong where the rest is another word that happens
// to stand there («بعد», «عد»), which short rests are guarded from.
func (v *vocabulary) stem(w string) string {
	s, ok := v.stems[w]
	if !ok {
		s = v.stemOf(arabic.Fold(w))
		v.stems[w] = s
	}
	return s
}

func (v *vocabulary) stemOf(w string) string {
	if particles()[w] || utf8.RuneCountInString(w) < 2 {
		return ""
	}
	for _, split := range slices.Backward(arabic.Splits(w)) {
		if split.Prefix == "" || utf8.RuneCountInString(split.Rest) < 3 {
			continue
		}
		article := strings.HasSuffix(split.Prefix, "ال") || strings.HasSuffix(split.Prefix, "لل")
		if article || v.forms[split.Rest] > 0 || v.forms["ال"+split.Rest] > 0 {
			w = split.Rest
			break
		}
	}
	if particles()[w] {
		return ""
	}
	for _, end := range [...]string{"يات", "ات", "ون", "ين", "ها", "هم", "يه", "ه", "ي", "ا"} {
		if rest, ok := strings.CutSuffix(w, end); ok && utf8.RuneCountInString(rest) >= 3 {
			return rest
		}
	}
	return w
}

// idf weighs a term by how few sentences of the affair hold it.
func (v *vocabulary) idf(id int32) float64 {
	return math.Log(float64(v.nSentence+2) / float64(v.sentences[id]+1))
}

// share is the part of the affair that a term stands in: of its documents, or
// of the sentences where there are too few documents to tell.
func (v *vocabulary) share(id int32) float64 {
	if v.nDocs < 3 {
		return math.Min(1, float64(v.sentences[id])/6)
	}
	return float64(v.docs[id]-1) / float64(v.nDocs-1)
}

// bag collects the terms of a clause.
type bag map[int32]float64

// add puts a term into the bag, if it weighs more there.
func (b bag) add(id int32, w float64) { b[id] = math.Max(b[id], w) }

// vector gives the terms of b by id, weighted by idf.
func (b bag) vector(v *vocabulary) vector {
	out := make(vector, 0, len(b))
	for id, w := range b {
		out = append(out, term{id, w * v.idf(id)})
	}
	slices.SortFunc(out, func(a, b term) int { return int(a.id - b.id) })
	return out
}

// norm is the length of a vector.
func (x vector) norm() float64 {
	sum := 0.0
	for _, t := range x {
		sum += t.w * t.w
	}
	return math.Sqrt(sum)
}

// unit gives x with length 1.
func (x vector) unit() vector {
	n := x.norm()
	for i := range x {
		if n > 0 {
			x[i].w /= n
		}
	}
	return x
}

// similarity is the cosine of two vectors: 1 for the same terms, 0 for none in
// common (Salton's vector space model, with weights tf·idf where tf is 1).
func similarity(x, y vector) float64 {
	if d := dot(x, y); d != 0 {
		return d / (x.norm() * y.norm())
	}
	return 0
}

// dot is the scalar product of two vectors.
func dot(x, y vector) float64 {
	sum, i, j := 0.0, 0, 0
	for i < len(x) && j < len(y) {
		switch {
		case x[i].id < y[j].id:
			i++
		case x[i].id > y[j].id:
			j++
		default:
			sum += x[i].w * y[j].w
			i, j = i+1, j+1
		}
	}
	return sum
}

// plus adds y to x.
func (x vector) plus(y vector) vector {
	out := make(vector, 0, len(x)+len(y))
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		switch {
		case j == len(y) || i < len(x) && x[i].id < y[j].id:
			out, i = append(out, x[i]), i+1
		case i == len(x) || y[j].id < x[i].id:
			out, j = append(out, y[j]), j+1
		default:
			out = append(out, term{x[i].id, x[i].w + y[j].w})
			i, j = i+1, j+1
		}
	}
	return out
}
