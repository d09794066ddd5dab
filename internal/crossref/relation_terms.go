package crossref

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// term is a word, a concept or an entity that passages can share.
type term int32

// placedTerm is a term where it stands in Document.Text.
type placedTerm struct {
	corpus.Span
	term term
	name int // 1 + index into Document.Mentions of the name that it is part of, 0 for none
}

// termReader turns the words of an affair into terms.
type termReader struct {
	lex     *relationLexicon
	bare    map[string]int // how often a folded word stands in the affair, with or without the article
	ids     map[string]term
	names   []string // by term
	stems   map[string]stemmed
	counts  []int           // sentences that hold the term
	single  []int           // how often the term stands
	double  map[[2]term]int // how often a term stands behind another
	total   int             // sentences
	dated   map[string]int  // how many dates lie in a month or a year
	weights []float64
}

// newTermReader reads the vocabulary of an affair: a letter before a word is a
// clitic only where the rest stands alone elsewhere.
func newTermReader(a *corpus.Affair) *termReader {
	r := &termReader{
		lex: relationWords(), bare: map[string]int{}, ids: map[string]term{}, stems: map[string]stemmed{},
		double: map[[2]term]int{}, dated: map[string]int{},
	}
	for i := range a.Documents {
		doc := &a.Documents[i]
		for _, b := range doc.Blocks {
			for _, t := range arabic.Tokens(b.Of(doc.Text)) {
				if t.Kind == arabic.Word {
					r.bare[strings.TrimPrefix(arabic.Fold(t.Of(b.Of(doc.Text))), "ال")]++
				}
			}
		}
	}
	return r
}

// id gives the term of a name.
func (r *termReader) id(name string) term {
	t, ok := r.ids[name]
	if !ok {
		t = term(len(r.names))
		r.ids[name] = t
		r.names = append(r.names, name)
		r.counts = append(r.counts, 0)
		r.single = append(r.single, 0)
	}
	return t
}

// exceptReach is how many terms behind «خارج» it takes out of the scope.
const exceptReach = 3

// read gives the terms of a stretch of doc, each where it stands: the words that
// say something, and the marks that lie in it. marks are sorted and not nested.
// What «خارج» and its like leave out is another term than itself.
func (r *termReader) read(doc *corpus.Document, s corpus.Span, marks []mark) []placedTerm {
	var out []placedTerm
	text, end, except := s.Of(doc.Text), 0, 0
	put := func(at corpus.Span, name string) {
		if except > 0 {
			name, except = "-"+name, except-1
		}
		out = append(out, placedTerm{Span: at, term: r.id(name)})
	}
	for _, t := range arabic.Tokens(text) {
		at := corpus.Span{Start: t.Start, End: t.End}.Shift(s.Start)
		for len(marks) > 0 && marks[0].End <= at.Start {
			marks = marks[1:]
		}
		switch {
		case at.Start < end: // of the last mark
		case len(marks) > 0 && marks[0].Overlaps(at):
			if marks[0].name != "" {
				put(marks[0].Span, marks[0].name)
			}
			end = marks[0].End
		case t.Kind == arabic.Punct:
			except = 0
		case t.Kind == arabic.Word:
			if w := r.stem(t.Of(text)); w.cue == "except" {
				except = exceptReach
			} else if w.name != "" {
				put(at, w.name)
			}
		}
	}
	return out
}

// mark is a stretch that is not read word by word: a date or a number says
// nothing here, a person or an event is one term.
type mark struct {
	corpus.Span
	name string // of the term, "" for none
}

// stemmed is a word as it is compared.
type stemmed struct {
	name  string // "" for a word that says nothing
	cue   string // kind in relation_cues.txt, "" for none
	after bool   // ب or ك is written to it; ل mostly joins like a genitive
}

// stem gives what a word is compared by.
func (r *termReader) stem(word string) stemmed {
	folded := arabic.Fold(word)
	s, ok := r.stems[folded]
	if !ok {
		s = r.stemOf(folded)
		r.stems[folded] = s
	}
	return s
}

// stemOf takes the clitics and the endings off a folded word. A letter before a
// word is a clitic where the rest stands alone at least as often as the whole:
// «وقوات» but not «لجنة». Wrong where both are words and the shorter is more common.
func (r *termReader) stemOf(w string) stemmed {
	if r.lex.stop[w] {
		return stemmed{cue: r.lex.cues[w]}
	}
	whole, prefix := r.bare[w], ""
	cut := w
	for _, split := range arabic.Splits(w)[1:] {
		if r.lex.stop[split.Rest] {
			return stemmed{cue: r.lex.cues[split.Rest]}
		}
		article := strings.HasSuffix(split.Prefix, "ال") || strings.HasSuffix(split.Prefix, "لل")
		if utf8.RuneCountInString(split.Rest) > 2 && (article || r.bare[split.Rest] >= max(whole, 1)) {
			cut, prefix = split.Rest, split.Prefix
		}
	}
	if r.lex.stop[cut] || utf8.RuneCountInString(cut) < 2 {
		return stemmed{cue: r.lex.cues[cut]}
	}
	s := stemmed{name: lightStem(cut), cue: r.lex.cues[cut], after: strings.ContainsAny(strings.TrimSuffix(prefix, "ال"), "بك")}
	if concept := r.lex.same[s.name]; concept != "" {
		s.name = concept
	}
	return s
}

// count takes note of the terms of a sentence.
func (r *termReader) count(placed []placedTerm) {
	if len(placed) == 0 {
		return
	}
	r.total++
	terms := make([]term, len(placed))
	for i, p := range placed {
		terms[i] = p.term
		if r.single[p.term]++; i > 0 {
			r.double[[2]term{terms[i-1], p.term}]++
		}
	}
	slices.Sort(terms)
	for _, t := range slices.Compact(terms) {
		r.counts[t]++
	}
}

// follows is how surely the term after follows the term before: near 1 where it
// always does and often, lower where that was seen but a few times.
func (r *termReader) follows(before, after term) float64 {
	return max(0, float64(r.double[[2]term{before, after}]-1)/float64(r.single[before]+1))
}

// fewSentences is the number of sentences that a small affair is taken to have: in
// ten sentences on one thing its name stands everywhere, and means no less for it.
const fewSentences = 100

// weigh gives every term its weight once all sentences are counted: from 0 for a
// word of every sentence to 1 for one of a single sentence. The weight is the
// inverse document frequency over sentences, divided by its maximum so that it
// means the same in a small and in a large affair.
func (r *termReader) weigh() {
	r.weights = make([]float64, len(r.counts))
	all := math.Log(float64(max(r.total, fewSentences)))
	for t, n := range r.counts {
		r.weights[t] = 1 - math.Log(float64(max(n, 1)))/all
	}
}
