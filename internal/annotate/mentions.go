package annotate

import (
	"cmp"
	"slices"
	"strings"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// Mentions gives the places in the kept blocks of doc where somebody or
// something is named: sorted, not nested, each inside one sentence. It reads
// doc.Blocks and doc.Dates. lexicon holds the names of the dossier that doc
// belongs to; they are always found, and win over all else.
//
// The names that the tagger (package names) is sure of are the base. Lists and
// the words that stand before names add to them and mend them, what is known
// of a name from one place helps at others, and a name that stays doubtful is
// left out.
func Mentions(doc corpus.Document, lexicon []corpus.Entry) []corpus.Mention {
	r := newMentionReader(doc)
	r.fromLexicon(lexicon)
	r.fromPublisher()
	r.designations()
	r.outlets()
	r.heads()
	r.people()
	r.untagged()
	r.fromGazetteer(2)
	r.tagged(2)
	r.again()
	r.fromGazetteer(1)
	r.singles() // what a head tells is surer than the tagger
	r.tagged(1)
	r.towns()
	r.apart()
	r.surnames()
	r.again()
	r.singles()
	r.brackets()
	return r.mentions()
}

// foundName is a mention while the document is read.
type foundName struct {
	corpus.Span
	from, to int // its words
	typ      corpus.EntityType
	form     string // the name folded, without clitics
	show     string // the name as it is written, without clitics
	role     string
	rule     string
	// whole, if not "", is the name in full: the one of the lexicon, or the
	// person that a surname alone means.
	whole  string
	gender gender // of a person
}

// mentionReader reads the names of one document.
type mentionReader struct {
	doc   corpus.Document
	lists *mentionLists
	words []nameWord
	tags  []names.Name
	found []foundName
	// dotted says that the document writes a final yeh with its dots: «في», not «فى».
	dotted bool
	// sons counts the pairs of «ولد» and the word behind it; nil until they are asked for.
	sons map[string]int
}

func newMentionReader(doc corpus.Document) *mentionReader {
	r := &mentionReader{doc: doc, lists: mentionWords(), words: readNameWords(doc), dotted: strings.Contains(doc.Text, "ي ")}
	var sentences []corpus.Span
	for _, b := range doc.Blocks {
		if b.Role.Kept() {
			sentences = append(sentences, b.Sentences...)
		}
	}
	r.tags = names.Shipped().Find(doc.Text, sentences)
	k := 0
	for i := range r.words {
		for k < len(r.tags) && r.tags[k].End <= r.words[i].Start {
			k++
		}
		if k < len(r.tags) && r.tags[k].Overlaps(r.words[i].Span) {
			r.words[i].tag = k + 1
		}
	}
	return r
}

// tagAt gives the tagger's name that holds word i, sure or not.
func (r *mentionReader) tagAt(i int) (names.Name, bool) {
	if i < 0 || i >= len(r.words) || r.words[i].tag == 0 {
		return names.Name{}, false
	}
	return r.tags[r.words[i].tag-1], true
}

// tagKind gives the kind that the tagger sees at word i, "" if none.
func (r *mentionReader) tagKind(i int) names.Kind {
	n, _ := r.tagAt(i)
	return n.Kind
}

// free reports whether words from to to are in no mention yet, and in one
// sentence. Those in a date are not free, unless dated says so.
func (r *mentionReader) free(from, to int, dated bool) bool {
	if from >= to || to > r.words[from].ends {
		return false
	}
	for i := from; i < to; i++ {
		if r.words[i].taken || r.words[i].dated && !dated {
			return false
		}
	}
	return true
}

// add notes a name of words from to to, the first of them in the given
// reading. It gives nil where a word is taken.
func (r *mentionReader) add(from, to int, first nameReading, typ corpus.EntityType) *foundName {
	if !r.free(from, to, typ == corpus.TypeEvent) {
		return nil
	}
	n := foundName{
		Span: corpus.Span{Start: first.at, End: r.words[to-1].End}, from: from, to: to, typ: typ,
		form: r.fold(from, to, first), show: r.written(from, to, first),
	}
	for i := from; i < to; i++ {
		r.words[i].taken, r.words[i].person, r.words[i].named = true, typ == corpus.TypePerson, from+1
	}
	r.found = append(r.found, n)
	return &r.found[len(r.found)-1]
}

// by sets what found a name, if there is one.
func (n *foundName) by(rule string) *foundName {
	if n != nil {
		n.rule = rule
	}
	return n
}

// fold gives words from to to folded and joined with blanks.
func (r *mentionReader) fold(from, to int, first nameReading) string {
	s := first.form
	for i := from + 1; i < to; i++ {
		s += " " + r.words[i].fold
	}
	return s
}

// written gives the words as they are written, without the stretching of letters,
// runs of white space as one blank, and the article back where a particle has
// swallowed it.
func (r *mentionReader) written(from, to int, first nameReading) string {
	s := strings.Join(strings.Fields(strings.ReplaceAll(r.doc.Text[first.at:r.words[to-1].End], string(arabic.Tatweel), "")), " ")
	if rest, ok := strings.CutPrefix(s, "لل"); ok && strings.HasPrefix(first.form, articleName) {
		word, _, _ := strings.Cut(s, " ")
		if string(arabic.Alef)+nameFold(word) == first.form {
			return string(arabic.Alef) + s // «للجنة» is «اللجنة» behind ل
		}
		return articleName + rest
	}
	return s
}

// mentions sorts what was found, names everybody in full, and gives them out.
func (r *mentionReader) mentions() []corpus.Mention {
	slices.SortFunc(r.found, func(a, b foundName) int { return cmp.Compare(a.Start, b.Start) })
	r.roles()
	r.genders()
	full := fullestNames(r.found, r.lists)
	out := make([]corpus.Mention, len(r.found))
	for i, n := range r.found {
		out[i] = corpus.Mention{Span: n.Span, Type: n.typ, Name: full[i], Role: n.role, Rule: n.rule}
	}
	return out
}
