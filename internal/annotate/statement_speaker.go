package annotate

import (
	"slices"
	"strings"

	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// speaker is one who speaks, and what later words can mean by.
type speaker struct {
	span      corpus.Span
	name      string
	kind      corpus.SpeakerKind
	by        string // the outlet in between
	head      string // the noun at the head of the phrase, folded and bare; "" of a name
	phrase    []string
	full      bool // name is a person's name, read from the words
	sure      bool // known to be able to speak
	feminine  bool // by the verb that it was the subject of
	masculine bool
	block     int
	before    bool // the verb stands behind it
}

// phrase is a noun phrase that may name a speaker, by words of the block.
type phrase struct {
	from, to int // up to a particle or a pause
	wide     int // up to a pause, «في …» that tells which one included
}

// presence is what stands where a subject is looked for.
type presence uint8

const (
	absent  presence = iota // no noun phrase: the subject is in the verb
	blocked                 // a noun phrase that cannot speak
	present
)

// subject reads the phrase of a speaker that begins at word i, before word end.
func (r *statementReader) subject(i, end int) (speaker, presence) {
	lex := reporting()
	for i < end && (pronominal[r.words[i].fold] || r.words[i].base == "ذات" || r.words[i].base == "نفس" || lex.adverbs[r.words[i].base] || lex.adverbs[r.words[i].bare] || r.words[i].kind == arabic.Numeric) {
		i++
	}
	if r.counted(i) {
		i++ // «ثلاثة | مندوبين»
	}
	if r.pastTime(i) || r.word(i).base == "كل" && r.word(i+1).base == "من" && r.word(i+2).head != headNone {
		i += 2 // «أكد كل من وزير الخارجية …»
	}
	if i+1 < end && r.quotedBody(i) {
		i++
	}
	if i >= end {
		return speaker{}, absent
	}
	w := r.words[i]
	if _, named := r.mentionAt(i); !named {
		switch {
		case w.base == "هذا" || w.base == "هذه" || w.base == "ذلك" || w.base == "تلك" || w.base == "كل" || lex.things[w.bare]:
			return speaker{}, blocked
		case w.kind != arabic.Word || w.fold == "" || w.base == "ل" || w.that() || w.byThat() || lex.breaks[w.base] || lex.openers[w.base] || w.led:
			return speaker{}, absent
		}
	}
	p := r.phrase(i, end)
	s := r.speakerOf(p, end)
	s.block, s.phrase = r.memory.block, r.folded(p)
	if s.span.Empty() {
		return s, blocked
	}
	return s, present
}

// quotedBody reports whether the quotation that opens at word i is the name of a body and no
// more: «أعلنت "بترونا" أن».
func (r *statementReader) quotedBody(i int) bool {
	if !r.quotes(i) {
		return false
	}
	if w := r.words[i+1]; w.head == headBody && !w.led && r.words[i].close-i <= longQuote+1 {
		return true
	}
	m, ok := r.mentionAt(i + 1)
	return ok && m.Type == corpus.TypeOrganisation && m.End == r.words[r.words[i].close-1].End
}

// counted reports whether word i is a number in words before those who are counted.
func (r *statementReader) counted(i int) bool {
	n := r.word(i + 1)
	if n.definite || n.head != headPerson && n.head != headUnnamed {
		return false
	}
	_, number := arabic.Number([]string{r.word(i).Of(r.text)})
	return number
}

// pastTime reports whether a time stands at word i: «الأسبوع الماضي».
func (r *statementReader) pastTime(i int) bool {
	return reporting().marks[r.word(i+1).bare] == "time" && (r.word(i).definite || r.word(i).base == "يوم")
}

// phrase gives the extent of the noun phrase that begins at word i.
func (r *statementReader) phrase(i, end int) phrase {
	p := phrase{from: i, to: -1, wide: i}
	lex := reporting()
	for p.wide < end {
		w := r.words[p.wide]
		switch {
		case r.quotes(p.wide):
			if p.wide == i || w.close-p.wide > longQuote+1 || w.close >= end || r.quotesOutlet(i, p.wide) {
				return p.closed()
			}
			p.wide = w.close
		case w.kind == arabic.Punct && !w.is("/") && !w.is("'"), w.fold == "", w.that(), w.byThat(), w.base == "ل",
			lex.adverbs[w.base], relatives[w.base], w.base == "نقلا", r.pastTime(p.wide):
			return p.closed()
		case p.wide > i && ((w.led || r.words[i].head == headUnnamed) && lex.marks[w.bare] == "reporter" || toldOurs(w)), p.wide > i+1 && r.toldOutlet(i, p.wide):
			return p.closed()
		case p.wide > i && itself[w.base] && p.to < 0:
			p.to = p.wide
			p.wide++
			return p
		case p.wide > i && itself[w.base]:
			p.wide++
			return p.closed()
		case p.wide == i+1 && r.words[i].head == headUnnamed && w.base == "خاصه":
			// «مصادر خاصة», where it is no «above all»
		case p.wide > i && (lex.breaks[w.base] || r.outletAt(p.wide)):
			if p.to < 0 {
				p.to = p.wide
			}
			if n := r.word(p.wide + 1); !joining[w.base] || lex.occasions[n.bare] || lex.breaks[n.base] || n.kind != arabic.Word {
				return p
			}
		}
		if p.wide-i > 24 {
			break
		}
		p.wide++
	}
	return p.closed()
}

// toldOurs reports whether w is the outlet's own reporter, to whom one speaks:
// «لمراسلنا».
func toldOurs(w reportWord) bool {
	rest, ok := strings.CutPrefix(w.base, string(arabic.Lam))
	return ok && !w.led && reporting().marks[rest] == "reporter"
}

// itself are words behind which a phrase ends: «المصدر ذاته | أسباب الارتفاع».
var itself = wordSet{"ذاته": true, "ذاتها": true, "ذاتهم": true, "نفسه": true, "نفسها": true, "نفسهم": true}

// toldOutlet reports whether word j, in the phrase of a nameless source that begins at
// word i, is an outlet that was told: «مصدر أمني | وكالة رويترز بأن».
func (r *statementReader) toldOutlet(i, j int) bool {
	w, p := r.words[j], r.words[j-1]
	return r.words[i].head == headUnnamed && w.head == headOutlet && !w.led && !w.definite && p.head == headNone && p.kind == arabic.Word &&
		!reporting().breaks[p.base] && !p.that()
}

func (p phrase) closed() phrase {
	if p.to < 0 {
		p.to = p.wide
	}
	return p
}

// joining are the particles that can stand inside the phrase of a speaker:
// «مسؤول في الحكومة»، «المتحدث باسم الوزارة».
var joining = wordSet{"في": true, "من": true, "باسم": true, "لدي": true, "عن": true, "الي": true, "علي": true, "بين": true}

var relatives = wordSet{"الذي": true, "التي": true, "الذين": true, "اللذان": true, "اللذين": true}

// speakerOf tells who is meant by phrase p; words before end belong to it, a
// name set apart behind it included.
func (r *statementReader) speakerOf(p phrase, end int) speaker {
	w := r.words[p.from]
	head := w.head
	if m, ok := r.mentionAt(p.from); ok && (head == headNone || m.Type == corpus.TypePerson || m.Type == corpus.TypeOrganisation && (head == headBody || head == headOutlet)) {
		return r.named(m, w)
	}
	if s, ok := r.anew(p); ok {
		return s
	}
	switch head {
	case headUnnamed:
		return r.unnamed(p)
	case headReport, headDeal:
		return r.document(p)
	case headPerson:
		return r.person(p, end)
	case headBody, headOutlet:
		return r.body(p)
	}
	return r.bareName(p)
}

// named makes a speaker of a mention.
func (r *statementReader) named(m corpus.Mention, w reportWord) speaker {
	name := m.Name
	if name == "" {
		name = plainWords(r.text, m.Span)
	}
	return speaker{span: m.Span, name: name, kind: corpus.SpeakerNamed, head: headOf(w), sure: true}
}

func headOf(w reportWord) string {
	if w.head == headNone {
		return ""
	}
	return w.bare
}

// unnamed makes a speaker of «مصدر دبلوماسي في …», or finds who is meant by
// «المصدر نفسه».
func (r *statementReader) unnamed(p phrase) speaker {
	w := r.words[p.from]
	if m, ok := r.mentionIn(p.from, p.wide, corpus.TypePerson); ok && w.definite {
		return r.named(m, w)
	}
	if s, ok := r.meant(p, headUnnamed); ok {
		return s
	}
	s := speaker{span: r.over(p.from, r.crowdEnd(p)), kind: corpus.SpeakerUnnamed, head: w.bare, sure: true}
	s.name = plainWords(r.text, s.span)
	return s
}

// crowdEnd gives the end of the phrase of many with the article: before those whom they speak
// to, «طالب المحتجون | الحكومة».
func (r *statementReader) crowdEnd(p phrase) int {
	if !r.words[p.from].definite || !crowd(r.words[p.from].bare) {
		return p.wide
	}
	for k := p.from + 1; k < p.wide; k++ {
		if w := r.words[k]; w.definite && !w.led && !w.conj && (w.head == headBody || w.head == headNone && !describing(w)) && r.words[k-1].definite {
			return k
		}
	}
	return p.wide
}

// document makes a speaker of a text: «خارطة الطريق المتفق عليها».
func (r *statementReader) document(p phrase) speaker {
	w := r.words[p.from]
	if w.definite && p.to-p.from == 1 {
		if s, ok := r.memory.same(w.bare, w.head); ok {
			return s
		}
	}
	if k := p.from + 2; k < p.wide && w.definite && r.words[k-1].definite && !r.words[k-1].led {
		if n := r.words[k]; n.definite && n.head != headNone && !n.led && !n.conj {
			p.wide = k // «البيان الختامي | القرار»
		}
	}
	s := speaker{span: r.over(p.from, p.wide), kind: corpus.SpeakerDocument, head: w.bare, sure: true}
	s.name = plainWords(r.text, s.span)
	return s
}

// person makes a speaker of a title with a name in, behind or apart from it,
// or finds who is meant by «الوزير».
func (r *statementReader) person(p phrase, end int) speaker {
	w := r.words[p.from]
	kin := r.kinOf(p)
	if m, ok := r.mentionIn(p.from, p.wide, corpus.TypePerson); ok && !kin {
		return r.named(m, w)
	}
	from, to, ok := r.nameIn(p.from, p.wide)
	ok = ok && !kin
	if ok && !r.seemsPlace(from, end) {
		return r.byName(from, to, w)
	}
	if m, ok := r.mentionApart(p.wide, end); ok {
		return r.named(m, w)
	}
	if from, to, ok := r.nameApart(p.to, end); ok {
		return r.byName(from, to, w)
	}
	if from, ok := r.givenIn(p); ok && !kin {
		return r.byName(from, p.to, w)
	}
	p.wide = r.titleEnd(p)
	p.to = min(p.to, p.wide)
	if s, ok := r.meant(p, headPerson); ok {
		return s
	}
	if m, ok := r.memory.titled(r.text, r.over(p.from, p.wide), w); ok {
		return r.named(m, w)
	}
	if of, ok := r.mentionAt(p.from + 1); ok && kin {
		if m, ok := r.memory.titles.kin(w.bare, of.Name, w.Start); ok {
			return r.named(m, w)
		}
	}
	s := speaker{span: r.over(p.from, p.wide), kind: corpus.SpeakerNamed, head: w.bare, sure: true}
	if kin || !w.definite && (strings.HasSuffix(w.bare, "ون") || strings.HasSuffix(w.bare, "ين") || !r.definiteIn(p.from, p.to)) {
		s.kind = corpus.SpeakerUnnamed
	} else if m, ok := r.mentionIn(p.from, p.wide, corpus.TypeOrganisation); ok && reporting().marks[w.bare] == "spokesman" {
		return r.named(m, w)
	}
	s.name = plainWords(r.text, s.span)
	return s
}

// kinOf reports whether phrase p means somebody by a person named in it: «والد سالم
// الوريمي», «محامي الوريمي». The name behind is not the one who speaks.
func (r *statementReader) kinOf(p phrase) bool {
	w := r.words[p.from]
	if reporting().marks[w.bare] != "kin" || w.definite {
		return false
	}
	from, _, named := r.nameIn(p.from, p.wide)
	return r.personAt(p.from+1) || named && from == p.from+1
}

// titleEnd gives the end of the title of one who has no name: before what is stated,
// «وزير الخارجية | أهمية الاتفاق», and before the one who was told, «الزوج | للإذاعة».
func (r *statementReader) titleEnd(p phrase) int {
	for k := p.from + 1; k < p.wide; k++ {
		w := r.words[k]
		if r.quotes(k) {
			k = w.close
			continue
		}
		told := k == p.from+1 && w.led && w.definite && strings.HasPrefix(w.fold, "ل")
		apart := k > p.from+1 && w.definite && !w.led && !w.conj && w.head == headNone && !describing(w) // «وزير الخارجية | الجانب الروسي»
		if r.words[k-1].definite && (told || apart || r.isObject(k)) {
			return k
		}
	}
	return p.wide
}

// meant finds the earlier speaker whom the phrase p of one word with the article, or of
// two, means: «الوزير»، «المصدر الأمني». One of another nation is somebody else.
func (r *statementReader) meant(p phrase, kind headKind) (speaker, bool) {
	w := r.words[p.from]
	if !w.definite || p.to-p.from > 2 {
		return speaker{}, false
	}
	s, ok := r.memory.same(w.bare, kind)
	if ok && p.to-p.from == 2 {
		nation := r.words[p.from+1].bare
		ok = !mentionWords().nationality(nameFold(nation)) || slices.Contains(s.phrase, nation)
	}
	return s, ok
}

// definiteIn reports whether a word from from to to has the article or is a name.
func (r *statementReader) definiteIn(from, to int) bool {
	for i := from; i < to; i++ {
		if r.words[i].definite {
			return true
		}
		if _, ok := r.mentionAt(i); ok {
			return true
		}
	}
	return false
}

// seemsPlace reports whether word i, which stands where a name does behind a title,
// is rather a place with ب or what ل leads to, because the name is set apart behind
// it: «الكاتب العام بنابل، عماد المنصور،».
func (r *statementReader) seemsPlace(i, end int) bool {
	if w := r.words[i].base; !strings.HasPrefix(w, "ب") && !strings.HasPrefix(w, "ل") {
		return false
	}
	for j := i + 1; j < min(end, i+5); j++ {
		if r.words[j].pauses() {
			_, _, apart := r.nameApart(j, end)
			return apart || r.personAt(j+1)
		}
	}
	return false
}

// byName makes a speaker of the name from word from to to, behind the title w.
func (r *statementReader) byName(from, to int, w reportWord) speaker {
	s := speaker{span: r.over(from, to), kind: corpus.SpeakerNamed, head: headOf(w), sure: true, full: true}
	s.name = r.memory.fullest(plainWords(r.text, s.span))
	return s
}

// over is the span of words from from to to, without a conjunction or the
// particle ل before the first and without a quotation mark at the end.
func (r *statementReader) over(from, to int) corpus.Span {
	for to > from+1 && r.words[to-1].kind == arabic.Punct && quoteMarkFamily(r.words[to-1]) < 0 {
		to--
	}
	s := corpus.Span{Start: r.words[from].inner, End: r.words[to-1].End}
	if w := r.words[from]; w.led && s.Len() > 4 {
		s.Start += letterBytes(s.Of(r.text))
	}
	return s
}

// folded gives the bare words of a phrase.
func (r *statementReader) folded(p phrase) []string {
	var out []string
	for i := p.from; i < p.wide && len(out) < 16; i++ {
		out = append(out, r.words[i].bare)
	}
	return out
}
