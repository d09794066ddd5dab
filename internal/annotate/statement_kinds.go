package annotate

import "mojaz/internal/corpus"

// lightNoun finds the noun of reporting behind a verb that needs one, and gives
// the word behind it: «جدد | التأكيد على».
func (r *statementReader) lightNoun(i int) (from int, takes reportTakes, ok bool) {
	for j := i + 1; j < min(r.words[i].ends, i+lookAhead/2); j++ {
		if reporting().light[r.words[j].base] {
			return j + 1, takesClause | takesOn | takesTo | takesBy | takesOf, true
		}
		if r.words[j].stops() || r.words[j].that() {
			break
		}
	}
	return 0, 0, false
}

// stanceOf reads a stance that the light verb at word i renews, which is what is stated: «جدد
// الوزير | رفضه المشروع»، «مجددا | تمسك الحركة بـ».
func (r *statementReader) stanceOf(i int, f reportForm) (next int, ok bool) {
	for j := i + 1; j < min(r.words[i].ends, i+nearBy) && !r.words[j].that() && !r.words[j].stops(); j++ {
		stem, _ := withoutPronoun(r.words[j].base)
		if marks := reporting().marks; marks[stem] != "stance" && marks[r.words[j].base] != "stance" || r.words[j].conj || r.words[j].led || !r.rests(i+1, j) {
			continue
		}
		c := complement{lead: j, start: j, noun: true}
		who, ok := r.whoSays(i, c, f)
		if !ok || f.tense == tenseParticiple && j > i+1 || f.tense != tenseParticiple && !r.stands(i, c, who) {
			return 0, false
		}
		s := found{from: j, to: r.clauseEnd(c), verb: r.verbSpan(i), who: who, rule: "verb"}
		if f.tense == tenseParticiple {
			s.rule = "participle"
		}
		return s.to, r.emit(s)
	}
	return 0, false
}

// toldOfDecision reports whether a source tells of the decision at word i, between the verb and
// what is decided or behind it: it says that somebody decided, «قرر المجلس التمديد، وفق بلاغ».
func (r *statementReader) toldOfDecision(i int, c complement) bool {
	for k := i + 1; k < c.lead; k++ {
		if a := attributions[r.words[k].base]; a == attrNoun || a == attrFor {
			return true
		}
	}
	end := r.clauseEnd(c)
	return end < len(r.words) && r.sourceAt(end) || end+1 < len(r.words) && r.sourceAt(end+1)
}

// records reports whether s is one that records how often a thing happened: a body or a text,
// not a player and not a place, where it happened.
func (r *statementReader) records(s speaker) bool {
	if s.kind == corpus.SpeakerDocument {
		return true
	}
	m, named := r.mentionOver(s.span)
	k := reporting().heads[s.head]
	return named && m.Type == corpus.TypeOrganisation || k == headBody || k == headOutlet
}
