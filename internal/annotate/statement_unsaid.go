package annotate

import "strings"

// unsaid finds whom the verb at word i means that has no subject: one spoken with, one who
// spoke or of whom the sentence spoke before.
func (r *statementReader) unsaid(i int, f reportForm) (speaker, bool) {
	answers := r.answers(i)
	if r.word(i-1).base == "ما" && r.word(i+1).that() && !f.weak {
		return r.speakerHere(i, f) // «أرجأتها اللجنة بسبب ما قالت إنه …»
	}
	if f.weak || !answers && !r.opensClause(i) {
		return speaker{}, false
	}
	if s, ok := r.spokenWith(i); ok {
		return s, true
	}
	start := r.sentenceStart(i)
	if i > start && r.words[i-1].pauses() && !r.words[i].conj && reporting().marks[withoutConjunction(r.words[start].fold)] == "when" {
		if s, ok := r.speakerHere(i, f); ok {
			return s, true // «حين سئلت فلانة، نفت أن»
		}
	}
	if r.word(i-1).base == "اذ" && !f.homograph {
		if s, ok := r.mainSubject(i, f); ok {
			return s, true
		}
	}
	if i-start <= openingWords || answers {
		return r.memory.carry(f)
	}
	s, ok := r.spokeSince(start, f)
	if !ok && r.words[i].conj {
		return r.goesOnHere(i)
	}
	return s, ok
}

// mainSubject finds the subject of the verb with which the sentence of word i begins: «ولا يعترف
// الجيش بالحصيلة، إذ يقول إن». The verb at word i must have its gender.
func (r *statementReader) mainSubject(i int, f reportForm) (speaker, bool) {
	k := r.sentenceStart(i)
	if skipped[withoutConjunction(r.words[k].fold)] {
		k++
	}
	s, at := r.subject(k+1, i)
	return s, at == present && s.sure && f.feminine == strings.HasSuffix(s.head, "ه")
}

// answers reports whether the sentence of the verb at word i begins with the question
// that it answers: «وردا على سؤال عن الموعد قالت».
func (r *statementReader) answers(i int) bool {
	k := r.sentenceStart(i)
	if withoutConjunction(r.words[k].fold) != "ردا" || r.word(k+1).base != "علي" {
		return false
	}
	switch strings.TrimPrefix(r.word(k+2).bare, "ال") {
	case "سوال", "اسيله", "استفسار", "استفسارات", "تساول": // folded
		return true
	}
	return false
}

// spokenWith finds with whom somebody spoke on an occasion that opens the sentence, up
// to the pause before the verb at word i: «وفي اتصال مع المدير سالم الكعبي، أكد».
func (r *statementReader) spokenWith(i int) (speaker, bool) {
	k := r.sentenceStart(i)
	if r.words[k].base == "في" || r.words[k].base == "خلال" {
		k++
	}
	if k+2 >= i || !r.words[i-1].pauses() || !reporting().occasions[r.words[k].bare] {
		return speaker{}, false
	}
	for end := min(i-1, k+4); k < end; k++ {
		if n := r.words[k+1]; r.words[k].base == "مع" || strings.HasSuffix(r.words[k].base, "اتصالنا") && strings.HasPrefix(n.base, "ب") {
			led := n.led && r.words[k].base != "مع"
			r.words[k+1].led = n.led && !led
			s, at := r.subject(k+1, i-1)
			r.words[k+1].led = n.led
			return s, at == present && s.sure
		}
	}
	return speaker{}, false
}

// openingWords is how far into its sentence a verb without a subject still
// means whom the sentence before spoke of: «وفي السياق ذاته، أضاف أن». Further
// in, a clause with a subject of its own stands before it.
const openingWords = 6

// goesOnHere gives of whom the sentence of the verb at word i spoke before it, where nobody has
// spoken in it yet: «رفض المتظاهر سالم الكعبي الرحيل، وقال: …».
func (r *statementReader) goesOnHere(i int) (speaker, bool) {
	s, start := r.memory.here, r.sentenceStart(i)
	if s == nil || s.span.End > r.words[i].Start || r.last >= 0 && r.began >= start {
		return speaker{}, false
	}
	for k := start; k < i && r.words[k].Start < s.span.Start; k++ {
		_, other := r.mentionAt(k)
		if other || r.words[k].head == headBody || r.words[k].head == headUnnamed || r.words[k].that() {
			return speaker{}, false // «أبدى المجلس خيبة أمل الوزير سالم الكعبي، وأعلن أن»
		}
	}
	return *s, true
}

// spokeSince gives the one who spoke last since word start, if the verb's
// gender does not speak against it.
func (r *statementReader) spokeSince(start int, f reportForm) (speaker, bool) {
	n := len(r.memory.recent)
	if n == 0 || r.last < 0 || r.began < start || !r.memory.recent[n-1].agrees(f) {
		return speaker{}, false
	}
	return r.memory.recent[n-1], true
}

// speakerHere finds who a participle at word i speaks of: the one who spoke last
// in its sentence, else the one of whom its sentence speaks.
func (r *statementReader) speakerHere(i int, f reportForm) (speaker, bool) {
	start := r.sentenceStart(i)
	if n := len(r.memory.recent); r.last >= 0 && r.began >= start && n > 0 {
		return r.memory.recent[n-1], true
	}
	if s := r.memory.here; s != nil {
		return *s, true
	}
	for k := start; k < min(i, start+8) && !r.words[k].that(); k++ {
		w := r.words[k]
		if r.inMention(k) || w.led || w.head != headPerson && w.head != headUnnamed && w.head != headBody || r.word(k-1).head != headNone || reporting().breaks[r.word(k-1).base] {
			continue
		}
		if f.feminine && (strings.HasSuffix(w.bare, "ين") || strings.HasSuffix(w.bare, "ون")) {
			continue // «ودعت كل السياسيين إلى …، مؤكدة»
		}
		if s, at := r.subject(k, i); at == present && s.sure && (f.feminine || w.head != headBody) {
			return s, true
		}
	}
	told, verb := r.words[start].form(r.text)
	if verb && r.words[start].conj && told.feminine == f.feminine || r.opensClause(start) && i-start <= 3 {
		return r.memory.carry(f)
	}
	if w := r.words[start].fold; f.feminine && strings.HasPrefix(w, "و") && strings.HasSuffix(w, "ت") {
		s, ok := r.memory.carry(f)
		return s, ok && s.feminine // «ووجهت لوما للوزير، …، مبينة»
	}
	return speaker{}, false
}
