package annotate

import (
	"mojaz/internal/arabic"
	"mojaz/internal/corpus"
)

// author reads what the page says in its own voice, as said by nobody: «يُذكر
// أن»، «يبدو أن».
func (r *statementReader) author(i int) (next int, ok bool) {
	if !r.opensClause(i) {
		return 0, false
	}
	for _, phrase := range reporting().author {
		n := len(phrase)
		if !r.matches(i, phrase) || !r.word(i+n).that() || r.word(i+n).conj || i+n+1 >= len(r.words) {
			continue
		}
		if !r.impersonal(i) || r.toldAt(i+n+1) {
			return 0, false
		}
		c := complement{lead: i + n, start: i + n + 1, quote: r.quotes(i + n + 1)}
		f := found{from: c.start, to: r.clauseEnd(c), who: speaker{kind: corpus.SpeakerAuthor}, rule: "author"}
		f.verb = corpus.Span{Start: r.words[i].inner, End: r.words[i+n-1].End}
		return f.to, r.emit(f)
	}
	return 0, false
}

// toldAt reports whether the clause that begins with word i only says who reports what: «يشار
// إلى أن | تقرير اللجنة أكد أن …».
func (r *statementReader) toldAt(i int) bool {
	if i >= len(r.words) || r.words[i].head != headReport && r.words[i].head != headBody && r.words[i].head != headPerson {
		return false
	}
	p := r.phrase(i, r.words[i].ends)
	for k := i + 1; k <= min(p.wide, r.words[i].ends-1); k++ {
		if f, ok := r.words[k].form(r.text); ok && f.tense == tensePast && !f.homograph && !r.words[k].conj {
			return k+1 < len(r.words) && (r.words[k+1].that() || r.words[k+1].byThat())
		}
	}
	return false
}

// matches reports whether the words of phrase stand from word i on.
func (r *statementReader) matches(i int, phrase []string) bool {
	for k, want := range phrase {
		if w := r.word(i + k); w.base != want && w.fold != want {
			return false
		}
	}
	return true
}

// impersonal reports whether nobody is the subject of the word at i. Without
// its vowels «يتوقع» can be a passive or speak of the one who spoke before; it is
// taken for the latter where somebody did, in the same block.
func (r *statementReader) impersonal(i int) bool {
	f, ok := reporting().forms[r.words[i].base]
	if !ok || r.words[i].passive(r.text) || r.words[i].base == "يذكر" || r.words[i].base == "يشار" || r.word(i+1).base == "الي" {
		return true
	}
	n := len(r.memory.recent)
	return f.tense == tensePresent && (r.last < 0 || n == 0)
}

// colonReach is how many words may stand before the colon behind a speaker.
const colonReach = 14

// lead reads a speaker and a colon at the beginning of a sentence: «مسؤول في
// حكومة بغداد: …». The speaker must be known to speak.
func (r *statementReader) lead(i int) (next int, ok bool) {
	w := r.words[i]
	if i > 0 && r.words[i-1].ends == w.ends {
		return 0, false
	}
	colon := -1
	for j := i + 1; j < min(w.ends, i+colonReach); j++ {
		if r.words[j].is(":") {
			colon = j
			break
		}
		if _, verb := r.words[j].form(r.text); verb || r.words[j].that() || r.words[j].stops() {
			return 0, false
		}
	}
	if colon < 0 || colon+2 >= len(r.words) || w.conj {
		return 0, false
	}
	who, at := r.subject(i, colon)
	p := r.phrase(i, colon)
	if at != present || !who.sure || who.kind == corpus.SpeakerDocument || who.span.Empty() || !r.coversLead(p, colon) {
		return 0, false
	}
	if !r.leadsAlone(w, colon) {
		return 0, false
	}
	c := complement{lead: colon, start: colon + 1, quote: r.quotes(colon + 1)}
	f := found{from: c.start, to: r.clauseEnd(c), who: r.spokenTo(who, i, colon), rule: "colon"}
	if f.to-f.from < 3 {
		return 0, false
	}
	return f.to, r.emit(f)
}

// leadsAlone reports whether w is enough of a speaker before the colon at word
// colon. A place or an organisation there mostly says where a text comes from
// («بغداد:»، «وكالة:»); an organisation speaks in a heading.
func (r *statementReader) leadsAlone(w reportWord, colon int) bool {
	if w.head == headBody || w.head == headOutlet {
		return false
	}
	i := colon
	for i > 0 && r.words[i-1].ends == w.ends {
		i--
	}
	m, ok := r.mentionAt(i)
	return !ok || m.Type == corpus.TypePerson || m.Type == corpus.TypeOrganisation && r.heading && m.End == r.words[colon-1].End
}

// coversLead reports whether the phrase p, or one and to whom was spoken, is
// all that stands before the colon.
func (r *statementReader) coversLead(p phrase, colon int) bool {
	return p.wide == colon || p.wide < colon && (r.words[p.wide].kind == arabic.Punct || r.words[p.wide].base == "ل" || r.outletAt(p.wide))
}
