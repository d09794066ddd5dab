package annotate

import (
	"sort"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// speaks reports whether what t names can speak.
func speaks(t corpus.EntityType) bool {
	return t == corpus.TypePerson || t == corpus.TypeOrganisation || t == corpus.TypeGeopolitical
}

// mentionAt gives the mention of one who can speak that begins with word i.
func (r *statementReader) mentionAt(i int) (corpus.Mention, bool) {
	m, ok := r.nameAt(i)
	if !ok || !speaks(m.Type) {
		return corpus.Mention{}, false
	}
	return m, true
}

// nameAt gives the mention that begins with word i, of whatever type.
func (r *statementReader) nameAt(i int) (corpus.Mention, bool) {
	w := r.word(i)
	k := sort.Search(len(r.mentions), func(k int) bool { return r.mentions[k].Start >= w.Start })
	if k < len(r.mentions) && r.mentions[k].Start < w.End {
		return r.mentions[k], true
	}
	return corpus.Mention{}, false
}

// personAt reports whether a person's name begins with word i.
func (r *statementReader) personAt(i int) bool {
	m, ok := r.mentionAt(i)
	return ok && m.Type == corpus.TypePerson
}

// mentionIn gives the last mention of type t within words from to to, before a
// second one is joined to it by و.
func (r *statementReader) mentionIn(from, to int, t corpus.EntityType) (m corpus.Mention, ok bool) {
	if from >= to {
		return m, false
	}
	start, end := r.words[from].Start, r.words[to-1].End
	k := sort.Search(len(r.mentions), func(k int) bool { return r.mentions[k].Start >= start })
	for ; k < len(r.mentions) && r.mentions[k].End <= end; k++ {
		next := r.mentions[k]
		if next.Type != t {
			continue
		}
		if ok && (strings.HasSuffix(r.text[:next.Start], "و") || r.joinedHead(from, to, corpus.Span{Start: m.End, End: next.Start})) {
			break
		}
		m, ok = next, true
		if t != corpus.TypePerson {
			break
		}
	}
	return m, ok
}

// joinedHead reports whether within s, among words from to to, another who can speak is joined:
// «وزير النقل سالم الكعبي | ووالي قابس سامي الخطيب».
func (r *statementReader) joinedHead(from, to int, s corpus.Span) bool {
	k := from + sort.Search(to-from, func(k int) bool { return r.words[from+k].Start >= s.Start })
	for ; k < to && r.words[k].Start < s.End; k++ {
		if w := r.words[k]; w.conj && w.head != headNone {
			return true
		}
	}
	return false
}

// mentionApart gives the person whose name begins behind a pause, between
// words i and end: «الخبير في …، حميد العبيدي،».
func (r *statementReader) mentionApart(i, end int) (corpus.Mention, bool) {
	for ; i+1 < end; i++ {
		if !r.words[i].pauses() {
			continue
		}
		k := i + 1
		for k < end-1 && k < i+4 && (r.words[k].head == headPerson || r.words[k].definite && mentionWords().nationality(nameFold(r.words[k].bare))) && !r.words[k].led && !r.words[k].conj && !r.personAt(k) {
			k++ // «رئيس الجمعية، | الأستاذ سالم الكعبي،»
		}
		if m, ok := r.mentionAt(k); ok && m.Type == corpus.TypePerson && m.Start == r.words[k].Start {
			return m, true
		}
	}
	return corpus.Mention{}, false
}

// mentionBefore gives the mention that ends where word i ends.
func (r *statementReader) mentionBefore(i int) (corpus.Mention, bool) {
	if i < 0 {
		return corpus.Mention{}, false
	}
	end := r.words[i].End
	k := sort.Search(len(r.mentions), func(k int) bool { return r.mentions[k].End >= end })
	if k < len(r.mentions) && r.mentions[k].End == end && speaks(r.mentions[k].Type) {
		return r.mentions[k], true
	}
	return corpus.Mention{}, false
}

// outletAt reports whether word i is «لوكالة»، «لصحيفة»: to whom somebody spoke.
func (r *statementReader) outletAt(i int) bool {
	w := r.words[i]
	if r.tellsOutlet(i) {
		return true
	}
	return w.led && (w.head == headOutlet || strings.HasPrefix(w.base, "ل") && w.head == headBody && w.bare == "وكاله")
}

// tellsOutlet reports whether word i is ل and the name of a body, behind a title that
// is complete: who was told, «مسؤول سوداني | لفرانس برس». Straight behind a title without
// the article it is whose official that is.
func (r *statementReader) tellsOutlet(i int) bool {
	w, p := r.words[i], r.word(i-1)
	m, ok := r.mentionAt(i)
	return ok && m.Type == corpus.TypeOrganisation && m.Start > w.inner && strings.HasPrefix(w.base, "ل") && w.head == headNone &&
		(p.definite || p.pauses() || mentionWords().nationality(nameFold(p.base)))
}

// quotesOutlet reports whether the quotation that opens at word j, in a phrase that
// begins at word i, is the name of who was told: «مصادر قضائية | «الشرق الأوسط» بأن».
func (r *statementReader) quotesOutlet(i, j int) bool {
	m, ok := r.mentionAt(j + 1)
	head, p := r.words[i].head, r.words[j-1]
	return ok && m.Type == corpus.TypeOrganisation && (head == headUnnamed || head == headPerson) && p.head == headNone && p.kind == arabic.Word &&
		!joining[p.base] && !reporting().breaks[p.base] && r.thatAt(r.words[j].close)
}

// outlet gives the outlet that a phrase between words i and end names as the
// one spoken to: «لـ"العربي الجديد"»، «لوكالة رويترز»، «في حديث مع قناة …».
func (r *statementReader) outlet(i, end int) string {
	for ; i < end; i++ {
		w := r.words[i]
		switch {
		case (w.fold == "ل" || w.base == "ل") && r.quotes(i+1) && r.words[i+1].close < end+2:
			return r.join(i+2, r.words[i+1].close)
		case w.base == "ل" && i+1 < end && r.words[i+1].head == headOutlet:
			return r.outletName(i+1, end)
		case r.quotes(i) && i > 0 && r.thatAt(w.close):
			if m, ok := r.mentionAt(i + 1); ok && m.Type == corpus.TypeOrganisation && r.words[i-1].head == headNone {
				return plainWords(r.text, m.Span)
			}
			i = w.close
		case r.tellsOutlet(i):
			m, _ := r.mentionAt(i)
			return plainWords(r.text, m.Span)
		case w.led && r.outletAt(i), w.head == headOutlet && i > 0 && !w.definite && (r.words[i-1].base == "مع" || r.words[i-1].base == "عبر" || r.words[i-1].base == "ل"):
			return r.outletName(i, end)
		case r.quotes(i):
			i = w.close
		}
	}
	return ""
}

// outletName gives the name behind a word such as «وكالة» at word i.
func (r *statementReader) outletName(i, end int) string {
	if m, ok := r.mentionIn(i, min(end, i+6), corpus.TypeOrganisation); ok {
		return plainWords(r.text, m.Span)
	}
	if r.quotes(i + 1) {
		return r.join(i+2, r.words[i+1].close)
	}
	p := r.phrase(i, end)
	from := i
	if p.to > i+1 && !r.words[i+1].definite {
		from = i + 1
	}
	return r.join(from, min(p.to, from+4))
}

// join gives the words from from to to as the text has them.
func (r *statementReader) join(from, to int) string {
	if from >= to {
		return ""
	}
	return plainWords(r.text, r.over(from, to))
}

// fullNames finds the names in full that stand behind titles, by their last
// word, the first of each: «السوداني» of «رئيس الوزراء محمد شياع السوداني». A
// last word that two names share is left out. Mentions know better, so it is
// for documents without them.
func fullNames(doc corpus.Document) map[string]string {
	names := map[string]string{}
	if len(doc.Mentions) > 0 {
		return names
	}
	for _, b := range doc.Blocks {
		if !b.Role.Kept() {
			continue
		}
		r := statementReader{text: doc.Text, words: reportWords(doc.Text, b)}
		for i := 0; i < len(r.words); i++ {
			if r.words[i].head != headPerson || i > 0 && r.words[i-1].head == headPerson {
				continue
			}
			p := r.phrase(i, r.words[i].ends)
			if from, to, ok := r.nameIn(i, min(p.wide, i+14)); ok && to-from >= 2 && to-from <= 4 {
				addName(names, r.join(from, to))
				i = to - 1
			}
		}
	}
	return names
}

// addName notes a name in full by its last word and by its last two.
func addName(names map[string]string, full string) {
	words := strings.Fields(full)
	if len(words) > 4 {
		return
	}
	for n := 1; n < len(words) && n <= 2; n++ {
		key := arabic.Fold(strings.Join(words[len(words)-n:], " "))
		old, ok := names[key]
		switch {
		case !ok:
			names[key] = full
		case !strings.HasPrefix(arabic.Fold(old), arabic.Fold(words[0])+" "):
			names[key] = "" // two names share it
		}
	}
}
