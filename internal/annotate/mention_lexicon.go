package annotate

import (
	"cmp"
	"strings"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// lexiconTrie holds the forms of a dossier's names by their words, so that the
// longest at a word is found whatever their number.
type lexiconTrie struct {
	next  map[string]*lexiconTrie
	entry *corpus.Entry // of a form that ends here
}

// newLexiconTrie reads the entries. Of two that claim one form the first has it.
func newLexiconTrie(lexicon []corpus.Entry) *lexiconTrie {
	root := &lexiconTrie{}
	for i := range lexicon {
		e := &lexicon[i]
		for _, form := range append([]string{e.Name}, e.Aliases...) {
			t := root
			for _, tok := range arabic.Tokens(form) {
				t = t.child(nameFold(tok.Of(form)))
			}
			if t != root && t.entry == nil {
				t.entry = e
			}
		}
	}
	return root
}

func (t *lexiconTrie) child(word string) *lexiconTrie {
	if t.next == nil {
		t.next = map[string]*lexiconTrie{}
	}
	if t.next[word] == nil {
		t.next[word] = &lexiconTrie{}
	}
	return t.next[word]
}

// fromLexicon marks every place where a name of the dossier stands, with
// clitics or without. It marks it in a date too: who writes «14 تموز» into the
// lexicon means the name.
func (r *mentionReader) fromLexicon(lexicon []corpus.Entry) {
	root := newLexiconTrie(lexicon)
	for i := 0; i < len(r.words); i++ {
		n, first, e := r.lexiconAt(i, root)
		if n == 0 {
			continue
		}
		dated := make([]bool, n)
		for k := range n {
			dated[k], r.words[i+k].dated = r.words[i+k].dated, false
		}
		f := r.add(i, i+n, first, cmp.Or(e.Type, r.lexiconType(i, n))).by("lexicon")
		for k := range n {
			r.words[i+k].dated = dated[k]
		}
		if f != nil {
			f.whole = strings.Join(strings.Fields(e.Name), " ")
		}
		i += n - 1
	}
}

// fromPublisher marks the outlet whose document this is, where the text names it:
// «لمراسل الوادي أف أم». An outlet of one word is left to the other readers, for
// «الجزيرة» and «الوطن» are words first.
func (r *mentionReader) fromPublisher() {
	name, from := r.doc.Meta.Publisher, len(r.found)
	if len(arabic.Tokens(name)) > 1 { // «أطلس24» too
		r.fromLexicon([]corpus.Entry{{Name: name, Type: corpus.TypeOrganisation}})
	}
	for i := range r.found[from:] {
		r.found[from+i].rule = "publisher"
	}
}

// lexiconAt gives the longest name of the lexicon at word i.
func (r *mentionReader) lexiconAt(i int, root *lexiconTrie) (n int, first nameReading, e *corpus.Entry) {
	w := &r.words[i]
	for _, read := range w.reads {
		read.at += w.Start
		t := root.next[read.form]
		for j := i + 1; t != nil; j++ {
			if t.entry != nil && j-i > n {
				n, first, e = j-i, read, t.entry
			}
			if j >= w.ends {
				break
			}
			t = t.next[r.words[j].fold]
		}
	}
	return n, first, e
}

// lexiconType gives the type of a name for which the lexicon has none: that of
// the gazetteer, or what the tagger sees, or none of the others.
func (r *mentionReader) lexiconType(i, n int) corpus.EntityType {
	if m, _, k := r.knownAt(i); m == n {
		return k.typ
	}
	if tag, ok := r.tagAt(i); ok && tag.Kind != names.Misc {
		return tagType(tag.Kind)
	}
	if r.words[i].head&organisationHeads != 0 {
		return corpus.TypeOrganisation
	}
	return corpus.TypeMisc
}
