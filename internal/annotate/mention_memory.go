package annotate

import (
	"strings"
	"unicode/utf8"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// again marks names at other places of the document: those of two words or
// more everywhere, and the head alone of a name that goes by it, «التحالف» of
// «التحالف الدولي», where only one name of the document opens with it.
func (r *mentionReader) again() {
	seen, prefixes, short := r.remembered()
	for i := 0; i < len(r.words); i++ {
		if r.words[i].taken || r.words[i].kind != arabic.Word {
			continue
		}
		if n, first, known := r.rememberedAt(i, seen, prefixes); n > 0 {
			r.add(i, i+n, first, known.typ).by("again")
			i += n - 1
			continue
		}
		r.shortForm(i, short)
		r.withoutHead(i, seen)
	}
}

// withoutHead marks what a body is about where a title stands for its head:
// «قائد العمليات المشتركة», where the document has «قيادة العمليات المشتركة».
func (r *mentionReader) withoutHead(i int, seen map[string]foundName) {
	if i == 0 || r.words[i-1].ends <= i+1 || !r.title(i-1) || r.words[i-1].definite || r.words[i-1].noun == "وزير" || r.words[i-1].noun == "وزيره" {
		return
	}
	n, ok := seen[headless+r.words[i].fold+" "+r.words[i+1].fold]
	if !ok {
		return
	}
	if f := r.add(i, i+2, r.words[i].whole(), n.typ).by("without head"); f != nil {
		f.whole = n.show
	}
}

// headless stands before the forms of names without their heads.
const headless = "- "

// remembered gives the names found so far of two words or more by their folded
// form, the beginnings of those forms, and the short forms.
func (r *mentionReader) remembered() (seen map[string]foundName, prefixes map[string]bool, short map[string]foundName) {
	seen, prefixes, short = map[string]foundName{}, map[string]bool{}, map[string]foundName{}
	forms := map[string]string{}
	for _, n := range r.found {
		words := strings.Split(n.form, " ")
		if len(words) < 2 || len(words) > longestKnown || n.typ == corpus.TypeEvent && n.whole != "" {
			continue
		}
		if n.rule == "tagger" || n.rule == "outlet" || n.rule == "quoted" {
			seen[n.form] = n
			for k := 1; k < len(words); k++ {
				prefixes[strings.Join(words[:k], " ")] = true
			}
		}
		if n.rule == "head" && len(words) > 2 && r.described(n) {
			words = words[:len(words)-1]
			seen[strings.Join(words, " ")] = n // «قوة التدخل» of «قوة التدخل السريعة»
			for k := 1; k < len(words); k++ {
				prefixes[strings.Join(words[:k], " ")] = true
			}
			words = strings.Split(n.form, " ")
		}
		if n.rule == "head" && n.typ == corpus.TypeOrganisation && len(words) == 3 {
			seen[headless+words[1]+" "+words[2]] = n
		}
		head, the := strings.CutPrefix(words[0], articleName)
		if n.typ != corpus.TypeOrganisation || !(the && r.lists.short[head] || r.lists.recalled[head]) {
			continue
		}
		alone := articleName + head
		if other, ok := forms[alone]; ok && other != n.form {
			delete(short, alone)
			continue
		}
		forms[alone], short[alone] = n.form, n
	}
	return seen, prefixes, short
}

// described reports whether the name n of a body ends in an adjective, without which it can go
// on being named.
func (r *mentionReader) described(n foundName) bool {
	w := &r.words[n.to-1]
	return n.typ == corpus.TypeOrganisation && w.definite && w.bare() && (strings.HasSuffix(w.noun, "ي") || strings.HasSuffix(w.noun, "ه"))
}

// rememberedAt gives the longest remembered name that begins at word i.
func (r *mentionReader) rememberedAt(i int, seen map[string]foundName, prefixes map[string]bool) (n int, first nameReading, known foundName) {
	w := &r.words[i]
	for _, read := range w.reads {
		read.at += w.Start
		form := read.form
		for j := i + 1; j < w.ends && prefixes[form]; j++ {
			form += " " + r.words[j].fold
			if e, ok := seen[form]; ok && j+1-i > n {
				n, first, known = j+1-i, read, e
			}
		}
	}
	return n, first, known
}

// shortForm marks a head that stands for a name of the document.
func (r *mentionReader) shortForm(i int, short map[string]foundName) {
	w := &r.words[i]
	n, ok := short[w.headed.form]
	if !ok || !w.headThe || r.adjective(i+1) && r.words[i].ends > i+1 {
		return
	}
	if f := r.add(i, i+1, w.headed, n.typ).by("short form"); f != nil {
		f.whole = n.show
	}
}

// brackets marks the other name in brackets behind a name: «حلف شمال الأطلسي
// (ناتو)».
func (r *mentionReader) brackets() {
	byEnd := map[int]foundName{}
	for _, n := range r.found {
		byEnd[n.to] = n
	}
	for k := range len(r.found) {
		n := r.found[k]
		i := n.to
		if n.typ == corpus.TypePerson || i+2 >= len(r.words) || r.words[n.from].ends <= i+2 || !r.words[i].is("(") || !r.words[i+2].is(")") {
			continue
		}
		w := &r.words[i+1]
		if !w.latin(r.doc.Text) && !r.acronym(i+1) || utf8.RuneCountInString(w.fold) < 2 {
			continue
		}
		if f := r.add(i+1, i+2, w.whole(), n.typ).by("brackets"); f != nil {
			f.whole = r.owner(n, byEnd).show
		}
	}
}

// owner gives the name of which n only tells to whom it belongs, or n: «وكالة الحدود
// التابعة للاتحاد الأوروبي» is one name, and what stands in brackets behind is hers.
// byEnd has the names by the word behind them.
func (r *mentionReader) owner(n foundName, byEnd map[int]foundName) foundName {
	if n.from < 2 || !belonging(r.words[n.from-1].fold) || r.words[n.from-2].ends <= n.from {
		return n
	}
	if owner, ok := byEnd[n.from-1]; ok {
		return owner
	}
	return n
}

// acronym reports whether word i, which stands alone in brackets, is no word of
// Arabic but letters: the tagger sees a name, or it is hardly ever seen.
func (r *mentionReader) acronym(i int) bool { return r.tagKind(i) != "" || r.rare(i) }
