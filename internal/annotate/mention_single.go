package annotate

import (
	"strings"
	"unicode/utf8"

	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// singles marks the other places of names of one word that the document gives
// with a head or in quotation marks: «قرقنة» of «جزيرة قرقنة», «بتروفاك» of «شركة
// "بتروفاك"». Only words that are seldom seen are taken, for elsewhere a word of
// a name is mostly the word itself. It is wrong for a rare word that only once is
// a name.
func (r *mentionReader) singles() {
	seen := map[string]foundName{}
	for _, n := range r.found {
		if form, ok := r.single(n); ok {
			if old, taken := seen[form]; taken && old.typ != n.typ {
				n.typ = ""
			}
			seen[form] = n
		}
	}
	for i := 0; len(seen) > 0 && i < len(r.words); i++ {
		w := &r.words[i]
		if w.taken || w.dated || w.kind != arabic.Word || r.ordinary(i) {
			continue
		}
		for _, read := range w.reads {
			n, ok := seen[read.form]
			if !ok {
				n, ok = seen[strings.TrimPrefix(read.form, articleName)]
			}
			if !ok || n.typ == "" {
				continue
			}
			read.at += w.Start
			if f := r.add(i, i+1, read, n.typ).by("again"); f != nil {
				f.whole = n.show
			}
			break
		}
	}
}

// single gives the one word by which a name goes alone, if there is one.
func (r *mentionReader) single(n foundName) (form string, ok bool) {
	words, often := strings.Fields(n.form), singleOften
	switch {
	case n.typ == corpus.TypePerson || n.typ == corpus.TypeEvent || n.whole != "":
		return "", false
	case len(words) == 1 && (n.rule == "quoted" || n.rule == "after head" || n.rule == "outlet" || n.rule == "dateline" || n.rule == "tagger"):
	case n.rule == "head" && n.typ == corpus.TypeFacility && len(words) > 1 && r.words[n.from].head&headOwn != 0:
		words = words[:2] // «هجليج» of «حقل هجليج النفطي»
	case len(words) == 2 && n.rule == "head" && n.typ == corpus.TypeLocation && !strings.HasPrefix(words[1], articleName):
		often = islandOften // «جزيرة» makes it surer than quotation marks
	default:
		return "", false
	}
	form = words[len(words)-1]
	return form, utf8.RuneCountInString(form) >= 4 && names.Shipped().Reader.Clusters().Count(arabic.Fold(form)) < often
}

// How often a word that is taken for a name wherever it stands is seen at most in the
// text that the clusters of words were made of.
const (
	singleOften = 40
	islandOften = 200
)
