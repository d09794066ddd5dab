package annotate

import (
	"mojaz/internal/annotate/names"
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// headPhrase is a name that a head opens or stands before.
type headPhrase struct {
	from, to int
	first    nameReading
	typ      corpus.EntityType
	rule     string
	// until is how far the name in full goes, for one whose end holds other
	// names: «الحرب بين إسرائيل وإيران».
	until int
}

// heads marks the names that a head opens, such as «وزارة الدفاع», or stands
// before, such as «مدينة الموصل».
func (r *mentionReader) heads() {
	readers := []func(int) (headPhrase, bool){
		r.knownPhrase, r.quotedName, r.organisation, r.facility, r.land, r.place, r.war, r.event, r.pact,
	}
	for i := range r.words {
		if r.words[i].head == 0 || r.words[i].taken {
			continue
		}
		r.definiteHead(i)
		for _, read := range readers {
			p, ok := read(i)
			if !ok || !r.free(p.from, p.to, p.typ == corpus.TypeEvent) {
				continue
			}
			n := r.add(p.from, p.to, p.first, p.typ).by(p.rule)
			if n != nil && p.until > p.to {
				n.whole = r.written(p.from, p.until, p.first)
			}
			break
		}
		if r.words[i].head&headSites != 0 {
			r.facilities(i)
		}
	}
}

// definiteHead reads the head at word i with the article where ل hides it and an adjective shows it: «للجنة
// العسكرية», not «للجنة الأمن». It is wrong for a committee whose field has the form of an adjective.
func (r *mentionReader) definiteHead(i int) {
	w := &r.words[i]
	for _, read := range w.reads {
		if !w.headThe && w.headed.led == string(arabic.Lam) && read.form == articleName+w.headed.form && r.adjective(i+1) && w.ends > i+1 {
			read.at += w.Start
			w.headed, w.headThe = read, true
		}
	}
}

// phrase gives a headPhrase from the head at word i on.
func (r *mentionReader) phrase(i, to int, typ corpus.EntityType) (headPhrase, bool) {
	return headPhrase{from: i, to: to, first: r.words[i].headed, typ: typ, rule: "head"}, to > i
}

// after gives a headPhrase without its head.
func (r *mentionReader) after(from, to int, typ corpus.EntityType) (headPhrase, bool) {
	return headPhrase{from: from, to: to, first: r.words[from].whole(), typ: typ, rule: "after head"}, to > from
}

// knownPhrase is a name of the gazetteer that begins with the head.
func (r *mentionReader) knownPhrase(i int) (headPhrase, bool) {
	n, first, k := r.knownAt(i)
	if n < 2 {
		return headPhrase{}, false
	}
	to := i + n
	if k.typ == corpus.TypeOrganisation || k.typ == corpus.TypeFacility {
		to = r.adjectives(to, true)
	}
	if k.typ == corpus.TypeOrganisation {
		if p, ok := r.definiteBody(i); ok && r.words[i].headThe && !r.does(to) {
			to = max(to, p.to) // «الاتحاد الأوروبي | لكرة القدم»
		}
		to = r.aims(i, to)
	}
	return headPhrase{from: i, to: to, first: first, typ: k.typ, rule: "gazetteer"}, true
}

// quotedName is the name in quotation marks behind a head: «تنظيم "داعش"».
func (r *mentionReader) quotedName(i int) (headPhrase, bool) {
	c := r.words[i].head
	from, to, ok := r.quotation(i + 1)
	if !ok || r.words[i].headThe || r.words[i].ends <= i+1 {
		return headPhrase{}, false
	}
	typ := corpus.EntityType("")
	switch {
	case c&headOperation != 0:
		typ = corpus.TypeEvent
	case c&headWork != 0:
		typ = corpus.TypeMisc
	case c&(headSite|headSites) != 0:
		typ = corpus.TypeFacility
	case c&(headBrand|headNames) != 0:
		typ = corpus.TypeOrganisation
	case c&(headPact|headAccord) != 0:
		typ = corpus.TypeMisc
	}
	if n, _, k := r.knownAt(from); n == to-from {
		typ = k.typ
	}
	if typ == "" {
		return headPhrase{}, false
	}
	p, ok := r.after(from, to, typ)
	p.rule = "quoted"
	return p, ok
}

// quotation gives the words between the quotation mark at word i and the next:
// one to six, without a mark that parts clauses.
func (r *mentionReader) quotation(i int) (from, to int, ok bool) {
	if i >= len(r.words) || !quoteMarks[r.words[i].fold] {
		return 0, 0, false
	}
	for to = i + 1; to < r.words[i].ends && to <= i+7; to++ {
		switch w := &r.words[to]; {
		case quoteMarks[w.fold]:
			return i + 1, to, to > i+1
		case clauseMarks[w.fold]:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

var (
	quoteMarks  = map[string]bool{`"`: true, "«": true, "»": true, "“": true, "”": true, "„": true}
	clauseMarks = map[string]bool{".": true, "،": true, ",": true, "؛": true, ":": true, "؟": true, "!": true, "(": true, ")": true}
)

// adjective reports whether word i is an adjective that can belong to a name:
// with the article and without a clitic, one in ي or one of the list.
func (r *mentionReader) adjective(i int) bool {
	if i >= len(r.words) {
		return false
	}
	w := &r.words[i]
	if !w.definite || !w.bare() || w.dated || w.taken || r.lists.plain[w.noun] || r.lists.titles[w.noun] {
		return false
	}
	if r.lists.adjectives[w.noun] {
		return true
	}
	n := len([]rune(w.noun))
	for _, end := range [...]string{"ي", "يه"} {
		if len(w.noun) > len(end) && w.noun[len(w.noun)-len(end):] == end && n >= 4 {
			return true
		}
	}
	return false
}

// adjectives gives the index behind the adjectives from word i on, at most
// four; with nations, only nationalities and «الدولي».
func (r *mentionReader) adjectives(i int, nations bool) int {
	from := i
	for i < len(r.words) && i > 0 && r.words[i-1].ends > i && i < from+4 && r.adjective(i) {
		if nations && !r.lists.nationality(r.words[i].noun) {
			break
		}
		i++
	}
	return i
}

// national reports whether one of the words is the nationality of a state.
func (r *mentionReader) national(from, to int) bool {
	for i := from; i < to; i++ {
		if r.words[i].definite && r.lists.nationality(r.words[i].noun) && !r.lists.stateless[r.words[i].noun] {
			return true
		}
	}
	return false
}

// seen reports whether the tagger sees a name of the kind among the words.
func (r *mentionReader) seen(from, to int, k names.Kind) bool {
	for i := from; i < to && i < len(r.words); i++ {
		if r.tagKind(i) == k {
			return true
		}
	}
	return false
}
