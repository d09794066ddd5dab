package annotate

import (
	"cmp"
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
func (r *mentionReader) remembered() (seen map[string]foundName, prefixes map[string]bool, short shortForms) {
	seen, prefixes, short = map[string]foundName{}, map[string]bool{}, shortForms{}
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
		short.note(alone, cmp.Or(r.lists.aliases[n.form], n.form), n)
	}
	return seen, prefixes, short
}

// shortForms holds for a head with the article the names that it opens, of each the first, by the name.
type shortForms map[string]map[string]foundName

// note adds n, which is the name key, to what head can stand for.
func (s shortForms) note(head, key string, n foundName) {
	if s[head] == nil {
		s[head] = map[string]foundName{}
	}
	if old, ok := s[head][key]; !ok || n.Start < old.Start {
		s[head][key] = n
	}
}

// meant gives the name that head stands for at byte at: the only one of the document, or of several the
// only one that stands before.
func (s shortForms) meant(head string, at int) (n foundName, ok bool) {
	const several = 8 // names of one head, of which none is meant
	before, all := 0, s[head]
	if len(all) > several {
		return n, false
	}
	for _, name := range all {
		if len(all) == 1 || name.Start < at {
			n = name
			before++
		}
	}
	return n, before == 1
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
func (r *mentionReader) shortForm(i int, short shortForms) {
	w := &r.words[i]
	n, ok := short.meant(w.headed.form, w.Start)
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
